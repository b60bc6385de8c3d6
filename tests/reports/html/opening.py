"""Opens a page in a browser and notes all that it does besides showing itself."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@contextmanager
def opened(browser: Browser, html: str, folder: Path, **context: Any) -> Iterator[tuple[Page, list[str]]]:
    """The page, opened from a file as from a mail, and what it did: dialogs, errors, messages, requests, violations."""
    path = folder / "report.html"
    path.write_text(html, encoding="utf-8")
    did: list[str] = []
    with browser.new_context(**{"viewport": {"width": 1400, "height": 900}, **context}) as around:
        shown = around.new_page()
        shown.set_default_timeout(5_000)
        shown.on("dialog", lambda dialog: (did.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        shown.on("console", lambda message: did.append(f"console: {message.text}"))
        shown.on("pageerror", lambda error: did.append(f"error: {error}"))
        shown.on(
            "request", lambda request: did.append(f"request: {request.url}") if request.url != path.as_uri() else 0
        )
        shown.on("popup", lambda popup: did.append(f"popup: {popup.url}"))
        if context.get("java_script_enabled", True):
            shown.add_init_script(_NOTES_VIOLATIONS)
        shown.goto(path.as_uri())
        yield shown, did


_NOTES_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) => console.log("violation: " + event.violatedDirective));
"""
