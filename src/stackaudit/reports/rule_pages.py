"""The rulebook as Markdown: a page for each rule, and an index."""

from __future__ import annotations

from itertools import groupby
from textwrap import dedent
from typing import TYPE_CHECKING

from stackaudit.model.rules import THEMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from stackaudit.model.examples import Example
    from stackaudit.model.rules import Rule

_WRITTEN_BY = "<!-- Written from the rule's file by docs/regenerate.py; edit the rule. -->\n"
_VERDICTS = {
    "passes": "Passes",
    "fails": "Fails",
    "undetermined": "Stays undetermined",
}


def rule_page(rule: Rule, examples: Sequence[Example], needs: Mapping[str, Sequence[str]]) -> str:
    """Everything that a rule says; `needs` are the facts it asks for, each with the stated facts that decide it."""
    parts = [
        f"# {rule.id}\n",
        _WRITTEN_BY,
        f"**{rule.title}.** Severity: {_severity(rule)}.\n",
        f"{rule.why}\n",
        f"**Fix.** {rule.fix}\n",
        f"## What is asked\n\n```yaml\n{_asked(rule)}```\n",
    ]
    if needs:
        facts = "\n".join(f"- `{name}`{_decided_by(name, by)}" for name, by in needs.items())
        parts.append(f"Facts that it needs:\n\n{facts}\n")
    if rule.references:
        rows = ", ".join(f"[{row}](../../requirements.md)" for row in rule.references)
        parts.append(f"Requirements: {rows}.\n")
    for verdict, heading in _VERDICTS.items():
        chosen = [example for example in examples if example.verdict.value == verdict]
        parts += [f"## {heading}\n"] if chosen else []
        parts += [
            f"{example.why[0].upper()}{example.why[1:]}:\n\n```yaml\n{_written(example)}```\n" for example in chosen
        ]
    return "\n".join(parts)


def rule_index(rules: Sequence[Rule]) -> str:
    """All rules by theme, in the themes' order."""
    order = {theme: index for index, theme in enumerate(THEMES)}
    ordered = sorted(rules, key=lambda rule: (order.get(rule.theme, len(order)), rule.theme, rule.id))
    parts = ["# The rulebook\n", _WRITTEN_BY, f"{len(rules)} rules.\n"]
    for theme, members in groupby(ordered, key=lambda rule: rule.theme):
        rows = [f"| [{_name(rule)}]({rule.id}.md) | {rule.severity.word} | {rule.title} |" for rule in members]
        table = "\n".join(["| Rule | Severity | What holds where it passes |", "|---|---|---|", *rows])
        parts.append(f"## {theme}: {THEMES.get(theme, '')}\n\n{table}\n")
    return "\n".join(parts)


def _name(rule: Rule) -> str:
    return rule.id.partition("/")[2]


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:]


def _severity(rule: Rule) -> str:
    """The severity, or the most severe case of several."""
    word = rule.severity.word
    return word if len(rule.severities) == 1 else f"up to {word}, by the cases below"


def _asked(rule: Rule) -> str:
    """The part of the rule's file that says what is asked, as its author wrote it."""
    keys = ("severity", "for", "where", "expect", "check", "with")
    return "".join(_lines_of(rule, key) for key in keys if rule.entry.child(key) is not None)


def _lines_of(rule: Rule, key: str) -> str:
    """A key of the rule's file with all lines of its value."""
    document = rule.entry.document
    first = rule.entry.key_place(key).line
    following = [place.line for name in rule.entry.value if (place := rule.entry.key_place(name)).line > first]  # type: ignore[attr-defined]
    last = min(following, default=document.line_count + 1)
    return "".join(f"{document.line(number)}\n" for number in range(first, last))


def _written(example: Example) -> str:
    """The lines of an example after its `why`, as its author wrote them."""
    document, entry = example.entry.document, example.entry
    first = entry.place().line
    lines = []
    for number in range(first, document.line_count + 1):
        text = document.line(number)
        ended = number > first and text.strip() and len(text) - len(text.lstrip()) <= entry.place().column - 3
        if ended:
            break
        lines.append(text)
    kept = [line for line in lines if not line.lstrip("- ").startswith("why:")]
    return dedent("\n".join(kept)).strip("\n") + "\n"


def _decided_by(name: str, by: Sequence[str]) -> str:
    stated = [fact for fact in by if fact != name]
    return f", decided by {', '.join(f'`{fact}`' for fact in stated)}" if stated else ""
