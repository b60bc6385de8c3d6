"""Facts as exports read them: text made safe for every format, and nothing where nothing is stated."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stackaudit.model.money import Money
from stackaudit.reports.ci.wording import LONGEST, shown

if TYPE_CHECKING:
    from collections.abc import Mapping


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
    if not isinstance(value, tuple):
        return None
    known = tuple(dict.fromkeys(seen(item) for item in value if isinstance(item, str)))
    return known if known or not value else None


def joined(facts: Mapping[str, object], name: str) -> str | None:
    """The items of a list as one text, parted by semicolons; None where it is unknown or empty."""
    items = texts_of(facts, name)
    return "; ".join(items) if items else None


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
    if isinstance(value, Money):
        return float(value.amount), seen(value.currency)
    amount = number_of(facts, "cost.annual")
    return None if amount is None else (float(amount), seen(currency))
