"""Files that a repository begins with, as lines for a terminal: what was written, and what is left to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.terminal.lines import Line, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable


def started_lines(written: Iterable[str], next_step: str, width: int) -> list[Line]:
    """A line for each file that was written, then the next step."""
    lines = [row for name in written for row in wrapped(f"wrote {name}", width, "  ", first="")]
    return lines + wrapped(next_step, width, "  ", "title", first="")
