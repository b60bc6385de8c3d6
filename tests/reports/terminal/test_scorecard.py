"""The scorecard as a terminal shows it."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot

from stackaudit.analysis.auditing import audit
from stackaudit.analysis.questions import compile_rules
from stackaudit.analysis.reckoning import scorecard
from stackaudit.reports.terminal.lines import width_of
from stackaudit.reports.terminal.painting import plain
from stackaudit.reports.terminal.scorecard import scorecard_lines
from stacks import TODAY, catalogue, rules_of, stack_of, thresholds

if TYPE_CHECKING:
    from stackaudit.model.scorecard import Scorecard

RULE = """
    id: no-sign-on
    title: People sign in
    severity: high
    why: Why.
    fix: Fix it.
    for: system
    expect: {security.sso: true}
    message: "{name} is open."
    """

STACK = """
organization: {name: Süß & Söhne, currency: EUR, revenue: 1_000_000, spend: {marketing_technology: 40_000}}
teams: {marketing: {side: marketing, name: Marketing team}, it: {side: it}}
data: {customer: {owner: {business: marketing}}}
systems:
  crm:
    {name: The CRM, category: crm, bought: {by: it}, cost: {annual: 30_000}, owner: {business: it, technical: it},
     security: {sso: true}, data: {master_of: [customer]}}
  mail: {name: Mail, category: email-marketing, bought: {by: marketing, approved_by: []}, cost: {annual: 100.40}}
  forms: {name: Forms, category: form-builder, bought: {by: marketing}, cost: {annual: {amount: 900, currency: USD}}}
  chat: {name: Chat, category: chat, bought: {by: it}, owner: {business: robots}}
  thing: {name: Thing, bought: {by: it, how: free}}
  old: {name: Old, lifecycle: retired, cost: {annual: 700}}
integrations:
  - {from: mail, to: crm, method: api}
  - {from: forms, to: crm, method: ipaas, runs: hourly, last_ran: 2026-11-21}
"""


def card(text: str = STACK) -> Scorecard:
    stack = stack_of(text)
    questions = compile_rules(rules_of(RULE), thresholds(), catalogue().categories, "EUR", TODAY)
    return scorecard(stack, audit(stack, questions))


def shown(text: str = STACK, width: int = 100, *, show_all: bool = False) -> str:
    return plain(scorecard_lines(card(dedent(text)), width, show_all=show_all)).replace("\u00a0", " ")


def test_a_scorecard_shows_scores_spend_links_and_owners() -> None:
    assert shown() == snapshot("""\
Süß & Söhne · scorecard · 2026-11-21

Alignment  low ├──────────────────┤ high   unknown counted as failing, and as passing
  own       16 ▕███▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▏ 100   5 undetermined
  overall   16 ▕███▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▏ 100   5 undetermined

Spend · EUR 30 100 a year known · 5 systems in use · 1 without a stated cost · USD 900 not converted

  side that pays  EUR a year  share  systems
  marketing              100   <1 %        2  USD 900 not converted
  it                  30 000  >99 %        3  1 without a stated cost

  team that pays  EUR a year  share  systems
  it                  30 000  >99 %        3  1 without a stated cost
  Marketing team         100   <1 %        2  USD 900 not converted

  category          EUR a year  share  systems
  CRM                   30 000  >99 %        1
  E-mail marketing         100   <1 %        1
  Live chat                  ?               1  1 without a stated cost
  Form builder                               1  USD 900 not converted
  (not stated)                               1

  paid outside IT   EUR a year  share  systems
  IT did not agree         100   <1 %        1
  (not stated)                               1  USD 900 not converted

  Retired or rejected, and still paid: 1 system, EUR 700 a year; not in the figures above.

    3.0 %  Spend that the inventory knows, of revenue: EUR 30 100 of EUR 1.00 M
    4.0 %  Marketing's technology, of revenue: EUR 40 000 of EUR 1.00 M
    0.3 %  What the inventory knows of marketing's technology, of what the books say: EUR 100 of
           EUR 40 000
  Shares that cannot be told wait for these facts in EUR: organization.spend.marketing,
  organization.spend.it.

