"""How rules fared on their own examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from stackaudit.reports.terminal.lines import Line, counted, line, wrapped
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.model.examples import Example
    from stackaudit.model.rules import Rule


class Trial(Protocol):
    """An example, and what its rule said of it."""

    @property
    def rule(self) -> Rule: ...  # noqa: D102
    @property
    def example(self) -> Example: ...  # noqa: D102
    @property
    def found(self) -> frozenset[str]: ...  # noqa: D102
    @property
    def holds(self) -> bool: ...  # noqa: D102


def trial_lines(trials: Sequence[Trial], width: int) -> list[Line]:
    """Each example that does not hold, then the count."""
    lines: list[Line] = []
    failed = [trial for trial in trials if not trial.holds]
    for trial in failed:
        example = trial.example
        lines.append(line((visible(trial.rule.id), "rule"), f"  {example.verdict.value}: {visible(example.why)}"))
        lines.append(line("  ", (visible(str(example.entry.place())), "place")))
        wanted = ", ".join(sorted(example.finds)) or "nothing"
        found = ", ".join(sorted(trial.found)) or "nothing"
        lines += wrapped(f"should find {wanted}, but finds {found}", width, "  ")
    rules = len({trial.rule.id for trial in trials})
    of = f"{counted(len(trials), 'example')} of {counted(rules, 'rule')}"
    words = f"{of}: {len(trials) - len(failed)} hold, {len(failed)} do not."
    return [*lines, line((words, "title"))]
