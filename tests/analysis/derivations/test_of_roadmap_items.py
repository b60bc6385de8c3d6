from __future__ import annotations

import pytest

from stacks import stack_of


def facts_of(stated: str) -> dict[str, object]:
    stack = stack_of(f"governance: {{roadmap: {{items: [{{name: Plan, {stated}}}]}}}}\nsystems: [HubSpot]")
    [item] = stack.inventory.roadmap_items
    return dict(item.facts)


def test_the_length_counts_from_the_start_or_else_from_today() -> None:
    assert facts_of("starts: 2026-01-01, ends: 2026-12-31")["length"] == 364
    assert facts_of("ends: 2026-12-01")["length"] == 10
    assert "length" not in facts_of("starts: 2026-01-01")


def test_the_first_delivery_counts_from_the_start_or_else_from_today() -> None:
    assert facts_of("starts: 2026-01-01, first_delivery: 2026-01-31")["days_to_first_delivery"] == 30
    assert facts_of("first_delivery: 2026-12-01")["days_to_first_delivery"] == 10
    assert "days_to_first_delivery" not in facts_of("starts: 2026-01-01, ends: 2026-12-31")


def test_what_delivers_nothing_before_its_end_delivers_then() -> None:
    facts = facts_of("starts: 2026-01-01, ends: 2026-12-31, first_delivery: false")

    assert facts["days_to_first_delivery"] == 364


@pytest.mark.parametrize(
    ("stated", "soon"),
    [
        ("starts: 2026-01-01, first_delivery: 2026-10-02", True),
        ("starts: 2026-01-01, first_delivery: 2026-10-03", False),
        ("starts: 2026-01-01, first_delivery: false, ends: 2028-01-01", False),
        ("starts: 2026-01-01, ends: 2026-10-02", True),
        ("starts: 2026-01-01, ends: 2026-10-03", None),
        ("starts: 2026-01-01, ends: 2028-05-01", None),
        ("starts: 2026-01-01, first_delivery: false", None),
        ("cost: 5", None),
    ],
)
def test_a_plan_delivers_soon_within_nine_months(stated: str, soon: bool | None) -> None:
    assert facts_of(stated).get("delivers_soon") is soon
