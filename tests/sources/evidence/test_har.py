"""HTTP archives as evidence: real ones, those of several browsers, and damaged ones."""

from __future__ import annotations

import base64
import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stackaudit.model.problems import Problems
from stackaudit.sources.evidence.dns_snapshots import DNS_SNAPSHOT
from stackaudit.sources.evidence.har import HAR
from stackaudit.sources.evidence.html_pages import HTML_PAGE
from stackaudit.sources.evidence.reader import Content
from stackaudit.sources.evidence.website_snapshots import WEBSITE_SNAPSHOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.sources.evidence.reader import Reading

REAL = Path(__file__).parents[4] / "shared" / "data" / "web"
GTM = "https://www.googletagmanager.com/gtm.js?id=GTM-ABC123"


def entry(url: object, on: object = "2026-11-20T23:59:00.000+01:00", **more: object) -> dict[str, object]:
    answer = {"status": 200, "content": {}, **more.pop("response", {})}  # type: ignore[dict-item]
    request = {"method": "GET", "url": url, **more.pop("request", {})}  # type: ignore[dict-item]
    return {"startedDateTime": on, "request": request, "response": answer, **more}


def archive(*entries: object, pages: object = (), **log: object) -> dict[str, object]:
    return {"log": {"version": "1.2", "pages": pages, "entries": list(entries), **log}}


def read(value: object, variables: frozenset[str] = frozenset()) -> Reading:
    text = json.dumps(value, indent=1)
    return HAR.read(Content("visit.har", ".har", text, None, {"variables": variables}))


def told(reading: Reading) -> list[tuple[str, str, int]]:
    return [(trace.mark, trace.text, trace.times) for trace in reading.traces]


def test_each_foreign_host_is_one_trace_with_its_requests_and_its_latest_day() -> None:
    reading = read(
        archive(
            entry("https://www.shop.example/"),
            entry("https://cdn.shop.example/a.css"),
            entry("https://px.vendor.com/1?email=a@shop.example"),
            entry("https://px.vendor.com/2", "2026-11-21T00:01:00Z"),
            entry("https://px.vendor.com:8443/3", "no day"),
            entry("wss://chat.vendor.com/socket"),
            entry("data:text/html,//x.vendor.com"),
            entry("chrome-extension://abc/x.js"),
        )
    )

    assert [(t.kind, t.mark, t.text, t.times, t.on, t.site) for t in reading.traces] == [
        ("tag", "host", "px.vendor.com", 3, date(2026, 11, 21), "www.shop.example"),
        ("tag", "host", "chat.vendor.com", 1, date(2026, 11, 20), "www.shop.example"),
    ]
    lines = reading.document.text.splitlines()
    assert [lines[t.place.line - 1].strip() for t in reading.traces] == [
        "px.vendor.com",
        "chat.vendor.com",
    ]
    assert (reading.rows, reading.skipped) == (8, 4)


def test_cookies_are_told_by_name_and_never_by_value() -> None:
    reading = read(
        archive(
            entry(
                "https://www.shop.example/",
                request={
                    "cookies": [{"name": "_ga", "value": "secret-1"}],
                    "headers": [{"name": "COOKIE", "value": "_ga=secret-1; _gid=secret-2; broken"}],
                },
                response={
                    "cookies": [{"name": "sid", "value": "secret-3"}],
                    "headers": [
                        {"name": "set-cookie", "value": "sid=secret-3; Path=/\n_fbp=secret-4; Secure"},
                        {"name": "Set-Cookie", "value": "\x1b[31m=secret-5"},
                    ],
                },
            ),
            entry("https://px.vendor.com/", request={"cookies": [{"name": "_ga"}, {"name": 5}, "x", None]}),
        )
    )

    assert told(reading) == [
        ("cookie", "_fbp", 1),
        ("cookie", "_ga", 2),
        ("cookie", "_gid", 1),
        ("cookie", "sid", 1),
        ("host", "px.vendor.com", 1),
    ]
    assert "secret" not in repr(reading.traces)


