"""Changes and trends as JSON: they keep to their schemas, and names come through as they are."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from reports.changes.nasty_changes import nasty_changes, nasty_trend
from reports.nasty import NASTY, unseen
from stackaudit.reports.json_changes import changes_json
from stackaudit.reports.json_trend import trend_json
from stackaudit.reports.schemas.changes import changes_schema, trend_schema


def test_the_schemas_are_schemas() -> None:
    Draft202012Validator.check_schema(changes_schema())
    Draft202012Validator.check_schema(trend_schema())


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_comes_through(word: str) -> None:
    text = NASTY[word]

    changes, trend = changes_json(nasty_changes(text)), trend_json(nasty_trend(text))

    read, history = json.loads(changes), json.loads(trend)
    Draft202012Validator(changes_schema()).validate(read)
    Draft202012Validator(trend_schema()).validate(history)
    system = {"kind": "system", "id": text, "name": text}
    assert (read["old"], read["new"], read["organization"]) == (text, text, text)
    assert read["subjects"] == [{"kind": "system", "added": [system], "removed": [system]}]
    assert read["facts"] == [
        {"subject": system, "fact": "regions", "before": text or None, "after": None},
        {"subject": system, "fact": "name", "before": None, "after": text},
    ]
    assert read["flows_added"] == read["flows_removed"] == [{"from": text, "to": text, "data": text}]
    assert read["regions_added"] == read["regions_removed"] == [{"region": text, "systems": [system]}]
    assert (history["organization"], history["currency"]) == (text, text)
    assert history["broken"] == [{"revision": "b" * 40, "on": "2026-01-05", "problem": text}]
    assert unseen(changes + trend) == []


def test_what_is_told_of_a_state() -> None:
    read = json.loads(trend_json(nasty_trend("Shop")))

    assert read["moments"][1] == {
        "revision": "a" * 40,
        "on": "2026-02-09",
        "systems": 9,
        "annual_cost": 2_400_000,
        "currency": "Shop",
        "findings": {"critical": 0, "high": 2, "medium": 1, "low": 0, "info": 0},
        "low": 50.9,
        "high": 60,
    }


def test_figures_scores_and_findings_are_those_of_both_states() -> None:
    read = json.loads(changes_json(nasty_changes("Shop")))

    figures = {
        "systems": 4,
        "integrations": 0,
        "teams": 1,
        "annual_cost": 1200,
        "currency": "EUR",
        "findings": 2,
        "excepted": 1,
        "undetermined": 1,
    }
    assert (read["before"], read["after"], read["is_empty"]) == (figures, figures, False)
    assert read["scores"] == [
        {"theme": "Shop", "before": {"low": 1, "high": 2}, "after": {"low": 3, "high": 4}},
        {"theme": "overall", "before": None, "after": {"low": 5, "high": 5}},
    ]
    kinds = ("new", "returned", "resolved", "accepted")
    subjects = {kind: [each["subjects"][0]["id"] for each in read[f"{kind}_findings"]] for kind in kinds}
    assert subjects == {"new": ["first"], "returned": ["first"], "resolved": ["second"], "accepted": ["second"]}
    assert [pair["before"]["subjects"][0]["id"] for pair in read["reweighed_findings"]] == ["first"]
    assert read["unchanged_findings"] == 1
