"""Figures and money as people type them: 1.200,50 or $12k, per year or per month, about or exactly."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.language.spelling import MOST
from stackaudit.sources.evidence.amounts import COMMA, POINT, read_amount
from stackaudit.sources.importers.cells.plain import one_line, words
from stackaudit.sources.importers.cells.understanding import Understood, open_still, unclear

if TYPE_CHECKING:
    from stackaudit.model.imports import Value
    from stackaudit.sources.importers.cells.manners import Manner

_LONGEST = 120
_FREE = frozenset(
    "free|free plan|free tier|free version|free of charge|no cost|no charge|nothing|gratis|kostenlos|kostenfrei|gratuit"
    "|gratuite|gratuito|none|0".split("|")
)
_ABOUT = re.compile(
    r"^(?:~|≈|ca\.?|c\.(?=\s?\d)|circa|approx(?:\.|imately)?|about|around|rd\.?|etwa|est(?:\.|imated)?|env(?:\.|iron)?)\s*",
    re.IGNORECASE,
)
_PER = r"[\s,]*(?:\b(?:per|each|every|an?|pro|par|por)\b|/|p\.(?=\s?[ma]\.?)|\()?\s*"
_YEAR = r"years?|yr|yrly|yearly|annum|annual(?:ly)?|p\.? ?a\.?|pa|jahr|jährlich|an|année|annuel|jaar|año"
_QUARTER = r"quarter(?:ly)?|qtr|quartal|trimestre|kwartaal"
_MONTH = r"months?|monthly|mo|mth|mtl|p\.? ?m\.?|pm|monat|monatlich|mois|mensuel|maand|mes"
_PERIODS = tuple(
    (per_year, re.compile(rf"{_PER}\b(?:{period})\b\.?\)?$", re.IGNORECASE))
    for per_year, period in ((1, _YEAR), (4, _QUARTER), (12, _MONTH))
)
_CURRENCY_BEHIND = re.compile(r"\s(?:[A-Z]{3}|[€$£])$")
_EACH = re.compile(
    r"(?:\bper|/|\bpro|\bpar|\bje)\s*(?:user|seat|licen[cs]e|head|employee|contact|agent|host|nutzer|benutzer|lizenz|"
    r"utilisateur|gebruiker|usuario)|\beach\b|\bper[ -]seat\b",
    re.IGNORECASE,
)
_EACH_ONLY, _ONCE_ONLY = "a price for each, not for all", "paid once, not every year"
_OF_MONEY = frozenset({_EACH_ONLY, _ONCE_ONLY})
_TAX = re.compile(
    r"\s*[(+]?\s*\b(?:(?:plus|excl?|excluding|incl?|including|zzgl|inkl|exkl|ohne|net of)\b\.?\s*)?"
    r"(?:vat|mwst|ust|tax|tva|btw|iva|netto|brutto|net|gross|ht|ttc)\b\.?\)?",
    re.IGNORECASE,
)
_CROWNS = re.compile(r"\bkr\b", re.IGNORECASE)
_ONCE = re.compile(r"\b(?:one[ -]?(?:time|off)|once|einmalig|perpetual|lifetime|setup fee)\b", re.IGNORECASE)
_FACTOR = re.compile(r"(?<=\d)\s?(?P<factor>k|tsd\.?|thousand|mn|mio\.?|million|m)(?![^\W\d_])", re.IGNORECASE)
_FACTOR_BESIDE = re.compile(r"(?:\bT|\bk)(?=€|EUR|USD|GBP)|(?<=€|\$|£)k\b")
_NO_CENTS = re.compile(r"[.,]\s?[-\u2013\u2014]+(?=\s|$|[^\W\d_])")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}([.,])\d{3}(?:\1\d{3})*(?![\d.,])")
_UNITS = re.compile(
    r"\s*(?:users?|seats?|licen[cs]es?|people|accounts?|members?|employees|named users|records?|contacts|profiles|rows|"
    r"nutzer|benutzer|lizenzen|plätze|utilisateurs|licenties|gebruikers|usuarios|licencias|admins?|administrators?|%)$",
    re.IGNORECASE,
)


class Typed(NamedTuple):
    """An amount as it was typed: the figure, its currency, how often a year it is paid, and what makes it unsure.

    `per_year` is 0 where the cell does not say.
    """

    figure: Decimal
    currency: str
    per_year: int
    doubt: str


def money(cell: str, manner: Manner) -> Understood:
    """An amount a year; a plain number where no currency is told."""
    text = one_line(cell)[:_LONGEST]
    if words(text) in _FREE:
        return Understood(0)
    typed = typed_amount(text, manner)
    if isinstance(typed, str):
        return open_still(typed) if typed in _OF_MONEY else unclear(typed)
    amount = typed.figure * (typed.per_year or Decimal(str(manner.times)))
    vague = "" if typed.per_year or amount == 0 else manner.vague
    value = _number(amount)
    currency = typed.currency or manner.currency
    stated: Value = {"amount": value, "currency": currency} if currency and amount else value
    return Understood(stated, "; ".join(filter(None, (typed.doubt, vague))))


def typed_amount(text: str, manner: Manner) -> Typed | str:
    """The amount that a text names, or why it names none."""
    if _EACH.search(text):
        return _EACH_ONLY
    if _ONCE.search(text):
        return _ONCE_ONLY
    plain = _TAX.sub("", text)
    rest = _ABOUT.sub("", plain)
    about = "" if rest == plain else "said to be about that much"
    per_year, rest = _without_period(rest)
    factor, rest = _without_factor(_NO_CENTS.sub("", rest))
    figure = _figure(rest, manner, scaled=factor > 1)
    if figure is None:
        return "not an amount of money"
    amount, currency = figure
    if amount < 0 or amount * factor * 12 >= MOST:
        return "not an amount that could be a yearly cost"
    crowns = "in crowns of which it does not say" if not currency and _CROWNS.search(rest) else ""
    return Typed(amount * factor, currency, per_year, about or crowns)


def bare_amount(text: str) -> str:
    """An amount as typed without the words around it; empty where a letter stands for thousands."""
    _, rest = _without_period(_ABOUT.sub("", one_line(text[:_LONGEST])))
    factor, rest = _without_factor(_NO_CENTS.sub("", _UNITS.sub("", rest)))
    return rest if factor == 1 else ""


def whole(cell: str, manner: Manner, low: float | None = None, high: float | None = None) -> Understood:
    """A whole number."""
    read = number(cell, manner, low, high)
    if read.value is None:
        return read
    return read if isinstance(read.value, int) else unclear("not a whole number")


def number(cell: str, manner: Manner, low: float | None = None, high: float | None = None) -> Understood:
    """A number, with or without the word for what it counts."""
    text = one_line(cell)[:_LONGEST]
    rest = _ABOUT.sub("", text)
    about = "" if rest == text else "said to be about that many"
    if rest.endswith("+"):
        rest, about = rest[:-1], "said to be at least that many"
    factor, rest = _without_factor(_UNITS.sub("", rest))
    figure = _figure(rest, manner, scaled=factor > 1)
    if figure is None or figure[1]:
        return unclear("not a number")
    value = figure[0] * factor
    if not (low or 0) <= value <= (MOST if high is None else high):
        return unclear("a number out of bounds")
    return Understood(_number(value), about)


def _without_period(text: str) -> tuple[int, str]:
    """How often a year an amount is paid, 0 where nothing says it, and the text without that."""
    behind = _CURRENCY_BEHIND.search(text)
    end, currency = (behind.start(), behind[0]) if behind else (len(text), "")
    for per_year, pattern in _PERIODS:
        for rest, more in ((text, ""), (text[:end], currency)):
            if match := pattern.search(rest):
                return per_year, f"{rest[: match.start()].strip()}{more}"
    return 0, text


def _without_factor(text: str) -> tuple[int, str]:
    """What a `k` or an `M` behind a figure stands for, and the text without it."""
    if match := _FACTOR.search(text):
        factor = 1000 if match["factor"].lower()[0] in "kt" else 1_000_000
        return factor, text[: match.start()] + text[match.end() :]
    if match := _FACTOR_BESIDE.search(text):
        return 1000, text[: match.start()] + text[match.end() :]
    return 1, text


def _figure(text: str, manner: Manner, *, scaled: bool) -> tuple[Decimal, str] | None:
    """A figure and the currency beside it; three digits behind its only separator are thousands unless told else."""
    decimal = manner.decimal
    if scaled or not decimal:
        comma_is_last = text.rfind(",") > text.rfind(".")
        grouped = not scaled and _THOUSANDS.search(text) is not None
        decimal = COMMA if comma_is_last != grouped else POINT
    amount = read_amount(text, decimal) or read_amount(text, POINT if decimal == COMMA else COMMA)
    return None if amount is None else (Decimal(repr(amount.figure)), amount.currency)


def _number(value: Decimal) -> float:
    rounded = round(value, 2)
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)
