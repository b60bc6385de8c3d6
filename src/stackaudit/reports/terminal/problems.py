"""What keeps an audit from being performed, as lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.terminal.excerpts import excerpt
from stackaudit.reports.terminal.lines import Line, line, wrapped
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from stackaudit.model.documents import Document, Place
    from stackaudit.model.problems import Problems

_WITH_EXCERPT = 200
_MOST = 2_000


def problem_lines(problems: Problems, width: int, outcome: str = "") -> list[Line]:
    """Every problem with its place, an excerpt and help, then how many there are and what came of them."""
    lines: list[Line] = []
    for index, problem in enumerate(problems.problems[:_MOST]):
        where = f"{visible(str(problem.place))}: " if problem.place else ""
        lines += wrapped(f"{where}{problem.message}", width, "  ", "", first="")
        if index < _WITH_EXCERPT:
            lines += _quoted(problems.documents, problem.place, "", width)
            for place, note in problem.related:
                lines.append(line("  ", (f"{visible(str(place))}", "place"), f" {visible(note)}"))
                lines += _quoted(problems.documents, place, note, width)
        lines += wrapped(f"help: {problem.help}", width, "        ", "faint", first="  ")
        lines.append([])
    count = len(problems.problems)
    if count > _MOST:
        lines.append(line(f"… and {count - _MOST} more problems"))
    lines.append(line((f"{count} problem{'s' if count != 1 else ''}{outcome}.", "title")))
    return lines


def _quoted(documents: object, place: Place | None, note: str, width: int) -> list[Line]:
    document: Document | None = documents.get(place.file) if place and isinstance(documents, dict) else None
    if document is None or place is None or not document.text:
        return []
    return excerpt(document, place, note, width)
