"""The grade of one flow of data, by method and freshness, and why it is no better."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.inventory import Subject

LINKED = "ABCD"
"""The grades of links that are there, the best first."""

_FAST, _WITH_CODE = 1, ("native", "api", "stream")


class Hop(NamedTuple):
    """The grade of a link between two systems: the worst and the best that the stated facts leave open."""

    worst: str
    best: str


def graded(flow: Subject) -> Hop:
    """The grade of one flow, from its method, its rhythm, and whether it is in time."""
    facts = flow.facts
    method, late, rhythm = facts.get("method"), facts.get("days_late"), facts.get("runs")
    if facts.get("by_hand") or late:
        return Hop("D", "D")
    best = "A" if method is None or method in _WITH_CODE else "B"
    if isinstance(rhythm, int) and rhythm > _FAST:
        best = "C"
    return Hop("D" if method is None or late is None else best, best)


def reasons(flow: Subject) -> Iterator[str]:
    """Why a flow has no better grade."""
    facts = flow.facts
    method, late, rhythm = facts.get("method"), facts.get("days_late"), facts.get("runs")
    if facts.get("by_hand"):
        yield "by file" if method == "file" else "by hand"
    elif method is not None and method not in _WITH_CODE:
        yield "over a tag" if method == "tag" else "over an integration platform"
    if isinstance(late, int) and late:
        yield f"{late} days late"
    if isinstance(rhythm, int) and rhythm > _FAST:
        yield f"every {rhythm} days"


def unstated(flow: Subject) -> list[str]:
    """The facts that a grade needs and that are not stated."""
    return [fact for fact in ("method", "runs", "last_ran") if fact not in flow.facts]
