"""Findings as annotations of GitHub Actions: workflow commands that the runner reads from a step's output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.ci.urgency import further_told, loudest
from stackaudit.reports.ci.wording import shown

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit, Finding

_WORDS = {"error": "error", "warning": "warning", "notice": "notice"}
_IN_MESSAGES = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_IN_PROPERTIES = {**_IN_MESSAGES, ord(":"): "%3A", ord(","): "%2C"}


def github_text(audit: Audit) -> str:
    """One command `::error file=…,line=…::…` a line, the worst first, ten of each level, then how many there are more.

    A message's second line says what to do. Files are named as the report names them, from where stackaudit ran.
    """
    chosen, further = loudest(audit.findings, _WORDS)
    return "".join([_command(word, finding) for word, finding in chosen]) + further_told(further)


def _command(word: str, finding: Finding) -> str:
    place = finding.place
    title = _property(f"{finding.severity.word}: {shown(finding.rule, 200)}")
    message = f"{shown(finding.message)}\nFix: {shown(finding.fix)}".translate(_IN_MESSAGES)
    where = f"file={_property(shown(place.file))},line={place.line},col={place.column}"
    return f"::{word} {where},title={title}::{message}\n"


def _property(text: str) -> str:
    return text.translate(_IN_PROPERTIES)
