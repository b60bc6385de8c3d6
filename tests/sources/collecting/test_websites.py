"""Visits to sites that behave well: what a snapshot holds, which links are followed, what is never written."""

from __future__ import annotations

import json

import pytest

from sources.collecting.site import DAY, PAGE, QUICK, Site, page, redirect, visit
from stackaudit.model.documents import Document
from stackaudit.model.problems import Problems
from stackaudit.model.websites import Container, Marks, Page, WebsiteSnapshot
from stackaudit.sources.websites.snapshots import read_website, website_text


def links(*addresses: str) -> str:
    return "".join(f'<a href="{address}">x</a>' for address in addresses)


def urls(snapshot: WebsiteSnapshot) -> list[str]:
    return [found.url for found in snapshot.pages]


def test_a_page_is_noted_with_its_hosts_cookies_and_variables() -> None:
    body = PAGE + b"<script>window.dataLayer=[];document.cookie='seen=1'</script>"
    with Site({"/": page(body, "text/html", "Set-Cookie: sid=secret; Path=/", "Set-Cookie: _ga=x")}) as site:
        snapshot = visit(site, variables=["dataLayer"])

    marks = Marks(("js.hs-scripts.com",), ("_ga", "seen", "sid"), ("dataLayer",))
    assert snapshot == WebsiteSnapshot("shop.test", DAY, (Page("http://shop.test/", 200, marks),))
    assert "secret" not in website_text(snapshot)


def test_links_on_the_site_are_followed_breadth_first_and_sorted_until_there_are_enough() -> None:
    with Site(
        {
            "/": page(links("/b", "/a", "https://elsewhere.test/", "mailto:x@shop.test", "/a#part", "/a?x=1")),
            "/a": page(links("/deep")),
            "/b": page(),
            "/deep": page(),
        }
    ) as site:
        first = visit(site, limits=QUICK._replace(pages=3))
        every = visit(site)

    assert urls(first) == ["http://shop.test/", "http://shop.test/a", "http://shop.test/b"]
    assert urls(every) == [*urls(first), "http://shop.test/deep"]
    assert first.left_out == every.left_out == ()


def test_links_to_other_names_of_the_same_domain_are_followed() -> None:
    with Site({"shop.test/": page(links("http://blog.shop.test/")), "blog.shop.test/": page()}) as site:
        snapshot = visit(site)

    assert urls(snapshot) == ["http://blog.shop.test/", "http://shop.test/"]


def test_the_same_site_gives_the_same_bytes_however_many_are_asked_at_once() -> None:
    pages = {f"/{name}": page(links("/a", "/b", "/c", "/d", f"/{name}{name}")) for name in "abcd"}
    with Site({"/": page(links("/d", "/c", "/b", "/a")), **pages}) as site:
        one = visit(site, limits=QUICK._replace(parallel=1))
        many = visit(site, limits=QUICK._replace(parallel=8))

    assert website_text(one) == website_text(many)


def test_what_may_name_a_person_is_masked_and_such_pages_are_visited_once() -> None:
    addresses = ("/user/ola@example.com", "/order/1234567", "/order/7654321", "/t/a8f5f167f44f4964e6c998dee827110c")
    with Site({"/": page(links(*addresses)), **{path: page() for path in addresses}}) as site:
        snapshot = visit(site, "http://shop.test/?token=secret#part")

    assert urls(snapshot) == [
        "http://shop.test/",
        "http://shop.test/order/…",
        "http://shop.test/t/…",
        "http://shop.test/user/…",
    ]
    assert site.paths[0] == "/?token=secret"


def test_a_redirect_within_the_site_is_followed_with_the_cookies_it_sets() -> None:
    def gate(asked: object) -> object:
        passed = b"cookie: pass=1" in asked.head.lower()
        return (page() if passed else redirect("/gate", "Set-Cookie: pass=1"))(asked)

    with Site({"/": redirect("/gate"), "/gate": gate}) as site:
        snapshot = visit(site)

    assert [(found.url, found.marks.cookies) for found in snapshot.pages] == [("http://shop.test/gate", ("pass",))]
    assert site.paths == ["/", "/gate", "/gate"]


