"""What may be stated on the command line of the collectors."""

from __future__ import annotations

import pytest

from stackaudit.model.problems import Problems
from stackaudit.sources.collecting.stating import agent_of, domains_of, file_name, names_below, server_of, sites_of


def test_addresses_are_grouped_by_site_and_meant_for_https() -> None:
    sites = sites_of(["shop.test", "http://SHOP.test:8080/x?y#z", "https://shop.test/b", "http://[::1]:81/"])

    assert {site: [str(url) for url in urls] for site, urls in sites.items()} == {
        "shop.test": ["https://shop.test", "https://shop.test/b"],
        "shop.test:8080": ["http://shop.test:8080/x?y"],
        "[::1]:81": ["http://[::1]:81/"],
    }


@pytest.mark.parametrize(
    "text", ["", "ftp://shop.test", "file:///etc/passwd", "http://2130706433/", "https://a b", "http://["]
)
def test_what_is_no_address_is_told(text: str) -> None:
    with pytest.raises(Problems) as raised:
        sites_of(["shop.test", text])

    assert [problem.message for problem in raised.value.problems] == [f"`{text}` is no address of a website"]


@pytest.mark.parametrize("text", ["https://user:hunter2@shop.test/", "user:hunter2@shop.test", "ftp://user:hunter2@x"])
def test_passwords_in_addresses_are_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(Problems) as raised:
        sites_of([text])

    assert str(raised.value) == "an address holds a user name or a password"


def test_domains_are_cleaned_and_each_is_asked_once() -> None:
    assert domains_of(["Shop.TEST.", "shop.test", "blåbær.no"]) == ["shop.test", "xn--blbr-roah.no"]


@pytest.mark.parametrize("text", ["", "localhost", "https://shop.test", "192.0.2.1", "::1", "a b.test", "[::1]"])
def test_what_is_no_domain_is_told(text: str) -> None:
    with pytest.raises(Problems, match="is no domain"):
        domains_of([text])


def test_names_below_a_domain_may_have_several_labels() -> None:
    assert names_below(["Learn", "k5._domainkey"]) == ["learn", "k5._domainkey"]


@pytest.mark.parametrize("text", ["", "a b", ".x", "*", "x" * 64])
def test_what_cannot_be_a_name_is_told(text: str) -> None:
    with pytest.raises(Problems, match="is no name below a domain"):
        names_below([text])


@pytest.mark.parametrize(
    ("text", "server"),
    [
        ("127.0.0.1", ("127.0.0.1", 53)),
        ("127.0.0.1:5353", ("127.0.0.1", 5353)),
        ("::1", ("::1", 53)),
        ("[::1]:54", ("::1", 54)),
        ("localhost:54", None),
    ],
)
def test_a_server_is_named_by_host_and_port(text: str, server: tuple[str, int] | None) -> None:
    assert server_of(text) in ([server] if server else [("127.0.0.1", 54), ("::1", 54)])


@pytest.mark.parametrize("text", ["", "127.0.0.1:0", "127.0.0.1:99999", "no-such-host.invalid", "a:b"])
def test_what_is_no_server_is_told(text: str) -> None:
    with pytest.raises(Problems, match="--resolver"):
        server_of(text)


@pytest.mark.parametrize("text", ["", "a\r\nX: y", "ærlig/1", "a" * 500])
def test_an_agent_that_cannot_be_sent_is_told(text: str) -> None:
    with pytest.raises(Problems, match="cannot be sent"):
        agent_of(text)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("www.shop.test", "website-www.shop.test.json"),
        ("shop.test:8080", "website-shop.test-8080.json"),
        ("[::1]:81", "website-1-81.json"),
        ("../../etc", "website-etc.json"),
    ],
)
def test_files_are_named_after_the_site(name: str, file: str) -> None:
    assert file_name("website", name) == file
