from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from stackaudit.analysis.reconciling import reconcile
from stackaudit.model.matches import Sureness
from stackaudit.model.reconciliation import Reconciliation, TeamShare, Tool
from stackaudit.sources.inventory import read_inventory_text
from stacks import TODAY, catalogue, evidence, stack_of, thresholds

if TYPE_CHECKING:
    from random import Random

CRM = "systems: {crm: {name: Our CRM}}"


def reconciled(inventory: str, traces: str) -> Reconciliation:
    found = stack_of(inventory, traces).reconciliation
    assert found is not None
    return found


def tool(found: Reconciliation, tool_id: str) -> Tool:
    return next(tool for tool in found.tools if tool.id == tool_id)


def standings(found: Reconciliation) -> dict[str, str]:
    return {tool.id: tool.standing for tool in found.tools}


def test_a_tool_is_undeclared_matched_unseen_or_unshown() -> None:
    inventory = """
        systems:
          board: {name: Miro}
          mail: {name: Mailchimp, bought: {how: card}}
          crm: {name: Our CRM}
    """
    traces = """[
        {signed_in: Miro, users: 3},
        {paid: DROPBOX, amount: 10, on: 2025-10-01}, {paid: DROPBOX, amount: 10, on: 2026-10-01},
    ]"""

    found = reconciled(inventory, traces)

    assert standings(found) == {
        "dropbox": "undeclared",
        "mailchimp": "unseen",
        "miro": "matched",
        "system:crm": "unshown",
    }
    assert tool(found, "mailchimp").expected == ("paid",)


def test_a_system_that_a_guess_may_be_of_is_not_missed() -> None:
    inventory = """
        systems:
          shop: {name: Shop, bought: {how: card}}
          box: {name: Box, bought: {how: card}}
    """
    traces = "[{paid: SHOP LTD 24, amount: 3, on: 2025-10-01}, {paid: SHOP LTD 24, amount: 3, on: 2026-10-01}]"

    found = reconciled(inventory, traces)

    assert [(guess.name, guess.systems) for guess in found.guesses] == [("Shop", ("shop",))]
    assert standings(found) == {"system:shop": "unshown", "box": "unseen"}


def test_an_alias_is_sure_where_the_name_itself_would_be_a_guess() -> None:
    inventory = "systems: {shop: {name: Shop, aliases: [SHOP LTD]}, site: {name: Website}}"
    traces = "[{paid: SHOP LTD 24, amount: 3, on: 2026-10-01}, {paid: WEBSITE LTD 24, amount: 3, on: 2026-10-01}]"

    found = reconciled(inventory, traces)

    assert standings(found) == {"system:shop": "matched", "system:site": "unshown"}
    assert [guess.name for guess in found.guesses] == ["Website"]


def test_traces_of_one_product_come_together() -> None:
    traces = """[
        {paid: "MAILCHIMP *MONTHLY", amount: 49, on: 2026-10-01, team: Web},
        {signed_in: Mailchimp, users: 4},
        {listed: MailChimp},
    ]"""

    found = reconciled(CRM, traces)

    (mail,) = [tool for tool in found.tools if tool.sightings]
    assert (mail.id, list(mail.sightings)) == ("mailchimp", ["paid", "signed in", "listed"])


def test_an_alias_is_the_system_that_bears_it() -> None:
    found = reconciled(
        "systems: {crm: {name: Our CRM, aliases: [ACME CUSTOMER CLOUD]}}",
        "[{paid: ACME CUSTOMER CLOUD, amount: 900, on: 2026-10-01}]",
    )

    assert [(tool.id, tool.systems, tool.standing) for tool in found.tools] == [("system:crm", ("crm",), "matched")]


def test_a_name_that_two_systems_bear_means_neither() -> None:
    inventory = "systems: {a: {name: Fjord Board}, b: {name: Fjord Board}}"

    found = reconciled(inventory, "[{signed_in: Fjord Board}]")

    assert standings(found) == {"app:fjordboard": "undeclared", "system:a": "unshown", "system:b": "unshown"}


