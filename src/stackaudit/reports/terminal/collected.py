"""What was collected as lines for a terminal: a row for each snapshot, and what was left out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.terminal.lines import Line, line, wrapped
from stackaudit.reports.terminal.tables import Column, Row, table
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.model.websites import DnsSnapshot, Marks, WebsiteSnapshot

_SHOWN = 20  # addresses left out, of each snapshot
_FILE = Column("file", most=60)


def websites_lines(written: Sequence[tuple[str, WebsiteSnapshot]], width: int) -> list[Line]:
    """A row of figures for each website's snapshot under the name of its file, then what was left out."""
    figures = ("pages", "hosts", "cookies", "containers", "left out")
    rows = [
        _row(
            file,
            len(snapshot.pages),
            len({host for marks in _all_marks(snapshot) for host in marks.hosts}),
            len({cookie for marks in _all_marks(snapshot) for cookie in marks.cookies}),
            len({*(name for page in snapshot.pages for name in page.containers)}),
            len(snapshot.left_out),
        )
        for file, snapshot in written
    ]
    lines = table([_FILE, *(Column(figure, figures=True) for figure in figures)], rows, width) if rows else []
    return lines + _left_out([(file, snapshot.left_out) for file, snapshot in written], width)


def domains_lines(written: Sequence[tuple[str, DnsSnapshot]], width: int) -> list[Line]:
    """A row of figures for each domain's snapshot under the name of its file, then what was left out."""
    kinds = ("TXT", "MX", "CNAME", "NS")
    rows = [
        _row(
            file,
            *(sum(record.type == kind for record in snapshot.records) for kind in kinds),
            len(snapshot.left_out),
        )
        for file, snapshot in written
    ]
    columns = [_FILE, *(Column(kind, figures=True) for kind in (*kinds, "left out"))]
    lines = table(columns, rows, width) if rows else []
    return lines + _left_out([(file, snapshot.left_out) for file, snapshot in written], width)


def _all_marks(snapshot: WebsiteSnapshot) -> list[Marks]:
    """The marks of the pages and of their containers."""
    return [*(page.marks for page in snapshot.pages), *(container.marks for container in snapshot.containers)]


def _row(file: str, *figures: int) -> Row:
    return Row((file, *(str(figure) for figure in figures)))


def _left_out(snapshots: Sequence[tuple[str, Sequence[tuple[str, str]]]], width: int) -> list[Line]:
    """The addresses that gave nothing, each with its reason."""
    lines: list[Line] = []
    for file, left_out in snapshots:
        if left_out:
            lines += [[], line((f"left out of {visible(file)}", "title"))]
            for address, reason in left_out[:_SHOWN]:
                lines += wrapped(f"{address}: {reason}", width, "    ", first="  ")
            if len(left_out) > _SHOWN:
                lines.append(line(f"  … and {len(left_out) - _SHOWN} more, which the file names"))
    return lines