Links to the CRM, The CRM · 2 of 3 systems known to have one · B 1 · F 1 · ? 1

  grade  system  for
  F      Chat    chat             no link
  B      Forms   form-builder     over an integration platform
  ?      Mail    email-marketing  A to D · `runs`, `last_ran` not stated
  B over an integration platform or a tag, daily or more often, in time; F no link; ? the stated
  facts do not decide it.
  Of 1 live system nobody knows what they do, so they are not graded: Thing.

Ownership · systems in use and kinds of data, by team

  team            side        business  technical  data  EUR a year
  it              it                 1          1            30 000
  robots          undeclared         1
  Marketing team  marketing                           1
  (not stated)                       3                               Forms, Mail, Thing
  (not stated)                                  4                    Chat, Forms, Mail, Thing

Disputes
  two claims        customer: marketing decides about it, it about its master The CRM
  undeclared owner  robots: Chat
""")


def test_all_names_what_each_team_owns() -> None:
    text = shown(show_all=True, width=120)

    assert "decides about The CRM; keeps The CRM" in text
    assert "decides about the data customer" in text


def test_an_inventory_of_names_says_what_it_does_not_say() -> None:
    assert shown("systems: [Some thing]") == snapshot("""\
scorecard · 2026-11-21

Alignment  low ├──────────────────┤ high   unknown counted as failing, and as passing
  own        0 ▕▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▏ 100   1 undetermined
  overall    0 ▕▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▏ 100   1 undetermined

Spend · no cost stated · 1 system in use · 1 without a stated cost

  Shares that cannot be told wait for these facts: cost.annual, organization.revenue,
  organization.spend.marketing, organization.spend.marketing_technology, organization.spend.it,
  cost.annual of marketing.

Links to the CRM · no system in use is known to be one, so nothing is graded.

Ownership · systems in use and kinds of data, by team

  team          side  business  technical  data  a year
  (not stated)               1                           Some thing
  (not stated)                          1                Some thing

No dispute, as far as stated.
""")


def test_an_empty_inventory_has_a_scorecard() -> None:
    text = shown("organization: {name: Nobody}")

    assert "No question was asked." in text
    assert "0 systems in use" in text


@pytest.mark.parametrize("width", [60, 80, 100, 120])
@pytest.mark.parametrize("show_all", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, show_all: bool) -> None:
    long = STACK + "  - {from: chat, to: crm, method: file, name: A}\n"
    long = long.replace("Forms", "A form builder with a name as long as a sentence and longer than any line should be")

    text = shown(long, width, show_all=show_all)

    assert [line for line in text.splitlines() if width_of(line) > width] == []


def test_text_from_strangers_moves_no_cursor() -> None:
    hostile = STACK.replace("name: Mail", 'name: "Ma\\e[2Jil\\u202e"').replace("Marketing team", '"T\\e[1m"')

    assert not re.search("[\x1b\u202e]", shown(hostile, show_all=True))


def test_what_is_too_long_to_read_is_counted_and_all_shows_it() -> None:
    forms = "".join(
        f"  form{n:02}: {{name: Form {n}, category: form-builder, owner: {{business: nobody}}}}\n" for n in range(25)
    )
    text = f"systems:\n  crm: {{name: C, category: crm, cost: {{annual: 1}}}}\n{forms}integrations: []\n"

    shortened, whole = shown(text), shown(text, show_all=True)

    assert shortened.count("form-builder  no link") == shortened.count("no business owner") == 20
    assert shortened.count("… and 5 more (--all shows them)") == 2
    assert whole.count("form-builder  no link") == whole.count("no business owner") == 25
    assert "more (--all" not in whole


def test_what_is_switched_off_and_paid_is_told_even_where_nothing_else_is() -> None:
    text = shown("organization: {currency: EUR}\nsystems: {old: {name: Old, lifecycle: retired, cost: {annual: 700}}}")

    assert "Retired or rejected, and still paid: 1 system, EUR 700 a year" in text
