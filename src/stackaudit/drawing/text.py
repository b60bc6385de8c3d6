"""The map for a terminal: track of box-drawing characters, names where there is room, and a list of lines below."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.drawing.fare_zone import ABOUT, HEADING, OUTSIDE, fare_zone, stations_outside
from stackaudit.drawing.lettering import legible
from stackaudit.drawing.palette import TERMINAL
from stackaudit.drawing.rails import rails_of
from stackaudit.drawing.wording import announcements, badge_of, map_title, station_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from stackaudit.drawing.placement import Placement
    from stackaudit.model.transit import Station, TransitNetwork

MOST_STATIONS = 40
"""How many stations a terminal has room for."""

ACROSS, DOWN = 2, 2
"""Columns and rows of the terminal for each place of the grid; more rows than a picture needs give names room."""

_SIGNS = {"open": "○", "planned": "◌", "closing": "◍", "closed": "✕", "outside": "◇"}
_INTERCHANGE, _HUB = "◉", "■"
_LONGEST = 16
_MOST_NOTICES = 12
_PAGE = 100  # columns

Cell = tuple[int, int]


class Glyph(NamedTuple):
    """A character and the number of the line whose colour it has, -1 for none."""

    character: str
    line: int = -1


def map_text(network: TransitNetwork, placement: Placement, *, colour: bool) -> str:
    """The map in lines of text, with escape sequences of 256 colours where they are welcome."""
    cells = {cell: Glyph(character, line) for cell, (character, line) in rails_of(placement, ACROSS, DOWN).items()}
    stations = list(fare_zone(network).stations.values())
    keys: list[str] = []
    spots = [_spots(placement, number) for number in range(len(stations))]
    for station, spot in zip(stations, spots, strict=True):
        for cell in spot:
            cells[cell] = Glyph(_sign(station, network), -1)
    page = _page(cells)
    for number in sorted(range(len(stations)), key=lambda each: -_weight(stations[each], network)):
        _name(cells, legible(stations[number].name), spots[number], page, keys)
    head = [map_title(network), station_count(network), ""]
    drawn = list(_rows(cells, colour))
    return "\n".join([*head, *drawn, "", *_below(network, keys, colour)]).rstrip() + "\n"


def _spots(placement: Placement, number: int) -> list[Cell]:
    """The cells of a station, from west to east."""
    (column, row), size = placement.stations[number], placement.footprints[number]
    first, last = (column - size.across) * ACROSS, (column + size.across) * ACROSS
    return [
        (across, (row + down) * DOWN)
        for down in range(-size.along, size.along + 1)
        for across in range(first, last + 1)
    ]


def _sign(station: Station, network: TransitNetwork) -> str:
    if station.id == network.hub:
        return _HUB
    if station.state == "open" and station.is_interchange:
        return _INTERCHANGE
    return _SIGNS.get(station.state, _SIGNS["open"])


def _weight(station: Station, network: TransitNetwork) -> int:
    """How much it matters that a station's name stands beside it."""
    return len(network.lines) + 1 if station.id == network.hub else len(station.lines)


