"""What counts as a slip of the pen."""

from __future__ import annotations

import pytest

from stackaudit.analysis.repairing.slips import meant

KNOWN = ("category", "cost", "data", "ends", "seats", "seats_used", "side", "size", "shared_accounts")


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("CATEGORY", "category"),
        ("catgory", "category"),
        ("categroy", "category"),
        ("categoryy", "category"),
        ("seatsUsed", "seats_used"),
        ("seats used", "seats_used"),
        ("seats-usd", "seats_used"),
        ("shared_acounts", "shared_accounts"),
    ],
)
def test_a_slip_is_seen(word: str, known: str) -> None:
    assert meant(word, KNOWN) == known


@pytest.mark.parametrize("word", ["", "_", "cat", "dates", "sise", "costs_used", "seats_counted", "c" * 1000])
def test_other_words_are_none(word: str) -> None:
    assert meant(word, KNOWN) is None
