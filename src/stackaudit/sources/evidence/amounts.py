"""Amounts of money as ledgers write them; whether a comma or a point parts the cents is decided by a whole column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

POINT = "point"
COMMA = "comma"

CURRENCIES = frozenset(
    "AED ALL AMD ARS AUD AZN BAM BDT BGN BHD BND BOB BRL BWP BYN CAD CHF CLP CNY COP CRC CZK DKK DOP DZD EGP ETB EUR "
    "GBP GEL GHS GIP GTQ HKD HNL HRK HUF IDR ILS INR IQD ISK JMD JOD JPY KES KGS KHR KRW KWD KZT LAK LBP LKR MAD MDL "
    "MKD MMK MNT MOP MUR MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR "
    "SEK SGD THB TND TRY TTD TWD TZS UAH UGX USD UYU UZS VND XAF XOF XPF ZAR ZMW".split()
)
"""Codes of ISO 4217."""

COMMA_CURRENCIES = frozenset(
    "ALL AMD ARS AZN BAM BGN BRL BYN CLP COP CZK DKK EUR GEL HRK HUF IDR ISK KZT MDL MKD NOK PLN PYG RON RSD RUB SEK "
    "TRY UAH UYU VND".split()
)
"""Currencies of countries that mostly write a comma before the cents."""

_SIGNS = {"£": "GBP", "€": "EUR", "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD"}
_SIGNS |= {"NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "R$": "BRL", "¥": "JPY", "₹": "INR", "zł": "PLN", "ZŁ": "PLN"}
_SIGNS |= {"Kč": "CZK", "₺": "TRY", "₪": "ILS", "₩": "KRW", "Fr.": "CHF", "SFr.": "CHF", "₴": "UAH", "Ft": "HUF"}
_CROWN = re.compile(r"[Kk][Rr]\.?")  # Swedish, Norwegian, Danish or Icelandic: it tells no currency
_LONGEST = 40
_MOST_DIGITS = 18
_CENTS = re.compile(r"-?[0-9]{1,15}\.[0-9]{1,2}")
_SIMPLE = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,2})?")
_WRITTEN = re.compile(
    r"""
    (?P<open>\()? (?P<minus>[-+\u2212\u2013]?) [ ]?
    (?P<before>[^\W\d_]{0,3}[^\w\s.,'\u2019()+\u2212\u2013-]?|[^\W\d_]{2,4}\.)? [ ]?
    (?P<inner>[-+\u2212\u2013]?) [ ]?
    (?P<digits>[0-9][0-9.,'\u2019 \u00a0\u2009\u202f]*|[.,][0-9]+) [ ]?
    (?P<after>(?![CcDd][Rr]\b)[^\W\d_]{1,3}\.?|[^\w\s.,'\u2019()+\u2212\u2013-])? [ ]?
    (?P<trailing>[-+\u2212\u2013]?) (?P<close>\))?
    (?:[ ]?(?P<side>[CcDd][Rr])\.?)?
    """,
    re.VERBOSE,
)
_MINUS = frozenset("-\u2212\u2013")
_SPACES = " '\u2019\u00a0\u2009\u202f"
_WITHOUT_SPACES = str.maketrans("", "", _SPACES)
_GROUPED = {
    POINT: re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3})?(?:\.[0-9]*)?"),
    COMMA: re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)?(?:,[0-9]*)?"),
}
_SPACED = re.compile(rf"[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})*(?:[.,][0-9]*)?|[^{_SPACES}]*")


class Amount(NamedTuple):
    """A figure, and its currency where the cell names one."""

    figure: float
    currency: str = ""


class Amounts(NamedTuple):
    """The amounts of a column by how they are written, without those that cannot be read.

    `decimal` is what parts the cents; `decided` is False where the column does not tell and it matters.
    """

    by_text: Mapping[str, Amount]
    decimal: str
    decided: bool


def read_amounts(texts: Iterable[str], decimal: str | None = None, usual: str = POINT) -> Amounts:
    """The amounts of a column; where neither `decimal` nor the column tells what parts the cents, the `usual` does.

    Brackets, a minus at either end and `CR` make a figure negative.
    """
    distinct = list(dict.fromkeys(texts))
    points, commas, unclear = _weigh(distinct) if decimal is None else (0, 0, 0)
    seen = decimal or (None if points == commas else POINT if points > commas else COMMA)
    by_text = {text: amount for text in distinct if (amount := read_amount(text, seen or usual)) is not None}
    return Amounts(by_text, seen or usual, decided=seen is not None or not unclear)


def read_amount(text: str, decimal: str = POINT) -> Amount | None:
    """The amount that a text names, or None where it names none."""
    if decimal == POINT and _SIMPLE.fullmatch(text):
        return Amount(float(text) + 0.0)
    match = _match(text)
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    number = match["digits"].translate(_WITHOUT_SPACES)
    if not _GROUPED[decimal].fullmatch(number) or not _SPACED.fullmatch(match["digits"].strip()):
        return None
    currency = currency_of(match["before"] or "") or currency_of(match["after"] or "")
    if currency is None:
        return None
    plain = number.replace(",", "") if decimal == POINT else number.replace(".", "").replace(",", ".")
    minuses = {match["minus"], match["inner"], match["trailing"]} & _MINUS
    negative = bool(minuses or match["open"] or (match["side"] or "").upper() == "CR")
    return Amount(0.0 - float(plain) if negative else float(plain), currency)


def currency_of(text: str) -> str | None:
    """The ISO code that a code or a sign stands for; empty for no text and for crowns; None where it is neither."""
    if not text or _CROWN.fullmatch(text):
        return ""
    return _SIGNS.get(text) or (text.upper() if text.upper() in CURRENCIES else None)


def _match(text: str) -> re.Match[str] | None:
    written = text.strip().removeprefix("'")  # an apostrophe keeps spreadsheets from reading a formula
    if len(written) > _LONGEST:
        return None
    match = _WRITTEN.fullmatch(written)
    return match if match and sum(map(str.isdigit, match["digits"])) <= _MOST_DIGITS else None


def _weigh(texts: Iterable[str]) -> tuple[int, int, int]:
    """How many texts are right with a point only, with a comma only, and mean another figure with each."""
    points = commas = unclear = 0
    for text in texts:
        if _CENTS.fullmatch(text):
            points += 1
            continue
        if "." not in text and "," not in text:
            continue
        match = _match(text)
        if match is None:
            continue
        number = match["digits"].translate(_WITHOUT_SPACES)
        pointed, comma = (_GROUPED[decimal].fullmatch(number) is not None for decimal in (POINT, COMMA))
        points += pointed and not comma
        commas += comma and not pointed
        unclear += pointed and comma
    return points, commas, unclear
