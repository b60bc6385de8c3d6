"""Renewals of contracts and the last days on which notice can be given, as a calendar (RFC 5545)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from stackaudit import __version__
from stackaudit.model.money import spelled
from stackaudit.reports.exports.names import told_apart
from stackaudit.reports.exports.stated import cost_of, day_of, flag_of, seen, text_of
from stackaudit.reports.exports.teams import team_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory, Subject

_OCTETS = 75
_DAYS_BEFORE_NOTICE, _DAYS_BEFORE_RENEWAL = 30, 14


class _Event(NamedTuple):
    uid: str
    day: date
    summary: str
    description: str
    days_before: int


def icalendar_text(inventory: Inventory, audit: Audit) -> str:
    """A calendar with an event on each day of renewal, and one on the last day of notice where it is known.

    An alarm comes 30 days before notice must be given and 14 days before a renewal. An event keeps its id when its day
    moves. Lines end with CR and LF and have at most 75 octets.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//stackaudit//stackaudit {__version__}//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(f'Renewals of {seen(audit.organization)}' if audit.organization else 'Renewals')}",
    ]
    stamp = f"{audit.today:%Y%m%d}T000000Z"
    events = [_text(_lines(event, stamp)) for event in _events(inventory, audit)]
    return "".join([_text(lines), *events, _text(["END:VCALENDAR"])])


def _events(inventory: Inventory, audit: Audit) -> Iterator[_Event]:
    teams, names = team_names(inventory), told_apart(inventory)
    for system in inventory.systems.values():
        renews, notice = day_of(system.facts, "cost.renews"), day_of(system.facts, "cost.notice_by")
        if renews is None:
            continue
        name, told = names[system.id], "\n".join(_told(system, audit.currency, teams))
        if notice is not None:
            summary = f"Last day to give notice: {name}"
            told_of_renewal = f"The contract {_verb(system)} on {renews}.\n{told}"
            yield _Event(_uid(audit, system, "notice"), notice, summary, told_of_renewal, _DAYS_BEFORE_NOTICE)
        yield _Event(_uid(audit, system, "renewal"), renews, f"{name} {_verb(system)}", told, _DAYS_BEFORE_RENEWAL)


def _verb(system: Subject) -> str:
    """What a contract does on its day; with nothing stated both are possible."""
    return {True: "renews", False: "ends", None: "renews or ends"}[flag_of(system.facts, "cost.auto_renews")]


def _told(system: Subject, currency: str, teams: dict[str, str]) -> Iterator[str]:
    facts = system.facts
    cost = cost_of(facts, currency)
    yield f"Cost: {spelled(*cost)} a year" if cost else "Cost: (not stated)"
    for word, fact in (("Business owner", "owner.business"), ("Technical owner", "owner.technical")):
        team = text_of(facts, fact)
        owner = teams.get(team, team) or ("nobody" if facts.get(fact) is False else "(not stated)")
        yield f"{word}: {owner}"
    if day_of(facts, "cost.notice_by") is None:
        yield "Period of notice: (not stated)"
    yield f"Lifecycle: {text_of(facts, 'lifecycle')}"


def _uid(audit: Audit, system: Subject, what: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"stackaudit:{seen(audit.organization)}:{system.id}:{what}"))


def _lines(event: _Event, stamp: str) -> Iterator[str]:
    summary = _escaped(event.summary)
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_day(event.day)}"
    yield f"SUMMARY:{summary}"
    yield f"DESCRIPTION:{_escaped(event.description)}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"TRIGGER:-P{event.days_before}D"
    yield f"DESCRIPTION:{summary}"
    yield "END:VALARM"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _text(lines: Iterable[str]) -> str:
    return "".join([f"{_folded(line)}\r\n" for line in lines])


def _folded(line: str) -> str:
    """A line in parts of at most 75 octets, of which all but the first begin with a space; no character is cut."""
    if line.isascii() and len(line) <= _OCTETS:
        return line
    octets, start, end, parts = line.encode(), 0, _OCTETS, []
    while end < len(octets):
        while octets[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        parts.append(octets[start:end].decode())
        start, end = end, end + _OCTETS - 1
    return "\r\n ".join([*parts, octets[start:].decode()])
