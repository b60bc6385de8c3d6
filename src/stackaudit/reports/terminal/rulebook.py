"""Rules, facts and tests as lines for a terminal."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from stackaudit.model.rules import APPROVERS
from stackaudit.reports.terminal.lines import Line, line, padded, wrapped
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from stackaudit.model.rules import Rule


class Fact(Protocol):
    """A fact that rules may ask for."""

    @property
    def kind(self) -> object: ...  # noqa: D102
    @property
    def about(self) -> str: ...  # noqa: D102


def rule_list(rules: Sequence[Rule], width: int) -> list[Line]:
    """Every rule on a line, by theme."""
    lines: list[Line] = []
    for theme, members in groupby(rules, key=lambda rule: rule.theme):
        lines.append(line((theme, "title")))
        for rule in members:
            name = rule.id.partition("/")[2]
            severity = rule.severity.word
            lead = f"  {padded(severity, 8)}  {padded(name, 32)}  "
            lines += wrapped(rule.title, width, " " * 46, first=lead)
        lines.append([])
    return [*lines, line((f"{len(rules)} rules", "title"))]


def rule_page(rule: Rule, width: int) -> list[Line]:
    """Everything that a rule says."""
    severity = rule.severity.word
    lines = [line((rule.id, "rule"), "  ", (severity, severity)), *wrapped(f"{rule.title}.", width, "  "), []]
    for label, text in (("why", rule.why), ("fix", rule.fix)):
        lines += wrapped(text, width, "       ", first=f"  {label}: ")
    lines.append([])
    for label, value in (
        ("for", rule.asks_for),
        ("where", rule.where),
        ("expect", rule.expect),
        ("check", rule.check),
        ("with", rule.options),
        ("severity", _cases(rule)),
        ("money", rule.money),
        ("since", rule.since),
        ("exceptions", APPROVERS[rule.approvers] if rule.approvers == "both" else ""),
        ("requirements", ", ".join(rule.references)),
    ):
        if value:
            lines += wrapped(_shown(value), width, " " * 16, first=f"  {padded(label, 14)}")
    return [*lines, line("  ", (visible(rule.entry.document.name), "place")), []]


def fact_list(kind: str, facts: Mapping[str, Fact], width: int) -> list[Line]:
    """The facts of one kind of subject."""
    lines = [line((f"facts of a {kind}" if kind[0] not in "aeio" else f"facts of an {kind}", "title"))]
    for name, fact in facts.items():
        lines += wrapped(f"{fact.about} ({fact.kind})", width, " " * 32, first=f"  {padded(name, 28)}  ")
    return [*lines, []]


def operator_list(tests: Sequence[tuple[str, str]], width: int) -> list[Line]:
    """The tests that a rule may ask of a fact."""
    lines = [line(("tests", "title"))]
    for name, about in tests:
        lines += wrapped(about, width, " " * 18, first=f"  {padded(name, 14)}  ")
    return lines


def _cases(rule: Rule) -> str:
    if len(rule.severities) == 1:
        return ""
    return "; ".join(
        f"{c.severity.word} where {_shown(c.where)}" if c.where else c.severity.word for c in rule.severities
    )


def _shown(value: object) -> str:
    """A part of a rule's file in YAML's flow style."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_shown(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_shown(item) for item in value) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)
