from __future__ import annotations

import pytest

from stacks import facts_of_system


@pytest.mark.parametrize(
    ("business", "technical", "quadrant"),
    [
        (4, 4, "invest"),
        (3, 3, "invest"),
        (3, 2, "migrate"),
        (4, 1, "migrate"),
        (2, 3, "tolerate"),
        (1, 4, "tolerate"),
        (2, 2, "eliminate"),
        (1, 1, "eliminate"),
    ],
)
def test_the_ratings_of_both_sides_say_what_to_do(business: int, technical: int, quadrant: str) -> None:
    facts = facts_of_system(f"fit: {{business: {business}, technical: {technical}}}")

    assert facts["fit.quadrant"] == quadrant
    assert facts["fit.gap"] == abs(business - technical)


@pytest.mark.parametrize(
    "stated", ["fit: {business: 4}", "fit: {technical: 1}", "fit: {rated: 2026-01-01}", "brand: x"]
)
def test_one_side_alone_says_nothing(stated: str) -> None:
    facts = facts_of_system(stated)

    assert "fit.quadrant" not in facts
    assert "fit.gap" not in facts
