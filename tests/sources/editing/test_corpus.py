"""Every example inventory, and what others have published, with each of its values put, dropped, noted and sorted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from stackaudit.model.edits import Add, Drop, Note, Put, Sort
from stackaudit.sources.editing import edited, written_inventory
from stackaudit.sources.yaml_reading import parse_strictly

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted((ROOT / "examples").rglob("*.yaml"))
PUBLISHED = sorted((ROOT.parent / "shared" / "data").rglob("*.yml"))
STEP = 23
"""Only every so many values of a file are looked at, and only so many of them."""


def name_of(path: Path) -> str:
    return "/".join(path.parts[-2:])


def paths(value: Any, above: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every path in a value with what stands there."""
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in below:
        yield (*above, key), each
        yield from paths(each, (*above, key))


def some_of(text: str) -> list[tuple[tuple[str | int, ...], Any]]:
    return list(paths(parse_strictly("x", text).value))[::STEP][:20]


@pytest.mark.parametrize("path", [*EXAMPLES, *PUBLISHED], ids=name_of)
def test_what_is_said_already_changes_no_byte(path: Path) -> None:
    text = path.read_bytes().decode()

    edits = [Put(where, value) for where, value in paths(parse_strictly("x", text).value)]

    assert edited("x", text, edits) == text


@pytest.mark.parametrize("path", [*EXAMPLES, *PUBLISHED], ids=name_of)
def test_a_note_and_a_new_key_leave_no_trace_when_they_go(path: Path) -> None:
    text = path.read_bytes().decode()

    for where, value in some_of(text):
        noted = edited("x", text, [Note(where, "gone:", "since 2026-11-21")])
        assert len(noted.splitlines()) == len(text.splitlines()) + 1
        assert edited("x", noted, [Note(where, "gone:")]) == text
        if isinstance(value, dict) and all(len(line) < 90 for line in text.splitlines()):
            added = edited("x", text, [Add(where, "x-new", {"a": 1})])
            assert edited("x", added, [Drop((*where, "x-new"))]) == text


@pytest.mark.parametrize("path", EXAMPLES, ids=name_of)
def test_another_word_touches_the_lines_of_its_value_only(path: Path) -> None:
    text = path.read_bytes().decode()

    for where, value in some_of(text):
        if isinstance(value, str):
            put = edited("x", text, [Put(where, value[::-1].strip(" -."))])
            assert len(set(text.splitlines()) - set(put.splitlines())) <= 1 or any(
                value in line and len(line) > 110 for line in text.splitlines()
            )


@pytest.mark.parametrize("path", EXAMPLES, ids=name_of)
def test_keys_are_turned_round_and_back(path: Path) -> None:
    text = path.read_bytes().decode()

    for where, value in paths(parse_strictly("x", text).value):
        if isinstance(value, dict) and len(where) == 2:
            turned = edited("x", text, [Sort(where, tuple(reversed(value)))])
            assert list(parse_strictly("x", turned).value[where[0]][where[1]]) == list(reversed(value))
            assert edited("x", turned, [Sort(where, tuple(value))]).split() == text.split()
            break


@pytest.mark.parametrize("path", EXAMPLES, ids=name_of)
def test_an_inventory_that_is_written_anew_says_the_same(path: Path) -> None:
    value = parse_strictly("x", path.read_text(encoding="utf-8")).value
    if not isinstance(value, dict):
        pytest.skip("no inventory")

    text = written_inventory(value)

    assert parse_strictly("x", text).value == value
    assert edited("x", text, [Put(where, each) for where, each in paths(value)]) == text
    assert max(map(len, text.splitlines())) <= 110
