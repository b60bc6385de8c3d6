"""Evidence: traces of systems that somebody else recorded, each with what was seen, when, for how much, and where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from stackaudit.model.documents import Document, Entry, Place

TRACES = {
    "payment": "a line of a ledger: a card purchase, an expense or an invoice",
    "sign-on": "an app that people sign in to through the identity provider",
    "grant": "access to data that somebody granted to an app",
    "tag": "a script, pixel or cookie on a page",
    "record": "a record in the domain name system",
    "listing": "a name on a list, such as the entries of a password manager",
}
"""The kinds of traces; each evidence file holds traces of one or two of them."""

SOURCES = {
    "paid": ("payment",),
    "signed in": ("sign-on", "grant"),
    "seen": ("tag", "record"),
    "listed": ("listing",),
}
"""What evidence says of a tool, with the kinds of traces that say it: the columns of a reconciliation."""

RISKS = {
    "modify": "the app can change or delete data, or act as the user",
    "read-sensitive": "the app can read mail, files, contacts or the directory",
    "read": "the app sees who signs in, or public data",
}
"""Classes of the access that an app was granted, the worst first."""


class Trace(NamedTuple):
    """One trace of a system, as it was recorded.

    `text` is what was written: the merchant, the app's name, the host, the record. `mark` says for tags and records
    what kind of text that is, a key of `MARK_KINDS`. `key` is an identifier that outlasts names: the id of the app or
    the client. `amount` is in `currency`, or in the organisation's where that is empty; refunds are negative. `team` is
    the cost centre as written, `payer` the card, masked. `users` are people with access, `times` how often it was
    recorded. `risk` is a key of `RISKS`. `site` is the website or domain that it was seen on, `via` what brought it
    there: the id of a tag manager's container. `entry` is where it stands.
    """

    kind: str
    text: str
    entry: Entry
    on: date | None = None
    times: int = 1
    amount: float | None = None
    currency: str = ""
    team: str = ""
    payer: str = ""
    users: int | None = None
    scopes: tuple[str, ...] = ()
    risk: str = ""
    mark: str = ""
    key: str = ""
    via: str = ""
    site: str = ""

    @property
    def place(self) -> Place:
        """The line that it stands on."""
        return self.entry.place()


MARK_KINDS = {
    "host": "a host that a page calls",
    "cookie": "the name of a cookie",
    "variable": "a name in a page's scripts",
    "txt": "a TXT record, without what follows a verification mark",
    "spf": "a domain that may send mail, from an SPF include",
    "mx": "a host that takes mail",
    "cname": "a host that a name of ours stands for",
    "ns": "a name server",
}
"""What the text of a tag or a record is."""


class EvidenceFile(NamedTuple):
    """A file of evidence that was read: which reader knew it, its traces, and what they cover.

    `rows` counts what stood there, of which `skipped` were no traces (totals, empty lines, first-party apps …).
    """

    name: str
    reader: str
    kinds: tuple[str, ...]
    traces: int
    rows: int
    skipped: int
    first: date | None
    last: date | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """All traces of all files, in order of file and line, and the files that hold them.

    `unread` are files that no reader knows, with the reason; they keep nobody from reading the others.
    """

    traces: tuple[Trace, ...] = ()
    files: tuple[EvidenceFile, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether any file of evidence was read."""
        return bool(self.files)
