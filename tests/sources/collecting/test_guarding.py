"""What may be connected to: public addresses only, and exactly the one that was judged."""

from __future__ import annotations

import asyncio
import socket

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.collecting.site import PAGE, Detour, Site, page, redirect, visit
from stackaudit.model.problems import Problems
from stackaudit.sources.collecting.addresses import is_public, numeric
from stackaudit.sources.collecting.clients import Reach
from stackaudit.sources.collecting.guarding import GuardedBackend, resolved
from stackaudit.sources.collecting.limits import Unreached

PRIVATE = """
0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.2.1
192.168.1.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 192.88.99.1
:: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::808:808 64:ff9b:1::1 100::1 2001::1
2001:db8::1 2002:7f00:1::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1
""".split()
PUBLIC = (
    "8.8.8.8 1.1.1.1 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 2606:4700::1111 2a00:1450::1 2001:200::1".split()
)


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_on_the_public_internet_is_told(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_told(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses())
def test_no_address_is_public_that_the_standard_library_calls_private(address: object) -> None:
    if address.is_private or address.is_multicast or address.is_reserved:
        assert not is_public(str(address))


@pytest.mark.parametrize("text", ["", "localhost", "1.2.3", "8.8.8.8:80", "٨.٨.٨.٨", "0x08080808"])
def test_what_is_no_address_is_not_public(text: str) -> None:
    assert not is_public(text)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("2130706433", "127.0.0.1"),
        ("0x7f.1", "127.0.0.1"),
        ("017700000001", "127.0.0.1"),
        ("127.1", "127.0.0.1"),
        ("0xa9fea9fe", "169.254.169.254"),
        ("FE80::0001", "fe80::1"),
        ("example.com", ""),
        ("a\0b", ""),
    ],
)
def test_numbers_are_read_in_every_notation(host: str, address: str) -> None:
    assert numeric(host) == address


class Answers:
    """Stands for a name server that answers differently each time, and counts how often it was asked."""

    def __init__(self, *answers: list[str]) -> None:
        self._answers = [*answers]
        self.asked = 0

    async def __call__(self, _host: str, _port: int) -> list[str]:
        self.asked += 1
        return self._answers.pop(0)


def connect(answers: Answers, host: str = "shop.test", *, allow_private: bool = False) -> list[tuple[str, int]]:
    """What is connected to, on the way to a server on this machine."""
    with Site({}) as site:
        detour = Detour({80: site.port})

        async def once() -> None:
            guard = GuardedBackend(answers, allow_private=allow_private, network=detour)
            stream = await guard.connect_tcp(host, 80, 2.0)
            await stream.aclose()

        asyncio.run(once())
    return detour.connected


def test_exactly_the_judged_address_is_connected_to() -> None:
    answers = Answers(["8.8.8.8"], ["127.0.0.1"])

    assert connect(answers) == [("8.8.8.8", 80)]
    assert answers.asked == 1


@pytest.mark.parametrize("address", PRIVATE)
def test_a_name_that_stands_for_such_an_address_is_not_connected_to(address: str) -> None:
    with pytest.raises(Unreached) as raised:
        connect(Answers([address]))

    assert str(raised.value) == f"shop.test stands for {address}, which is not on the public internet"
    assert raised.value.advice == "Allow it with `--allow-private` where it is a network of your own."


def test_one_private_address_among_public_ones_spoils_them_all() -> None:
    with pytest.raises(Unreached, match=r"stands for 10\.0\.0\.1"):
        connect(Answers(["8.8.8.8", "10.0.0.1"]))


def test_a_private_address_may_be_allowed() -> None:
    assert connect(Answers(["10.0.0.1"]), allow_private=True) == [("10.0.0.1", 80)]


