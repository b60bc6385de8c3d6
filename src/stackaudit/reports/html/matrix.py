"""Who decides and who keeps it running: systems in use by the pair of teams that answer for them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from stackaudit.model.briefing import Briefing
    from stackaudit.reports.html.belonging import Belonging

_MOST = 14
_UNKNOWN, _NOBODY, _OTHERS = "not stated", "nobody", "other teams"
_LAST = (_OTHERS, _NOBODY, _UNKNOWN)
_SHADES = 4


class MatrixCell(NamedTuple):
    """How many systems, and how strongly that is shaded, from 0 to 4; `gap` where an owner is missing."""

    systems: int
    shade: int
    gap: bool


class MatrixRow(NamedTuple):
    """The systems that one team decides about, by who keeps them."""

    name: str
    cells: tuple[MatrixCell, ...]
    total: int


class Matrix(NamedTuple):
    """Deciding teams down, keeping teams across."""

    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    totals: tuple[int, ...]


def ownership_matrix(briefing: Briefing, belonging: Belonging) -> Matrix:
    """The matrix of all systems in use; the teams with most systems have rows and columns of their own."""
    pairs = [
        (_owner(sheet.system.facts.get("owner.business")), _owner(sheet.system.facts.get("owner.technical")))
        for sheet in briefing.sheets
        if sheet.system.facts.get("in_use") is not False
    ]
    down, across = _axis(Counter(row for row, _ in pairs)), _axis(Counter(column for _, column in pairs))
    counts = Counter((_at(row, down), _at(column, across)) for row, column in pairs)
    most = max(counts.values(), default=1)
    rows = tuple(
        MatrixRow(
            _called(row, belonging),
            tuple(_cell(counts[row, column], most, row, column) for column in across),
            sum(counts[row, column] for column in across),
        )
        for row in down
    )
    totals = tuple(sum(counts[row, column] for row in down) for column in across)
    return Matrix(tuple(_called(column, belonging) for column in across), rows, totals)


class _Owner(NamedTuple):
    """A team by its id, or one of the words for none."""

    is_team: bool
    id: str


def _owner(stated: object) -> _Owner:
    if isinstance(stated, str):
        return _Owner(is_team=True, id=stated)
    return _Owner(is_team=False, id=_UNKNOWN if stated is None else _NOBODY)


def _axis(counts: Counter[_Owner]) -> tuple[_Owner, ...]:
    """The teams with most systems, of equals the one that comes first; then the others together, then nobody."""
    teams = sorted((owner for owner in counts if owner.is_team), key=lambda owner: -counts[owner])
    words = {owner.id for owner in counts if not owner.is_team}
    words |= {_OTHERS} if len(teams) > _MOST else set()
    return (*teams[:_MOST], *(_Owner(is_team=False, id=word) for word in _LAST if word in words))


def _at(owner: _Owner, axis: tuple[_Owner, ...]) -> _Owner:
    return owner if owner in axis else _Owner(is_team=False, id=_OTHERS)


def _called(owner: _Owner, belonging: Belonging) -> str:
    return belonging.name(owner.id) if owner.is_team else owner.id


def _cell(count: int, most: int, row: _Owner, column: _Owner) -> MatrixCell:
    gap = any(not owner.is_team and owner.id != _OTHERS for owner in (row, column))
    return MatrixCell(count, -(-_SHADES * count // most), gap)