def _page(cells: Mapping[Cell, Glyph]) -> range:
    """The columns that names may take, with the town in the middle."""
    columns = [column for column, _ in cells] or [0]
    west, east = min(columns), max(columns) + 1
    spare = max(0, _PAGE - (east - west))
    return range(west - spare // 2, east + spare - spare // 2)


def _name(cells: dict[Cell, Glyph], name: str, spot: Sequence[Cell], page: range, keys: list[str]) -> None:
    """Write a name beside a station, cut if it must be, or a number that is explained below."""
    for text in dict.fromkeys((_cut(name, 40), _cut(name, _LONGEST), _cut(name, 10))):
        if _written(cells, text, spot, page):
            if text != name:
                keys.append(f"{text}  {name}")
            return
    keys.append(f"{len(keys) + 1:>2}  {name}")
    any(_written(cells, str(len(keys)), spot, page, air) for air in (1, 0))


def _written(cells: dict[Cell, Glyph], text: str, spot: Sequence[Cell], page: range, air: int = 1) -> bool:
    """Write text on the first side of a station that is free, with so many columns of air; whether any was."""
    wide = _columns(text)
    (west, north), (east, south) = spot[0], spot[-1]
    middle = (west + east) // 2
    for column, row in (
        (east + 2, (north + south) // 2),
        (west - 1 - wide, (north + south) // 2),
        (middle - wide // 2, south + 1),
        (middle - wide // 2, north - 1),
        (east + 1, south + 1),
        (east + 1, north - 1),
        (west - wide, south + 1),
        (west - wide, north - 1),
    ):
        is_free = all((across, row) not in cells for across in range(column - air, column + wide + air))
        if is_free and page.start <= column and column + wide <= page.stop:
            _put(cells, text, column, row)
            return True
    return False


def _put(cells: dict[Cell, Glyph], text: str, column: int, row: int) -> None:
    """Write text; a wide letter takes two cells, and an accent stands with the letter before it."""
    for letter in text:
        if _columns(letter) == 0:
            before = cells.get((column - 1, row), Glyph(""))
            cells[column - 1, row] = Glyph(before.character + letter)
        else:
            cells[column, row] = Glyph(letter)
            if _columns(letter) == 2:
                cells[column + 1, row] = Glyph("")
            column += _columns(letter)


def _columns(text: str) -> int:
    """How many columns of a terminal text takes."""
    return sum(
        0 if unicodedata.category(letter) in ("Mn", "Me") else 1 + (unicodedata.east_asian_width(letter) in ("W", "F"))
        for letter in text
    )


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _rows(cells: dict[Cell, Glyph], colour: bool) -> Iterator[str]:
    if not cells:
        return
    first = min(column for column, _ in cells)
    last = {row: max(column for column, other in cells if other == row) for _, row in cells}
    for row in range(min(last), max(last) + 1):
        glyphs = (cells.get((column, row), Glyph(" ")) for column in range(first, last.get(row, first - 1) + 1))
        yield _painted(glyphs, colour)


def _painted(glyphs: Iterable[Glyph], colour: bool) -> str:
    """The characters of a row, each run of one line's in its colour."""
    parts, now = [], -1
    for character, line in glyphs:
        if colour and line != now:
            parts.append("\x1b[0m" if line < 0 else f"\x1b[38;5;{TERMINAL[line % len(TERMINAL)]}m")
            now = line
        parts.append(character)
    return "".join(parts) + ("\x1b[0m" if now >= 0 else "")


def _below(network: TransitNetwork, keys: Sequence[str], colour: bool) -> Iterator[str]:
    """The lines with their stops in the network's order, names that were cut, and service notices."""
    for number, line in enumerate(network.lines):
        stops = " · ".join(legible(each.name) for each in network.stations.values() if line.id in each.lines)
        badge = "".join([_painted([Glyph(f"━━ {badge_of(line)}", number)], colour)])
        yield from _folded(f"{legible(line.name)}: {stops}", f"{badge} ", 4 + len(badge_of(line)))
    if keys:
        yield from ("", *keys)
    outside = [legible(station.name) for station in stations_outside(network)]
    if outside:
        yield ""
        yield from _folded(f"{HEADING}, {ABOUT}: {', '.join(outside)}", f"{_SIGNS[OUTSIDE]} ", 2)
    told = list(announcements(network))
    if told:
        yield ""
        for _, text in told[:_MOST_NOTICES]:
            yield from _folded(text, "! ", 2)
    if len(told) > _MOST_NOTICES:
        yield f"  and {len(told) - _MOST_NOTICES} more"


def _folded(text: str, first: str, indent: int) -> Iterator[str]:
    """Text after its beginning, which takes so many columns, in lines of no more columns than a page has."""
    line, used = first, indent
    for word in text.split():
        if used > indent and used + _columns(word) > _PAGE:
            yield line.rstrip()
            line, used = " " * indent, indent
        line += f"{word} "
        used += _columns(word) + 1
    yield line.rstrip()
