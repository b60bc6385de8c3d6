"""How each kind of value of the language is read: a function that turns raw YAML into a fact, or says what is wrong."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from collections.abc import Callable, Collection, Mapping
from datetime import date

from stackaudit.model.durations import days_of
from stackaudit.model.language.fields import Field, Kind
from stackaudit.model.language.spelling import HIGHEST_RATE, MOST, NOBODY_WORDS, UNSTATED_WORDS
from stackaudit.model.language.words import RHYTHMS
from stackaudit.model.money import Money
from stackaudit.model.suggesting import did_you_mean, shortened

Reader = Callable[[object], object]
"""Takes a raw value; returns the fact, or None where the value says that it is not stated; raises `Wrong`."""

_UNSTATED = frozenset({"", *UNSTATED_WORDS})
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_CURRENCY = re.compile(r"[A-Z]{3}")
_PLACEHOLDER = re.compile(r"<[^<>]+>")
_LIKELY, _ALMOST = 0.75, 0.9


class Wrong(ValueError):  # noqa: N818 - it is the word for what it carries
    """A value that its key cannot hold, with help; `index` tells which item of a list it is."""

    def __init__(self, message: str, advice: str, index: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.index = index


def is_unstated(raw: object) -> bool:
    """Whether a value says that nothing is stated: null, `unknown`, `TBD`, `?`, or a placeholder such as `<Owner>`."""
    if raw is None:
        return True
    if not isinstance(raw, str):
        return False
    word = raw.strip()
    return word.lower() in _UNSTATED or (word[0] == "<" and _PLACEHOLDER.fullmatch(word) is not None)


def reader(field: Field, categories: Collection[str]) -> Reader:
    """The function that reads values of a field, with a memory of the words that it has read before."""
    if field.kind is Kind.MANY:
        assert field.item is not None
        return _many(reader(field.item, categories))
    if field.kind in _WITHOUT_MEMORY:
        return _WITHOUT_MEMORY[field.kind]
    if field.kind is Kind.CATEGORY:
        known: Mapping[str, object] = dict.fromkeys(categories, "")
        return _remembering(lambda raw: _word(raw, known, open_words=False))
    if field.kind is Kind.WORD:
        return _remembering(lambda raw: _word(raw, field.words, open_words=field.open_words))
    if field.kind in (Kind.WHOLE, Kind.NUMBER):
        return lambda raw: _number(raw, field)
    return _remembering(_BY_KIND[field.kind])


def _remembering(read: Reader) -> Reader:
    """A reader that answers for words that it has seen from memory; there are few different ones in an inventory."""
    memory: dict[str, object] = {}

    def remember(raw: object) -> object:
        if raw.__class__ is str and raw in memory:
            return memory[raw]
        value = read(raw)
        if raw.__class__ is str and len(memory) < 50_000:
            memory[raw] = value
        return value

    return remember


def _text(raw: object) -> object:
    if raw.__class__ is str:
        return None if is_unstated(raw) else raw
    if raw is None:
        return None
    if isinstance(raw, bool | int | float):
        return str(raw).lower() if isinstance(raw, bool) else f"{raw}"
    raise Wrong(f"expected text, found {_kind_of(raw)}", "Write it on one line, in quotes if it has special signs.")


def _flag(raw: object) -> object:
    if raw is True or raw is False:
        return raw
    if is_unstated(raw):
        return None
    wanted = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}
    hint = wanted.get(raw.lower()) if isinstance(raw, str) else None
    raise Wrong(f"expected true or false, found {_shown(raw)}", f"Write `{hint or 'true` or `false'}`.")


def _number(raw: object, field: Field) -> object:
    if is_unstated(raw):
        return None
    whole = field.kind is Kind.WHOLE
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
        raise Wrong(f"expected a {field.kind}, found {_shown(raw)}", "Write digits only, such as 120 or 1_200_000.")
    if whole and raw != int(raw):
        raise Wrong(f"expected a whole number, found {_shown(raw)}", "Round it.")
    low, high = field.low or 0, field.high if field.high is not None else MOST
    if not low <= raw <= high:
        bounded = field.high is not None or raw > high
        bounds = f"from {low:g} to {high:g}" if bounded else f"of {low:g} or more"
        raise Wrong(f"expected a {field.kind} {bounds}, found {_shown(raw)}", "Correct the figure.")
    return int(raw) if whole else raw


def _day(raw: object) -> object:
    if is_unstated(raw):
        return None
    match = _DAY.fullmatch(raw.strip()) if isinstance(raw, str) else None
    if match is None:
        raise Wrong(f"expected a date, found {_shown(raw)}", "Write dates as YEAR-MONTH-DAY, such as 2026-11-21.")
    year, month, number = (int(part) for part in match.groups())
    if not (year and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        last = f"; that month has {monthrange(year, month)[1]} days" if year and 1 <= month <= 12 else ""
        raise Wrong(f"there is no date {match[0]}", f"Correct the year, month or day{last}.")
    return date(year, month, number)


def _day_or_no(raw: object) -> object:
    if raw is False:
        return False
    if raw is True:
        raise Wrong(
            "expected a date, found true", "Write the date on which it was done, or `false` where it never was."
        )
    return _day(raw)


def _span(raw: object) -> object:
    if is_unstated(raw):
        return None
    days = days_of(raw)
    if days is None:
        raise Wrong(
            f"expected a duration, found {_shown(raw)}", "Write days, weeks, months or years: 90d, 8w, 36mo, 2y."
        )
    return days


def _span_or_no(raw: object) -> object:
    return False if raw is False else _span(raw)


def _rhythm(raw: object) -> object:
    days = days_of(raw)
    if days is not None:
        return days
    word = _word(raw, RHYTHMS, open_words=False)
    return None if word is None else RHYTHMS[str(word)]


def _money(raw: object) -> object:
    if raw.__class__ in (int, float) and 0 <= raw < MOST:
        return raw
    if is_unstated(raw):
        return None
    advice = "Write a plain amount in the organisation's currency, or {amount: 1200, currency: USD}."
    if isinstance(raw, dict):
        amount, currency = raw.get("amount"), raw.get("currency")
        if set(raw) != {"amount", "currency"}:
            raise Wrong("an amount with a currency has exactly the keys amount and currency", advice)
        if is_unstated(amount):
            return None
        if not isinstance(currency, str) or not _CURRENCY.fullmatch(currency):
            raise Wrong(
                f"expected a currency of three capital letters, found {_shown(currency)}", "Such as EUR or USD."
            )
        if isinstance(amount, dict):
            raise Wrong("expected an amount of money of 0 or more, found a mapping", advice)
        return Money(float(_money(amount)), currency)  # type: ignore[arg-type]
    if isinstance(raw, int | float) and math.isfinite(raw) and raw >= MOST:
        raise Wrong(f"expected an amount of money under {MOST:g}, found {_shown(raw)}", "Correct the figure.")
    raise Wrong(f"expected an amount of money of 0 or more, found {_shown(raw)}", advice)


def _numbers(raw: object) -> object:
    if is_unstated(raw):
        return None
    if not isinstance(raw, dict):
        raise Wrong(f"expected a mapping such as {{USD: 0.92}}, found {_kind_of(raw)}", "Write `USD: 0.92` below it.")
    for key, value in raw.items():
        number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        if not _CURRENCY.fullmatch(key) or not number or not 0 < value <= HIGHEST_RATE:
            message = f"`{shortened(key)}` with {_shown(value)} is no exchange rate"
            raise Wrong(message, "Write the currency and a number: `USD: 0.92`.")
    return dict(raw)


def _word(raw: object, words: Mapping[str, object], *, open_words: bool) -> object:
    if isinstance(raw, str) and raw in words:
        return raw
    if is_unstated(raw):
        return None
    if not isinstance(raw, str):
        raise Wrong(f"expected a word, found {_shown(raw)}", _choice(words))
    near = did_you_mean(raw, words, likeness=_ALMOST if open_words else _LIKELY)
    if open_words and near is None:
        return raw
    raise Wrong(f"`{shortened(raw)}` is not known here", f"Did you mean `{near}`?" if near else _choice(words))


def _reference(raw: object) -> object:
    if isinstance(raw, str):
        if is_unstated(raw):
            return None
        return False if raw in NOBODY_WORDS else raw
    if raw is None or raw is False:
        return raw
    raise Wrong(f"expected an id, found {_shown(raw)}", "Write the id under which it is declared, a number in quotes.")


def _many(read: Reader) -> Reader:
    """A reader of lists; a single value is a list of one, an item that is not stated stays as None."""

    def read_many(raw: object) -> object:
        if raw.__class__ is not list:
            value = read(raw)
            return None if value is None else (value,)
        try:
            return tuple([read(item) for item in raw])
        except Wrong:
            _blame_item(read, raw)
            raise

    return read_many


def _blame_item(read: Reader, raw: list[object]) -> None:
    """Raise the wrong item's fault again, with its index."""
    for index, item in enumerate(raw):
        try:
            read(item)
        except Wrong as wrong:
            raise Wrong(wrong.message, wrong.advice, index) from None


