"""Tables of apps: what their columns say of each row, whoever exported them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.sources.evidence.days import DAY_FIRST, MONTH_FIRST, read_day, read_days
from stackaudit.sources.evidence.sign_on.columns import cells, columns_of
from stackaudit.sources.evidence.sign_on.scopes import scopes_in
from stackaudit.sources.evidence.sign_on.sightings import Sighting, Tally, read_lines
from stackaudit.sources.evidence.sign_on.texts import app_name, brief
from stackaudit.sources.evidence.sign_on.times import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from stackaudit.sources.evidence.reader import Content, Reading, Table
    from stackaudit.sources.evidence.sign_on.columns import Columns

MICROSOFT = frozenset({"f8cdef31-a31e-4b4a-93e4-5f571e91255a", "72f988bf-86f1-41af-91ab-2d7cd011db47"})
"""The organisations under which Microsoft publishes its own apps."""

MICROSOFT_ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
GOOGLE_ID = re.compile(r"[0-9a-z-]+\.apps\.googleusercontent\.com|\d{12,24}", re.IGNORECASE)

_OFF = frozenset("inactive disabled deactivated deleted false no blocked failure failed interrupted suspended".split())
_TOTALS = frozenset({"total", "totals", "grand total", "sum", "summe", "gesamt"})
_TAKEN_BACK = re.compile(r"revok|remov|delet|denied|deny", re.IGNORECASE)
_OF_USE = frozenset({"users", "user", "on", "scopes", "key"})
_COUNT = re.compile(r"\d{1,3}(?:[,.' ]\d{3}){1,2}|\d{1,9}", re.ASCII)
_ADDRESS = re.compile(r"(?<![^\s,;<])[^\s,;<>@]++@[^\s,;<>@]++")
_KEPT = ("key", "users", "on", "team", "owner", "scopes", "status")


def key_column(table: Table, columns: Columns, pattern: re.Pattern[str]) -> int | None:
    """The column whose cells are mostly ids of this kind: the one of the key, or one that is headed `ID`."""
    headed = [index for index, header in enumerate(table.header) if header.strip().lower() in {"id", "object id"}]
    for index in ([columns.roles["key"]] if "key" in columns.roles else []) + headed:
        found = cells(table, index)
        if found and sum(pattern.fullmatch(cell) is not None for cell in found) * 2 > len(found):
            return index
    return None


def read_app_table(content: Content) -> Reading:
    """One trace for each app in a table; a table without names of apps has none."""
    tally = Tally()
    shown: dict[int, str] = {}
    columns = columns_of(content.table)
    if content.table is None or columns is None:
        tally.rows = len(content.table.rows) if content.table else 0
        tally.leave("rows, as no column is headed as the name of an app", tally.rows)
        return read_lines(content, (), shown, tally)
    key = key_column(content.table, columns, MICROSOFT_ID)
    key = key if key is not None else key_column(content.table, columns, GOOGLE_ID)
    roles = columns.roles if key is None else columns.roles | {"key": key}
    kind = "listing" if _OF_USE.isdisjoint(roles) else ""  # that somebody lists an app says not that anybody uses it
    return read_lines(content, _sightings(content.table, columns.app, roles, shown, tally), shown, tally, kind)


def _sightings(
    table: Table,
    app: int,
    roles: Mapping[str, int],
    shown: dict[int, str],
    tally: Tally,
) -> Iterator[Sighting]:
    kept = sorted({app, *(roles[role] for role in _KEPT if role in roles)})
    # Other dates of a row may mean anything: only that of one person's sign-in is a day of use.
    used = "on" if "on" in roles else "event" if "user" in roles else ""
    days = _days(table, roles[used]) if used in roles else {}
    for row, line in zip(table.rows, table.lines, strict=True):
        tally.rows += 1
        said = {role: row[index].strip() for role, index in roles.items() if index < len(row)}
        name = app_name(row[app]) if app < len(row) else ""
        if reason := _no_trace(name, said):
            tally.leave(reason)
        else:
            cells_kept = [brief(row[index]) for index in kept if index < len(row) and "@" not in row[index]]
            shown.setdefault(line, ", ".join(filter(None, cells_kept)))
            yield _sighting(name, line, said, days.get(said.get(used, "")))


def _no_trace(name: str, said: Mapping[str, str]) -> str:
    """Why a row is no trace; empty for one that is."""
    if not name or name.lower() in _TOTALS:
        return "rows without a name"
    if said.get("organisation", "").lower() in MICROSOFT or said.get("microsoft", "").lower() == "true":
        return "apps of Microsoft itself"
    if said.get("status", "").lower() in _OFF:
        return "rows of apps that are not active, or of sign-ins that failed"
    if _TAKEN_BACK.search(said.get("action", "")):
        return "events of grants that were taken back, or never given"
    return ""


def _days(table: Table, column: int) -> dict[str, date]:
    """The days of a column by how they are written, without those whose day might be the month."""
    texts = dict.fromkeys(row[column].strip() for row in table.rows if column < len(row))
    days = read_days(texts)
    return {
        text: day
        for text in texts
        if (day := days.by_text.get(text) or day_of(text)) is not None
        and (days.decided or text not in days.by_text or read_day(text, DAY_FIRST) == read_day(text, MONTH_FIRST))
    }


def _sighting(name: str, line: int, said: Mapping[str, str], on: date | None) -> Sighting:
    return Sighting(
        name,
        line,
        brief(said.get("key", "")),
        on,
        said.get("user", ""),
        _counted(said.get("users", "")),
        scopes_in(said.get("scopes", "")),
        app_name(said.get("team") or said.get("owner") or ""),
    )


def _counted(users: str) -> int | None:
    """The number of users in a cell, which may name them by their addresses instead; None where it tells none."""
    if _COUNT.fullmatch(users):
        return int(re.sub(r"\D", "", users))
    return len({address.lower() for address in _ADDRESS.findall(users)}) or None
