"""Changes as a comment for a pull request: the verdict and the figures first, everything else folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.brief.writing import further, name, names, plain, table
from stackaudit.reports.changes.wording import UNSTATED, balances, interval, points, verdict
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stackaudit.model.audit import Finding
    from stackaudit.model.changes import Changes

MOST = 65_536
"""Characters that GitHub takes of a comment; other hosts take more."""

_ROOM = MOST - 2_000
_ROWS = 25
_FEW = 5


def changes_comment(changes: Changes) -> str:
    """Markdown that stays below `MOST` characters, in which nothing that strangers wrote does more than show.

    The details come in order of what they are worth; those for which there is no room are named at the end.
    """
    text = "\n".join(_summary(changes)) + "\n"
    if changes.is_empty:
        return text
    left_out = []
    for title, chapter in _CHAPTERS:
        body = "\n".join(chapter(changes))
        folded = f"<details>\n<summary>{title}</summary>\n\n{body}\n</details>\n\n" if body else ""
        if len(text) + len(folded) > _ROOM:
            left_out.append(title)
        else:
            text += folded
    return text + (f"Left out for want of room: {', '.join(left_out)}.\n" if left_out else "")


def _summary(changes: Changes) -> Iterator[str]:
    """The verdict, a table, and the worst of what is new."""
    yield f"### stackaudit: {verdict(changes)}"
    yield ""
    compared = f"From {name(changes.old)} to {name(changes.new)}, audited on {changes.after.today.isoformat()}"
    if changes.is_empty:
        yield f"{compared}: nothing is different."
        return
    yield f"{compared}."
    yield ""
    rows = [(each.what, plain(each.before), plain(each.after), each.difference) for each in balances(changes)]
    yield from table(["", "Before:", "Now:", "Difference:"], rows)
    for finding in (*changes.appeared, *changes.returned)[:_FEW]:
        yield f"- **{finding.severity.word}** {plain(finding.message)}"
    if changes.appeared or changes.returned:
        yield ""


def _new(changes: Changes) -> Iterator[str]:
    yield from _findings((*changes.appeared, *changes.returned))


def _gone(changes: Changes) -> Iterator[str]:
    yield from _findings(changes.resolved)


def _accepted(changes: Changes) -> Iterator[str]:
    yield from _findings(changes.accepted)


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    if findings:
        rows = (
            (each.severity.word, plain(each.message), plain(each.rule), f"{plain(each.place.file)}:{each.place.line}")
            for each in findings[:_ROWS]
        )
        yield from table(["Severity", "What is wrong", "Rule", "Where"], rows)
        yield from further(len(findings) - _ROWS, "findings")


def _reweighed(changes: Changes) -> Iterator[str]:
    for before, after in changes.reweighed[:_ROWS]:
        yield f"- {before.severity.word} to {after.severity.word}: {plain(after.message)}"
    if changes.reweighed:
        yield ""
        yield from further(len(changes.reweighed) - _ROWS, "findings")


def _subjects(changes: Changes) -> Iterator[str]:
    for moved in changes.moved:
        for verb, subjects in (("New", moved.added), ("Gone", moved.removed)):
            if subjects:
                listed = names([subject.name for subject in subjects], _ROWS)
                yield f"- {verb}: {counted(len(subjects), moved.kind)}: {listed}"
    for was, now in changes.renamed[:_ROWS]:
        yield f"- Under another id: {name(now.name)}, {name(was.id)} is {name(now.id)} now"
    if changes.moved or changes.renamed:
        yield ""
        yield from further(len(changes.renamed) - _ROWS, "systems under another id")


def _facts(changes: Changes) -> Iterator[str]:
    if changes.edits:
        rows = (
            (
                name(edit.subject.name),
                plain(f"`{edit.fact}`"),
                plain(edit.before) or UNSTATED,
                plain(edit.after) or UNSTATED,
            )
            for edit in changes.edits[:_ROWS]
        )
        yield from table(["Of", "Fact", "Before", "Now"], rows)
        yield from further(len(changes.edits) - _ROWS, "facts")


def _data(changes: Changes) -> Iterator[str]:
    """Where data flows and lives now, and no longer."""
    flows = (("Flows now", changes.flows_added), ("Flows no longer", changes.flows_removed))
    told = [
        f"- {verb} from {name(start)} to {name(end)}: {plain(kind)}"
        for verb, found in flows
        for start, end, kind in found
    ]
    places = (("now lives in", changes.regions_added), ("no longer lives in", changes.regions_removed))
    told += [
        f"- Data {verb} {name(region)}: {names([subject.name for subject in systems])}"
        for verb, found in places
        for region, systems in found
    ]
    yield from told[:_ROWS]
    if told:
        yield ""
        yield from further(len(told) - _ROWS, "changes")


def _scores(changes: Changes) -> Iterator[str]:
    rows = [
        (name(move.theme), interval(move.before), interval(move.after), points(move))
        for move in changes.scores
        if interval(move.before) != interval(move.after)
    ]
    if rows:
        yield from table(["Score", "Before:", "Now:", "Points:"], rows[:_ROWS])
        yield from further(len(rows) - _ROWS, "scores")


_CHAPTERS: tuple[tuple[str, Callable[[Changes], Iterator[str]]], ...] = (
    ("New findings", _new),
    ("Resolved findings", _gone),
    ("Findings behind an exception now", _accepted),
    ("Findings of another severity", _reweighed),
    ("What came and went", _subjects),
    ("Facts", _facts),
    ("Data", _data),
    ("Scores", _scores),
)
