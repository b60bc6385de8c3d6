"""Snapshots of domains, as `stackaudit collect dns` writes them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.model.evidence import Trace
from stackaudit.sources.evidence.reader import Places, Reader, Reading
from stackaudit.sources.websites.hosts import cleaned, is_same_site
from stackaudit.sources.websites.offsets import spans
from stackaudit.sources.websites.snapshots import DNS, kind_of, read_dns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.websites import DnsRecord
    from stackaudit.sources.evidence.reader import Content

_LONGEST = 100
_SPF = "v=spf1"
_HOSTS = {"MX": "mx", "CNAME": "cname", "NS": "ns"}


def _claims(content: Content) -> bool:
    return content.is_json and kind_of(content.value) == DNS


def _read(content: Content) -> Reading:
    """One trace for each value of a kind, with how many records hold it; raises `Problems` as `read_dns` does."""
    places = Places(content)
    snapshot = read_dns(content.value, places.document)
    domain = cleaned(snapshot.domain)
    times: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], int] = {}
    skipped = 0
    found = spans(content.text, len(snapshot.records), "records")
    for record, (start, _) in zip(snapshot.records, found, strict=True):
        marks = [mark for mark in _marks(record) if not (domain and mark[0] != "txt" and is_same_site(mark[1], domain))]
        skipped += not marks
        times.update(marks)
        first.update((mark, start) for mark in marks if mark not in first)
    traces = tuple(
        Trace("record", text, places.at(first[mark, text]), snapshot.collected, count, mark=mark, site=domain)
        for (mark, text), count in times.items()
    )
    return Reading(traces, places.document, len(snapshot.records), skipped)


def _marks(record: DnsRecord) -> Iterator[tuple[str, str]]:
    """What a record tells of its maker: the kind of mark and its text."""
    value = record.value.strip().strip('"')
    if record.type.upper() in _HOSTS:
        host = cleaned(value.rpartition(" ")[2])  # before it stands an MX record's preference
        if host:
            yield _HOSTS[record.type.upper()], host
    elif record.type.upper() == "TXT" and value.lower().startswith(_SPF):
        yield from (("spf", host) for host in dict.fromkeys(_senders(value)))
    elif record.type.upper() == "TXT":
        yield from (("txt", mark) for mark in _verification(value))


def _senders(value: str) -> Iterator[str]:
    """The domains that an SPF record includes or hands over to, without what macros put before them."""
    for term in value.lower().split():
        name, sign, domain = term.lstrip("+-~?").replace("=", ":", 1).partition(":")
        host = cleaned(domain.rpartition("}")[2].lstrip("."))
        if sign and name in {"include", "redirect"} and host:
            yield host


def _verification(value: str) -> Iterator[str]:
    """What stands before the secret of a verification, or the whole text where it has no `=`.

    Keys and policies (`v=DKIM1`, `k=rsa`) verify nothing.
    """
    mark = value.partition("=")[0].strip()[:_LONGEST]
    if mark and mark.isprintable() and mark.lower() not in {"v", "k", "p"}:
        yield mark


DNS_SNAPSHOT = Reader(
    "dns-snapshot", "a domain's records as `stackaudit collect dns` saw them", _claims, _read, ("record",)
)
