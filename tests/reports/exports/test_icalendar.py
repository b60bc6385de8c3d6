"""The calendar of renewals, read back by the icalendar package."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from reports.exports.exported_stacks import example, nasty_stack, small_stack
from reports.nasty import NASTY, unseen
from stackaudit.reports.exports.icalendar import icalendar_text
from stackaudit.reports.exports.stated import seen

STACK = """
organization: {name: Us, currency: EUR}
teams: {it: {name: IT, side: it}}
systems:
  a: {name: A, owner: {business: it}, cost: {annual: 1200, renews: 2027-03-01, notice: 60d, auto_renews: true}}
  b: {name: B, owner: {business: nobody}, lifecycle: retired, cost: {renews: 2027-04-01, auto_renews: false}}
  c: {name: C, cost: {renews: 2026-01-01}}
  d: {name: D, cost: {annual: 12}}
"""


def calendar(text: str) -> Any:
    return Calendar.from_ical(text)


def events(text: str) -> list[Any]:
    return calendar(text).walk("VEVENT")


def told(text: str) -> list[tuple[date, str]]:
    return [(event["DTSTART"].dt, str(event["SUMMARY"])) for event in events(text)]


def test_renewals_and_days_of_notice_are_events_of_a_day() -> None:
    assert told(icalendar_text(*small_stack(STACK))) == [
        (date(2026, 12, 31), "Last day to give notice: A"),
        (date(2027, 3, 1), "A renews"),
        (date(2027, 4, 1), "B ends"),
        (date(2026, 1, 1), "C renews or ends"),
    ]


def test_an_event_says_who_pays_what() -> None:
    notice, renewal, ending, _ = events(icalendar_text(*small_stack(STACK)))

    of_a = "Cost: EUR\u00a01\u00a0200 a year\nBusiness owner: IT\nTechnical owner: (not stated)\n"
    assert notice["DESCRIPTION"] == f"The contract renews on 2027-03-01.\n{of_a}Lifecycle: live"
    assert renewal["DESCRIPTION"] == f"{of_a}Lifecycle: live"
    assert ending["DESCRIPTION"] == (
        "Cost: (not stated)\nBusiness owner: nobody\nTechnical owner: (not stated)\n"
        "Period of notice: (not stated)\nLifecycle: retired"
    )


def test_an_alarm_comes_before_each_day_and_stamps_are_of_today() -> None:
    read = events(icalendar_text(*small_stack(STACK)))

    alarms = [[(alarm["ACTION"], alarm["TRIGGER"].dt) for alarm in event.walk("VALARM")] for event in read]
    assert alarms == [[("DISPLAY", timedelta(days=-days))] for days in (30, 14, 14, 14)]
    assert {event["DTSTAMP"].dt for event in read} == {datetime(2026, 11, 21, tzinfo=UTC)}


def test_an_event_keeps_its_id_when_its_day_moves() -> None:
    before = icalendar_text(*small_stack(STACK))

    after = icalendar_text(*small_stack(STACK.replace("2027-03-01", "2028-03-01").replace("name: A", "name: Aa")))

    ids = [str(event["UID"]) for event in events(before)]
    assert [str(event["UID"]) for event in events(after)] == ids
    assert len(set(ids)) == len(ids)


def test_nothing_is_wrong_with_the_calendar_of_the_example() -> None:
    inventory, audit = example("fjordline")

    read = calendar(icalendar_text(inventory, audit))

    renewing = [system for system in inventory.systems.values() if "cost.renews" in system.facts]
    notices = [system for system in renewing if "cost.notice_by" in system.facts]
    assert len(read.walk("VEVENT")) == len(renewing) + len(notices)
    assert read.errors == []
    assert [event.errors for event in read.walk("VEVENT") if event.errors] == []


@pytest.mark.parametrize("name", ["x" * 200, "é" * 100, "漢" * 100, "👩" * 60])
def test_long_lines_are_folded_and_no_character_is_cut(name: str) -> None:
    written = icalendar_text(*nasty_stack(name))

    assert max(len(line) for line in written.encode().split(b"\r\n")) <= 75
    assert told(written)[1] == (date(2027, 3, 1), f"{name} (first) renews or ends")


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_text_is_a_summary_and_no_line(word: str) -> None:
    written = icalendar_text(*nasty_stack(NASTY[word]))

    text = seen(NASTY[word])
    read = calendar(written)
    name = re.sub(r"\\(.)", r"\1", str(read["X-WR-CALNAME"]))  # the package leaves escapes in what is no standard
    assert name == f"Renewals of {text}"
    assert told(written) == [
        (date(2026, 12, 31), f"Last day to give notice: {text} (first)"),
        (date(2027, 3, 1), f"{text} (first) renews or ends"),
    ]
    assert [sorted(event) for event in read.walk("VEVENT")] == [
        ["DESCRIPTION", "DTSTAMP", "DTSTART", "SUMMARY", "TRANSP", "UID"]
    ] * 2
    assert [part.name for part in read.walk()] == ["VCALENDAR", "VEVENT", "VALARM", "VEVENT", "VALARM"]
    assert unseen(written) == ["\r"]
    assert written.count("\r") == written.count("\n")
