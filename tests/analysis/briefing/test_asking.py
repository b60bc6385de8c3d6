"""Whom to ask what: stated facts that are missing, by the team that would know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.auditing import audit
from stackaudit.analysis.briefing.asking import to_ask_of
from stackaudit.analysis.questions import compile_rules
from stacks import TODAY, builtin_rules, catalogue, stack_of, thresholds

if TYPE_CHECKING:
    from stackaudit.model.briefing import ToAsk


def to_ask(inventory: str, *asked: str, traces: str = "") -> tuple[ToAsk, ...]:
    stack = stack_of(inventory, traces)
    rules = [rule for rule in builtin_rules() if rule.id in asked]
    return to_ask_of(stack, audit(stack, compile_rules(rules, thresholds(), catalogue().categories, "EUR", TODAY)))


def told(found: tuple[ToAsk, ...]) -> list[tuple[str, str, list[tuple[str, tuple[str, ...], int]]]]:
    return [
        (each.team, each.lead, [(asked.subject.id, asked.facts, asked.questions) for asked in each.questions])
        for each in found
    ]


def test_each_team_is_asked_about_what_it_would_know() -> None:
    found = to_ask(
        """
        teams: {it: {side: it, lead: cio}, web: {name: Web and shop, side: marketing}}
        systems:
          crm: {name: The CRM, owner: {business: web, technical: it}, bought: {by: web}}
          wiki: {name: The wiki, owner: {technical: it}, bought: {by: it}}
          lost: {name: Lost, bought: {by: unknown}}
        """,
        "security/no-single-sign-on",
        "shadow-it/bought-without-it",
    )

    assert told(found) == [
        ("it", "cio", [("crm", ("security.sso",), 1), ("wiki", ("security.sso",), 1)]),
        ("Web and shop", "", [("crm", ("bought.approved_by",), 1)]),
        ("", "", [("lost", ("bought.approved_by", "bought.by", "security.sso"), 3)]),
    ]


def test_nobody_is_asked_where_nothing_is_open() -> None:
    assert to_ask("systems: {crm: {name: The CRM, security: {sso: true}}}", "security/no-single-sign-on") == ()


def test_facts_of_an_inventory_without_links_are_asked_of_the_house() -> None:
    found = to_ask(
        """
        teams: {marketing: {side: marketing, lead: cmo}, it: {side: it, lead: cio}}
        systems: {crm: {name: C, category: crm}, mail: {name: M, category: marketing-automation}}
        """,
        "integration/crm-automation-not-linked",
    )

    assert [(each.team, [asked.facts for asked in each.questions]) for each in found] == [
        ("marketing", [("integrations",)])
    ]
