"""Texts of other tools as trees of values: YAML of one or several documents, and JSON, which YAML reads as well."""

from __future__ import annotations

import json
import re
from array import array
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Document, Entry, Place
from stackaudit.sources.yaml_reading import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.problems import Problem

_SUFFIXES = frozenset({".yaml", ".yml", ".json", ".jsonld", ""})
_NEXT_DOCUMENT = re.compile(r"^---(?=[ \t\r\n]|\Z).*$", re.MULTILINE)
_NOTHING = re.compile(r"(?:[ \t]*+(?:[#%][^\r\n]*+)?[\r\n])*+")
_MOST_DOCUMENTS = 200_000
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATES = re.compile(
    r"(?P<before>(?<!\\)(?:\\\\)*+)"  # a backslash before a backslash is a text's own
    r"(?:(?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
)


class Trees(NamedTuple):
    """The roots of a text's documents, and what is wrong with the first that cannot be read to its end."""

    roots: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()


def trees_of(name: str, suffix: str, text: str) -> tuple[Entry, ...]:
    """The documents that a text holds, as entries that know their places; none where it is no YAML or JSON.

    What stands twice under one key, or has a tag, is read as far as it goes.
    """
    return read_trees(name, suffix, text).roots


def read_trees(name: str, suffix: str, text: str) -> Trees:
    """The same documents; where one of them is broken there are none, but its problems."""
    if suffix not in _SUFFIXES:
        return Trees(())
    is_json = text.lstrip()[:1] in {"{", "["}
    if is_json and _SURROGATE.search(text):
        text = _SURROGATES.sub(_as_one_sign, text)
    marks = array("I")
    ends: dict[int, int] = {}
    found: list[tuple[object, int]] = []
    for begin, end in [(0, len(text))] if is_json else _parts(text):
        parsed = parse(name, text[begin:end])
        if not parsed.whole:
            above = text.count("\n", 0, begin)
            return Trees((), tuple(_moved(problem, above) for problem in parsed.problems))
        value, first = parsed.document.value, len(marks)
        if isinstance(value, dict | list):
            found.append((value, first))
            marks.extend(mark + begin for mark in parsed.document.marks)
            ends.update((at + first, last + first) for at, last in parsed.document.ends.items())
    document = Document(name, text, None, marks, ends)  # one for all, so that lines are counted once
    return Trees(tuple(Entry(document, value, first, first) for value, first in found))


def _as_one_sign(match: re.Match[str]) -> str:
    """The sign that two escapes of JSON make up together, which YAML has no way to write; half of one is no sign."""
    pair = match["pair"]
    return match["before"] + (str(json.loads(f'"{pair}"')) if pair else "\ufffd")


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Where each document of a text begins and ends; none where there are too many of them."""
    begins = [0]
    for number, match in enumerate(_NEXT_DOCUMENT.finditer(text)):
        if number == _MOST_DOCUMENTS:
            return
        begins.append(match.start())
    if len(begins) > 1 and _NOTHING.fullmatch(text, 0, begins[1]):  # comments and directives
        del begins[0]
    yield from zip(begins, [*begins[1:], len(text)], strict=True)


def _moved(problem: Problem, lines: int) -> Problem:
    """A problem at its place in the whole text."""
    place = problem.place
    return replace(problem, place=Place(place.file, place.line + lines, place.column)) if place else problem
