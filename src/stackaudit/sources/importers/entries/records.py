"""Entries of any list as headings with cells: what tables, pages and lists of mappings have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Cell(NamedTuple):
    """What stands under a heading: text, or what YAML says (true, a number, a list of texts), and its line from 1."""

    value: object
    line: int


class Record(NamedTuple):
    """One entry of a list: cells by their heading as written, its line from 1, and the host that its name links to."""

    cells: Mapping[str, Cell]
    line: int
    host: str = ""
