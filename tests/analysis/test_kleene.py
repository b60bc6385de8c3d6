from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.analysis.kleene import Truth, every, opposite, some

TRUTHS = st.sampled_from([True, False, None])


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [
        (True, True, True, True),
        (True, False, False, True),
        (True, None, None, True),
        (False, False, False, False),
        (False, None, False, None),
        (None, None, None, None),
    ],
)
def test_two_truths_together(one: Truth, other: Truth, both: Truth, either: Truth) -> None:
    assert (every([one, other]), every([other, one])) == (both, both)
    assert (some([one, other]), some([other, one])) == (either, either)


@pytest.mark.parametrize(("truth", "turned"), [(True, False), (False, True), (None, None)])
def test_the_opposite_of_unknown_is_unknown(truth: Truth, turned: Truth) -> None:
    assert opposite(truth) is turned


def test_of_nothing_every_one_holds_and_none_does() -> None:
    assert every([]) is True
    assert some([]) is False


@given(st.lists(TRUTHS).flatmap(lambda truths: st.tuples(st.just(truths), st.permutations(truths))))
def test_the_order_does_not_matter(orders: tuple[list[Truth], list[Truth]]) -> None:
    first, second = orders

    assert every(first) is every(second)
    assert some(first) is some(second)


@given(st.lists(TRUTHS))
def test_not_every_one_is_some_opposite(truths: list[Truth]) -> None:
    assert opposite(every(truths)) is some(opposite(truth) for truth in truths)


@given(st.lists(st.tuples(TRUTHS, st.booleans())))
def test_learning_more_never_changes_what_was_decided(known_and_learned: list[tuple[Truth, bool]]) -> None:
    before = [known for known, _ in known_and_learned]
    after = [learned if known is None else known for known, learned in known_and_learned]

    for question in (every, some):
        assert question(before) in (None, question(after))
