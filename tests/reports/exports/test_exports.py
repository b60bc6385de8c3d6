"""The table of exports."""

from __future__ import annotations

import inspect
from importlib import import_module

import pytest

from reports.exports.exported_stacks import NAMES, example, small_stack
from stackaudit.reports import exports
from stackaudit.reports.exports import FORMATS, exported


@pytest.mark.parametrize("word", FORMATS)
def test_every_writer_is_documented_and_takes_an_inventory_and_an_audit(word: str) -> None:
    writers = [place.split(":") for place in FORMATS[word].files.values()]

    for module, name in writers:
        writer = getattr(import_module(f"{exports.__name__}.{module}"), name)
        assert [*inspect.signature(writer).parameters] == ["inventory", "audit"]
        assert writer.__doc__


@pytest.mark.parametrize("word", FORMATS)
def test_the_files_are_those_of_the_table_and_of_its_kind(word: str) -> None:
    files = exported(word, *small_stack("systems: {a: {name: A}}"))

    assert [*files] == [*FORMATS[word].files]
    assert {type(content) for content in files.values()} == {bytes if FORMATS[word].binary else str}


@pytest.mark.parametrize("word", FORMATS)
def test_an_inventory_without_systems_is_written_as_well(word: str) -> None:
    files = exported(word, *small_stack("organization: {name: Nobody}"))

    assert [bool(content) for content in files.values()] == [word != "cypher"] * len(files)


@pytest.mark.parametrize("word", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_the_same_stack_gives_the_same_bytes(word: str, name: str) -> None:
    assert exported(word, *example(name)) == exported(word, *example(name))


@pytest.mark.parametrize("word", [word for word in FORMATS if not FORMATS[word].binary])
@pytest.mark.parametrize("name", NAMES)
def test_texts_are_utf_8_and_end_with_a_line(word: str, name: str) -> None:
    for content in exported(word, *example(name)).values():
        assert isinstance(content, str)
        assert content.encode().endswith(b"\n")
