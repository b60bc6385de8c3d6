"""The marks by which products are seen: hosts, cookies, variables, records, names on statements, names of apps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Company(NamedTuple):
    """A company whose scripts and pixels stand on other people's pages, where the catalogue has no product for it.

    `kind` is a key of `COMPANY_KINDS`.
    """

    id: str
    name: str
    kind: str


COMPANY_KINDS = {
    "ad": "advertising",
    "analytics": "measuring visitors or audiences",
    "social": "social networks",
    "marketing": "marketing tools",
    "customer-success": "support and customer success",
    "tag-manager": "tag managers",
    "consent-provider": "consent tools",
    "content": "content from publishers",
    "video": "video players and hosting",
    "hosting": "hosting of sites",
    "cdn": "libraries and content delivery",
    "utility": "developers' tools",
    "other": "other companies",
}
"""What the companies of the web do, after the categories of Third Party Web."""


@dataclass(frozen=True, slots=True)
class CatalogueMarks:
    """Marks, each with its target: a product's id, `company:<id>`, or `vendor:<name>` where only the vendor is certain.

    `hosts` maps registered domains and hosts, in lower case, to targets: the longest suffix of a host that is there
    counts. `cookies` and `variables` map names; a name that ends in `*` stands for all that begin so. `records` maps
    fragments of DNS values in lower case by record type. `statements` maps what stands on card statements, folded to
    lower-case words parted by single spaces; a `*` at the end as above. `apps` maps folded names at identity
    providers, and `app_keys` ids of apps. `first_party` are ids of apps that belong to the identity provider itself.
    `consent` are targets that ask visitors for consent, `trackers` targets that need it.
    """

    hosts: Mapping[str, str] = field(default_factory=dict)
    cookies: Mapping[str, str] = field(default_factory=dict)
    variables: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    statements: Mapping[str, str] = field(default_factory=dict)
    apps: Mapping[str, str] = field(default_factory=dict)
    app_keys: Mapping[str, str] = field(default_factory=dict)
    first_party: frozenset[str] = frozenset()
    companies: Mapping[str, Company] = field(default_factory=dict)
    consent: frozenset[str] = frozenset()
    trackers: frozenset[str] = frozenset()
