"""Which rules wait for a fact that is not stated: told once for all, and again only where fewer wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.reports.html.escaping import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from stackaudit.model.audit import MissingFact, Undetermined
    from stackaudit.model.briefing import SystemSheet

_MOST_RULES = 8


class WantedFact(NamedTuple):
    """A fact that is not stated for some, and the rules that wait for it anywhere."""

    missing: MissingFact
    rules: tuple[str, ...]


class Waiting:
    """Tells the rules that wait for facts."""

    def __init__(self, undetermined: Iterable[Undetermined]) -> None:
        found: dict[str, dict[str, None]] = {}
        for item in undetermined:
            for _, fact in item.missing:
                found.setdefault(fact, {})[item.rule] = None
        self._rules = {fact: tuple(sorted(rules)) for fact, rules in found.items()}

    def wanted(self, missing: Sequence[MissingFact]) -> Iterator[WantedFact]:
        """Each of the facts with all rules that wait for it, by their ids."""
        for each in missing:
            yield WantedFact(each, self._rules.get(each.fact, ()))

    def of(self, sheet: SystemSheet) -> str:
        """The facts that rules miss at a system, those first for which most wait; empty where none is missing.

        The rules stand behind a fact only where they are not all of those that wait for it anywhere.
        """
        waiting: dict[tuple[str, str], dict[str, None]] = {}
        for item in sheet.undetermined:
            for missing in item.missing:
                waiting.setdefault(missing, {})[item.rule] = None
        ordered = sorted(waiting.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        lines = [self._line(subject, fact, rules, sheet.system.id) for (subject, fact), rules in ordered]
        return f"<h4>Not stated, and asked for</h4>\n<ul class=wants>{''.join(lines)}</ul>\n" if lines else ""

    def _line(self, subject: str, fact: str, rules: Mapping[str, None], system_id: str) -> str:
        name = escaped(fact if subject == system_id else f"{subject}: {fact}")
        if len(rules) == len(self._rules.get(fact, ())):
            return f"<li>{name}\n"
        further = len(rules) - _MOST_RULES
        named = [escaped(rule) for rule in rules][:_MOST_RULES] + ([f"and {further} more"] if further > 0 else [])
        return f"<li>{name} <i>{', '.join(named)}</i>\n"