def test_the_next_address_is_tried_where_one_does_not_answer() -> None:
    class Picky(Detour):
        async def connect_tcp(self, host: str, port: int, *rest: object) -> httpcore.AsyncNetworkStream:
            if host == "8.8.8.8":
                raise httpcore.ConnectError
            return await super().connect_tcp(host, port, *rest)

    with Site({}) as site:
        detour = Picky({80: site.port})

        async def once() -> None:
            guard = GuardedBackend(Answers(["8.8.8.8", "1.1.1.1"]), network=detour)
            await (await guard.connect_tcp("shop.test", 80, 2.0)).aclose()

        asyncio.run(once())

    assert detour.connected == [("1.1.1.1", 80)]


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "localhost", "::1", "0"])
def test_the_systems_own_resolver_does_not_get_around_the_guard(host: str) -> None:
    guard = GuardedBackend(resolved)

    with pytest.raises(Unreached):
        asyncio.run(guard.connect_tcp(host, 80))


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a" * 64 + ".test", "a..b", ""])
def test_a_name_that_cannot_be_resolved_is_told(host: str) -> None:
    guard = GuardedBackend(resolved)

    with pytest.raises(Unreached):
        asyncio.run(guard.connect_tcp(host, 80))


def test_a_site_on_this_machine_is_refused_unless_it_is_allowed() -> None:
    with Site({"/": page()}) as site:
        with pytest.raises(Problems) as raised:
            visit(site, f"http://127.0.0.1:{site.port}/", by=Reach("stackaudit/test"))
        allowed = visit(site, f"http://127.0.0.1:{site.port}/", by=Reach("stackaudit/test", allow_private=True))

    assert str(raised.value) == (
        f"http://127.0.0.1:{site.port}/ gave no page: its robots.txt cannot be read: "
        "127.0.0.1 stands for 127.0.0.1, which is not on the public internet"
    )
    assert [found.url for found in allowed.pages] == [f"http://127.0.0.1:{site.port}/"]
    assert allowed.site == f"127.0.0.1:{site.port}"


def test_redirects_scripts_and_containers_are_judged_like_pages() -> None:
    body = PAGE + (
        b"<a href=/x>x</a><script src=http://inner.shop.test/app.js></script>"
        b"<script src=http://www.googletagmanager.com/gtm.js?id=GTM-ABC123></script>"
    )

    async def resolve(host: str, _port: int) -> list[str]:
        return ["8.8.8.8"] if host == "shop.test" else ["192.168.0.7"]

    with Site({"/": page(body), "/x": redirect("http://inner.shop.test/")}) as site:
        detour = Detour({80: site.port, 443: site.port})
        snapshot = visit(site, by=Reach("stackaudit/test", resolve=resolve, network=detour))

    refused = "stands for 192.168.0.7, which is not on the public internet"
    assert snapshot.left_out == (
        ("GTM-ABC123", f"www.googletagmanager.com {refused}"),
        ("http://inner.shop.test/app.js", f"its robots.txt cannot be read: inner.shop.test {refused}"),
        ("http://shop.test/x", f"its robots.txt cannot be read: inner.shop.test {refused}"),
    )
    assert {address for address, _ in detour.connected} == {"8.8.8.8"}


def test_environment_variables_choose_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody, Site({"/": page()}) as site:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{nobody.getsockname()[1]}")
        snapshot = visit(site)

    assert [found.url for found in snapshot.pages] == ["http://shop.test/"]


def test_a_stated_proxy_is_asked_and_numbers_are_judged_all_the_same() -> None:
    with Site({"http://shop.test/": page(), "http://shop.test/robots.txt": page("", "text/plain")}) as proxy:
        by = Reach("stackaudit/test", proxy=f"http://127.0.0.1:{proxy.port}")
        snapshot = visit(proxy, by=by)
        with pytest.raises(Problems) as raised:
            visit(proxy, "http://169.254.169.254/", by=by)

    assert [found.url for found in snapshot.pages] == ["http://shop.test/"]
    assert "169.254.169.254 stands for 169.254.169.254, which is not on the public internet" in str(raised.value)


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "nowhere", "http://", "http://["])
def test_what_is_no_proxy_is_told(proxy: str) -> None:
    with Site({}) as site, pytest.raises(Problems) as raised:
        visit(site, by=Reach("stackaudit/test", proxy=proxy))

    assert str(raised.value) == "`--proxy` names no proxy"