def test_an_entry_of_ignore_takes_traces_out_by_what_evidence_or_the_catalogue_calls_them() -> None:
    inventory = f"""
        {CRM}
        ignore:
          - {{name: "DROPBOX*", reason: The choir's.}}
          - {{name: mailchimp, reason: Paid back.}}
          - {{name: Nothing, reason: Never seen.}}
    """
    traces = "[{paid: DROPBOX 123, amount: 1, on: 2026-10-01}, {paid: 'MAILCHIMP *MONTHLY', amount: 1, on: 2026-10-01}]"

    found = reconciled(inventory, traces)

    assert [tool.id for tool in found.tools if tool.sightings] == []
    assert {(each.name, each.traces) for each in found.ignored} == {("DROPBOX*", 1), ("mailchimp", 1), ("Nothing", 0)}
    assert [(each.traces, each.ignored) for each in found.coverage] == [(2, 2)]


def test_payments_are_added_up_over_the_last_twelve_months_that_ledgers_cover() -> None:
    traces = """[
        {paid: MAILCHIMP, amount: 100, on: 2020-06-01, team: Web},
        {paid: MAILCHIMP, amount: -10, on: 2020-07-01, team: Web},
        {paid: MAILCHIMP, amount: 7, on: 2019-01-01, team: Web},
        {paid: MAILCHIMP, amount: 300, on: 2020-05-01, team: Events},
    ]"""

    payments = tool(reconciled(CRM, traces), "mailchimp").payments

    assert payments is not None
    assert (payments.annual, payments.total, payments.times) == (390, 397, 3)
    assert payments.shares == (TeamShare("Events", 300, 1), TeamShare("Web", 90, 2))


def test_foreign_money_is_converted_by_stated_rates_and_told_where_there_is_none() -> None:
    inventory = f"organization: {{currency: EUR, exchange_rates: {{USD: 0.5}}}}\n{CRM}"
    traces = """[
        {paid: MAILCHIMP, amount: 100, on: 2026-06-01, currency: USD},
        {paid: MAILCHIMP, amount: 100, on: 2026-06-01, currency: SEK},
        {paid: MAILCHIMP, amount: 1, on: 2026-06-01, currency: EUR},
    ]"""

    payments = tool(reconciled(inventory, traces), "mailchimp").payments

    assert payments is not None
    assert (payments.annual, payments.unconverted) == (51, ("SEK",))


def test_cost_centres_belong_to_the_team_that_claims_them() -> None:
    inventory = f"teams: {{web: {{name: Web team, cost_centres: ['41*']}}}}\n{CRM}"
    traces = """[
        {paid: MAILCHIMP, amount: 1, on: 2026-06-01, team: "4110"},
        {paid: MAILCHIMP, amount: 2, on: 2026-06-01, team: "4120"},
        {paid: MAILCHIMP, amount: 4, on: 2026-06-01, team: "9000"},
    ]"""

    found = reconciled(inventory, traces)

    assert found.shares == (TeamShare("9000", 4, 1), TeamShare("Web team", 3, 2))


def test_cards_are_counted_only_where_they_are_told_apart() -> None:
    masked = "[{paid: MAILCHIMP, amount: 1, payer: '****'}, {paid: MAILCHIMP, amount: 1, payer: '****'}]"
    known = "[{paid: MAILCHIMP, amount: 1, payer: '*11'}, {paid: MAILCHIMP, amount: 1, payer: '*22'}]"

    cards = [tool(reconciled(CRM, traces), "mailchimp").payments for traces in (masked, known)]

    assert [payments.cards for payments in cards if payments] == [None, 2]


