"""Spend: who pays, for what, and what no sum holds."""

from __future__ import annotations

from stackaudit.analysis.spending import payer_of, spending_of
from stackaudit.model.money import Money
from stackaudit.model.scorecard import Share, Spending, Spent
from stacks import stack_of

STACK = """
organization: {currency: EUR, revenue: 1_000_000, spend: {marketing_technology: 40_000, it: 100_000}}
teams:
  marketing: {side: marketing}
  web: {side: marketing, name: Web shop}
  it: {side: it}
  elsewhere: {}
systems:
  crm: {name: The CRM, category: crm, bought: {by: it}, cost: {annual: 30_000}}
  mail: {name: Mail, category: email-marketing, bought: {by: marketing, approved_by: [it]}, cost: {annual: 12_000}}
  polls: {name: Polls, category: survey, bought: {by: web, approved_by: []}, cost: {annual: 2_000.50}}
  forms: {name: Forms, category: survey, bought: {by: web}, cost: {annual: {amount: 900, currency: USD}}}
  chat: {name: Chat, category: chat, bought: {by: marketing}}
  notes: {name: Notes, bought: {by: marketing, how: free}}
  thing: {name: Thing, bought: {by: elsewhere}, cost: {annual: 5}}
  old: {name: Old, lifecycle: retired, cost: {annual: 700}}
  gone: {name: Gone, lifecycle: retired, cost: {annual: 0}}
"""


def spending(text: str = STACK) -> Spending:
    return spending_of(stack_of(text))


def amounts(parts: tuple[Spent, ...]) -> list[tuple[str, float]]:
    return [(part.id, part.amount) for part in parts]


def test_what_is_known_stands_apart_from_what_is_not() -> None:
    assert spending().total == Spent("total", "total", 7, 44_005.50, 4, (Money(900, "USD"),), 1, 1, 1)


def test_sides_keep_their_order_and_what_is_not_stated_comes_last() -> None:
    assert amounts(spending().sides) == [("marketing", 14_000.50), ("it", 30_000), ("", 5)]


def test_teams_come_dearest_first() -> None:
    assert amounts(spending().teams) == [("it", 30_000), ("marketing", 12_000), ("web", 2_000.50), ("elsewhere", 5)]
    assert [team.name for team in spending().teams] == ["it", "marketing", "Web shop", "elsewhere"]


def test_categories_are_named_and_systems_without_one_come_last() -> None:
    found = spending().categories

    assert amounts(found) == [("crm", 30_000), ("email-marketing", 12_000), ("survey", 2_000.50), ("chat", 0), ("", 5)]
    assert found[2].name == "Surveys"
    assert (found[2].foreign, found[3].unstated, found[4].free) == ((Money(900, "USD"),), 1, 1)


def test_every_part_adds_up_to_the_whole() -> None:
    found = spending()

    for parts in (found.sides, found.teams, found.categories):
        assert sum(part.amount for part in parts) == found.total.amount
        assert sum(part.systems for part in parts) == found.total.systems
        assert sum(part.unstated for part in parts) == found.total.unstated
        assert all(p.systems == p.stated + p.unconverted + p.unstated + p.free for p in parts)


def test_what_others_than_it_pay_is_told_by_agreement() -> None:
    found = {part.id: (part.systems, part.amount) for part in spending().outside_it}

    assert found == {"agreed": (1, 12_000), "not agreed": (1, 2_000.50), "": (3, 0)}


def test_what_is_switched_off_and_still_paid_stands_in_no_other_sum() -> None:
    off = spending().switched_off

    assert (off.systems, off.amount) == (1, 700)


def test_the_payer_is_the_one_stated_then_the_buyer_then_the_owner() -> None:
    found = stack_of(
        """
        systems:
          a: {name: A, cost: {paid_by: finance}, bought: {by: it}, owner: {business: sales}}
          b: {name: B, bought: {by: it}, owner: {business: sales}}
          c: {name: C, owner: {business: sales}}
          d: {name: D, owner: {business: nobody}}
        """,
    ).inventory.systems

    assert {name: payer_of(system) for name, system in found.items()} == {
        "a": "finance",
        "b": "it",
        "c": "sales",
        "d": None,
    }


def test_a_team_that_nothing_is_declared_of_is_on_the_side_it_is_named_after() -> None:
    found = spending("systems: {a: {name: A, bought: {by: sales}, cost: {annual: 1}}}")

    assert amounts(found.sides) == [("sales", 1)]


def test_shares_are_percentages_of_what_the_organisation_states() -> None:
    shares = {share.id: share for share in spending().shares}

    assert shares["known spend of revenue"] == Share("known spend of revenue", 44_005.50, 1_000_000, 4.4, ())
    assert shares["known of marketing technology"].percent == 35.0
    assert shares["marketing technology of IT budget"].percent == 40.0
    assert shares["marketing budget of revenue"].percent is None
    assert shares["marketing budget of revenue"].missing == ("organization.spend.marketing",)


def test_percentages_have_one_digit_behind_the_point() -> None:
    found = spending("organization: {currency: EUR, revenue: 3}\nsystems: {a: {name: A, cost: {annual: 2}}}")

    assert found.shares[0].percent == 66.7


def test_revenue_in_a_currency_without_a_rate_is_as_good_as_not_stated() -> None:
    found = spending(
        "organization: {currency: EUR, revenue: {amount: 5, currency: USD}}\nsystems: {a: {name: A, cost: {annual: 1}}}"
    )

    assert found.shares[0] == Share("known spend of revenue", 1, None, None, ("organization.revenue",))


def test_no_percentage_of_nothing() -> None:
    found = spending("organization: {currency: EUR, revenue: 0}\nsystems: {a: {name: A, cost: {annual: 1}}}")

    assert found.shares[0] == Share("known spend of revenue", 1, 0, None, ())


def test_a_spend_that_nobody_stated_is_no_spend_of_nothing() -> None:
    found = spending("organization: {currency: EUR, revenue: 9}\nsystems: {a: {name: A}}")

    assert found.shares[0].percent is None
    assert found.shares[0].missing == ("cost.annual",)
