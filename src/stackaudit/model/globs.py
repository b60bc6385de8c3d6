"""Patterns in which `*` and `?` stand for anything, and every other character for itself."""

from __future__ import annotations

from fnmatch import fnmatchcase


def fits(text: str, pattern: str) -> bool:
    """Whether a text is of the form of a pattern; case does not matter."""
    return fnmatchcase(text.casefold(), pattern.casefold().replace("[", "[[]"))
