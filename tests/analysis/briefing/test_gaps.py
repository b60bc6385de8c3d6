"""Gaps: one cause is told once, the worst first, with who can act."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from stackaudit.analysis.auditing import audit
from stackaudit.analysis.briefing.gaps import FEWEST, MOST, THEMES_FIRST, gaps_of
from stackaudit.analysis.questions import compile_rules
from stackaudit.model.briefing import AUDIENCES, Gap
from stacks import TODAY, builtin_rules, catalogue, rules_of, stack_of, thresholds

if TYPE_CHECKING:
    from stackaudit.model.rules import Rule

_TEAMS = """
organization: {name: Testers, currency: EUR}
teams:
  marketing: {side: marketing}
  it: {side: it}
"""

_ALONE = """
  {id}: {{name: {name}, bought: {{by: marketing, approved_by: [], how: card}}, cost: {{annual: {cost}}},
    data: {{categories: [contact]}}, security: {{sso: false, reviewed: false}}, owner: {{business: marketing}}}}
"""


def gaps(inventory: str, *asked: str, audience: str = "everyone", own: str = "") -> tuple[Gap, ...]:
    """The gaps of an inventory, by our rules of the given ids or themes, and a rule of one's own."""
    chosen = [rule for rule in builtin_rules() if rule.id in asked or rule.theme in asked]
    return gaps_by([*chosen, *(rules_of(own) if own else [])], inventory, audience)


def gaps_by(rules: list[Rule], inventory: str, audience: str = "everyone") -> tuple[Gap, ...]:
    stack = stack_of(inventory)
    return gaps_of(
        stack, audit(stack, compile_rules(rules, thresholds(), catalogue().categories, "EUR", TODAY)), audience
    )


def told(found: tuple[Gap, ...]) -> list[tuple[str, list[str]]]:
    """Each gap with the rules of its findings."""
    return [(gap.title, sorted({finding.rule for finding in gap.findings})) for gap in found]


def test_what_follows_from_one_purchase_is_told_once() -> None:
    inventory = f"{_TEAMS}\nsystems:{_ALONE.format(id='mail', name='The mail', cost=900)}"

    found = gaps(inventory, "shadow-it", "security/no-single-sign-on")

    assert told(found) == [
        (
            "In use without IT's agreement: The mail",
            [
                "security/no-single-sign-on",
                "shadow-it/bought-without-it",
                "shadow-it/live-without-security-review",
                "shadow-it/marketing-spends-alone",
                "shadow-it/paid-by-card",
                "shadow-it/personal-data-without-it",
            ],
        )
    ]
    assert found[0].who == ("marketing", "it")
    assert found[0].money == 900
    assert found[0].effort == "days"


def test_a_following_rule_stands_alone_where_its_cause_is_not_there() -> None:
    inventory = f"{_TEAMS}\nsystems: {{crm: {{name: The CRM, security: {{sso: false}}, owner: {{technical: it}}}}}}"

    found = gaps(inventory, "shadow-it/bought-without-it", "security/no-single-sign-on")

    assert told(found) == [("Doors without good locks: The CRM", ["security/no-single-sign-on"])]


def test_money_of_a_system_counts_once_in_a_gap() -> None:
    both = _ALONE.format(id="mail", name="The mail", cost=900) + _ALONE.format(id="polls", name="The polls", cost=50)

    found = gaps(f"{_TEAMS}\nsystems:{both}", "shadow-it/bought-without-it", "shadow-it/paid-by-card")

    assert [(gap.title, gap.money) for gap in found] == [("In use without IT's agreement: The mail and The polls", 950)]


def test_money_is_unknown_where_no_finding_states_any() -> None:
    inventory = f"{_TEAMS}\nsystems: {{crm: {{name: The CRM, security: {{sso: false}}}}}}"

    assert [gap.money for gap in gaps(inventory, "security/no-single-sign-on")] == [None]


def test_many_names_are_cut_to_three() -> None:
    systems = "".join(f"\n  s{number}: {{name: S{number}, security: {{sso: false}}}}" for number in range(5))

    found = gaps(f"{_TEAMS}\nsystems:{systems}", "security/no-single-sign-on")

    assert [gap.title for gap in found] == ["Doors without good locks: S0, S1, S2 and 2 more"]


