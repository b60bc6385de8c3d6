"""Sites that behave badly: each costs one page at most, within its limits of time and memory."""

from __future__ import annotations

import gzip
import time
import zlib
from itertools import chain, repeat
from typing import TYPE_CHECKING

import pytest

from sources.collecting.site import PAGE, QUICK, Site, page, raw, reach, redirect, visit
from sources.collecting.two import http2_site
from stackaudit.model.problems import Problems

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sources.collecting.site import Asked, Behaviour

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
IMPATIENT = QUICK._replace(silence=0.3, request=0.6)


def outcome(behaviour: Behaviour, by: object = None) -> dict[str, str]:
    """What became of a page with this behaviour: the address and reason for what was left out, beside a good page."""
    start = page(f"<a href=/x>x</a>{PAGE.decode()}")
    with Site({"/": start, "/x": behaviour}) as site:
        snapshot = visit(site, limits=IMPATIENT, by=by)
    assert snapshot.pages[0].marks.hosts == ("js.hs-scripts.com",)
    pages = {found.url: " ".join(found.marks.hosts) for found in snapshot.pages[1:]}
    return {
        address.removeprefix("http://shop.test"): text for address, text in (pages | dict(snapshot.left_out)).items()
    }


def drip(head: bytes, every: float = 0.1) -> Behaviour:
    def answer(_: Asked) -> Iterator[bytes]:
        yield head
        for _second in range(40):
            time.sleep(every)
            yield b"x"

    return answer


def endless(piece: bytes, head: bytes = OK + b"\r\n") -> Behaviour:
    def answer(_: Asked) -> Iterable[bytes]:
        return chain([head], repeat(piece, 10_000_000_000 // len(piece)))

    return answer


NOT_HTTP = "answers with something that is not HTTP, or breaks off"
CUT = "what stands beyond its first 100,000 bytes was not read"


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        pytest.param(redirect("/x"), "redirects more than 10 times", id="a loop"),
        pytest.param(redirect("ftp://shop.test/"), "leads to something that is neither http nor https", id="ftp"),
        pytest.param(redirect("javascript:alert(1)"), "redirects to something that is no address", id="script"),
        pytest.param(redirect("file:///etc/passwd"), "leads to something that is neither http nor https", id="file"),
        pytest.param(redirect("http://a:b@shop.test/"), "has a user name or password in the address", id="credentials"),
        pytest.param(redirect("http://shop.test:22/"), "leads to port 22, which no given address names", id="port"),
        pytest.param(redirect("http://elsewhere.test/"), "leads to another site, elsewhere.test", id="elsewhere"),
        pytest.param(redirect("http://2130706433/"), "leads to something that is no host", id="a number"),
        pytest.param(redirect("http://0x7f.1/"), "leads to something that is no host", id="an odd number"),
        pytest.param(
            redirect("http://169.254.169.254/latest"), "leads to another site, 169.254.169.254", id="metadata"
        ),
        pytest.param(redirect("http://["), "leads to something that is no host", id="no address"),
        pytest.param(drip(OK + b"\r\n"), "took longer than 0.6 seconds", id="a body in drips"),
        pytest.param(drip(OK + b"X: "), "took longer than 0.6 seconds", id="a head in drips"),
        pytest.param(drip(b"", 0.5), "was silent for 0.3 seconds", id="silence"),
        pytest.param(endless(b"X: y\r\n" * 1000, OK), NOT_HTTP, id="endless headers"),
        pytest.param(
            endless(b"HTTP/1.1 103 Early\r\n\r\n" * 900, b""), "took longer than 0.6 seconds", id="endless hints"
        ),
        pytest.param(raw(OK + b"X: " + b"y" * 200_000 + b"\r\n\r\n"), NOT_HTTP, id="a long header"),
        pytest.param(raw(OK + b"Content-Length: 100\r\n\r\n<p>"), NOT_HTTP, id="a short body"),
        pytest.param(raw(OK + b"Content-Length: -1\r\n\r\n<p>"), NOT_HTTP, id="a negative length"),
        pytest.param(raw(OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n<p>"), NOT_HTTP, id="two lengths"),
        pytest.param(raw(OK + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\n"), NOT_HTTP, id="chunked nonsense"),
        pytest.param(
            raw(OK + b"Transfer-Encoding: chunked\r\n\r\nfffffffffffffffffffff\r\n"), NOT_HTTP, id="a huge chunk"
        ),
        pytest.param(raw(b"SSH-2.0-OpenSSH\r\n\r\n"), NOT_HTTP, id="another protocol"),
        pytest.param(raw(b"\x16\x03\x01\x02\x00"), NOT_HTTP, id="bytes"),
        pytest.param(raw(), NOT_HTTP, id="nothing"),
        pytest.param(
            page(b"x", "text/html", "Content-Encoding: br"),
            "its body is in an encoding that was not asked for",
            id="br",
        ),
        pytest.param(page(b"x", "text/html", "Content-Encoding: gzip"), "its compressed body is broken", id="no gzip"),
        pytest.param(
            page(b"x", "text/html", "Content-Encoding: gzip, gzip"),
            "its body is in an encoding that was not asked for",
            id="twice",
        ),
    ],
)
def test_a_page_that_misbehaves_is_left_out_with_its_reason(behaviour: Behaviour, reason: str) -> None:
    assert outcome(behaviour) == {"/x": reason}


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(endless(b"x" * 65536), id="a body without end"),
        pytest.param(page(gzip.compress(bytes(50_000_000)), "text/html", "Content-Encoding: gzip"), id="a gzip bomb"),
        pytest.param(
            page(zlib.compress(bytes(50_000_000)), "text/html", "Content-Encoding: deflate"), id="a zlib bomb"
        ),
        pytest.param(page(gzip.compress(b"") * 6000, "text/html", "Content-Encoding: gzip"), id="empty members"),
    ],
)
def test_a_body_is_read_up_to_its_limit_and_the_cut_is_told(behaviour: Behaviour) -> None:
    assert outcome(behaviour) == {"/x": CUT}


def test_a_body_in_tiny_chunks_is_cut_by_its_size_or_by_time() -> None:
    chunks = endless(b"1\r\nx\r\n" * 9000, OK + b"Transfer-Encoding: chunked\r\n\r\n")

    assert outcome(chunks)["/x"] in {CUT, "took longer than 0.6 seconds"}


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(PAGE), "gzip"),
        (gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:]), "x-gzip"),
        (zlib.compress(PAGE), "deflate"),
        (zlib.compress(PAGE)[2:-4], "Deflate"),
        (PAGE, "identity"),
    ],
)
def test_compressed_pages_are_read(body: bytes, encoding: str) -> None:
    assert outcome(page(body, "text/html", f"Content-Encoding: {encoding}")) == {"/x": "js.hs-scripts.com"}


