"""What changed since the last report: scores, findings, systems, owners, flows and money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.brief.writing import further, money, name, names, plain, table
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from stackaudit.model.audit import Finding
    from stackaudit.model.briefing import Briefing
    from stackaudit.model.changes import Changes

_MOST = 20


def changes_chapter(briefing: Briefing) -> Iterator[str]:
    """Everything that the change did, in the order of what it is worth."""
    changes = briefing.changes
    if changes is None:
        return
    yield f"Compared: {plain(changes.old)} with {plain(changes.new)}."
    yield ""
    if changes.is_empty:
        yield "Nothing is different."
        yield ""
        return
    yield from _cost(changes)
    yield from _scores(changes)
    yield from _findings("New findings", changes.appeared)
    yield from _findings("Findings that came back from behind an exception", changes.returned)
    yield from _findings("Findings that are gone", changes.resolved)
    yield from _findings("Findings behind an exception now", changes.accepted)
    yield from _reweighed(changes)
    yield from _moved(changes)
    yield from _edits(changes)
    yield from _flows(changes, {sheet.system.id: sheet.system.name for sheet in briefing.sheets})
    yield from _regions(changes)


def _cost(changes: Changes) -> Iterator[str]:
    before, after = changes.before.totals.annual_cost, changes.after.totals.annual_cost
    if before != after:
        yield (
            f"Known spend went from {money(before, changes.before.currency)} to "
            f"{money(after, changes.after.currency)} a year."
        )
        yield ""


def _scores(changes: Changes) -> Iterator[str]:
    rows = [
        (name(move.theme), _interval(move.before), _interval(move.after))
        for move in changes.scores
        if move.before != move.after
    ]
    if rows:
        yield from table(["Score", "Before:", "Now:"], rows)


def _interval(score: tuple[float, float] | None) -> str:
    """A score in whole points, as everywhere."""
    if score is None:
        return "not asked"
    low, high = map(int, score)
    return f"{low}" if low == high else f"{low} to {high}"


def _findings(heading: str, findings: Sequence[Finding]) -> Iterator[str]:
    if findings:
        yield f"### {heading}: {len(findings)}"
        yield ""
        rows = ((finding.severity.word, plain(finding.message)) for finding in findings[:_MOST])
        yield from table(["Severity", "What"], rows)
        yield from further(len(findings) - _MOST, "findings")


def _reweighed(changes: Changes) -> Iterator[str]:
    if changes.reweighed:
        rows = ((old.severity.word, new.severity.word, plain(new.message)) for old, new in changes.reweighed[:_MOST])
        yield from table(["Severity before", "Now", "What"], rows)
        yield from further(len(changes.reweighed) - _MOST, "findings")


def _moved(changes: Changes) -> Iterator[str]:
    for moved in changes.moved:
        for verb, subjects in (("New", moved.added), ("Gone", moved.removed)):
            if subjects:
                listed = names([subject.name for subject in subjects], _MOST)
                yield f"- {verb}: {counted(len(subjects), moved.kind)}: {listed}"
    for old, new in changes.renamed[:_MOST]:
        yield f"- Renamed: {name(old.name)} ({name(old.id)}) is {name(new.name)} ({name(new.id)}) now"
    if changes.moved or changes.renamed:
        yield ""


def _edits(changes: Changes) -> Iterator[str]:
    if changes.edits:
        rows = (
            (name(edit.subject.name), plain(f"`{edit.fact}`"), plain(edit.before) or "?", plain(edit.after) or "?")
            for edit in changes.edits[:_MOST]
        )
        yield from table(["Of", "What", "Before", "Now"], rows)
        yield from further(len(changes.edits) - _MOST, "facts")


def _flows(changes: Changes, called: Mapping[str, str]) -> Iterator[str]:
    flows = (("now flows", changes.flows_added), ("no longer flows", changes.flows_removed))
    told = [
        f"- From {name(called.get(start, start))} to {name(called.get(end, end))} {verb}: {plain(kind)}"
        for verb, found in flows
        for start, end, kind in found
    ]
    yield from told[:_MOST]
    if told:
        yield ""
    yield from further(len(told) - _MOST, "flows")


def _regions(changes: Changes) -> Iterator[str]:
    for verb, regions in (("now lives in", changes.regions_added), ("lives no longer in", changes.regions_removed)):
        for region, subjects in regions[:_MOST]:
            yield f"- Data {verb} {name(region)}: {names([subject.name for subject in subjects])}"
    if changes.regions_added or changes.regions_removed:
        yield ""
