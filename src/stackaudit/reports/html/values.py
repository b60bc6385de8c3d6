"""Facts and amounts as the page spells them."""

from __future__ import annotations

from datetime import date

from stackaudit.model.language import Kind
from stackaudit.model.language.words import RHYTHMS
from stackaudit.model.money import Money, grouped, spelled

_RHYTHMS = {days: word for word, days in reversed(RHYTHMS.items())}
_SPANS = (Kind.SPAN, Kind.SPAN_OR_NO, Kind.RHYTHM)
_NO: dict[Kind | None, str] = {
    Kind.TEAM: "nobody",
    Kind.SYSTEM: "none",
    Kind.SPAN_OR_NO: "without end",
    Kind.DAY_OR_NO: "never",
}


def told(value: object, kind: Kind | None = None, currency: str = "") -> str:
    """A fact's value in words; all of a list, and `none` for an empty one."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else _NO.get(kind, "no")
    if isinstance(value, Money):
        return spelled(value.amount, value.currency)
    if isinstance(value, tuple):
        return ", ".join([told(item) for item in value]) or "none"
    if isinstance(value, date):
        return value.isoformat()
    return _figure(value, kind, currency) if isinstance(value, int | float) else str(value)


def whole_amount(figure: float | None, currency: str) -> str:
    """An amount without cents; empty where none is known."""
    return "" if figure is None else spelled(round(figure), currency)


def percent(part: float, whole: float) -> str:
    """A part in whole percent; what is neither nothing nor all is not told as such."""
    share = 100 * part / whole if whole else 0.0
    return "<1 %" if 0 < share < 0.5 else ">99 %" if 99.5 <= share < 100 else f"{share:.0f} %"


def _figure(figure: float, kind: Kind | None, currency: str) -> str:
    """A number with its unit."""
    if kind is Kind.MONEY:
        return spelled(figure, currency)
    if kind is Kind.RHYTHM and figure in _RHYTHMS:
        return _RHYTHMS[figure]
    digits = grouped(figure, "" if isinstance(figure, int) else ".12g")
    return f"{digits} days" if kind in _SPANS else digits
