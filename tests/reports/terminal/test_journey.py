"""A trace as a terminal shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot

from reports.nasty import NASTY, TAME, renamed, unseen
from stackaudit.analysis.tracing import trace_of
from stackaudit.reports.terminal.journey import journey_lines
from stackaudit.reports.terminal.lines import width_of
from stackaudit.reports.terminal.painting import painted, plain
from stacks import stack_of

if TYPE_CHECKING:
    from stackaudit.model.journey import Journey

STACK = """
organization: {name: Testers}
teams: {web: {name: Web team, side: marketing}, it: {side: it}}
systems:
  forms: {name: Forms, owner: {business: web, technical: web}}
  mail: {name: Mail, owner: {business: web, technical: nobody}}
  hub: {name: Hub}
  crm: {name: CRM, lifecycle: retiring, owner: {technical: it}}
  erp: {name: ERP}
  old: {name: Old, lifecycle: retired}
integrations:
  - {from: forms, to: mail, via: hub, method: ipaas, runs: hourly, last_ran: 2026-11-21, data: [contact], owner: it}
  - {from: forms, to: mail, method: manual}
  - {from: mail, to: crm, method: file, runs: 10d, owner: nobody}
  - {from: erp, to: crm, name: The nightly list}
  - {from: crm, to: old}
"""


def journey(start: str, end: str, data: str = "", text: str = STACK) -> Journey:
    stack = stack_of(text)
    return trace_of(stack, stack.inventory.systems[start], stack.inventory.systems[end], data)


def shown(start: str, end: str, data: str = "", width: int = 100) -> str:
    return plain(journey_lines(journey(start, end, data), width))


def test_a_way_is_shown_stop_by_stop_with_who_answers_for_it() -> None:
    assert shown("forms", "crm") == snapshot("""\
Data of Forms reaches CRM over 2 hops.

  ●  Forms (forms)
  │  owner Web team (marketing)
  │  ipaas · via Hub · hourly · last ran 2026-11-21 · contact · owner it · 1 more flow beside it
  ●  Mail (mail)
  │  business owner Web team (marketing) · technical owner nobody
  ╎  by file, every 10 days
  ╎  file · every 10 days · data not stated · owner nobody
  ●  CRM (crm)
  │  retiring · technical owner it

First hop at fault: Mail to CRM, by hand and unowned (by file, every 10 days).
""")


def test_where_it_breaks_off_the_rest_of_the_way_is_shown_too() -> None:
    assert shown("forms", "erp") == snapshot("""\
Data of Forms does not reach ERP.

  ●  Forms (forms)
  │  owner Web team (marketing)
  │  ipaas · via Hub · hourly · last ran 2026-11-21 · contact · owner it · 1 more flow beside it
  ●  Mail (mail)
  │  business owner Web team (marketing) · technical owner nobody
  ╎  by file, every 10 days
  ╎  file · every 10 days · data not stated · owner nobody
  ●  CRM (crm)
  │  retiring · technical owner it
  x  missing: data flows the other way only
  x  The nightly list: method not stated · rhythm not stated · data not stated · owner not stated
  ○  ERP (erp)

First hop at fault: Mail to CRM, by hand and unowned (by file, every 10 days).
Data of Forms reaches 2 systems: Mail, CRM.
ERP gets data from no system.
""")


def test_where_nothing_leads_on_it_is_said_how_far_one_gets() -> None:
    assert shown("hub", "erp") == snapshot("""\
Data of Hub does not reach ERP.

  ●  Hub (hub)
  x  no integration leads on towards it
  ○  ERP (erp)

Data of Hub reaches no system.
ERP gets data from no system.
""")


def test_a_kind_of_data_that_some_flow_may_carry() -> None:
    assert shown("forms", "crm", "contact").splitlines()[0] == snapshot(
        "Contact data of Forms may reach CRM over 2 hops: of some flows it is not stated what they carry."
    )


def test_a_switched_off_end_is_a_closed_hop() -> None:
    assert "  x  closed: Old is retired\n" in shown("crm", "old")


def test_without_integrations_one_sentence_is_enough() -> None:
    text = plain(journey_lines(journey("a", "b", text="systems: {a: {name: A}, b: {name: B}}"), 100))

    assert text == snapshot(
        "Whether data of A reaches B nobody can tell: the inventory says nothing about integrations.\n"
    )


def test_many_systems_are_counted_and_the_first_named() -> None:
    names = [f"s{number:02}" for number in range(12)]
    text = "systems:\n" + "".join(f"  {name}: {{name: {name}}}\n" for name in [*names, "end"])
    text += "integrations:\n" + "".join(f"  - {{from: s00, to: {name}}}\n" for name in names[1:])

    lines = plain(journey_lines(journey("s00", "end", text=text), 100))

    assert "Data of s00 reaches 11 systems: s01, s02, s03, s04, s05, s06, s07, s08 and 3 more.\n" in lines
    assert "end gets data from no system.\n" in lines


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY.keys())
def test_no_name_escapes_and_no_line_is_too_long(text: str, width: int) -> None:
    tame = (
        STACK.replace("Forms", TAME).replace("Mail", TAME).replace("The nightly list", TAME).replace("Web team", TAME)
    )

    lines = journey_lines(renamed(journey("forms", "erp", text=tame), text), width)

    assert unseen(plain(lines)) == []
    assert unseen(painted(lines)) in ([], ["\x1b"])
    assert max(width_of("".join(span.text for span in each)) for each in lines) <= width
