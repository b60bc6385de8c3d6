"""The map for a terminal: track of box-drawing characters, names where there is room, and a list of lines below."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.drawing.lettering import legible
from stackaudit.drawing.palette import TERMINAL
from stackaudit.drawing.rails import rails_of
from stackaudit.drawing.wording import announcements, badge_of, station_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from stackaudit.drawing.placement import Placement
    from stackaudit.model.transit import Station, TransitNetwork

ACROSS, DOWN = 4, 2
"""Columns and rows of the terminal for each place of the grid: a terminal's letters are twice as high as wide."""

_SIGNS = {"open": "○", "planned": "◌", "closing": "◍", "closed": "✕", "outside": "◇"}
_INTERCHANGE, _HUB = "◉", "■"
_LONGEST = 16
_MOST_NOTICES = 12

Cell = tuple[int, int]


class Glyph(NamedTuple):
    """A character and the number of the line whose colour it has, -1 for none."""

    character: str
    line: int = -1


def map_text(network: TransitNetwork, placement: Placement, *, colour: bool) -> str:
    """The map in lines of text, with escape sequences of 256 colours where they are welcome."""
    cells = {cell: Glyph(character, line) for cell, (character, line) in rails_of(placement, ACROSS, DOWN).items()}
    stations = list(network.stations.values())
    keys: list[str] = []
    spots = [_spots(placement, number) for number in range(len(stations))]
    for station, spot in zip(stations, spots, strict=True):
        for cell in spot:
            cells[cell] = Glyph(_sign(station, network), -1)
    for station, spot in zip(stations, spots, strict=True):
        _name(cells, legible(station.name), spot, keys)
    head = [legible(network.title), station_count(network), ""]
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


def _name(cells: dict[Cell, Glyph], name: str, spot: Sequence[Cell], keys: list[str]) -> None:
    """Write a name beside a station, cut if it must be, or a number that is explained below."""
    for text in dict.fromkeys((_cut(name, 40), _cut(name, _LONGEST), _cut(name, 10))):
        if _written(cells, text, spot):
            if text != name:
                keys.append(f"{text}  {name}")
            return
    keys.append(f"{len(keys) + 1:>2}  {name}")
    _written(cells, str(len(keys)), spot)


def _written(cells: dict[Cell, Glyph], text: str, spot: Sequence[Cell]) -> bool:
    """Write text on the first side of a station that is free; whether any was."""
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
        if all((across, row) not in cells for across in range(column - 1, column + wide + 1)):
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
        yield f"{badge} {legible(line.name)}: {stops}"
    if keys:
        yield from ("", *keys)
    told = list(announcements(network))
    if told:
        yield from ("", *(f"! {text}" for _, text in told[:_MOST_NOTICES]))
    if len(told) > _MOST_NOTICES:
        yield f"  and {len(told) - _MOST_NOTICES} more"
