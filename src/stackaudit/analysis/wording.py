"""Puts facts into sentences: templates with `{fact}` in them, compiled once."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from stackaudit.model.language import Kind
from stackaudit.model.language.words import RHYTHMS
from stackaudit.model.money import Money, grouped, spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from stackaudit.analysis.facts import Fact

_SLOT = re.compile(r"\{([^{}]*)\}")
_UNKNOWN = "(not stated)"
_RHYTHMS = {days: word for word, days in reversed(RHYTHMS.items())}
_LISTED = 6
_NO: dict[Kind | None, str] = {
    Kind.TEAM: "nobody",
    Kind.SYSTEM: "none",
    Kind.SPAN_OR_NO: "ever",
    Kind.DAY_OR_NO: "never",
}


def slots(template: str) -> list[str]:
    """The names that stand in braces."""
    return _SLOT.findall(template)


def compile_template(template: str, facts: Mapping[str, Fact], currency: str) -> Callable[[Mapping[str, object]], str]:
    """A function from facts to the sentence."""
    parts = _SLOT.split(template)
    texts, names = parts[::2], parts[1::2]
    kinds = [facts[name].kind if name in facts else None for name in names]

    def fill(values: Mapping[str, object]) -> str:
        words = [texts[0]]
        for name, kind, following in zip(names, kinds, texts[1:], strict=True):
            words += (worded(values.get(name), kind, currency), following)
        return "".join(words)

    return fill


def worded(value: object, kind: Kind | None, currency: str) -> str:
    """A fact's value as it reads in a sentence."""
    if value is None:
        return _UNKNOWN
    if isinstance(value, bool):
        return "yes" if value else _NO.get(kind, "no")
    if isinstance(value, tuple) and not isinstance(value, Money):
        words = [worded(item, None, currency) for item in value[:_LISTED]]
        return listed(words, len(value) - len(words))
    if isinstance(value, Money):
        return spelled(value.amount, value.currency)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return _figure(value, kind, currency)
    return str(value)


def _figure(value: float, kind: Kind | None, currency: str) -> str:
    """A number with its unit."""
    if kind is Kind.MONEY:
        return spelled(value, currency)
    if kind is Kind.RHYTHM and value in _RHYTHMS:
        return _RHYTHMS[value]
    digits = grouped(value, "" if isinstance(value, int) else ".12g")
    return f"{digits} days" if kind in (Kind.SPAN, Kind.SPAN_OR_NO, Kind.RHYTHM) else digits


def listed(words: list[str], further: int = 0) -> str:
    """Words as a list in a sentence: `a, b and c`, or `a, b, c and 9 more`; `nothing` for none."""
    if not words:
        return "nothing"
    if len(words) > _LISTED or further:
        kept = words[: _LISTED - 1]
        return f"{', '.join(kept)} and {len(words) - len(kept) + further} more"
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
