"""The comparison of two stories as a person reads it."""

from __future__ import annotations

from textwrap import dedent

import pytest
from inline_snapshot import snapshot

from stackaudit.analysis.comparing import compare
from stackaudit.model.comparison import Account
from stackaudit.reports.terminal.comparison import comparison_lines
from stackaudit.reports.terminal.lines import width_of
from stackaudit.reports.terminal.painting import plain
from stackaudit.sources.inventory import read_inventory_text
from stacks import catalogue

CMO = """\
organization: {name: Hollin, currency: EUR}
governance: {customer: {definition: Who ever bought.}}
systems:
  crm: {name: Salesforce, owner: {business: marketing}, cost: {annual: 100_000}, data: {master_of: [customer]}}
  design: {name: Canva, cost: {annual: 4_800}}
  a: {name: Zapier}
  b: {name: Zapier}
integrations:
  - {from: design, to: crm}
"""
CIO = """\
organization: {name: Hollin, currency: EUR}
systems:
  sfdc:
    name: Salesforce Sales Cloud
    owner: {business: sales}
    cost: {annual: 120_000, seats: 40}
    lifecycle: retiring
    data: {master_of: [customer]}
  c: {name: Zapier}
  d: {name: Zapier}
  old: {name: Old box, lifecycle: retired, cost: {annual: 10}}
"""


def report(one: str = CMO, two: str = CIO, *, width: int = 100, show_all: bool = False) -> str:
    accounts = [
        Account(name, read_inventory_text(f"{name}.yaml", dedent(text), catalogue().categories))
        for name, text in (("cmo", one), ("cio", two))
    ]
    return plain(comparison_lines(compare(*accounts, catalogue(), tolerance=0.05), width, show_all=show_all))


def test_the_whole_report() -> None:
    assert report() == snapshot("""\
cmo  Hollin · 4 systems · 1 integration · EUR\xa0104\xa0800 a year · 1 file
cio  Hollin · 4 systems · 0 integrations · EUR\xa0120\xa0000 a year · 1 file
Both know 1 system. Amounts and counts within 5 % of each other agree.

Contradictions: 2

  Salesforce / Salesforce Sales Cloud  (system, `crm` / `sfdc`, same product)
    owner.business
      cmo  marketing                              cmo.yaml:4:45
      cio  sales                                  cio.yaml:5:23
    cost.annual  EUR\xa020\xa0000 apart
      cmo  EUR\xa0100\xa0000                            cmo.yaml:4:72
      cio  EUR\xa0120\xa0000                            cio.yaml:6:20

Only cmo knows 1 system, 1 integration · EUR\xa04\xa0800 a year

  system        Canva (EUR\xa04\xa0800 a year)          cmo.yaml:5:3
  integration   Canva to Salesforce (cio lists no integrations at all)  cmo.yaml:9:5

Only cio knows 1 system

  system        Old box (retired)                 cio.yaml:11:3

Only cmo states 1 fact of 1 subject
  --all shows values and places.

  The organization: governance.customer.definition

Only cio states 2 facts of 1 subject
  --all shows values and places.

  Salesforce Sales Cloud: cost.seats, lifecycle

Unclear: 1

  several copies of one product
      cmo  Zapier (`a`)                           cmo.yaml:6:3
      cmo  Zapier (`b`)                           cmo.yaml:7:3
      cio  Zapier (`c`)                           cio.yaml:9:3
      cio  Zapier (`d`)                           cio.yaml:10:3

2 contradictions · 2 systems known to one story only · 3 facts told by one only · 3\xa0agreed ·
  1\xa0unclear
Contradictions are about: cost 1, owner 1.
Systems under dispute cost EUR\xa0120\xa0000 a year; stated costs lie EUR\xa020\xa0000 a year apart.
""")


def test_all_shows_values_and_places_of_what_one_tells_alone_and_what_both_say() -> None:
    text = report(show_all=True)

    assert text.split("Only cio states", maxsplit=1)[1] == snapshot("""\
 2 facts of 1 subject

  Salesforce Sales Cloud
    cost.seats: 40                                cio.yaml:6:36
    lifecycle: retiring (left out by cmo, which means live)  cio.yaml:7:16

Unclear: 1

  several copies of one product
      cmo  Zapier (`a`)                           cmo.yaml:6:3
      cmo  Zapier (`b`)                           cmo.yaml:7:3
      cio  Zapier (`c`)                           cio.yaml:9:3
      cio  Zapier (`d`)                           cio.yaml:10:3

Both say: 3

  The organization
    organization.name: Hollin
    organization.currency: EUR

  customer  (data kind)
    master: Salesforce / Salesforce Sales Cloud

2 contradictions · 2 systems known to one story only · 3 facts told by one only · 3\xa0agreed ·
  1\xa0unclear
Contradictions are about: cost 1, owner 1.
Systems under dispute cost EUR\xa0120\xa0000 a year; stated costs lie EUR\xa020\xa0000 a year apart.
""")


def test_two_stories_that_agree_are_told_in_a_few_lines() -> None:
    assert report(CMO.replace("  b: {name: Zapier}\n", ""), CMO.replace("  b: {name: Zapier}\n", "")) == snapshot("""\
cmo  Hollin · 3 systems · 1 integration · EUR\xa0104\xa0800 a year · 1 file
cio  Hollin · 3 systems · 1 integration · EUR\xa0104\xa0800 a year · 1 file
Both know 3 systems. Amounts and counts within 5 % of each other agree.

0 contradictions · 0 systems known to one story only · 0 facts told by one only · 7\xa0agreed
""")


@pytest.mark.parametrize("width", [60, 80, 100, 120])
@pytest.mark.parametrize("show_all", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, show_all: bool) -> None:
    lines = report(width=width, show_all=show_all).splitlines()

    assert [line for line in lines if width_of(line) > width] == []


def test_text_from_strangers_moves_no_cursor() -> None:
    text = report(CMO.replace("Canva", '"Can\\e[2Jva"'), CIO)

    assert "\x1b" not in text
    assert "Can<U+001B>[2Jva" in text


def test_one_system_is_no_systems() -> None:
    assert "1 system known to one story only" in report("systems: {a: {name: X}}", "organization: {name: Y}").replace(
        "\u00a0", " "
    )
