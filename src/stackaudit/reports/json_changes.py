"""Changes as JSON: a versioned contract, with one change on a line so that two reports compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit import __version__
from stackaudit.reports.json_report import _finding
from stackaudit.reports.json_spelling import amount, encode, in_lines, report_text
from stackaudit.reports.schemas.changes import CHANGES_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.model.audit import Audit, Finding, SubjectName
    from stackaudit.model.changes import Changes, Edit, Moved, ScoreMove


def changes_json(changes: Changes) -> str:
    """Everything as the schema of `stackaudit schema changes` describes it; ends with a line feed."""
    return report_text(
        [
            f'"schema": {encode(CHANGES_VERSION)}',
            f'"stackaudit": {encode(__version__)}',
            f'"today": {encode(changes.after.today.isoformat())}',
            f'"organization": {encode(changes.after.organization)}',
            f'"old": {encode(changes.old)}',
            f'"new": {encode(changes.new)}',
            f'"is_empty": {encode(changes.is_empty)}',
            f'"before": {encode(_figures(changes.before))}',
            f'"after": {encode(_figures(changes.after))}',
            f'"scores": {in_lines(encode(_score(move)) for move in changes.scores)}',
            f'"new_findings": {_findings(changes.appeared)}',
            f'"returned_findings": {_findings(changes.returned)}',
            f'"resolved_findings": {_findings(changes.resolved)}',
            f'"accepted_findings": {_findings(changes.accepted)}',
            f'"reweighed_findings": {in_lines(encode(_pair(*map(_finding, pair))) for pair in changes.reweighed)}',
            f'"unchanged_findings": {changes.unchanged}',
            f'"subjects": {in_lines(encode(_moved(moved)) for moved in changes.moved)}',
            f'"renamed": {in_lines(encode(_pair(was._asdict(), now._asdict())) for was, now in changes.renamed)}',
            f'"facts": {in_lines(encode(_edit(edit)) for edit in changes.edits)}',
            f'"flows_added": {_flows(changes.flows_added)}',
            f'"flows_removed": {_flows(changes.flows_removed)}',
            f'"regions_added": {_regions(changes.regions_added)}',
            f'"regions_removed": {_regions(changes.regions_removed)}',
        ],
    )


def _figures(audit: Audit) -> dict[str, object]:
    totals = audit.totals
    return {
        "systems": totals.systems,
        "integrations": totals.integrations,
        "teams": totals.teams,
        "annual_cost": amount(totals.annual_cost),
        "currency": audit.currency,
        "findings": len(audit.findings),
        "excepted": len(audit.excepted),
        "undetermined": len(audit.undetermined),
    }


def _score(move: ScoreMove) -> dict[str, object]:
    ends = {"before": move.before, "after": move.after}
    return {
        "theme": move.theme,
        **{name: {"low": score[0], "high": score[1]} if score else None for name, score in ends.items()},
    }


def _findings(findings: Iterable[Finding]) -> str:
    return in_lines(encode(_finding(finding)) for finding in findings)


def _pair(before: dict[str, object], after: dict[str, object]) -> dict[str, object]:
    return {"before": before, "after": after}


def _moved(moved: Moved) -> dict[str, object]:
    return {"kind": moved.kind, "added": _subjects(moved.added), "removed": _subjects(moved.removed)}


def _edit(edit: Edit) -> dict[str, object]:
    return {
        "subject": edit.subject._asdict(),
        "fact": edit.fact,
        "before": edit.before or None,
        "after": edit.after or None,
    }


def _flows(flows: Iterable[tuple[str, str, str]]) -> str:
    return in_lines(encode({"from": start, "to": end, "data": kind}) for start, end, kind in flows)


def _regions(regions: Iterable[tuple[str, tuple[SubjectName, ...]]]) -> str:
    return in_lines(encode({"region": region, "systems": _subjects(systems)}) for region, systems in regions)


def _subjects(subjects: Iterable[SubjectName]) -> list[dict[str, object]]:
    return [subject._asdict() for subject in subjects]
