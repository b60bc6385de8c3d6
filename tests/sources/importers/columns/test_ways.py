"""What columns can state, and that the documentation lists it."""

from __future__ import annotations

from pathlib import Path

from stackaudit.sources.importers.columns.ways import FIELDS, WAYS, facts_of

PAGE = Path(__file__).parents[4] / "docs" / "importing.md"


def test_the_documentation_lists_every_way_that_is_no_fact() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]

    listed = [row for row in rows if row.split("`")[1] in WAYS]
    assert listed == [f"| `{way.name}` | {way.about} |" for name, way in WAYS.items() if name not in FIELDS]


def test_ways_are_told_as_the_facts_that_follow() -> None:
    assert facts_of("cost.monthly, cost.currency, vendor") == "cost.annual, vendor"
