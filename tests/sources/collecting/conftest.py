"""Certificates for sites on this machine."""

from __future__ import annotations

import ssl
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
import trustme

from sources.collecting.site import Site, reach

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = ("shop.test", "*.shop.test", "www.googletagmanager.com", "consent.cookiebot.com", "127.0.0.1")


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def server_tls(authority: trustme.CA) -> ssl.SSLContext:
    """What a server proves itself with."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*NAMES).configure_cert(context)
    return context


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> Path:
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


@pytest.fixture
def secure_site(server_tls: ssl.SSLContext, ca_file: Path) -> Any:
    """A site over TLS beside a plain one, and the way to both."""

    @contextmanager
    def opened(behaviours: Any) -> Iterator[Any]:
        with Site(behaviours, server_tls) as site:
            yield site, lambda plain, secure: reach(plain, secure, ca_file)

    return opened