@pytest.mark.parametrize(
    "initiator",
    [
        GTM,
        {"type": "script", "url": GTM},
        {"type": "script", "stack": {"callFrames": [{"url": GTM}, {"url": "https://www.shop.example/"}]}},
    ],
)
def test_what_only_a_container_asked_for_was_brought_by_it(initiator: object) -> None:
    reading = read(
        archive(
            entry("https://www.shop.example/"),
            entry("https://px.vendor.com/1", _initiator=initiator),
            entry("https://px.vendor.com/2", _initiator=initiator),
            entry("https://both.vendor.com/1", _initiator=initiator),
            entry("https://both.vendor.com/2", _initiator="https://www.shop.example/"),
        )
    )

    assert {trace.text: trace.via for trace in reading.traces} == {"px.vendor.com": "GTM-ABC123", "both.vendor.com": ""}


def test_the_site_is_the_first_page_behind_its_redirects() -> None:
    moved = {"status": 301, "redirectURL": "https://www.shop.example/"}
    pages = [{"id": "page_2"}, {"id": "page_9"}]
    entries = (
        entry("https://early.vendor.com/", pageref="page_1"),
        entry("http://shop.test/", pageref="page_2", response=moved),
        entry("https://www.shop.example/", pageref="page_2"),
    )

    assert {trace.site for trace in read(archive(*entries, pages=pages)).traces} == {"www.shop.example"}
    assert {trace.site for trace in read(archive(*entries)).traces} == {"early.vendor.com"}


def test_what_the_browser_asks_for_itself_is_on_no_page() -> None:
    addresses = [
        "https://www.example.com/",
        "http://ocsp.digicert.com/",
        "http://detectportal.firefox.com/success.txt",
        "https://incoming.telemetry.mozilla.org/submit",
        "https://safebrowsing.googleapis.com/v4",
        "https://maps.googleapis.com/maps.js",
    ]

    reading = read(archive(*map(entry, addresses)))

    assert [trace.text for trace in reading.traces] == ["maps.googleapis.com"]


def test_known_variables_are_looked_for_in_small_scripts_and_pages() -> None:
    script = {"mimeType": "application/javascript; charset=utf-8", "text": "fbq('init')"}
    hidden = {
        "mimeType": "text/html",
        "encoding": "base64",
        "text": base64.b64encode(b"<script>_hsq=[]</script>").decode(),
    }
    bodies = [script, hidden, script | {"mimeType": "image/png"}, script | {"text": "twq;" + " " * 1_000_000}]
    bodies += [
        {"mimeType": "text/javascript", "encoding": "base64", "text": "é"},
        {"mimeType": "text/html", "text": "ttq"},
    ]
    entries = [entry("https://www.shop.example/", response={"content": body}) for body in bodies]

    assert told(read(archive(*entries), frozenset({"fbq", "_hs*", "twq", "ttq"}))) == [
        ("variable", "fbq", 1),
        ("variable", "_hsq", 1),
    ]
    assert told(read(archive(*entries))) == []