def test_cookies_of_one_page_are_not_sent_for_the_next() -> None:
    with Site({"/": page(links("/a"), "text/html", "Set-Cookie: sid=1"), "/a": page()}) as site:
        visit(site)

    assert [b"cookie:" in asked.head.lower() for asked in site.asked] == [False, False, False]


def test_marks_in_the_sites_own_scripts_count_for_the_pages_that_load_them() -> None:
    own = "<script src=/app.js?v=3></script><script src=https://cdn.elsewhere.test/x.js></script>"
    script = page("var s='https://static.hotjar.com/h.js'; hj()", "text/javascript")
    with Site({"/": page(own + links("/plain")), "/plain": page(), "/app.js?v=3": script}) as site:
        snapshot = visit(site, variables=["hj"])

    assert [(found.url, found.marks) for found in snapshot.pages] == [
        ("http://shop.test/", Marks(("cdn.elsewhere.test", "shop.test", "static.hotjar.com"), (), ("hj",))),
        ("http://shop.test/plain", Marks(("js.hs-scripts.com",))),
    ]
    assert "cdn.elsewhere.test" not in {asked.host for asked in site.asked}


def test_scripts_beyond_the_limit_are_told() -> None:
    body = "".join(f"<script src=/s{number}.js></script>" for number in range(3))
    scripts = {f"/s{number}.js": page("1", "text/javascript") for number in range(3)}
    with Site({"/": page(body), **scripts}) as site:
        snapshot = visit(site, limits=QUICK._replace(scripts=2))

    assert snapshot.left_out == (("http://shop.test/s2.js", "there are more than 2 scripts"),)
    assert sorted(site.paths) == ["/", "/s0.js", "/s1.js"]


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("401 Unauthorized", "answered 401 (it asks for a password)"),
        ("403 Forbidden", "answered 403 (forbidden)"),
        ("404 Not Found", "answered 404 (not found)"),
        ("429 Too Many Requests", "answered 429 (too many requests)"),
        ("503 Service Unavailable", "answered 503 (not available)"),
        ("418 I'm a teapot", "answered 418"),
    ],
)
def test_a_page_that_answers_otherwise_is_left_out_and_the_others_stay(status: str, reason: str) -> None:
    with Site({"/": page(links("/x")), "/x": page(status=status)}) as site:
        snapshot = visit(site)

    assert urls(snapshot) == ["http://shop.test/"]
    assert snapshot.left_out == (("http://shop.test/x", reason),)


def test_an_answer_that_nothing_changed_is_no_page() -> None:
    with Site({"/": page(links("/x")), "/x": page(b"", status="304 Not Modified")}) as site:
        snapshot = visit(site)

    assert snapshot.left_out == (("http://shop.test/x", "answered 304"),)


def test_files_are_not_pages_by_name_or_by_type() -> None:
    with Site({"/": page(links("/a.pdf", "/b")), "/b": page("%PDF", "application/pdf")}) as site:
        snapshot = visit(site)

    assert snapshot.left_out == (("http://shop.test/b", "is application/pdf, not a page"),)
    assert site.paths == ["/", "/b"]


def test_a_type_from_a_stranger_is_not_repeated() -> None:
    with Site({"/": page(links("/b")), "/b": page("x", "\x1b[31mtext/evil")}) as site:
        snapshot = visit(site)

    assert [reason for _, reason in snapshot.left_out] == ["is something else, not a page"]


def test_a_meta_refresh_is_not_followed() -> None:
    with Site({"/": page("<meta http-equiv=refresh content='0;url=/x'>"), "/x": page()}) as site:
        visit(site)

    assert site.paths == ["/"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("\ufeff<script src=//js.hs-scripts.com/x></script>".encode("utf-16-le"), "text/html"),
        ("<script src=//js.hs-scripts.com/x></script>".encode("utf-16-be"), "text/html; charset=utf-16be"),
        ("<p>æøå<script src=//js.hs-scripts.com/x></script>".encode("latin-1"), "text/html; charset=utf-8"),
        (b"<script src=//js.hs-scripts.com/x></script>", "text/html; charset=punycode"),
        (b"<script src=//js.hs-scripts.com/x></script>", "text/html; charset=\xc3\xa6"),
        (b"\xef\xbb\xbf<script src=//js.hs-scripts.com/x></script>", ""),
    ],
)
def test_marks_are_found_whatever_encoding_a_page_claims(body: bytes, kind: str) -> None:
    with Site({"/": page(body, kind)}) as site:
        snapshot = visit(site)

    assert [found.marks.hosts for found in snapshot.pages] == [("js.hs-scripts.com",)]


