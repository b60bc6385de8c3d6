"""How repairs are told on a terminal."""

from __future__ import annotations

from stackaudit.model.documents import Place
from stackaudit.model.edits import Drop, Put, Sort
from stackaudit.model.repairs import Repair
from stackaudit.reports.terminal.painting import plain
from stackaudit.reports.terminal.repairs import repair_lines, summary_lines

DATE = Repair(
    "dates",
    Place("stack.yaml", 4, 12),
    "21.11.2026",
    "2026-11-21",
    "dates are written YEAR-MONTH-DAY",
    (Put(("systems", "crm", "cost", "renews"), "2026-11-21"),),
)
TWICE = Repair("lists", Place("stack.yaml", 9, 3), "eu", "", "it stands there already", (Drop(("a", "regions", 1)),))
SANDBOX = Repair(
    "sandboxes",
    Place("it.yaml", 2, 1),
    "sandbox",
    "retiring",
    "the sandbox ended on 2026-11-15",
    (Put(("systems", "lab", "lifecycle"), "retiring"),),
    is_safe=False,
)


def test_a_repair_is_told_with_its_place_the_change_and_the_reason() -> None:
    assert plain(repair_lines([DATE, TWICE], 100)) == (
        "stack.yaml:4:12  dates  systems.crm.cost.renews\n"
        "  21.11.2026 → 2026-11-21   (dates are written YEAR-MONTH-DAY)\n"
        "stack.yaml:9:3  lists  a.regions[2]\n"
        "  eu → taken out   (it stands there already)\n"
    )


def test_repairs_are_counted_by_kind_and_those_held_back_are_named() -> None:
    assert plain(summary_lines([TWICE, DATE, DATE], [SANDBOX], 100)) == (
        "3 repairs in 1 file: dates 2, lists 1.\n"
        "  not made without --unsafe: it.yaml:2:1: systems.lab.lifecycle: sandbox → retiring, as the sandbox\n"
        "    ended on 2026-11-15\n"
    )
    assert plain(summary_lines([], [], 100)) == "Nothing to repair.\n"


def test_the_document_itself_is_called_its_sections() -> None:
    order = Repair("order", Place("stack.yaml", 1, 1), "systems, teams", "teams, systems", "why", (Sort((), ()),))

    assert plain(repair_lines([order], 100)).splitlines()[0] == "stack.yaml:1:1  order  the sections"


def test_many_repairs_are_cut_and_counted() -> None:
    lines = plain(repair_lines([DATE] * 502, 100)).splitlines()

    assert (len(lines), lines[-1]) == (1001, "… and 2 more repairs")


def test_what_strangers_wrote_moves_no_cursor() -> None:
    hostile = DATE._replace(before="\x1b[2J\n::error::", edits=(Put(("systems", "\x1b]0;x"), "a"),))

    assert plain(repair_lines([hostile], 100)) == (
        "stack.yaml:4:12  dates  systems.<U+001B>]0;x\n"
        "  <U+001B>[2J ::error:: → 2026-11-21   (dates are written YEAR-MONTH-DAY)\n"
    )