def test_guesses_are_told_apart_and_count_nowhere() -> None:
    found = reconciled(CRM, "[{paid: BOX, amount: 200, on: 2026-10-01, team: Web}]")

    assert [tool.id for tool in found.tools if tool.sightings] == []
    assert [(tool.id, tool.sureness) for tool in found.guesses] == [("box", Sureness.GUESS)]
    assert found.shares == ()


def test_a_suite_is_declared_by_any_of_its_parts_at_the_same_address() -> None:
    catalogued = catalogue().products
    parts = [product for product in catalogued.values() if product.vendor == "HubSpot" and product.domain]
    first, second = next((a, b) for a in parts for b in parts if a.id != b.id and a.domain == b.domain)

    found = reconciled(f"systems: {{it: {{name: {first.name}}}}}", f"[{{listed: {second.name}}}]")

    assert tool(found, second.id).systems == ("it",)


def test_a_system_in_use_is_meant_where_another_of_its_product_is_retired() -> None:
    inventory = "systems: {old: {name: Miro, lifecycle: retired}, new: {name: Miro}}"

    found = reconciled(inventory, "[{signed_in: Miro}]")

    assert tool(found, "miro").systems == ("new",)
    assert standings(found) == {"miro": "matched", "system:old": "unshown"}


def test_what_was_shown_before_is_expected_again() -> None:
    inventory = "systems: {mail: {name: Mailchimp}}"
    traces = "[{paid: MAILCHIMP, amount: 1, on: 2025-01-01}, {paid: DROPBOX, amount: 1, on: 2026-11-01}]"

    found = tool(reconciled(inventory, traces), "mailchimp")

    assert (found.standing, found.expected, found.last) == ("unseen", ("paid",), date(2025, 1, 1))


def test_a_ledger_that_ends_long_ago_has_to_show_nothing() -> None:
    inventory = "systems: {mail: {name: Mailchimp, bought: {how: card}}}"

    found = reconciled(inventory, "[{paid: DROPBOX, amount: 1, on: 2024-11-01}]")

    assert tool(found, "mailchimp").standing == "unshown"


def test_every_trace_is_matched_guessed_ignored_or_unknown() -> None:
    inventory = f"{CRM}\nignore: [{{name: 'EB *', reason: tickets}}]"
    traces = """[
        {paid: MAILCHIMP, amount: 1}, {paid: BOX, amount: 1}, {paid: EB TALKS, amount: 1}, {paid: EB *TALKS, amount: 1},
        {paid: shell kings 587, amount: 1},
    ]"""

    (coverage,) = reconciled(inventory, traces).coverage

    assert coverage.traces == 5
    assert coverage.matched + coverage.guessed + coverage.ignored + coverage.unknown == 5
    assert coverage.matched == 1
    assert ("shell kings 587", 1) in coverage.unknown_texts


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_traces_changes_nothing(random: Random) -> None:
    traces = evidence("""[
        {paid: MAILCHIMP, amount: 3, on: 2026-06-01, team: Web}, {paid: "MAILCHIMP *MONTHLY", amount: 5},
        {signed_in: Mailchimp, users: 4}, {signed_in: Fjord Board}, {paid: BOX, amount: 1}, {listed: Dropbox},
    ]""")
    inventory = read_inventory_text("inventory.yaml", CRM, catalogue().categories)
    shuffled = list(traces.traces)
    random.shuffle(shuffled)

    one = reconcile(inventory, traces, catalogue(), thresholds(), TODAY)
    other = reconcile(inventory, replace(traces, traces=tuple(shuffled)), catalogue(), thresholds(), TODAY)

    assert [_told(tool) for tool in one.tools] == [_told(tool) for tool in other.tools]
    assert one.coverage == other.coverage
    assert one.shares == other.shares


def _told(tool: Tool) -> tuple[object, ...]:
    sightings = [(s.source, s.times, s.first, s.last, s.texts) for s in tool.sightings.values()]
    return tool.id, tool.name, tool.systems, tool.sureness, tool.whys, tool.payments, tool.standing, sightings