def _as_it_is(raw: object) -> object:
    return raw


_WITHOUT_MEMORY: dict[Kind, Reader] = {
    Kind.TEXT: _text,
    Kind.MONEY: _money,
    Kind.NUMBERS: _numbers,
    Kind.ANY: _as_it_is,
}

_BY_KIND: dict[Kind, Reader] = {
    Kind.FLAG: _flag,
    Kind.DAY: _day,
    Kind.DAY_OR_NO: _day_or_no,
    Kind.SPAN: _span,
    Kind.SPAN_OR_NO: _span_or_no,
    Kind.RHYTHM: _rhythm,
    Kind.TEAM: _reference,
    Kind.SYSTEM: _reference,
}


def _choice(words: Collection[str]) -> str:
    if len(words) > 12:
        return "See the words that are known with `stackaudit schema`, or `stackaudit catalogue categories`."
    return f"Use one of: {', '.join(words)}."


def _kind_of(raw: object) -> str:
    names: dict[type, str] = {
        dict: "a mapping",
        list: "a list",
        str: "text",
        bool: "true or false",
        int: "a number",
        float: "a number",
    }
    return names.get(type(raw), "nothing")


def _shown(raw: object) -> str:
    """A raw value as it may stand in a message."""
    if isinstance(raw, dict | list):
        return _kind_of(raw)
    if raw is None or isinstance(raw, bool):
        return "nothing" if raw is None else str(raw).lower()
    return f"`{shortened(str(raw))}`"
