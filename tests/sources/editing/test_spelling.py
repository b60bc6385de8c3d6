"""Single values as they are written: every reader takes them for what they are."""

from __future__ import annotations

import math

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.sources.editing.spelling import is_foldable, is_literal, key_text, number_text, scalar_text
from stackaudit.sources.yaml_reading import parse_strictly

ODD = [
    *"yes No ON off y N true False null ~ = << 12 1_000 0x1F 0o17 017 0b11 12:30 1:2:3 .5 1e3 .inf -.NaN".split(),
    *"- ? : -a ?a :a a: #a a#b &a *a !a |a >a %a @a `a 'a \"a {a [a ]a }a ,a <a> 2026-1-2".split(),
    *(
        "",
        " ",
        " a",
        "a ",
        "a: b",
        "a #b",
        "a, b",
        "a\tb",
        "a\nb",
        "a\u00a0b",
        "a\u2028b",
        "\ufeffa",
        "2026-01-02 10:00:00",
    ),
    *(
        "http://a.b/c?d=e",
        "it's",
        "a::b",
        "...",
        "---",
        "--- a",
        "é",
        "日本",
        "🙂",
        "\\",
        "a\\nb",
        "\x85",
        "\x07",
        "NO",
        "1,5",
    ),
]
PLAIN = [
    "eu",
    "36mo",
    "2026-11-21",
    "Sales Cloud",
    "a-b_c.d",
    "it's",
    "99 %",
    "R&D",
    "C#",
    "a/b",
    "(x)",
    "1st",
    "4100*",
    "é",
]

texts = st.one_of(st.sampled_from(ODD), st.text(st.characters(exclude_categories=["Cs"]), max_size=20))


@pytest.mark.parametrize("in_flow", [True, False])
@given(text=texts)
def test_a_text_is_read_back_by_our_reader_and_by_others(in_flow: bool, text: str) -> None:
    written = scalar_text(text, in_flow=in_flow)

    document = f"a: [{written}, 1]\n" if in_flow else f"a:\n  - {written}\n  - 1\n"
    assert parse_strictly("a.yaml", document).value == {"a": [text, 1]}
    assert yaml.safe_load(document) == {"a": [text, 1]} or text[:4].isdigit()


@given(texts)
def test_a_key_is_read_back_by_our_reader_and_by_others(text: str) -> None:
    document = f"{{{key_text(text)}: 1}}\n"

    assert parse_strictly("a.yaml", document).value == {text: 1}
    assert yaml.safe_load(document) == {text: 1} or text == "on"


@pytest.mark.parametrize("text", PLAIN)
def test_what_nobody_misreads_stands_without_quotes(text: str) -> None:
    assert scalar_text(text, in_flow=True) == text
    assert scalar_text(text, in_flow=False) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "true"),
        (False, "false"),
        (None, "null"),
        (0, "0"),
        (999, "999"),
        (1000, "1_000"),
        (240_000, "240_000"),
        (-1_200_000, "-1_200_000"),
        (1200.0, "1_200"),
        (99.9, "99.9"),
        (1200.55, "1_200.55"),
        (1e22, "1e+22"),
        (math.inf, ".inf"),
        (-math.inf, "-.inf"),
        (math.nan, ".nan"),
    ],
)
def test_numbers_and_words_are_written_as_the_language_has_them(value: object, written: str) -> None:
    assert scalar_text(value, in_flow=False) == written


@given(st.one_of(st.integers(), st.floats(allow_nan=False)), st.booleans())
def test_a_number_is_read_back(number: float, grouped: bool) -> None:
    read = parse_strictly("a.yaml", f"a: {number_text(number, grouped=grouped)}\n").value

    assert read == {"a": number} or len(str(number)) > 90


@given(texts)
def test_a_text_that_can_be_folded_or_stand_line_by_line_is_read_back(text: str) -> None:
    text = text.replace("\x00", "")
    if is_foldable(text):
        folded = "a: >-\n" + "".join(f"  {word}\n" for word in text.split(" "))
        assert parse_strictly("a.yaml", folded).value == {"a": text}
    if is_literal(text):
        lines = "".join(f"  {line}\n" for line in text.removesuffix("\n").split("\n"))
        assert parse_strictly("a.yaml", f"a: |{'' if text.endswith(chr(10)) else '-'}\n{lines}").value == {"a": text}
