"""Holds one audited state of an inventory against another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.changing.flows import flows_of, regions_of
from stackaudit.analysis.changing.renames import as_named_now, renamed_systems
from stackaudit.analysis.changing.subjects import edits, moved, named
from stackaudit.analysis.changing.verdicts import findings_moved, scores_moved
from stackaudit.model.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.audit import Audit, SubjectName


class State(NamedTuple):
    """One state of an inventory: what it is called, with its stack and its audit."""

    name: str
    stack: Stack
    audit: Audit


def changes_between(old: State, new: State) -> Changes:
    """Everything that is different in the new state; both were audited with the same rules, settings and date.

    What a system is called by its id may change: systems of which one came and one went with the same name or product
    are taken to be the same, and what hangs on their ids is compared as if nothing had been renamed.
    """
    before, after = old.stack.inventory, new.stack.inventory
    renames = renamed_systems(before.systems, after.systems)
    before = as_named_now(before, renames)
    flows = flows_of(before), flows_of(after)
    regions = regions_of(before), regions_of(after)
    findings = findings_moved(old.audit, new.audit, renames)
    return Changes(
        old=old.name,
        new=new.name,
        before=old.audit,
        after=new.audit,
        moved=moved(before, after),
        edits=edits(before, after),
        flows_added=tuple(sorted(flows[1] - flows[0])),
        flows_removed=tuple(sorted(flows[0] - flows[1])),
        regions_added=_places(regions[1], regions[0]),
        regions_removed=_places(regions[0], regions[1]),
        scores=scores_moved(old.audit, new.audit),
        appeared=findings.appeared,
        resolved=findings.resolved,
        unchanged=findings.unchanged,
        renamed=tuple(
            (named(old.stack.inventory.systems[was]), named(after.systems[now])) for was, now in renames.items()
        ),
        accepted=findings.accepted,
        returned=findings.returned,
        reweighed=findings.reweighed,
    )


def _places(
    here: Mapping[str, tuple[SubjectName, ...]], there: Mapping[str, tuple[SubjectName, ...]]
) -> tuple[tuple[str, tuple[SubjectName, ...]], ...]:
    """The regions that are here and not there, with the systems whose data lives in them."""
    return tuple((region, here[region]) for region in sorted(here) if region not in there)
