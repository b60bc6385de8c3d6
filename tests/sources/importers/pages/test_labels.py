"""Lines such as `Owner: Marketing`, and those that only look like them."""

from __future__ import annotations

import pytest

from stackaudit.sources.importers.pages.blocks import Link, Phrase
from stackaudit.sources.importers.pages.labels import Line, lines_of, linked


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Owner: Marketing", Line("Owner", "Marketing", 1)),
        ("Owner:Marketing", Line("Owner", "Marketing", 1)),
        ("Owner\uff1aMarketing", Line("Owner", "Marketing", 1)),
        ("Annual cost (USD) : 5", Line("Annual cost (USD)", "5", 1)),
        ("Integrations:", Line("Integrations", "", 1)),
        ("https://a.example/b", Line("", "https://a.example/b", 1)),
        ("See https://a.example", Line("", "See https://a.example", 1)),
        ("It does two things. First: this", Line("", "It does two things. First: this", 1)),
        ("one two three four five six seven: eight", Line("", "one two three four five six seven: eight", 1)),
        (": x", Line("", ": x", 1)),
    ],
)
def test_a_line_has_a_label_where_a_colon_follows_few_words(text: str, line: Line) -> None:
    assert list(lines_of(Phrase(text, (1,)))) == [line]


def test_what_is_bold_at_the_beginning_of_a_line_is_a_label() -> None:
    phrase = Phrase("Owner: me\nCost 5\nbold", (3, 4, 5), (), ((0, 6), (10, 14), (17, 21)))

    assert list(lines_of(phrase)) == [
        Line("Owner", "me", 3, is_bold=True),
        Line("Cost", "5", 4, is_bold=True),
        Line("", "bold", 5),
    ]


def test_a_text_that_is_a_link_keeps_its_address() -> None:
    phrase = Phrase(
        "Login: open or https://b.example", (1,), (Link(7, 11, "https://a.example"), Link(15, 32, "https://b.example"))
    )

    assert [linked(phrase, text) for text in ("open", "https://b.example", "Login")] == [
        "[open](https://a.example)",
        "https://b.example",
        "Login",
    ]
