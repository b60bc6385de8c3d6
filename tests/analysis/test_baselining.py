"""What is new since a baseline, and what of it no longer occurs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stackaudit.analysis.baselining import baseline_of, new_since, without_the_gone
from stackaudit.model.baselines import Baseline, Known
from stacks import audit_of, builtin_rules, rules_of

CARD = """
id: card
title: Nothing is paid by card
severity: medium
why: Cards end.
fix: Ask for an invoice.
for: system
expect: {bought.how: {not: card}}
money: cost.annual
message: "{name} is paid by card."
"""
RULES = rules_of(CARD)
KNOWN = {"own/card"}

ONE = "systems: {a: {name: A, bought: {how: card}, cost: {annual: 5}}, open: {name: Open}}"
TWO = """
systems:
  b: {name: B, bought: {how: card}, cost: {annual: 7}}
  a: {name: Renamed, bought: {how: card}, cost: {annual: 3}}
"""
OTHER = "systems: {b: {name: B, bought: {how: card}}}"


def test_a_baseline_knows_rules_and_names_by_fingerprint() -> None:
    baseline = baseline_of(audit_of(ONE, RULES), "known.json")

    assert baseline.file == "known.json"
    assert list(baseline.findings.values()) == [Known("own/card", ("A",))]
    assert all(len(mark) == 16 for mark in baseline.findings)
    assert baseline.undetermined == {}


def test_undetermined_questions_are_recorded_where_they_are_asked_for() -> None:
    result = audit_of(ONE, RULES)

    baseline = baseline_of(result, "known.json", undetermined=True)
    left = new_since(result, baseline, KNOWN)

    assert list(baseline.undetermined.values()) == [Known("own/card", ("Open",))]
    assert left.undetermined == left.missing == ()
    assert left.baseline is not None
    assert left.baseline.known_undetermined == 1


def test_a_baseline_without_questions_leaves_them_in_the_report() -> None:
    result = audit_of(ONE, RULES)

    left = new_since(result, baseline_of(result, "known.json"), KNOWN)

    assert left.undetermined == result.undetermined
    assert left.missing == result.missing


def test_a_question_that_is_decided_and_fails_is_a_new_finding() -> None:
    baseline = baseline_of(audit_of("systems: {a: {name: A}}", RULES), "known.json", undetermined=True)

    left = new_since(audit_of("systems: {a: {name: A, bought: {how: card}}}", RULES), baseline, KNOWN)

    assert [finding.subjects[0].id for finding in left.findings] == ["a"]
    assert left.baseline is not None
    assert left.baseline.gone == (Known("own/card", ("A",)),)


def test_only_what_is_new_is_reported_with_its_money() -> None:
    left = new_since(audit_of(TWO, RULES), baseline_of(audit_of(ONE, RULES), "known.json"), KNOWN)

    assert [finding.subjects[0].id for finding in left.findings] == ["b"]
    assert left.totals.at_stake == 7
    assert left.baseline is not None
    assert [finding.subjects[0].id for finding in left.baseline.known] == ["a"]
    assert left.baseline.gone == ()


def test_scores_stay_those_of_the_whole_stack() -> None:
    result = audit_of(TWO, RULES)

    left = new_since(result, baseline_of(result, "known.json"), KNOWN)

    assert left.scores == result.scores
    assert left.overall == result.overall


def test_what_no_longer_occurs_is_told_and_dropped_and_nothing_new_is_taken_in() -> None:
    baseline, now = baseline_of(audit_of(ONE, RULES), "known.json"), audit_of(OTHER, RULES)

    since = new_since(now, baseline, KNOWN).baseline

    assert since is not None
    assert since.gone == (Known("own/card", ("A",)),)
    assert without_the_gone(now, baseline, KNOWN) == Baseline("known.json", {}, {})


def test_what_is_gone_is_told_in_order() -> None:
    many = (
        "systems: {" + ", ".join(f"{name}: {{name: {name.upper()}, bought: {{how: card}}}}" for name in "fedcba") + "}"
    )

    known = dict(reversed(baseline_of(audit_of(many, RULES), "x").findings.items()))

    since = new_since(audit_of(OTHER.replace("card", "free"), RULES), Baseline("x", known, {}), KNOWN).baseline

    assert since is not None
    assert [entry.subjects for entry in since.gone] == [("A",), ("B",), ("C",), ("D",), ("E",), ("F",)]


def test_an_update_takes_over_present_names() -> None:
    baseline = baseline_of(audit_of(ONE, RULES), "known.json")

    updated = without_the_gone(audit_of(TWO, RULES), baseline, KNOWN)

    assert updated.findings.keys() == baseline.findings.keys()
    assert list(updated.findings.values()) == [Known("own/card", ("Renamed",))]


@pytest.mark.parametrize(("known", "kept"), [({"own/card"}, True), (set(), False)])
def test_an_entry_of_a_rule_that_was_left_out_stays_unless_the_rule_is_no_more(known: set[str], kept: bool) -> None:
    baseline, unasked = baseline_of(audit_of(ONE, RULES), "known.json"), audit_of(OTHER, [])

    updated = without_the_gone(unasked, baseline, known)

    assert updated.findings == (baseline.findings if kept else {})


facts = st.sampled_from(
    ["", "bought: {how: card}", "security: {sso: false}", "owner: {business: nobody}", "lifecycle: retired"]
)
names = st.sampled_from(["Typeform", "SurveyMonkey", "HubSpot Marketing Hub", "Salesforce Sales Cloud", "Our own"])
stacks = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), st.tuples(names, facts), min_size=1).map(
    lambda each: "systems:\n" + "\n".join(f"  {id_}: {{name: {name}, {fact}}}" for id_, (name, fact) in each.items())
)


@settings(max_examples=40, deadline=None)
@given(stacks, st.booleans())
def test_a_baseline_of_an_audit_against_itself_is_silent(text: str, undetermined: bool) -> None:
    result = audit_of(text)
    known_rules = {rule.id for rule in builtin_rules()}

    baseline = baseline_of(result, "known.json", undetermined=undetermined)
    left = new_since(result, baseline, known_rules)

    assert left.findings == ()
    assert left.undetermined == (() if undetermined else result.undetermined)
    assert left.baseline is not None
    assert left.baseline.gone == ()
    assert left.totals.at_stake == 0
    assert without_the_gone(result, baseline, known_rules) == baseline
