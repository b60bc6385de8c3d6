"""An audit as JSON lines: one record of the JSON report on each line, for tools that read a stream."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit import __version__
from stackaudit.reports.ci.ascii_json import encode
from stackaudit.reports.json_report import _excepted, _exception, _finding, _totals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.audit import Audit, Undetermined


def json_lines_text(audit: Audit) -> str:
    """One JSON object a line, in ASCII; its `type` says which record of the JSON report it is.

    First `audit`, then each `total`, `score`, `finding`, `excepted` finding, `exception` and `undetermined` question.
    Open questions come without their places: finding ten thousand of them takes longer than all the rest.
    """
    return "".join([f"{encode(record)}\n" for record in _records(audit)])


def _records(audit: Audit) -> Iterator[dict[str, object]]:
    yield {
        "type": "audit",
        "stackaudit": __version__,
        "today": audit.today.isoformat(),
        "organization": audit.organization,
        "currency": audit.currency,
    }
    for name, value in _totals(audit).items():
        yield {"type": "total", "name": name, "value": value}
    for score in (*audit.scores, *([audit.overall] if audit.overall else [])):
        yield {"type": "score", **score._asdict()}
    for finding in audit.findings:
        yield {"type": "finding", **_finding(finding)}
    for item in audit.excepted:
        yield {"type": "excepted", **_excepted(item)}
    for standing in audit.exceptions:
        yield {"type": "exception", **_exception(standing, audit)}
    for question in audit.undetermined:
        yield _undetermined(question)


def _undetermined(item: Undetermined) -> dict[str, object]:
    return {
        "type": "undetermined",
        "rule": item.rule,
        "theme": item.theme,
        "severity": item.severity.word,
        "subjects": [{"kind": kind, "id": name_in_files, "name": name} for kind, name_in_files, name in item.subjects],
        "missing": [{"subject": subject, "fact": fact} for subject, fact in item.missing],
        "fails_from": item.fails_from.isoformat() if item.fails_from else None,
    }
