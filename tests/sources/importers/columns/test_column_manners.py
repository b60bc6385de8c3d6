"""What the whole of a column, and its heading, tell of each of its cells."""

from __future__ import annotations

import pytest

from spreadsheets import facts, imported
from stackaudit.model.imports import Remark
from stackaudit.sources.importers.cells.manners import currency_in


@pytest.mark.parametrize("heading", ["Criticality (1-5)", "Criticality", "Business impact"])
def test_bare_figures_do_not_say_which_end_is_critical(heading: str) -> None:
    found = imported(f"Tool | {heading}\nZoom | 1\nSlack | 5")

    why = "a figure of a scale that does not say which end is critical"
    zoom = next(draft for draft in found.drafts if draft.key == "Zoom")
    assert zoom.facts == {"name": "Zoom"}
    assert zoom.remarks in {(Remark(heading, "1", 2, why),), (Remark(heading, "1", 2, ""),)}


@pytest.mark.parametrize(
    "sheet",
    [
        "Tool | Tier\nZoom | 1\nSlack | 3",
        "Tool | Priority\nZoom | 1\nSlack | 3",
        "Tool | Criticality\nZoom | 1\nSlack | 4 - not critical",
        "Tool | Criticality\nZoom | Tier 1\nSlack | 3",
    ],
)
def test_tiers_count_down_from_the_most_critical(sheet: str) -> None:
    assert facts(sheet, "Zoom") == {"service.criticality": "critical"}


def test_a_heading_names_the_unit_of_its_figures_in_one_word_with_others() -> None:
    assert facts("Tool | noticePeriodDays\nZoom | 60", "Zoom") == {"cost.notice": "60d"}


@pytest.mark.parametrize(
    ("heading", "currency"),
    [("$/mo", "USD"), ("€ pro Jahr", "EUR"), ("Lizenzkosten CHF/Jahr", "CHF"), ("A$ a year", ""), ("$€", "")],
)
def test_the_currency_that_a_heading_names(heading: str, currency: str) -> None:
    assert currency_in(heading) == currency
