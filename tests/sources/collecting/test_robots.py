"""What robots.txt allows, after RFC 9309, and that it is heeded."""

from __future__ import annotations

import itertools
import time

import pytest

from sources.collecting.site import PAGE, QUICK, Site, page, raw, redirect, visit
from stackaudit.model.problems import Problems
from stackaudit.sources.collecting.robots import Robots, parse_robots


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("Disallow: /", "/", False),
        ("Disallow: /", "/a?b", False),
        ("Disallow:", "/a", True),
        ("", "/a", True),
        ("Disallow: /private", "/private/x", False),
        ("Disallow: /private", "/privat", True),
        ("Disallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("Allow: /a\nDisallow: /a", "/a", True),
        ("Disallow: /*.pdf$", "/x/y.pdf", False),
        ("Disallow: /*.pdf$", "/x/y.pdf?z", True),
        ("Disallow: /*?s=", "/find?s=1", False),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: *", "/a", False),
        ("Disallow: /a*b*c", "/a1b2c3", False),
        ("Disallow: /a*b*c", "/a1c2b3", True),
        ("Disallow: /a*ab$", "/ab", True),
        ("Disallow: /%7Euser", "/~user", False),
        ("Disallow: /æ", "/%C3%A6", False),
        ("Disallow: /a%2fb", "/a%2Fb", False),
        ("Disallow: /a # not this", "/a", False),
        ("  disALLOW  :/a", "/a", False),
        ("Disallow /a", "/a", True),
    ],
)
def test_the_longest_rule_that_matches_decides(rules: str, path: str, allowed: bool) -> None:
    assert parse_robots(f"User-agent: *\n{rules}\n", "stackaudit").allows(path) is allowed


def test_the_group_of_our_name_counts_before_that_of_everybody() -> None:
    others = "User-agent: *\nDisallow: /\n\nUser-agent: other\n"
    text = f"{others}User-agent: StackAudit\nDisallow: /a\n\nUser-agent: stackaudit\nDisallow: /b"

    assert parse_robots(text, "stackaudit") == Robots((("/a", False), ("/b", False)))


def test_rules_before_any_name_are_nobodys() -> None:
    assert parse_robots("Disallow: /\nUser-agent: x\nDisallow: /", "stackaudit") == Robots()


def test_a_delay_is_read_and_bounded() -> None:
    assert parse_robots("User-agent: *\nCrawl-delay: 2.5", "stackaudit").delay == 2.5
    assert parse_robots("User-agent: *\nCrawl-delay: 86400", "stackaudit").delay == 10.0
    assert parse_robots("User-agent: *\nCrawl-delay: never", "stackaudit").delay == 0.0


def test_rules_made_to_be_slow_are_answered() -> None:
    rules = parse_robots("User-agent: *\n" + f"Disallow: /{'a*' * 100}b$\n" * 2000, "stackaudit")

    assert rules.allows("/" + "a" * 2000)


def test_what_robots_txt_forbids_is_not_asked_for() -> None:
    rules = page("User-agent: *\nDisallow: /private\nDisallow: /*.js", "text/plain")
    body = PAGE.decode() + "<a href=/private/x>x</a><script src=/app.js></script>"
    with Site({"/": page(body), "/robots.txt": rules, "/private/x": page()}) as site:
        snapshot = visit(site)

    assert snapshot.left_out == (
        ("http://shop.test/app.js", "its robots.txt does not allow it"),
        ("http://shop.test/private/x", "its robots.txt does not allow it"),
    )
    assert site.paths == ["/"]


@pytest.mark.parametrize("status", ["404 Not Found", "401 Unauthorized", "403 Forbidden", "429 Too Many Requests"])
def test_a_site_without_robots_txt_allows_everything(status: str) -> None:
    with Site({"/": page(), "/robots.txt": page("User-agent: *\nDisallow: /", status=status)}) as site:
        snapshot = visit(site)

    assert [found.url for found in snapshot.pages] == ["http://shop.test/"]


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        (page(status="500 Oops"), "answered 500"),
        (page(status="503 Service Unavailable"), "answered 503 (not available)"),
        (raw(), "answers with something that is not HTTP, or breaks off"),
        (redirect("/robots.txt"), "redirects more than 10 times"),
    ],
)
def test_a_site_whose_robots_txt_cannot_be_had_is_not_visited(behaviour: object, reason: str) -> None:
    with Site({"/": page(), "/robots.txt": behaviour}) as site, pytest.raises(Problems) as raised:
        visit(site)

    assert str(raised.value) == f"http://shop.test/ gave no page: its robots.txt cannot be read: {reason}"
    assert site.paths == []


def test_robots_txt_may_stand_elsewhere() -> None:
    rules = page("User-agent: *\nDisallow: /", "text/plain")
    with (
        Site({"/": page(), "/robots.txt": redirect("http://cdn.test/rules"), "cdn.test/rules": rules}) as site,
        pytest.raises(Problems, match=r"its robots\.txt does not allow it"),
    ):
        visit(site)


def test_robots_txt_is_read_once_for_each_host() -> None:
    links = "".join(f"<a href=/{letter}>x</a><a href=http://blog.shop.test/{letter}>x</a>" for letter in "abc")
    with Site({"/": page(links), **{f"/{letter}": page() for letter in "abc"}}) as site:
        visit(site)

    assert sorted(asked.host for asked in site.asked if asked.path == "/robots.txt") == ["blog.shop.test", "shop.test"]


def test_a_redirect_to_another_host_asks_its_robots_txt_even_when_one_is_asked_at_a_time() -> None:
    with Site({"shop.test/": redirect("http://www.shop.test/"), "www.shop.test/": page()}) as site:
        snapshot = visit(site, limits=QUICK._replace(parallel=1))

    assert [found.url for found in snapshot.pages] == ["http://www.shop.test/"]


def test_requests_to_a_host_are_parted_by_the_delay() -> None:
    begun: list[float] = []

    def noting(asked: object) -> object:
        begun.append(time.monotonic())
        return page("<a href=/a>a</a><a href=/b>b</a>")(asked)

    with Site({"/": noting, "/a": noting, "/b": noting}) as site:
        visit(site, limits=QUICK._replace(delay=0.2))

    assert [later - earlier > 0.15 for earlier, later in itertools.pairwise(begun)] == [True, True]
