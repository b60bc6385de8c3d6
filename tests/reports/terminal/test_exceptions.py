"""How a terminal tells of exceptions and baselines."""

from __future__ import annotations

from datetime import date
from typing import Any

from stackaudit.model.audit import Audit, Excepted, SinceBaseline
from stackaudit.model.baselines import Baseline, Known
from stackaudit.model.documents import Document, Entry
from stackaudit.model.exceptions import RuleException, Standing
from stackaudit.reports.terminal.baselines import baseline_lines, created_lines, since_lines, updated_lines
from stackaudit.reports.terminal.exceptions import excepted_lines, exception_lines
from stackaudit.reports.terminal.painting import plain
from stacks import audit_of

RULE = "shadow-it/bought-without-it"
FOUND = audit_of(
    "teams: {marketing: {side: marketing}, it: {side: it}}\n"
    "systems:\n"
    "  a: {name: A, bought: {by: marketing, approved_by: []}}\n"
    "  b: {name: B, bought: {by: marketing, approved_by: []}}\n"
)
FINDINGS = [finding for finding in FOUND.findings if finding.rule == RULE]


def exception(**changes: Any) -> RuleException:
    entry = Entry(Document("exceptions.yaml", "- {}", None, (2,)), {}, 0, 0)
    stated = {"rule": RULE, "subject": "a", "patterns": (), "reason": "It ends.", "approvers": ("cmo", "cio")}
    rest = {"approved": None, "ticket": "", "until": date(2027, 1, 31), "entry": entry}
    return RuleException(**{**stated, **rest, **changes})


def told(excepted: tuple[Excepted, ...] = (), exceptions: tuple[Standing, ...] = ()) -> Audit:
    kept = {name: getattr(FOUND, name) for name in Audit.__slots__}
    return Audit(**{**kept, "excepted": excepted, "exceptions": exceptions})


def test_nothing_is_said_where_there_are_none() -> None:
    assert excepted_lines(told(), 100) == exception_lines(told(), 100) == since_lines(None, 100) == []


def test_the_next_end_of_those_relied_on_is_told() -> None:
    first, second = exception(), exception(subject="b", until=date(2026, 12, 1))
    ended = Standing(exception(until=date(2026, 1, 1)), 1, "it ended on 2026-01-01", "")
    behind = (Excepted(FINDINGS[0], first), Excepted(FINDINGS[1], second))

    lines = excepted_lines(told(behind, (ended,)), 100)

    assert plain(lines) == (
        "2 findings behind 2 exceptions, the next of which ends on 2026-12-01 (--no-exceptions shows all).\n"
    )


def test_every_exception_is_listed_with_what_it_does() -> None:
    standings = (
        Standing(exception(ticket="T-1"), 2, "", ""),
        Standing(exception(until=None, approvers=(), reason=""), 1, "it states no `reason`", ""),
        Standing(exception(subject="c"), 0, "", "Remove it."),
        Standing(exception(rule="own/other", subject="", patterns=("x*", "y")), 0, "", ""),
    )

    text = plain(exception_lines(told((), standings), 100))

    assert text == (
        "shadow-it/bought-without-it  a  exception until 2027-01-31, accepted by cmo, cio (T-1)\n"
        "  exceptions.yaml:1:3\n"
        "  It ends.\n"
        "  It excepts 2 findings.\n"
        "shadow-it/bought-without-it  a  exception without an end\n"
        "  exceptions.yaml:1:3\n"
        "  It names 1 finding, but excepts nothing: it states no `reason`.\n"
        "shadow-it/bought-without-it  c  exception until 2027-01-31, accepted by cmo, cio\n"
        "  exceptions.yaml:1:3\n"
        "  It ends.\n"
        "  It matches nothing. Remove it.\n"
        "own/other  x*, y  exception until 2027-01-31, accepted by cmo, cio\n"
        "  exceptions.yaml:1:3\n"
        "  It ends.\n"
        "  Its rule was not asked.\n"
        "\n"
    )


def test_no_line_is_wider_than_the_terminal_and_no_escape_survives() -> None:
    standing = Standing(exception(reason="long " * 60 + "\x1b[2J", subject="s" * 90), 0, "", "Remove it.")

    lines = plain(exception_lines(told((), (standing,)), 60)).splitlines()

    assert max(map(len, lines)) <= 60
    assert "\x1b" not in "".join(lines)


def test_many_entries_that_are_gone_are_counted() -> None:
    gone = tuple(Known(RULE, (f"S{number:02}",)) for number in range(12))

    text = plain(since_lines(SinceBaseline("known.json", (), 3, gone), 100))

    assert text.splitlines()[:2] == [
        "Known to the baseline known.json and left out: 0 findings and 3 undetermined questions.",
        "12 entries of the baseline no longer occur; `stackaudit baseline update` drops them:",
    ]
    assert text.splitlines()[-1] == "  … and 2 more"


def test_a_baseline_is_listed_by_rule() -> None:
    group = Known("duplicates/same-job-twice", tuple("ABCDEFGH"))
    baseline = Baseline("known.json", {"b" * 16: Known(RULE, ("Z",)), "a" * 16: group}, {"c" * 16: Known(RULE, ("Y",))})

    assert plain(baseline_lines(baseline, 100)) == (
        "findings\n"
        "  duplicates/same-job-twice: A, B, C, D, E, F and 2 more\n"
        "  shadow-it/bought-without-it: Z\n"
        "\n"
        "undetermined questions\n"
        "  shadow-it/bought-without-it: Y\n"
        "\n"
        "known.json knows 2 findings and 1 undetermined question.\n"
    )
    assert plain(created_lines(baseline, 100)).splitlines()[:2] == [
        "    1  duplicates/same-job-twice",
        "    2  shadow-it/bought-without-it",
    ]


def test_an_update_tells_what_it_dropped() -> None:
    gone = (Known(RULE, ("A",)), Known(RULE, ("B",)))

    text = plain(updated_lines(Baseline("known.json", {}, {}), gone, 0, 100))

    assert text == (
        f"  {RULE}: A\n  {RULE}: B\n\n2 entries no longer occurred and were dropped · known.json knows 0 findings\n"
    )
