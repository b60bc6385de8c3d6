"""Where findings about evidence point: at the line that a rule speaks of, and at what else is worth seeing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, Hint
from stackaudit.model.audit import Verdict
from stackaudit.model.inventory import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.documents import Entry
    from stackaudit.model.reconciliation import Sighting, Tool

_SOURCES = {"paid": "paid", "signed_in": "signed in", "granted": "signed in", "seen": "seen", "listed": "listed"}
_KINDS = {"signed_in": "sign-on", "granted": "grant", "seen": "tag"}
_NOTES = {
    "paid": "paid here",
    "signed in": "people sign in to it",
    "seen": "seen here",
    "listed": "listed here",
}


def pointing(stack: Stack, answers: Iterable[Answer], point: str) -> Iterator[Answer]:
    """The answers about tools, each pointing at the trace that `point` speaks of, with the other places beside it."""
    for answer in answers:
        if answer.verdict is not Verdict.FAILS:
            yield answer
            continue
        tool = stack.tools[answer.subjects[0].id]
        first = _entry(tool, point)
        subject = answer.subjects[0]._replace(entries=(first,))
        systems = stack.inventory.systems
        declared = tuple(Hint(systems[each], "", f"declared here as {systems[each].name}") for each in tool.systems)
        yield answer._replace(subjects=(subject,), hints=(*_traces([tool], first), *declared))


def with_traces(stack: Stack, answers: Iterable[Answer]) -> Iterator[Answer]:
    """The answers about systems, with the latest traces of those that fail."""
    for answer in answers:
        if answer.verdict is Verdict.FAILS:
            tools = stack.tools_of.get(answer.subjects[0].id, ())
            yield answer._replace(hints=(*answer.hints, *_traces(tools)))
        else:
            yield answer


def _entry(tool: Tool, point: str) -> Entry:
    """The latest trace that a fact of a tool is about, or of the first source that shows it."""
    sighting = tool.sightings.get(_SOURCES.get(point.partition(".")[0], ""))
    if sighting is None:
        sighting = next(iter(tool.sightings.values()))
    return _telling(sighting, _KINDS.get(point.partition(".")[0], ""))


def _telling(sighting: Sighting, kind: str = "") -> Entry:
    """The latest trace of a kind, or the latest."""
    return next((trace for trace in sighting.traces if trace.kind == kind), sighting.traces[0]).entry


def _traces(tools: Iterable[Tool], leave_out: Entry | None = None) -> Iterator[Hint]:
    """The latest trace of each source."""
    for tool in tools:
        for source, sighting in tool.sightings.items():
            entry = _telling(sighting, "tag")
            if leave_out is None or entry != leave_out:
                yield Hint(Subject("evidence", tool.id, {}, (entry,)), "", _NOTES[source])
