"""Offsets in JSON texts: each value begins and ends where a parser says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.sources.websites.offsets import offset_of, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


def paths(value: object, *here: str | int) -> Iterator[tuple[tuple[str | int, ...], object]]:
    yield here, value
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, below in steps:
        yield from paths(below, *here, step)


@given(values, st.sampled_from([None, 0, 3]), st.booleans())
def test_each_value_begins_where_it_is_written(value: object, indent: int | None, is_ascii: bool) -> None:
    text = f" \n{json.dumps(value, indent=indent, ensure_ascii=is_ascii)}"

    for path, stated in paths(value):
        assert json.JSONDecoder().raw_decode(text, offset_of(text, *path))[0] == stated


@given(st.lists(values, max_size=5))
def test_items_stand_between_their_offsets(items: list[object]) -> None:
    text = json.dumps({"a": {"b": items}}, indent=1)

    assert [json.loads(text[start:end]) for start, end in spans(text, len(items), "a", "b")] == items


def test_what_is_not_there_is_pointed_at_by_what_holds_it() -> None:
    text = '{"a": {"b": [1]}}'

    assert offset_of(text, "a", "c", 0) == text.index('{"b"')
    assert offset_of(text, "a", "b", 7) == text.index("[1]")
    assert spans(text, 2, "a", "b") == [(13, 14), (12, 12)]


def test_of_a_key_that_stands_twice_the_last_counts() -> None:
    text = '{"a": 1, "a": [2]}'

    assert offset_of(text, "a") == text.index("[2]")


@pytest.mark.parametrize("depth", range(900, 1000, 3))
def test_values_nested_to_the_limit_are_pointed_at_or_passed(depth: int) -> None:
    text = '{"a": [' + "[" * depth + "]" * depth + ", 1]}"

    assert offset_of(text, "a", 1) in {0, 6, text.index("1")}
    assert len(spans(text, 2, "a")) == 2
