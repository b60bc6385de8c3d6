"""Columns of facts, of which each value that differs is looked at once."""

from __future__ import annotations

from stackaudit.reports.exports.columns import read, told, written
from stackaudit.reports.exports.stated import joined, text_of


def test_each_value_is_asked_about_once_and_answered_wherever_it_stands() -> None:
    asked: list[str | None] = []

    def length(text: str | None) -> int:
        asked.append(text)
        return len(text or "")

    answers = told(["it", None, "it", "", None], length)

    assert answers == [2, 0, 2, 0, 0]
    assert asked == ["it", None, ""]


def test_a_fact_is_read_as_from_each_subject_alone() -> None:
    facts = [{"name": "A\x1b", "data": ("a", None, "a", "b")}, {}, {"name": False, "data": (None,)}, {"data": ()}]

    assert read(facts, "name", text_of) == [text_of(each, "name") for each in facts] == ["A<U+001B>", "", "", ""]
    assert read(facts, "data", joined) == [joined(each, "data") for each in facts] == ["a; b", None, None, None]


def test_empty_texts_stand_without_a_mark() -> None:
    columns = {"x": ["1", "", "3"], "y": ["a", "", ""]}

    assert written(columns, 3, lambda name, value: f"{name}{value}" if value else "", "+") == ["x1+ya", "", "x3"]


def test_without_columns_every_subject_has_nothing() -> None:
    assert written({}, 2, lambda name, _: name) == ["", ""]
