from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.checks import CHECKS
from stacks import drawn, said

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer

WEIGHTS = {"category": 3, "hosting": 1, "brand": 1}


def ask(least: float, **stated: str) -> list[Answer]:
    return list(CHECKS["facts-missing"].ask(drawn(**stated), facts=WEIGHTS, least=least))


def test_facts_count_by_their_weight() -> None:
    stated = {"a": "category: crm", "b": "hosting: saas, brand: x"}

    assert said(ask(50, **stated)) == [("passes", "organization")]
    assert said(ask(50.1, **stated)) == [("fails", "organization")]


def test_the_heaviest_gaps_and_the_emptiest_entries_are_named() -> None:
    (answer,) = ask(90, a="category: crm, hosting: saas, brand: x", b="hosting: saas", c="category: crm")

    assert answer.values == {
        "share": 60,
        "least": 90,
        "facts": ("`category` (1)", "`brand` (2)", "`hosting` (1)"),
        "count": 3,
    }
    assert [(hint.subject.id, hint.note) for hint in answer.hints] == [
        ("b", "The b: 20 %"),
        ("c", "The c: 60 %"),
        ("a", "The a: 100 %"),
    ]


def test_only_live_production_systems_are_asked() -> None:
    assert ask(90, old="lifecycle: retiring", copy="environment: test") == []


def test_what_the_catalogue_knows_counts_as_stated() -> None:
    (answer,) = ask(60, a="product: Salesforce Sales Cloud")

    assert said([answer]) == [("passes", "organization")]
