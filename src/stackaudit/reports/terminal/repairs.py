"""Repairs as lines for a terminal: each with its place, what stands there and what will, and how many there are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.model.repairs import KINDS
from stackaudit.reports.terminal.lines import Line, clipped, counted, line, wrapped
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stackaudit.model.edits import Path
    from stackaudit.model.repairs import Repair

_MOST = 500


def repair_lines(repairs: Sequence[Repair], width: int) -> list[Line]:
    """Each repair on two lines: its place, its kind and what it is about, then the change and the reason."""
    lines: list[Line] = []
    for repair in repairs[:_MOST]:
        about = clipped(visible(_dotted(repair.edits[0].path)), max(20, width - 24))
        lines.append(line((visible(str(repair.place)), "place"), "  ", (repair.kind, "label"), f"  {about}"))
        change = f"{repair.before} → {repair.after}" if repair.after else f"{repair.before} → taken out"
        lines += wrapped(f"{change}   ({repair.why})", width, "    ", first="  ")
    if len(repairs) > _MOST:
        lines.append(line(f"… and {counted(len(repairs) - _MOST, 'more repair', 'more repairs')}"))
    return lines


def summary_lines(repairs: Sequence[Repair], held_back: Sequence[Repair], width: int) -> list[Line]:
    """How many repairs there are of each kind, and how many are not made unless they are asked for."""
    if repairs:
        files = len({repair.place.file for repair in repairs})
        count = f"{counted(len(repairs), 'repair')} in {counted(files, 'file')}: {_by_kind(repairs)}."
    else:
        count = "Nothing to repair."
    lines = wrapped(count, width, "  ", "title", first="")
    for repair in held_back[:_MOST]:
        place, about = visible(str(repair.place)), visible(_dotted(repair.edits[0].path))
        change = f"{repair.before} → {repair.after}, as {repair.why}"
        lines += wrapped(f"not made without --unsafe: {place}: {about}: {change}", width, "    ", first="  ")
    return lines


def _by_kind(repairs: Iterable[Repair]) -> str:
    counts = Counter(repair.kind for repair in repairs)
    return ", ".join(f"{kind} {counts[kind]}" for kind in KINDS if kind in counts)


def _dotted(path: Path) -> str:
    """A path as people write it: `systems.crm.regions[1]`."""
    steps = [f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path]
    return "".join(steps).removeprefix(".") or "the sections"