def test_only_its_own_reader_claims_it() -> None:
    content = Content("visit.har", ".har", json.dumps(archive(entry("https://www.shop.example/"))))

    assert [reader.claims(content) for reader in (HAR, WEBSITE_SNAPSHOT, DNS_SNAPSHOT, HTML_PAGE)] == [
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize("value", [{}, [], {"log": []}, {"log": {"entries": {}}}, {"entries": []}])
def test_what_is_no_archive_is_not_claimed_and_not_read(value: object) -> None:
    assert not HAR.claims(Content("visit.json", ".json", json.dumps(value)))
    with pytest.raises(Problems, match="no HTTP archive"):
        read(value)


WHOLE = archive(
    entry("https://www.shop.example/", pageref="page_1", response={"redirectURL": "", "cookies": [{"name": "a"}]}),
    entry(
        "https://px.vendor.com/1",
        _initiator={"stack": {"callFrames": [{"url": GTM}]}},
        request={"cookies": [{"name": "_ga", "value": "1"}], "headers": [{"name": "Cookie", "value": "b=1"}]},
        response={"content": {"mimeType": "text/javascript", "text": "ZmJx", "encoding": "base64", "size": 3}},
    ),
    pages=[{"id": "page_1", "title": "https://www.shop.example/"}],
)
STRANGERS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10**20),
    st.floats(allow_nan=False, allow_infinity=False) | st.just(1e308),
    st.text(max_size=20),
    st.sampled_from(["https://[::1", "//", "https://\ud800/", "9999-99-99", "https://%00/", "data:"]),
    st.lists(st.sampled_from([None, 1, "x", [], {}]), max_size=2),
    st.dictionaries(st.sampled_from(["url", "name", "entries", "stack"]), st.none() | st.text(max_size=3), max_size=2),
)


def paths(value: object, *here: str | int) -> Iterator[tuple[str | int, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, below in steps:
        yield (*here, step)
        yield from paths(below, *here, step)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(paths(WHOLE), key=repr)), STRANGERS), min_size=1, max_size=3))
def test_an_archive_with_values_of_other_kinds_is_read_or_refused(
    changes: list[tuple[tuple[str | int, ...], object]],
) -> None:
    value = deepcopy(WHOLE)
    for path, stranger in changes:
        replace(value, path, deepcopy(stranger))

    if not HAR.claims(Content("visit.har", ".har", json.dumps(value))):
        with pytest.raises(Problems, match="no HTTP archive"):
            read(value)
        return
    reading = read(value, frozenset({"fbq"}))

    assert all(trace.place.line >= 1 and trace.text.isprintable() for trace in reading.traces)
    assert 0 <= reading.skipped <= reading.rows


def replace(tree: object, path: tuple[str | int, ...], value: object) -> None:
    for step in path[:-1]:
        try:
            tree = tree[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):  # an earlier change took that part of the tree away
            return
    if isinstance(tree, dict) or (isinstance(tree, list) and isinstance(path[-1], int) and path[-1] < len(tree)):
        tree[path[-1]] = value  # type: ignore[index]


def test_a_hundred_thousand_empty_entries_are_no_traces() -> None:
    reading = HAR.read(Content("visit.har", ".har", '{"log":{"entries":[' + "{}," * 99_999 + '{"time":1e308}]}}'))

    assert (reading.traces, reading.rows, reading.skipped) == ((), 100_000, 100_000)


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared data is not here")
@pytest.mark.parametrize(
    ("name", "site", "hosts", "requests"),
    [
        ("bbc.com.har", "www.bbc.com", 35, 120),
        ("izettle.com.har", "www.izettle.com", 17, 48),
        ("vercel.com.har", "vercel.com", 5, 99),
    ],
)
def test_real_archives_tell_their_hosts(name: str, site: str, hosts: int, requests: int) -> None:
    content = Content(name, ".har", (REAL / name).read_text(encoding="utf-8"))

    reading = HAR.read(content)

    assert HAR.claims(content)
    assert {trace.site for trace in reading.traces} == {site}
    assert [trace.mark for trace in reading.traces] == ["host"] * hosts
    assert sum(trace.times for trace in reading.traces) + reading.skipped == reading.rows == requests


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared data is not here")
def test_a_real_archive_tells_exactly_these_hosts() -> None:
    content = Content("vercel.com.har", ".har", (REAL / "vercel.com.har").read_text(encoding="utf-8"))

    assert told(HAR.read(content)) == [
        ("host", "res.cloudinary.com", 3),
        ("host", "www.google-analytics.com", 2),
        ("host", "cdn.segment.com", 4),
        ("host", "vitals.vercel-insights.com", 2),
        ("host", "stats.g.doubleclick.net", 1),
    ]
