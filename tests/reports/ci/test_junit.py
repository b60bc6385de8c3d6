"""An audit as JUnit's XML."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import xmlschema
from defusedxml import ElementTree

from reports.nasty import NASTY, nasty_audit, nasty_audit_since, unseen
from stackaudit import __version__
from stackaudit.reports.ci.junit import junit_text
from stackaudit.reports.ci.wording import shown
from stacks import audit_of, rules_of

SCHEMA = Path(__file__).parents[2] / "official" / "junit-10.xsd"

RULES = rules_of(
    """
    id: no-sso
    title: Systems have single sign-on
    severity: high
    why: Why.
    fix: Add it.
    for: system
    expect: {security.sso: true}
    money: cost.annual
    message: "{name} has no single sign-on."
    """,
    """
    id: quiet
    title: Systems have a name
    severity: low
    why: Why.
    fix: Name it.
    for: system
    expect: {name: {present: true}}
    message: "{name} has no name."
    """,
)
INVENTORY = """
organization: {name: Fjord & Co, currency: EUR}
systems:
  a: {name: Mail, security: {sso: false}, cost: {annual: 1200}}
  b: {name: Shop}
"""


@cache
def schema() -> xmlschema.XMLSchema10:
    return xmlschema.XMLSchema10(str(SCHEMA))


def test_findings_fail_quiet_rules_pass_and_open_questions_are_skipped() -> None:
    text = junit_text(audit_of(INVENTORY, RULES))

    assert text == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="stackaudit" tests="3" failures="1" errors="0">\n'
        '<testsuite name="own" tests="3" failures="1" errors="0" skipped="1">\n'
        "<properties>\n"
        f'<property name="stackaudit" value="{__version__}"/>\n'
        '<property name="today" value="2026-11-21"/>\n'
        '<property name="organization" value="Fjord &amp; Co"/>\n'
        '<property name="score.low" value="20.0"/>\n'
        '<property name="score.high" value="60.0"/>\n'
        "</properties>\n"
        '<testcase classname="own/no-sso" name="Mail"><failure type="high" message="Mail has no single sign-on.">'
        "Mail has no single sign-on.\nFix: Add it.\nAt: inventory.yaml:4:3\nEUR\u00a01\u00a0200 a year"
        "</failure></testcase>\n"
        '<testcase classname="own/no-sso" name="undetermined">'
        '<skipped message="1 undetermined: the stated facts do not decide"/></testcase>\n'
        '<testcase classname="own/quiet" name="Systems have a name"/>\n'
        "</testsuite>\n"
        "</testsuites>\n"
    )
    schema().validate(text)


def test_findings_of_a_new_rule_are_skipped_until_they_count() -> None:
    audit = audit_of(INVENTORY, RULES)
    finding = replace(audit.findings[0], fails_from=date(2027, 1, 1))

    tree = ElementTree.fromstring(junit_text(replace(audit, findings=(finding,))))

    assert [case.find("skipped").get("message") for case in tree.iter("testcase") if case.get("name") == "Mail"] == [
        "new, fails from 2027-01-01: Mail has no single sign-on."
    ]
    assert tree.get("failures") == "0"


def test_findings_that_a_baseline_knows_are_skipped() -> None:
    tree = ElementTree.fromstring(junit_text(nasty_audit_since("name")))

    assert [(child.tag, child.get("message")) for case in tree.iter("testcase") for child in case] == [
        ("failure", "name"),
        ("skipped", "excepted until 2027-01-31: name"),
        ("skipped", "in the baseline: name"),
        ("skipped", "1 undetermined: the stated facts do not decide"),
    ]


def test_every_rule_of_ours_is_in_the_suite_of_its_theme() -> None:
    audit = audit_of(INVENTORY)

    text = junit_text(audit)

    tree = ElementTree.fromstring(text)
    assert {
        case.get("classname"): suite.get("name") for suite in tree.iter("testsuite") for case in suite.iter("testcase")
    } == {rule.id: rule.theme for rule in audit.rules.values()}
    schema().validate(text)


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_is_data_and_no_markup(word: str) -> None:
    text = NASTY[word]
    seen = shown(text).replace("\ufffe", "<U+FFFE>").replace("\uffff", "<U+FFFF>")
    name = shown(text, 200).replace("\ufffe", "<U+FFFE>").replace("\uffff", "<U+FFFF>")

    output = junit_text(nasty_audit(text))

    schema().validate(output)
    tree = ElementTree.fromstring(output.encode())
    assert [suite.get("name") for suite in tree.iter("testsuite")] == [seen]
    assert [
        (case.get("name"), [(child.tag, child.get("message")) for child in case]) for case in tree.iter("testcase")
    ] == [
        (name, [("failure", seen)]),
        (name, [("failure", seen)]),
        (name, [("skipped", f"excepted until 2027-01-31: {seen}")]),
        ("undetermined", [("skipped", "1 undetermined: the stated facts do not decide")]),
    ]
    assert [each.text.split("\n")[:2] for each in tree.iter("failure")] == [[seen, f"Fix: {seen}"]] * 2
    assert unseen(output) == []
