"""The marks of products from the files below `marks/`, each held against the catalogue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.model.catalogue import folded
from stackaudit.model.marks import COMPANY_KINDS, CatalogueMarks, Company
from stackaudit.sources.catalogue.claims import Claims, MarkFiles
from stackaudit.sources.catalogue.consent_targets import consent_targets
from stackaudit.sources.catalogue.host_marks import host_targets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from stackaudit.model.catalogue import Catalogue

_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9_-]+(?:\.[a-z0-9_-]+)+")
_FRAGMENT = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\*?")
_NAME = re.compile(r"[^\s*]+\*?")
_APP_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_WORD = re.compile(r"[^\W_]+")
_RECORDS = ("txt", "spf", "mx", "cname", "ns")


def read_mark_chapters(folder: Path, catalogue: Catalogue) -> CatalogueMarks:
    """The marks in a folder; a missing file holds none. Raises `Problems` with all that is wrong in any file."""
    companies: dict[str, Company] = {}
    vendors = {product.vendor for product in catalogue.products.values()}
    files = MarkFiles(folder, {"": catalogue.products, "vendor": vendors, "company": companies})
    company_hosts = _companies(files, companies)
    tags = _marks(files, "tags.yaml", {"hosts": _host, "cookies": _name, "variables": _name})
    records = _marks(files, "dns.yaml", dict.fromkeys(_RECORDS, _fragment))
    apps = _marks(files, "apps.yaml", {"names": folded, "keys": _name})
    consent, trackers = consent_targets(files, catalogue, companies)
    shared = files.lines("shared_domains.txt", _HOST)
    found = CatalogueMarks(
        hosts=host_targets(catalogue, tags["hosts"], company_hosts, shared),
        cookies=tags["cookies"],
        variables=tags["variables"],
        records=records,
        statements=_statements(files),
        apps=apps["names"],
        app_keys=apps["keys"],
        first_party=files.lines("first_party_apps.txt", _APP_ID),
        companies=companies,
        consent=consent,
        trackers=trackers,
    )
    files.finish()
    return found


def _companies(files: MarkFiles, companies: dict[str, Company]) -> dict[str, str]:
    """The hosts of all companies with their targets; those that are no products are put among `companies`."""
    hosts = Claims(_host, files)
    for key, entry in files.entries("companies.yaml"):
        stated = entry.value if isinstance(entry.value, dict) else {}
        name, kind = stated.get("name"), stated.get("kind")
        if isinstance(name, str) and kind in COMPANY_KINDS:
            companies[key] = Company(key, name, str(kind))
        elif "product" not in stated:
            advice = f"State a name and one of the kinds {', '.join(COMPANY_KINDS)}; or name a `product`."
            files.wrong(f"`{key}` states neither a product nor a name and a kind", advice, entry.key_place())
            continue
        target = str(stated.get("product", f"company:{key}"))
        listed = entry.child("hosts")
        if files.knows(target, entry.key_place()) and listed:
            hosts.add(target, listed)
    return hosts.targets()


def _marks(files: MarkFiles, name: str, kinds: dict[str, Callable[[str], str]]) -> dict[str, dict[str, str]]:
    """The marks of a chapter by kind; `kinds` maps each to the form in which its marks are looked up."""
    claims = {kind: Claims(normal, files) for kind, normal in kinds.items()}
    for target, entry in files.entries(name):
        if not files.knows(target, entry.key_place()):
            continue
        if not isinstance(entry.value, dict):
            files.wrong(f"`{target}` has no marks", f"List some below {', '.join(kinds)}.", entry.key_place())
            continue
        for kind, listed in entry.children():
            if kind in kinds:
                claims[str(kind)].add(target, listed)
            else:
                files.wrong(f"`{kind}` is no kind of mark here", f"Known are {', '.join(kinds)}.", listed.key_place())
    return {kind: found.targets() for kind, found in claims.items()}


def _statements(files: MarkFiles) -> dict[str, str]:
    """The names on statements, which are listed right below their target."""
    claims = Claims(_statement, files)
    for target, entry in files.entries("statements.yaml"):
        if files.knows(target, entry.key_place()):
            claims.add(target, entry)
    return claims.targets()


def _host(text: str) -> str:
    return text if _HOST.fullmatch(text) else ""


def _fragment(text: str) -> str:
    """A fragment of a record's value: labels, the last of which may go on where a `*` ends it."""
    return text if _FRAGMENT.fullmatch(text) else ""


def _name(text: str) -> str:
    return text if _NAME.fullmatch(text) else ""


def _statement(text: str) -> str:
    """A name on a statement as words in lower case, parted by single spaces; a `*` at its end stays."""
    words = " ".join(_WORD.findall(text.lower()))
    return words + "*" * (bool(words) and text.rstrip().endswith("*"))
