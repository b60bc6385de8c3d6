"""Merchants are text from strangers: no text takes long, changes others, or raises."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stackaudit.analysis.matching.payments import match_payments
from stackaudit.analysis.matching.statements import read_statement
from stackaudit.model.catalogue import Catalogue
from stackaudit.model.marks import CatalogueMarks
from stackaudit.model.matches import Match, Sureness

NOTHING = Catalogue({}, {}, {})
MARKS = CatalogueMarks(statements={"mailchimp": "mailchimp", "facebk*": "meta-ads"})


def test_a_text_without_end_is_read_as_far_as_statements_go() -> None:
    merchants = ["mailchimp " * 100_000, "a." * 500_000, "é-" * 500_000, "*" * 1_000_000, "facebk" + "9" * 1_000_000]

    matches = match_payments(merchants, NOTHING, MARKS, {})

    assert {merchant[:10]: match for merchant, match in matches.items()} == {
        "mailchimp ": Match("mailchimp", Sureness.LIKELY, "on card statements as MAILCHIMP"),
        "facebk9999": Match("meta-ads", Sureness.CERTAIN, "on card statements as FACEBK*"),
    }
    assert max(len(words) for words in read_statement("a " * 500_000).readings) == 12


def test_control_characters_part_words_and_stay_out_of_the_reason() -> None:
    matches = match_payments(["MAILCHIMP\x1b[31m\r\n*MONTHLY\x00"], NOTHING, MARKS, {})

    assert [match.why for match in matches.values()] == ["on card statements as MAILCHIMP"]


def test_accents_and_wide_letters_do_not_hide_a_name() -> None:
    merchants = ["M\u00c1ILCHIMP", "\uff2d\uff21\uff29\uff2c\uff23\uff28\uff29\uff2d\uff30", "MA\u0301ILCHIMP"]

    matches = match_payments(merchants, NOTHING, MARKS, {})

    assert [match.target for match in matches.values()] == ["mailchimp"] * 3


@given(
    st.lists(st.text(max_size=60), max_size=8), st.dictionaries(st.text(max_size=20), st.text(max_size=5), max_size=4)
)
def test_any_text_is_matched_for_itself(merchants: list[str], own: dict[str, str]) -> None:
    together = match_payments(merchants, NOTHING, MARKS, own)
    alone = {key: match for one in merchants for key, match in match_payments([one], NOTHING, MARKS, own).items()}

    assert together == alone
    assert {match.target for match in together.values()} <= {
        "mailchimp",
        "meta-ads",
        *(f"system:{id_}" for id_ in own.values()),
    }