def test_a_kept_connection_that_its_server_closed_is_asked_for_again() -> None:
    lie = raw(OK + b"Connection: keep-alive\r\nContent-Length: %d\r\n\r\n" % len(PAGE) + PAGE)

    assert outcome(lie) == {"/x": "js.hs-scripts.com"}


def test_a_connection_that_is_reset_in_the_middle_costs_one_page() -> None:
    def reset(_: Asked) -> Iterator[bytes]:
        yield OK + b"Content-Length: 100\r\n\r\n<p>"
        raise ConnectionResetError

    assert outcome(reset) == {"/x": NOT_HTTP}


def test_a_thousand_cookies_are_too_many() -> None:
    cookies = [f"Set-Cookie: c{number:04}=1" for number in range(1000)]
    with Site({"/": page(PAGE, "text/html", *cookies)}) as site:
        snapshot = visit(site)

    assert snapshot.pages[0].marks.cookies == tuple(f"c{number:04}" for number in range(200))


def test_a_certificate_that_nobody_vouches_for_is_told(server_tls: ssl.SSLContext) -> None:
    with Site({"/": page()}, server_tls) as site, pytest.raises(Problems) as raised:
        visit(site, "https://shop.test/", by=reach(site))

    (problem,) = raised.value.problems
    assert problem.message == (
        "https://shop.test/ gave no page: its robots.txt cannot be read: "
        "its certificate is not trusted: unable to get local issuer certificate"
    )
    assert problem.help == "Name the certificates of your own authority with `--ca-file`."


def test_a_certificate_for_another_name_is_told(server_tls: ssl.SSLContext, ca_file: Path) -> None:
    with Site({"/": page()}, server_tls) as site, pytest.raises(Problems) as raised:
        visit(site, "https://other.test/", by=reach(site, ca_file=ca_file))

    assert "Hostname mismatch, certificate is not valid for 'other.test'" in str(raised.value)


def test_a_certificate_of_a_stated_authority_is_trusted(server_tls: ssl.SSLContext, ca_file: Path) -> None:
    with Site({"/": page()}, server_tls) as site:
        snapshot = visit(site, "https://shop.test/", by=reach(site, ca_file=ca_file))

    assert [found.url for found in snapshot.pages] == ["https://shop.test/"]


def test_a_server_without_tls_on_the_secure_port_is_told() -> None:
    with Site({"/": page()}) as site, pytest.raises(Problems) as raised:
        visit(site, "https://shop.test/", by=reach(site))

    assert "no secure connection could be made" in str(raised.value)


def test_pages_over_http_2_are_read(server_tls: ssl.SSLContext, ca_file: Path) -> None:
    with http2_site(server_tls, {"/": PAGE}) as site:
        snapshot = visit(site, "https://shop.test/", by=reach(site, ca_file=ca_file))

    assert snapshot.pages[0].marks.hosts == ("js.hs-scripts.com",)
    assert site.versions == ["h2", "h2"]


def test_an_endless_body_over_http_2_is_cut(server_tls: ssl.SSLContext, ca_file: Path) -> None:
    with http2_site(server_tls, {"/": None}) as site:
        snapshot = visit(site, "https://shop.test/", by=reach(site, ca_file=ca_file))

    assert snapshot.left_out == (("https://shop.test/", CUT),)
