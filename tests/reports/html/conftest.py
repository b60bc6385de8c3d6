"""One browser for all tests of the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

CHROMIUM = Path("/usr/bin/chromium")
_QUIET = "disable-gpu disable-quic no-first-run disable-background-networking disable-component-update disable-sync"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium without a window; its event loop runs until it is closed, so no other module shares it."""
    playwright = pytest.importorskip("playwright.sync_api", reason="the tests of the page need playwright")
    if not CHROMIUM.exists():
        pytest.skip(f"the tests of the page need Chromium at {CHROMIUM}")
    arguments = ["--no-sandbox", *(f"--{each}" for each in _QUIET.split())]
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield opened
        opened.close()
