"""Cells of facts that people state in ways of their own."""

from __future__ import annotations

import pytest

from spreadsheets import facts, imported
from stackaudit.model.imports import Remark
from stackaudit.sources.importers.cells.cells import understood
from stackaudit.sources.importers.cells.understanding import Understood, open_still, unclear


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("Zendesk, Inc.", Understood("Zendesk, Inc.")),
        ("In-house", open_still("made in the house, so nobody sells it")),
        ("Eigenentwicklung", open_still("made in the house, so nobody sells it")),
    ],
)
def test_a_vendor_is_somebody_who_sells(cell: str, meant: Understood) -> None:
    assert understood("vendor", cell) == meant


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("Standard contractual clauses", Understood("Standard contractual clauses")),
        ("nein", open_still("says only whether data leaves")),
        ("Yes", open_still("says only whether data leaves")),
    ],
)
def test_a_safeguard_is_no_yes_and_no_no(cell: str, meant: Understood) -> None:
    assert understood("privacy.transfer", cell) == meant


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("Auto-renew 12 mo", Understood(value=True)),
        ("automatic (1 year)", Understood(value=True)),
        ("Manual", Understood(value=False)),
        ("Yes", Understood(value=True)),
        ("depends", unclear("neither yes nor no")),
    ],
)
def test_how_a_contract_is_renewed(cell: str, meant: Understood) -> None:
    assert understood("cost.auto_renews", cell) == meant


@pytest.mark.parametrize(
    ("fact", "cell", "meant"),
    [
        ("fit.business", "unreasonable", Understood(1)),
        ("fit.business", "insufficient", Understood(2)),
        ("fit.business", "appropriate", Understood(3)),
        ("fit.business", "perfect", Understood(4)),
        ("fit.technical", "inappropriate", Understood(1)),
        ("fit.technical", "unreasonable", Understood(2)),
        ("fit.technical", "adequate", Understood(3)),
        ("fit.technical", "fullyAppropriate", Understood(4)),
        ("fit.business", "good", Understood(3, "`good` read as 3")),
        ("fit.business", "3", Understood(3)),
        ("fit.business", "blue", unclear("not a word that is known here")),
    ],
)
def test_marks_are_figures_or_words(fact: str, cell: str, meant: Understood) -> None:
    assert understood(fact, cell) == meant


@pytest.mark.parametrize("sheet", ["Tool | Business fit (1-5)\nZoom | 3", "Tool | Business fit\nZoom | 3\nSlack | 5"])
def test_marks_of_another_scale_are_kept_as_remarks(sheet: str) -> None:
    found = imported(sheet)

    zoom = next(draft for draft in found.drafts if draft.key == "Zoom")
    heading = sheet.partition("| ")[2].partition("\n")[0]
    assert zoom.facts == {"name": "Zoom"}
    assert zoom.remarks == (Remark(heading, "3", 2, "a mark of another scale"),)


def test_marks_of_our_scale_are_taken() -> None:
    assert facts("Tool | Business fit (1-4)\nZoom | 3\nSlack | 4", "Zoom") == {"fit.business": 3}


def test_a_list_of_several_categories_is_none() -> None:
    assert understood("category", ["E-mail", "SMS"]) == open_still("several categories")
    assert understood("category", ["E-mail"]) == Understood("E-mail")


def test_what_it_did_not_sanction_it_did_not_agree_to() -> None:
    assert understood("bought.it_agreed", "Sanctioned").value == ["it"]
    assert understood("bought.it_agreed", "Unsanctioned") == Understood(
        [], "says that IT did not agree; others may have"
    )
