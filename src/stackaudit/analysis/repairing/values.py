"""Values that are written in another form than the language has for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from stackaudit.analysis.repairing.slips import by_letters, meant
from stackaudit.analysis.repairing.tables import is_plain, place_of
from stackaudit.model.catalogue import folded
from stackaudit.model.edits import Put
from stackaudit.model.language import Kind
from stackaudit.model.repairs import Repair
from stackaudit.model.suggesting import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.analysis.repairing.knowing import Known
    from stackaudit.analysis.repairing.tables import Spot
    from stackaudit.model.imports import Value

_KINDS: Mapping[Kind, tuple[str, str]] = {
    Kind.DAY: ("dates", "dates are written YEAR-MONTH-DAY"),
    Kind.DAY_OR_NO: ("dates", "dates are written YEAR-MONTH-DAY, and `false` for never"),
    Kind.SPAN: ("durations", "durations are written as 90d, 8w, 36mo or 2y"),
    Kind.SPAN_OR_NO: ("durations", "durations are written as 90d, 8w, 36mo or 2y"),
    Kind.MONEY: ("money", "amounts are written as numbers"),
    Kind.WHOLE: ("numbers", "numbers are written in digits"),
    Kind.NUMBER: ("numbers", "numbers are written in digits"),
    Kind.FLAG: ("words", "this is answered with `true` or `false`"),
    Kind.WORD: ("words", "this is the language's word for it"),
    Kind.RHYTHM: ("words", "this is the language's word for it"),
    Kind.CATEGORY: ("categories", "this is the category's id"),
    Kind.SYSTEM: ("references", "the system is declared under this id"),
    Kind.TEAM: ("references", "the team is declared under this id"),
}

_SHARED_SIGNS = {
    "$": frozenset("ARS AUD BBD BND CAD CLP COP HKD JMD MXN NAD NZD SGD TTD TWD UYU".split()),
    "¥": frozenset({"CNY"}),
}
"""Signs of currencies that others write as well: who counts in one of these may mean it by the sign."""


def value_repairs(spot: Spot, known: Known) -> Iterator[Repair]:
    """The repair of a single value, if it needs one and there is no doubt about what is meant."""
    raw = spot.entry.value
    if spot.field.kind not in _KINDS or not is_plain(spot.entry):
        return
    if isinstance(raw, dict):
        yield from _money_parts(spot, known)
        return
    value = value_meant(spot, known)
    if value is not None and value != raw:
        yield repair_of(spot, value)


def repair_of(spot: Spot, value: Value) -> Repair:
    """The repair that writes a value in place of the one that stands there."""
    kind, why = _KINDS[spot.field.kind]
    return Repair(kind, place_of(spot.entry), spelt(spot.entry.value), spelt(value), why, (Put(spot.path, value),))


def value_meant(spot: Spot, known: Known) -> Value | None:
    """What a value means at a key, in the form in which it is to be written; None where that is not sure.

    A value that is right as it is means itself.
    """
    return text_meant(spot, spot.entry.value, known)


def text_meant(spot: Spot, raw: object, known: Known) -> Value | None:
    """What something means at a key, as if it stood there."""
    field = spot.field
    if field.kind in (Kind.SYSTEM, Kind.TEAM):
        return _reference(field.kind, raw, known)
    if field.open_words and isinstance(raw, str) and raw not in field.words:
        same = by_letters(tuple(field.words)).get(folded(raw), [])
        if len(same) == 1:
            return same[0]
    if known.reading.accepts(field, raw):
        return cast("Value | None", raw)
    if not isinstance(raw, str):
        return None
    if field.kind is Kind.CATEGORY:
        return _category(raw, known)
    value = known.reading.understood(spot.entry.document.name, spot.fact, field, raw)
    if value is None and field.kind is Kind.WORD and not field.open_words:
        value = meant(raw, field.words)
    if value is None or not known.reading.accepts(field, value):
        return None
    return _in_own_money(raw, value, known) if field.kind is Kind.MONEY else value


def spelt(value: object) -> str:
    """A value as the preview shows it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {spelt(item)}' for key, item in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(spelt, value))}]"
    return shortened(str(value))


def _reference(target: Kind, raw: object, known: Known) -> Value | None:
    if not isinstance(raw, str):
        return raw if raw is False else None
    return known.meant(target, raw) or raw


def _category(raw: str, known: Known) -> str | None:
    """The category that a word names by its id or its name, or that it is a slip away from."""
    letters = folded(raw)
    named = known.market.categories.get(letters)
    return named or meant(raw, known.market.catalogue.categories)


def _in_own_money(raw: str, value: Value, known: Known) -> Value | None:
    """An amount without the currency where that is the organisation's; None where a sign may mean several."""
    if not isinstance(value, dict):
        return value
    if value["currency"] == known.currency:
        return cast("Value", value["amount"])
    is_shared = any(sign in raw and known.currency in others for sign, others in _SHARED_SIGNS.items())
    return None if is_shared else value


def _money_parts(spot: Spot, known: Known) -> Iterator[Repair]:
    """Repairs of an amount that is written with its currency as a mapping."""
    if spot.field.kind is not Kind.MONEY or known.reading.accepts(spot.field, spot.entry.value):
        return
    raw = spot.entry.value
    assert isinstance(raw, dict)
    if raw.keys() != {"amount", "currency"} or not isinstance(raw["currency"], str):
        return
    amount = text_meant(spot, raw["amount"], known)
    if not isinstance(amount, int | float):
        return
    mended: dict[str, Value] = {"amount": amount, "currency": raw["currency"].strip().upper()}
    if not known.reading.accepts(spot.field, mended):
        return
    for key, child in spot.entry.children():
        if child.value != mended[str(key)] and is_plain(child):
            yield repair_of(spot._replace(path=(*spot.path, key), entry=child), mended[str(key)])
