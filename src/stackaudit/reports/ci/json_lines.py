"""An audit as JSON lines: one record of the JSON report on each line, for tools that read a stream."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from stackaudit import __version__
from stackaudit.reports.ci.ascii_json import encode, encoded
from stackaudit.reports.ci.wording import REMEMBERED
from stackaudit.reports.json_report import _excepted, _exception, _finding, _totals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.audit import Audit, SubjectName, Undetermined


def json_lines_text(audit: Audit) -> str:
    """One JSON object a line, in ASCII; its `type` says which record of the JSON report it is.

    First `audit`, then each `total`, `score`, `finding`, `excepted` finding, `exception` and `undetermined` question.
    Open questions come without their places: finding ten thousand of them takes longer than all the rest.
    """
    lines = [f"{encode(record)}\n" for record in _records(audit)]
    return "".join([*lines, *map(_undetermined, audit.undetermined)])


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


def _undetermined(item: Undetermined) -> str:
    """A question as a line; they are so many that no mapping is made of each."""
    subjects = ",".join([_subject(each) for each in item.subjects])
    missing = ",".join([f'{{"subject":{encoded(subject)},"fact":{encoded(fact)}}}' for subject, fact in item.missing])
    day = encode(item.fails_from.isoformat()) if item.fails_from else "null"
    asked = f'"rule":{encoded(item.rule)},"theme":{encoded(item.theme)},"severity":{encoded(item.severity.word)}'
    return f'{{"type":"undetermined",{asked},"subjects":[{subjects}],"missing":[{missing}],"fails_from":{day}}}\n'


@lru_cache(REMEMBERED)
def _subject(subject: SubjectName) -> str:
    return encode(subject._asdict())
