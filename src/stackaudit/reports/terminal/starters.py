"""Files that an inventory begins with, as lines for a terminal: what was written, and what is left to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.terminal.lines import Line, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable


def started_lines(written: Iterable[str], kept: Iterable[str], next_steps: Iterable[str], width: int) -> list[Line]:
    """A line for each file that was written or kept as it was, then the next steps."""
    lines = [row for name in written for row in wrapped(f"wrote {name}", width, "  ", first="")]
    lines += [row for name in kept for row in wrapped(f"kept {name}", width, "  ", "faint", first="")]
    return lines + [row for step in next_steps for row in wrapped(step, width, "  ", "title", first="")]


def next_lines(where: str, width: int) -> list[Line]:
    """What to do after the first scan of a new inventory; `where` stands behind each command."""
    steps = (
        f"`stackaudit ask{where}` lists what to find out, and from whom.",
        f"`stackaudit scan{where}` audits what you have written down since.",
    )
    return [[], *(row for step in steps for row in wrapped(step, width, "  ", "title", first=""))]