def test_where_no_page_is_read_there_is_no_snapshot() -> None:
    with Site({"/": page(status="503 Service Unavailable")}) as site, pytest.raises(Problems) as raised:
        visit(site)

    assert [problem.message for problem in raised.value.problems] == [
        "http://shop.test/ gave no page: answered 503 (not available)"
    ]


def test_a_visit_that_takes_too_long_keeps_what_it_has() -> None:
    pages = {f"/{name}": page() for name in "abc"}
    with Site({"/": page(links(*pages)), **pages}) as site:
        snapshot = visit(site, limits=QUICK._replace(delay=0.4, visit=0.9))

    assert "http://shop.test/" in urls(snapshot)
    assert snapshot.left_out == (("http://shop.test/", "the visit was ended after 0.9 seconds"),)


def test_a_site_that_answers_nothing_but_links_is_not_asked_for_ever() -> None:
    names = [f"/broken-{letter}{other}" for letter in "abcdefgh" for other in "abcdefgh"]
    with Site({"/": page(links(*names))}) as site:
        visit(site, limits=QUICK._replace(pages=2))

    assert len(site.paths) == 6


def test_a_container_is_noted_on_the_page_and_read_by_itself(secure_site: object) -> None:
    body = page("<script>x('https://www.googletagmanager.com/gtm.js?id=GTM-ABC123')</script>")
    container = page("var u='https://static.hotjar.com/c/'; _fbq()", "application/javascript")
    with (
        Site({"/": body}) as site,
        secure_site({"www.googletagmanager.com/gtm.js?id=GTM-ABC123": container}) as (secure, way),
    ):
        snapshot = visit(site, variables=["_fbq"], by=way(site, secure))

    assert [found.containers for found in snapshot.pages] == [("GTM-ABC123",)]
    assert snapshot.containers == (Container("GTM-ABC123", Marks(("static.hotjar.com",), (), ("_fbq",))),)
    assert "static.hotjar.com" not in snapshot.pages[0].marks.hosts


def test_a_consent_tools_script_is_read_and_its_query_is_not_written(secure_site: object) -> None:
    body = page("<script src='https://consent.cookiebot.com/uc.js?cbid=0123-secret'></script>")
    with Site({"/": body}) as site, secure_site({}) as (secure, way):
        snapshot = visit(site, by=way(site, secure))

    assert [found.containers for found in snapshot.pages] == [("consent.cookiebot.com/uc.js",)]
    assert snapshot.left_out == (("consent.cookiebot.com/uc.js", "answered 404 (not found)"),)
    assert secure.paths == ["/uc.js?cbid=0123-secret"]


def test_two_addresses_that_lead_to_one_page_are_one_page_with_the_cookies_of_both_ways() -> None:
    with Site(
        {
            "/": page(links("/a", "/b")),
            "/a": redirect("/end", "Set-Cookie: a=1"),
            "/b": redirect("/end", "Set-Cookie: b=1"),
            "/end": page(),
        }
    ) as site:
        snapshot = visit(site)

    assert [(found.url, found.marks) for found in snapshot.pages] == [
        ("http://shop.test/", Marks()),
        ("http://shop.test/end", Marks(("js.hs-scripts.com",), ("a", "b"))),
    ]


def test_a_container_that_the_sites_own_script_loads_is_the_pages() -> None:
    script = page("load('GTM-OWN123')", "text/javascript")
    with Site({"/": page("<script src=/app.js></script>"), "/app.js": script}) as site:
        snapshot = visit(site)

    assert [found.containers for found in snapshot.pages] == [("GTM-OWN123",)]
    assert [name for name, _ in snapshot.left_out] == ["GTM-OWN123"]


def test_a_snapshot_is_read_as_it_was_written() -> None:
    body = PAGE.decode() + links("/order/1234567", "/gone")
    with Site({"/": page(body, "text/html", "Set-Cookie: sid=1"), "/order/1234567": page()}) as site:
        snapshot = visit(site)

    text = website_text(snapshot)
    assert read_website(json.loads(text), Document("website-shop.test.json", text)) == snapshot
