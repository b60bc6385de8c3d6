"""Findings as issues of Azure Pipelines: logging commands that the agent reads from a step's output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.ci.urgency import further_told, loudest
from stackaudit.reports.ci.wording import shown

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit, Finding

_WORDS = {"error": "error", "warning": "warning", "notice": "warning"}
"""There are no notices."""

_IN_MESSAGES = {ord("%"): "%AZP25", ord("\r"): "%0D", ord("\n"): "%0A"}
_IN_PROPERTIES = {**_IN_MESSAGES, ord(";"): "%3B", ord("]"): "%5D"}


def azure_text(audit: Audit) -> str:
    """One command `##vso[task.logissue …]…` a line, the worst first, ten of each type, then how many there are more.

    A message says what is wrong and what to do. Files are named as the report names them, from where stackaudit ran.
    """
    chosen, further = loudest(audit.findings, _WORDS)
    return "".join([_command(word, finding) for word, finding in chosen]) + further_told(further)


def _command(word: str, finding: Finding) -> str:
    place = finding.place
    where = f"sourcepath={_property(shown(place.file))};linenumber={place.line};columnnumber={place.column}"
    message = f"{shown(finding.message)} Fix: {shown(finding.fix)}".translate(_IN_MESSAGES)
    return f"##vso[task.logissue type={word};{where};code={_property(shown(finding.rule, 200))};]{message}\n"


def _property(text: str) -> str:
    return text.translate(_IN_PROPERTIES)
