"""What a visit to a website or a look at a domain records: names of hosts, cookies and variables, never values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Marks(NamedTuple):
    """What calls tell of their makers: hosts, names of cookies, and names in scripts that the catalogue knows.

    All sorted, each once.
    """

    hosts: tuple[str, ...] = ()
    cookies: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()


class Page(NamedTuple):
    """One page: its address without query and fragment, the answer's status, and the marks on it.

    `containers` are the ids of the tag managers' containers that it loads.
    """

    url: str
    status: int
    marks: Marks
    containers: tuple[str, ...] = ()


class Container(NamedTuple):
    """A tag manager's container, such as `GTM-ABC123`, and the marks in it."""

    id: str
    marks: Marks


class WebsiteSnapshot(NamedTuple):
    """The pages of one site on a day; `left_out` are addresses that gave no page, each with the reason."""

    site: str
    collected: date
    pages: tuple[Page, ...]
    containers: tuple[Container, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()


class DnsRecord(NamedTuple):
    """One record: the name, its type (TXT, MX, CNAME, NS) and its value; verification marks without their secret."""

    name: str
    type: str
    value: str


class DnsSnapshot(NamedTuple):
    """The records of one domain on a day; `left_out` are names that could not be asked, each with the reason."""

    domain: str
    collected: date
    records: tuple[DnsRecord, ...]
    left_out: tuple[tuple[str, str], ...] = ()
