from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.model.merging import Provenance, Stated
from stackaudit.model.problems import Problems
from stackaudit.sources.provenance import provenance_file, provenance_text, read_provenance

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
VALUES = st.recursive(
    TEXTS | st.booleans() | st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(TEXTS, values, max_size=3),
    max_leaves=6,
)
STATED = st.builds(Stated, TEXTS, st.dictionaries(TEXTS, VALUES, max_size=3), st.sampled_from(["", "2026-11-01"]))
SOURCES = st.dictionaries(TEXTS, st.builds(Provenance, TEXTS, st.dictionaries(TEXTS, STATED, max_size=3)), max_size=3)


@given(SOURCES)
def test_what_is_remembered_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, sources: dict[str, Provenance]
) -> None:
    path = tmp_path_factory.mktemp("memory") / "imports.json"

    path.write_bytes(provenance_text(sources).encode())

    assert read_provenance(path) == sources


def test_each_entry_has_a_line_of_its_own_in_a_fixed_order() -> None:
    entries = {"system:b": Stated("b", {"name": "B"}, "2026-11-01"), "system:a": Stated("a", {"cost.annual": 5})}

    text = provenance_text({"tools": Provenance("table", entries)})

    assert text.splitlines()[1:] == [
        '"tools": {"importer": "table", "entries": {',
        '"system:a": {"id": "a", "facts": {"cost.annual": 5}},',
        '"system:b": {"id": "b", "gone": "2026-11-01", "facts": {"name": "B"}}',
        "}}",
        "}}",
    ]


def test_without_a_file_nothing_is_remembered(tmp_path: Path) -> None:
    assert read_provenance(provenance_file(tmp_path)) == {}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "7",
        '{"version": 1}',
        '{"version": 1, "sources": []}',
        '{"version": 1, "sources": {"a": {}}}',
        '{"version": 1, "sources": {"a": {"importer": "table", "entries": {"system:a": {"id": "a", "facts": 3}}}}}',
    ],
)
def test_a_broken_memory_is_told_with_a_way_out(tmp_path: Path, text: str) -> None:
    path = tmp_path / "imports.json"
    path.write_text(text)

    with pytest.raises(Problems) as told:
        read_provenance(path)

    (problem,) = told.value.problems
    assert problem.message == "the memory of imports is broken"
    assert "git" in problem.help


def test_a_newer_memory_is_not_misread(tmp_path: Path) -> None:
    path = tmp_path / "imports.json"
    path.write_text(json.dumps({"version": 2, "sources": {}}))

    with pytest.raises(Problems, match="version 2 of this file is not known"):
        read_provenance(path)
