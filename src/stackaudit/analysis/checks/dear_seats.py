"""Systems whose seats cost far more than those of the others of their category."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, Hint, passes, undetermined
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.options import Option, Takes
from stackaudit.model.audit import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject

_HINTS = 3


def ask(stack: Stack, *, factor: float) -> Iterator[Answer]:
    """An answer for each system in use whose category has another one of which a seat's price is known.

    A seat is dear where it costs more than `factor` times the middle price of the others' seats. Systems without seats
    are not asked; one that states seats and no cost stays open.
    """
    rivals: dict[str, list[Subject]] = defaultdict(list)
    for system in stack.in_use:
        if "category" in system.facts and system.facts["environment"] == "production":
            rivals[str(system.facts["category"])].append(system)
    for category in sorted(rivals):
        known = [(price, system) for system in rivals[category] if (price := _price(system))]
        known.sort(key=lambda row: (row[0], row[1].id))
        if known:
            yield from _open(system for system in rivals[category] if _waits(system))
        prices = [price for price, _ in known]
        for index, (price, system) in enumerate(known if len(known) > 1 else ()):
            middle = _middle(prices, index)
            if price > factor * middle:
                others = (other for _, other in known if other is not system)
                yield _dear(stack, system, middle, list(islice(others, _HINTS)))
            else:
                yield passes(system)


def _price(system: Subject) -> float:
    price = system.facts.get("cost.per_seat")
    return float(price) if isinstance(price, int | float) else 0.0


def _waits(system: Subject) -> bool:
    """Whether it would have a price per seat if one more fact were stated."""
    return bool(system.facts.get("cost.seats")) and "cost.annual" not in system.facts


def _open(systems: Iterator[Subject]) -> Iterator[Answer]:
    for system in systems:
        yield undetermined(system, missing=((system.id, "cost.annual"),))


def _middle(prices: Sequence[float], without: int) -> float:
    """The median of sorted prices without the one at an index."""
    count = len(prices) - 1
    low, high = (count - 1) // 2, count // 2
    return sum(prices[place + (place >= without)] for place in (low, high)) / 2


def _dear(stack: Stack, system: Subject, middle: float, others: list[Subject]) -> Answer:
    """The answer for one that is too dear; the money is what its seats cost beyond the middle price."""
    price, seats = _price(system), system.facts["cost.seats"]
    values = {
        "times": round(price / middle, 1),
        "price": round(price),
        "middle": round(middle),
        "job": stack.catalogue.categories[str(system.facts["category"])].job,
    }
    hints = tuple(Hint(other, "cost.seats", f"{other.name}: {round(_price(other))} a seat") for other in others)
    stakes = ((system.id, round((price - middle) * seats, 2)),)  # type: ignore[operator]
    return Answer(Verdict.FAILS, (system,), values, hints=hints, stakes=stakes)


CHECK = Check(
    "A seat costs about as much as the seats of other systems of the category.",
    "system",
    ask,
    {"factor": Option(Takes.NUMBER, "How many times the middle price of the others a seat may cost.")},
    ("times", "price", "middle", "job"),
)
