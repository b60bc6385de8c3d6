from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from stackaudit.sources.evidence.sign_on.quoting import Quoted, lines_of


def test_strings_are_handed_out_in_the_order_in_which_they_stand() -> None:
    text = '[{"label": "A"}, {"label": "B", "name": "A"}, {"label":\n"A"}]'
    quoted = Quoted(text, ("label",))

    offsets = [quoted.take(label) for label in ("A", "B", "A", "A", "C", None)]

    assert offsets == [11, 27, 56, 56, 0, 0]
    assert [text[offset : offset + 3] for offset in offsets[:4]] == ['"A"', '"B"', '"A"', '"A"']


def test_a_key_within_a_string_is_no_key() -> None:
    text = json.dumps([{"note": '"label": "A"'}, {"label": "A"}])

    assert Quoted(text, ("label",)).take("A") == text.rindex('"A"')


def test_all_but_the_strings_that_were_named_is_blank() -> None:
    text = '{"label": "A",\n "secret": "x",\n "label": "B"}'
    quoted = Quoted(text, ("label",))

    assert quoted.text([quoted.take("B")]).split("\n") == [" " * 14, " " * 15, ' "label": "B" ']


@given(st.lists(st.text(), max_size=5))
def test_any_strings_are_found_at_their_places(labels: list[str]) -> None:
    text = json.dumps([{"label": label} for label in labels], indent=1)
    quoted = Quoted(text, ("label",))

    offsets = [quoted.take(label) for label in labels]

    decoder = json.JSONDecoder()
    assert [decoder.raw_decode(text, offset)[0] for offset in offsets] == labels
    assert len(quoted.text(offsets)) == len(text)


def test_lines_that_nothing_stands_on_are_empty() -> None:
    assert lines_of({2: "b", 4: "d"}) == "\nb\n\nd"
    assert lines_of({}) == ""
