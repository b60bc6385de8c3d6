"""Facts as exports read them: text made safe for every format, and nothing where nothing is stated."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from stackaudit.model.money import Money
from stackaudit.reports.ci.wording import LONGEST, REMEMBERED, shown

if TYPE_CHECKING:
    from collections.abc import Mapping


@lru_cache(REMEMBERED)
def seen(text: str) -> str:
    """The text on one line of at most about 1,000 characters, without what terminals obey or XML and YAML forbid."""
    if len(text) <= LONGEST and text.isascii() and text.isprintable():
        return text
    return shown(text).replace("\ufffe", "<U+FFFE>").replace("\uffff", "<U+FFFF>")


def text_of(facts: Mapping[str, object], name: str) -> str:
    """A fact that is text; empty where it is unknown or says that there is none."""
    value = facts.get(name)
    return seen(value) if isinstance(value, str) else ""


def texts_of(facts: Mapping[str, object], name: str) -> tuple[str, ...] | None:
    """The known items of a list, each once; None where nothing of it is known."""
    value = facts.get(name)
    return _known(value) if isinstance(value, tuple) else None


def joined(facts: Mapping[str, object], name: str) -> str | None:
    """The items of a list as one text, parted by semicolons; None where it is unknown or empty."""
    value = facts.get(name)
    return _joined(value) if isinstance(value, tuple) else None


def flag_of(facts: Mapping[str, object], name: str) -> bool | None:
    """A fact that is true or false; None where it is unknown."""
    value = facts.get(name)
    return value if isinstance(value, bool) else None


def day_of(facts: Mapping[str, object], name: str) -> date | None:
    """A fact that is a day; None where it is unknown or says that there was none."""
    value = facts.get(name)
    return value if isinstance(value, date) else None


def number_of(facts: Mapping[str, object], name: str) -> float | None:
    """A fact that is a figure; None where it is unknown."""
    value = facts.get(name)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def cost_of(facts: Mapping[str, object], currency: str) -> tuple[float, str] | None:
    """What a system costs per year, with its currency: another one where there is no rate; None where nobody says."""
    value = facts.get("cost.annual")
    amount = value.amount if isinstance(value, Money) else number_of(facts, "cost.annual")
    if amount is None:
        return None
    return float(amount) + 0.0, seen(value.currency if isinstance(value, Money) else currency)  # -0.0 + 0.0 is 0.0


@lru_cache(REMEMBERED)  # a stack has few different lists
def _known(items: tuple[object, ...]) -> tuple[str, ...] | None:
    known = tuple(dict.fromkeys(seen(item) for item in items if isinstance(item, str)))
    return known if known or not items else None


@lru_cache(REMEMBERED)
def _joined(items: tuple[object, ...]) -> str | None:
    known = _known(items)
    return "; ".join(known) if known else None
