from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.model.documents import Document, Entry, Place
from stackaudit.sources.yaml_reading import parse_strictly

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = """\
systems:
  crm:
    name: Crm
    security: {sso: true, encrypted: [at-rest, in-transit]}
  mail: Mailchimp
integrations:
  - from: crm
    to: mail
  - {from: mail, to: crm}
"""


def root(text: str = TEXT) -> Entry:
    document = parse_strictly("a.yaml", text)
    return Entry(document, document.value, 0, 0)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), "a.yaml:1:1"),
        (("systems",), "a.yaml:1:1"),
        (("systems", "crm"), "a.yaml:2:3"),
        (("systems", "crm", "name"), "a.yaml:3:11"),
        (("systems", "crm", "security"), "a.yaml:4:15"),
        (("systems", "crm", "security", "sso"), "a.yaml:4:21"),
        (("systems", "crm", "security", "encrypted", 1), "a.yaml:4:48"),
        (("systems", "crm", "security", "mfa"), "a.yaml:4:15"),
        (("systems", "crm", "owner", "business"), "a.yaml:2:3"),
        (("systems", "mail"), "a.yaml:5:9"),
        (("integrations", 0), "a.yaml:7:5"),
        (("integrations", 1, "to"), "a.yaml:9:22"),
        (("integrations", 7), "a.yaml:6:1"),
    ],
)
def test_a_place_is_the_value_beside_its_key_or_the_key_above_it_or_the_deepest_stated_part(
    path: Sequence[str | int], place: str
) -> None:
    assert str(root().place(*path)) == place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("systems", "crm", "name"), "a.yaml:3:5"),
        (("systems", "crm", "security", "sso"), "a.yaml:4:16"),
        (("systems", "mail"), "a.yaml:5:3"),
    ],
)
def test_a_key_has_a_place_of_its_own(path: Sequence[str | int], place: str) -> None:
    assert str(root().key_place(*path)) == place


def test_children_are_found_in_one_walk_as_one_by_one() -> None:
    def check(entry: Entry) -> int:
        found = list(entry.children())
        assert [entry.child(step) for step, _ in found] == [child for _, child in found]
        return 1 + sum(check(child) for _, child in found)

    assert check(root()) == 17


def test_a_child_that_is_not_stated_is_none() -> None:
    assert root().child("teams") is None
    assert root().child(0) is None
    listed = root().child("integrations")
    assert listed is not None
    assert listed.child(2) is None
    assert listed.child("from") is None


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text("ab", max_size=3),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcd", min_size=1, max_size=2), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(VALUES)
def test_every_value_is_found_where_it_stands(value: object) -> None:
    text = json.dumps(value, indent=1)
    document = parse_strictly("a.json", text)

    def check(entry: Entry, path: tuple[str | int, ...]) -> None:
        offset = document.marks[entry.first]
        assert json.JSONDecoder().raw_decode(text, offset)[0] == entry.value
        for step, child in entry.children():
            check(child, (*path, step))

    check(Entry(document, document.value, 0, 0), ())


LINES = st.text("ab\r\n\té", max_size=40)


@given(LINES.flatmap(lambda text: st.tuples(st.just(text), st.integers(0, len(text)))))
def test_line_and_column_lead_back_to_the_offset(text_and_offset: tuple[str, int]) -> None:
    text, offset = text_and_offset
    document = Document("a.yaml", text)

    place = document.place(offset)

    assert document.line_starts[place.line - 1] + place.column - 1 == offset
    inside_a_break = offset > 0 and text[offset - 1 : offset + 1] == "\r\n"
    before = text[: offset - inside_a_break].replace("\r\n", "\n").replace("\r", "\n")
    assert place.line == 1 + before.count("\n")


@given(LINES)
def test_the_lines_of_a_document_are_those_of_its_text(text: str) -> None:
    document = Document("a.yaml", text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    assert [document.line(number) for number in range(1, len(lines) + 1)] == lines
    assert document.line_count == len(lines) - (lines[-1] == "")


def test_places_sort_by_file_line_and_column() -> None:
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 2, 9), Place("a", 2, 3)]

    assert [str(place) for place in sorted(places)] == ["a:2:3", "a:2:9", "a:10:1", "b:1:1"]
