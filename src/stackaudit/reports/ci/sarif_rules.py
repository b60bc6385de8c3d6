"""Rules and messages as SARIF spells them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.model.rules import Severity
from stackaudit.reports.ci.urgency import LEVELS, level
from stackaudit.reports.ci.wording import shown
from stackaudit.reports.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackaudit.model.audit import Finding
    from stackaudit.model.rules import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_WORDS = {"error": "error", "warning": "warning", "notice": "note"}
_SECURITY_SEVERITIES = {
    Severity.LOW: "2.0",
    Severity.MEDIUM: "5.5",
    Severity.HIGH: "8.0",
    Severity.CRITICAL: "9.5",
}
"""The middles of GitHub's ranges for low, medium, high and critical; there is none for information."""

_LINK_SIGNS = re.compile(r"[\\\[\]]")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def level_word(finding: Finding) -> str:
    """`error`, `warning` or `note`."""
    return _WORDS[level(finding)]


def rule_name(rule_id: str) -> str:
    """A rule's id as it may be shown."""
    return shown(rule_id, 255)


def message(text: str) -> dict[str, str]:
    """A plain message of at most a thousand characters, in which nothing is a link or a placeholder.

    Its signs are escaped only where a reader would take them for either (SARIF 2.1.0, 3.11.5 and 3.11.6): many readers
    show the escapes as they are.
    """
    text = shown(text)
    if "](" in text:
        text = _LINK_SIGNS.sub(r"\\\g<0>", text)
    return {"text": _PLACEHOLDER.sub(r"{{\1}}", text) if "{" in text else text}


def rule_descriptors(rules: Mapping[str, Rule], order: Iterable[str]) -> Iterator[dict[str, object]]:
    """What each rule says, in the given order of ids."""
    for rule_id in order:
        yield _descriptor(rules[rule_id])


def _descriptor(rule: Rule) -> dict[str, object]:
    properties: dict[str, object] = {"tags": [shown(rule.theme)], "precision": "high"}
    if rule.severity in _SECURITY_SEVERITIES:
        properties["security-severity"] = _SECURITY_SEVERITIES[rule.severity]
    return {
        "id": rule_name(rule.id),
        "shortDescription": message(rule.title),
        "fullDescription": message(rule.why),
        "help": {
            **message(f"{rule.why} {rule.fix}"),
            "markdown": f"**Why**: {escaped(shown(rule.why))}\n\n**What to do**: {escaped(shown(rule.fix))}\n",
        },
        "defaultConfiguration": {"level": _WORDS[LEVELS[rule.severity]]},
        "properties": properties,
    }
