"""Text inside XML 1.0 that has been through `seen` before."""

from __future__ import annotations


def escaped(text: str) -> str:
    """Text as it may stand between tags and in double quotes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
