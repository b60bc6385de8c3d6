"""Changes as lines for a terminal: the outcome, then what came, what went and what is different."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from stackaudit.reports.changes.wording import UNSTATED, balances, interval, points, verdict
from stackaudit.reports.terminal.lines import Line, counted, line, wrapped
from stackaudit.reports.terminal.tables import Column, Row, table
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stackaudit.model.audit import Finding, SubjectName
    from stackaudit.model.changes import Changes

_IN_FULL = 20
_NAMED = 6


def changes_lines(changes: Changes, width: int, *, show_all: bool = False) -> list[Line]:
    """The whole report; of each kind of change the first twenty, unless `show_all`."""
    most = sys.maxsize if show_all else _IN_FULL
    heading = [changes.after.organization, f"from {changes.old} to {changes.new}", changes.after.today.isoformat()]
    lines = wrapped(" · ".join(part for part in heading if part), width, "", "title")
    if changes.is_empty:
        return [*lines, [], line(f"Nothing is different: {verdict(changes)}.")]
    return [
        *lines,
        [],
        *_balances(changes, width),
        *_findings("New findings", changes.appeared, width, most),
        *_findings("No longer behind an exception", changes.returned, width, most),
        *_findings("Resolved", changes.resolved, width, most),
        *_findings("Behind an exception now", changes.accepted, width, most),
        *_reweighed(changes, width, most),
        *_moved(changes, width, most),
        *_edits(changes, width, most),
        *_flows(changes, width, most),
        *_regions(changes, width, most),
        *_scores(changes, width),
        *wrapped(verdict(changes), width, "  ", "title", first=""),
    ]


def _balances(changes: Changes, width: int) -> list[Line]:
    columns = [Column(""), *(Column(name, figures=True) for name in ("before", "now", "difference"))]
    return [*table(columns, [Row(tuple(each)) for each in balances(changes)], width), []]


def _findings(title: str, findings: Sequence[Finding], width: int, most: int) -> list[Line]:
    lines: list[Line] = []
    for finding in findings[:most]:
        severity = finding.severity.word
        lines.append(line("  ", (visible(finding.rule), "rule"), "  ", (severity, severity)))
        lines += wrapped(finding.message, width, "    ")
        lines.append(line("    ", (visible(str(finding.place)), "place")))
    return _titled(title, len(findings), lines, most)


def _reweighed(changes: Changes, width: int, most: int) -> list[Line]:
    lines: list[Line] = []
    for before, after in changes.reweighed[:most]:
        said = f"{after.rule}  {before.severity.word} → {after.severity.word}: {after.message}"
        lines += wrapped(said, width, "      ", first="  ")
    return _titled("Of another severity", len(changes.reweighed), lines, most)


def _moved(changes: Changes, width: int, most: int) -> list[Line]:
    lines: list[Line] = []
    for moved in changes.moved:
        subjects = [("+", each) for each in moved.added] + [("-", each) for each in moved.removed]
        told = [
            row for sign, each in subjects[:most] for row in wrapped(_called(each), width, "    ", first=f"  {sign} ")
        ]
        came = f"{len(moved.added)} came, {len(moved.removed)} went"
        lines += _titled(f"{moved.kind.capitalize()}s · {came}", len(subjects), told, most, is_counted=False)
    told = [
        row
        for was, now in changes.renamed[:most]
        for row in wrapped(f"{was.id} → {_called(now)}", width, "    ", first="  ")
    ]
    return [*lines, *_titled("Systems under another id", len(changes.renamed), told, most)]


def _edits(changes: Changes, width: int, most: int) -> list[Line]:
    if not changes.edits:
        return []
    columns = [Column("of"), Column("fact"), Column("before", most=28), Column("now", most=28)]
    rows = [
        Row((edit.subject.name, edit.fact, edit.before or UNSTATED, edit.after or UNSTATED))
        for edit in changes.edits[:most]
    ]
    return _titled("Facts", len(changes.edits), table(columns, rows, width), most)


def _flows(changes: Changes, width: int, most: int) -> list[Line]:
    flows = [("+", *flow) for flow in changes.flows_added] + [("-", *flow) for flow in changes.flows_removed]
    lines: list[Line] = []
    for sign, start, end, kind in flows[:most]:
        lines += wrapped(f"{start} → {end}: {kind}", width, "    ", first=f"  {sign} ")
    return _titled("Flows of data", len(flows), lines, most)


def _regions(changes: Changes, width: int, most: int) -> list[Line]:
    regions = [("+", *each) for each in changes.regions_added] + [("-", *each) for each in changes.regions_removed]
    lines: list[Line] = []
    for sign, region, systems in regions[:most]:
        lines += wrapped(f"{region}: {_names(systems)}", width, "    ", first=f"  {sign} ")
    return _titled("Regions in which data lives", len(regions), lines, most)


def _scores(changes: Changes, width: int) -> list[Line]:
    moves = [move for move in changes.scores if interval(move.before) != interval(move.after)]
    columns = [Column("theme"), *(Column(name, figures=True) for name in ("before", "now", "points"))]
    rows = [Row((move.theme, interval(move.before), interval(move.after), points(move))) for move in moves]
    return _titled("Scores", len(moves), table(columns, rows, width) if rows else [], len(moves))


def _titled(title: str, count: int, lines: Iterable[Line], most: int, *, is_counted: bool = True) -> list[Line]:
    """Lines under a title, and how many more there are; nothing where there are none."""
    if not count:
        return []
    heading = line((f"{title} · {count}" if is_counted else title, "label"))
    further = [line(f"  … and {counted(count - most, 'more', 'more')} (--all shows every one)")] if count > most else []
    return [heading, *lines, *further, []]


def _called(subject: SubjectName) -> str:
    """The name, and the id where that says something else."""
    return subject.name if subject.name == subject.id else f"{subject.name} ({subject.id})"


def _names(subjects: Sequence[SubjectName]) -> str:
    further = f" and {len(subjects) - _NAMED} more" if len(subjects) > _NAMED else ""
    return ", ".join(subject.name for subject in subjects[:_NAMED]) + further
