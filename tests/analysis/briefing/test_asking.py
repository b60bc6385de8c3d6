"""Whom to ask what: stated facts that are missing, by the team that would know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.auditing import audit
from stackaudit.analysis.briefing.asking import questionnaire_of, to_ask_of
from stackaudit.analysis.questions import compile_rules
from stacks import TODAY, builtin_rules, catalogue, stack_of, thresholds

if TYPE_CHECKING:
    from stackaudit.model.briefing import ToAsk
    from stackaudit.model.questionnaire import Questionnaire


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


def asked(inventory: str, *rules: str, traces: str = "") -> Questionnaire:
    stack = stack_of(inventory, traces)
    chosen = [rule for rule in builtin_rules() if rule.id in rules]
    questions = compile_rules(chosen, thresholds(), catalogue().categories, "EUR", TODAY)
    return questionnaire_of(stack, audit(stack, questions))


def in_letters(found: Questionnaire) -> list[tuple[str, list[tuple[str, str, int]]]]:
    return [(each.team, [(ask.subject.id, ask.fact, ask.verdicts) for ask in each.asks]) for each in found.letters]


def test_what_decides_most_is_asked_first() -> None:
    found = asked(
        """
        teams: {it: {side: it, lead: cio}}
        organization: {name: Fjordline, currency: EUR}
        systems:
          wiki: {name: The wiki, owner: {technical: it}, data: {categories: [contact]}}
          crm: {name: The CRM, owner: {technical: it}, security: {sso: true}}
          lost: {name: Lost, data: {categories: [contact]}, privacy: {legal_basis: contract}, security: {sso: true}}
        """,
        "security/no-single-sign-on",
        "privacy/no-agreement",
        "privacy/no-legal-basis",
    )

    assert (found.name, found.currency, found.teams) == ("Fjordline", "EUR", ("it",))
    assert [(each.name, each.lead) for each in found.letters] == [("it", "cio"), ("", "")]
    assert in_letters(found) == [
        (
            "it",
            [
                ("crm", "data.categories", 2),
                ("crm", "data.subjects", 2),
                ("crm", "privacy.agreement", 1),
                ("crm", "privacy.legal_basis", 1),
                ("wiki", "privacy.agreement", 1),
                ("wiki", "privacy.legal_basis", 1),
                ("wiki", "security.sso", 1),
            ],
        ),
        ("", [("lost", "privacy.agreement", 1)]),
    ]


def test_where_a_buyer_is_named_and_its_side_is_not_the_side_is_asked_for() -> None:
    found = asked(
        """
        teams: {web: {name: Web and shop}, it: {side: it}}
        systems:
          shop: {name: The shop, lifecycle: live, bought: {by: web, approved_by: []}}
          mail: {name: The mail, lifecycle: live, bought: {by: web, approved_by: []}}
        """,
        "shadow-it/bought-without-it",
    )

    assert in_letters(found) == [("web", [("web", "side", 2)])]
    assert found.letters[0].asks[0].subject.name == "Web and shop"


def test_what_no_cell_can_answer_is_kept_apart() -> None:
    found = asked(
        """
        teams: {marketing: {side: marketing}, it: {side: it}}
        systems: {crm: {name: C, category: crm}, mail: {name: M, category: marketing-automation}}
        """,
        "integration/crm-automation-not-linked",
    )

    assert [(each.team, each.asks, [(ask.fact, ask.verdicts) for ask in each.by_hand]) for each in found.letters] == [
        ("marketing", (), [("integrations", 1)])
    ]


def test_a_cost_that_is_stated_and_cannot_be_counted_is_not_asked_for_again() -> None:
    found = asked(
        """
        organization: {currency: EUR}
        systems:
          crm: {name: C, lifecycle: sandbox, since: 2026-11-01, cost: {annual: {amount: 9000, currency: CHF}}}
        """,
        "shadow-it/sandbox-too-dear",
    )

    assert [([ask.fact for ask in each.asks], [ask.fact for ask in each.by_hand]) for each in found.letters] == [
        ([], ["cost.annual"])
    ]
