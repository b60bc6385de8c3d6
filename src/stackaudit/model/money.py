"""Amounts of money in a currency of their own, and how large figures are written."""

from __future__ import annotations

from typing import NamedTuple

_SPACE = "\u00a0"


class Money(NamedTuple):
    """An amount in a named currency that is not known to be the organisation's."""

    amount: float
    currency: str


def grouped(figure: float, form: str = "") -> str:
    """A figure with no-break spaces between the thousands: `12 000`; `form` is how its digits are formatted."""
    return f"{figure:,{form}}".replace(",", _SPACE)


def spelled(amount: float, currency: str) -> str:
    """An amount as people read it: `EUR 48 000`, with no-break spaces; cents only where there are any."""
    digits = grouped(amount, ".0f" if amount == int(amount) else ".2f")
    return f"{currency} {digits}".strip().replace(" ", _SPACE)


def shortened(amount: float, currency: str) -> str:
    """A large amount in few digits: `EUR 1.92 M`."""
    for size, letter, last_digit in ((1e9, "G", 1e4), (1e6, "M", 1)):
        if round(amount / last_digit) * last_digit >= size:
            return f"{currency} {amount / size:.2f} {letter}".strip().replace(" ", _SPACE)
    return spelled(round(amount), currency)
