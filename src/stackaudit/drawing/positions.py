"""Where stations stood on an earlier map, as a small file keeps it, one station on a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stackaudit.model.documents import Place
from stackaudit.model.problems import one_problem

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = "stackaudit-positions/1"

_FARTHEST = 2_000
_AGAIN = "Take it from version control again, or delete it to place all stations anew."


def positions_text(positions: Mapping[str, tuple[int, int]]) -> str:
    """Positions as their file holds them, sorted by station."""
    lines = ",\n".join(f"{json.dumps(name)}: [{x}, {y}]" for name, (x, y) in sorted(positions.items()))
    stations = f"{{\n{lines}\n}}" if lines else "{}"
    return f'{{\n"positions": {json.dumps(VERSION)},\n"stations": {stations}\n}}\n'


def positions_in(text: str, name: str) -> dict[str, tuple[int, int]]:
    """The positions in a file's text; raises `Problems` that name the file where it holds none."""
    try:
        stated = json.loads(text)
    except (ValueError, RecursionError):
        raise one_problem("not valid JSON", _AGAIN, Place(name, 1, 1)) from None
    version = stated.get("positions") if isinstance(stated, dict) else None
    stations = stated.get("stations") if isinstance(stated, dict) else None
    if version != VERSION or not isinstance(stations, dict):
        raise one_problem(
            "this is no file of positions", f'It begins with `"positions": "{VERSION}"`. {_AGAIN}', Place(name, 1, 1)
        )
    return {station: _spot(station, spot, name) for station, spot in stations.items()}


def _spot(station: str, spot: object, name: str) -> tuple[int, int]:
    if isinstance(spot, list) and len(spot) == 2:
        x, y = spot
        if type(x) is int and type(y) is int and 0 <= x <= _FARTHEST and 0 <= y <= _FARTHEST:
            return x, y
    raise one_problem(f"`{station[:40]}` has no column and row", f"Write them as [12, 8]. {_AGAIN}", Place(name, 1, 1))
