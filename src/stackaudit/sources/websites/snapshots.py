"""Snapshots of websites and domains as files: sorted JSON, one thing on a line, so that a change shows as one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stackaudit.model.websites import Container, DnsRecord, DnsSnapshot, Marks, Page, WebsiteSnapshot
from stackaudit.sources.websites.stated import Stated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stackaudit.model.documents import Document

WEBSITE = "website-snapshot"
DNS = "dns-snapshot"
VERSION = 1


def website_text(snapshot: WebsiteSnapshot) -> str:
    """A website's snapshot as its file holds it: pages by address, and one host, cookie or name on a line."""
    stated = {
        **_head(WEBSITE),
        "site": snapshot.site,
        "collected": snapshot.collected.isoformat(),
        "pages": [
            {"url": page.url, "status": page.status, "containers": sorted(set(page.containers)), **_marks(page.marks)}
            for page in sorted(snapshot.pages)
        ],
        "containers": [{"id": container.id, **_marks(container.marks)} for container in sorted(snapshot.containers)],
        "left_out": [{"address": address, "reason": reason} for address, reason in sorted(snapshot.left_out)],
    }
    return json.dumps(stated, indent=2) + "\n"


def dns_text(snapshot: DnsSnapshot) -> str:
    """A domain's snapshot as its file holds it: one record on a line, by name, type and value."""
    records = ({"name": record.name, "type": record.type, "value": record.value} for record in sorted(snapshot.records))
    left_out = ({"name": name, "reason": reason} for name, reason in sorted(snapshot.left_out))
    head = {**_head(DNS), "domain": snapshot.domain, "collected": snapshot.collected.isoformat()}
    lines = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    lines += [f'  "records": {_lines(records)}', f'  "left_out": {_lines(left_out)}']
    return "{\n" + ",\n".join(lines) + "\n}\n"


def read_website(value: object, document: Document) -> WebsiteSnapshot:
    """The website's snapshot that the JSON value of a document holds.

    Raises `Problems` with a place for another version, for what is missing, and for values of another type.
    """
    stated = Stated(value, document)
    stated.must_be(WEBSITE, VERSION)
    return WebsiteSnapshot(
        stated.text("site"),
        stated.day("collected"),
        tuple(_page(page) for page in stated.items("pages")),
        tuple(Container(container.text("id"), _read_marks(container)) for container in stated.items("containers")),
        tuple((item.text("address"), item.text("reason")) for item in stated.items("left_out")),
    )


def read_dns(value: object, document: Document) -> DnsSnapshot:
    """The domain's snapshot that the JSON value of a document holds; raises `Problems` as `read_website` does."""
    stated = Stated(value, document)
    stated.must_be(DNS, VERSION)
    return DnsSnapshot(
        stated.text("domain"),
        stated.day("collected"),
        tuple(DnsRecord(item.text("name"), item.text("type"), item.text("value")) for item in stated.items("records")),
        tuple((item.text("name"), item.text("reason")) for item in stated.items("left_out")),
    )


def kind_of(value: object) -> str:
    """Which snapshot a JSON value says it is: `WEBSITE`, `DNS`, or an empty text."""
    kind = value.get("stackaudit") if isinstance(value, dict) else None
    return kind if isinstance(kind, str) and kind in {WEBSITE, DNS} else ""


def _head(kind: str) -> dict[str, object]:
    return {"stackaudit": kind, "version": VERSION}


def _marks(marks: Marks) -> dict[str, list[str]]:
    return {key: sorted(set(names)) for key, names in marks._asdict().items()}


def _lines(items: Iterable[Mapping[str, str]]) -> str:
    body = ",\n".join(f"    {json.dumps(item)}" for item in items)
    return f"[\n{body}\n  ]" if body else "[]"


def _page(stated: Stated) -> Page:
    return Page(stated.text("url"), stated.number("status"), _read_marks(stated), stated.texts("containers"))


def _read_marks(stated: Stated) -> Marks:
    return Marks(stated.texts("hosts"), stated.texts("cookies"), stated.texts("variables"))