_OWN = """
id: odd
title: Nothing is odd
severity: critical
why: Odd things surprise.
fix: Make it even.
for: system
where: {id: odd}
expect: {lifecycle: retired}
message: "{name} is odd."
"""


def test_a_rule_of_ones_own_is_a_gap_of_its_own_words() -> None:
    found = gaps("systems: {odd: {name: The odd}}", own=_OWN)

    assert [(gap.title, gap.fix, gap.cost, gap.effort) for gap in found] == [
        ("Not everywhere: Nothing is odd: The odd", "Make it even.", "Odd things surprise.", "days")
    ]


def test_the_worst_comes_first_then_the_dearest() -> None:
    dear = _ALONE.format(id="mail", name="The mail", cost=900)
    inventory = f"{_TEAMS}\nsystems:{dear}  crm: {{name: The CRM, security: {{sso: false}}}}\n  odd: {{name: The odd}}"

    found = gaps(inventory, "shadow-it/bought-without-it", "security/no-single-sign-on", own=_OWN)

    assert [gap.title.partition(":")[0] for gap in found] == [
        "Not everywhere",
        "In use without IT's agreement",
        "Doors without good locks",
    ]


def test_finance_is_told_of_money_first() -> None:
    inventory = f"{_TEAMS}\nsystems:{_ALONE.format(id='mail', name='The mail', cost=900)}  odd: {{name: The odd}}"

    found = gaps(inventory, "shadow-it/bought-without-it", audience="cfo", own=_OWN)

    assert [gap.money for gap in found] == [900, None]


def test_a_contract_that_renews_soon_is_part_of_the_cost() -> None:
    soon, later = TODAY + timedelta(days=30), TODAY + timedelta(days=300)
    inventory = f"""
    systems:
      first: {{name: First, security: {{sso: false}}, cost: {{renews: {later}, auto_renews: true}}}}
      second: {{name: Second, security: {{sso: false}}, cost: {{renews: {soon}, auto_renews: true}}}}
      third: {{name: Third, security: {{sso: false}}, cost: {{renews: {soon}, auto_renews: false}}}}
    """

    (gap,) = gaps(inventory, "security/no-single-sign-on")

    assert gap.cost.endswith(f" Second renews by itself on {soon}.")
    assert gap.cost.count("renews") == 1


def test_no_more_than_eight_are_told_and_remarks_are_none() -> None:
    rules = [
        rules_of(_OWN.replace("\nid: odd\n", f"\nid: odd-{number}\n").replace("critical", severity))[0]
        for number, severity in enumerate(["medium"] * 10 + ["info"])
    ]

    found = gaps_by(rules, "systems: {odd: {name: The odd}}")

    assert [gap.findings[0].rule for gap in found] == [f"own/odd-{number}" for number in range(MOST)]


def test_small_gaps_fill_up_to_five() -> None:
    severities = ["medium"] * 3 + ["low"] * 4 + ["info"]
    rules = [
        rules_of(_OWN.replace("\nid: odd\n", f"\nid: odd-{number}\n").replace("critical", severity))[0]
        for number, severity in enumerate(severities)
    ]

    found = gaps_by(rules, "systems: {odd: {name: The odd}}")

    assert [gap.findings[0].rule for gap in found] == [f"own/odd-{number}" for number in range(FEWEST)]


def test_every_audience_has_its_themes() -> None:
    assert set(THEMES_FIRST) == set(AUDIENCES)


def test_the_order_of_an_inventory_changes_no_gap() -> None:
    systems = [_ALONE.format(id=f"s{number}", name=f"S{number}", cost=900 + number) for number in range(4)]

    straight, turned = (
        gaps(f"{_TEAMS}\nsystems:{''.join(each)}", "shadow-it", "security", "inventory")
        for each in (systems, systems[::-1])
    )

    assert [(gap.title, gap.who, gap.cost, gap.money) for gap in straight] == [
        (gap.title, gap.who, gap.cost, gap.money) for gap in turned
    ]
