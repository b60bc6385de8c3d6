"""Derived facts of how systems came into the house and what they cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.derivations.context import Context, Derived
from stackaudit.analysis.kleene import some
from stackaudit.model.language.fields import Kind
from stackaudit.model.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


def _side_of(fact: str) -> Callable[[dict[str, object], Context], object]:
    return lambda facts, context: context.side(facts.get(fact))


def _approved_sides(facts: dict[str, object], context: Context) -> object:
    """The sides of the teams that agreed; None in the list for a team whose side is unknown."""
    teams = facts.get("bought.approved_by")
    return None if teams is None else tuple([context.side(team) for team in teams if team is not False])  # type: ignore[attr-defined]


def _agreed_by_it(facts: dict[str, object], _: Context) -> object:
    """Whether IT bought it, or agreed to it."""
    sides = facts.get("bought.approved_sides")
    agreed = None if sides is None else ("it" in sides or (None if None in sides else False))  # type: ignore[operator]
    side = facts.get("bought.side")
    return some([None if side is None else side == "it", agreed])


def _paid(facts: dict[str, object], _: Context) -> object:
    cost = facts.get("cost.annual")
    if cost is None:
        return False if facts.get("bought.how") in ("free", "built") else None
    return (cost.amount if isinstance(cost, Money) else cost) > 0  # type: ignore[operator]


def _counted(facts: dict[str, object], _: Context) -> object:
    cost = facts.get("cost.annual")
    return None if cost is None else not isinstance(cost, Money)


def _unused_seats(facts: dict[str, object], _: Context) -> object:
    seats, used = facts.get("cost.seats"), facts.get("cost.seats_used")
    return None if seats is None or used is None else max(0, seats - used)  # type: ignore[operator]


def _too_long(facts: dict[str, object], context: Context) -> object:
    """Whether a sandbox has lived, or is planned to live, longer than governance or the settings allow."""
    if facts["lifecycle"] != "sandbox":
        return None
    longest = context.organization.get("governance.sandbox.longest", context.settings["sandbox-length"])
    since: date | None = facts.get("since") or facts.get("bought.on")  # type: ignore[assignment]
    if since is None:
        return None
    ends: date = facts.get("ends", context.today)  # type: ignore[assignment]
    return (max(ends, context.today) - since).days > longest  # type: ignore[operator]


def _too_dear(facts: dict[str, object], context: Context) -> object:
    """Whether a sandbox costs more than governance or the settings allow."""
    if facts["lifecycle"] != "sandbox":
        return None
    most = context.organization.get("governance.sandbox.most_cost", context.settings["sandbox-cost"])
    cost = facts.get("cost.annual")
    return None if cost is None or isinstance(cost, Money) or isinstance(most, Money) else cost > most  # type: ignore[operator]


OF_PURCHASES: tuple[Derived, ...] = (
    Derived("bought.side", Kind.TEXT, "The side of the team that bought it.", ("bought.by",), _side_of("bought.by")),
    Derived(
        "bought.approved_sides",
        Kind.MANY,
        "The sides of the teams that agreed to the purchase.",
        ("bought.approved_by",),
        _approved_sides,
        Kind.TEXT,
    ),
    Derived(
        "bought.agreed_by_it",
        Kind.FLAG,
        "Whether a team on the IT side bought it or agreed to it.",
        ("bought.approved_by", "bought.by"),
        _agreed_by_it,
    ),
    Derived("cost.paid", Kind.FLAG, "Whether it costs anything.", ("cost.annual",), _paid),
    Derived(
        "cost.counted",
        Kind.FLAG,
        "Whether the cost is known in the organisation's currency, so that totals hold it.",
        ("cost.annual",),
        _counted,
    ),
    Derived(
        "cost.seats_unused",
        Kind.WHOLE,
        "Paid seats that nobody used.",
        ("cost.seats", "cost.seats_used"),
        _unused_seats,
    ),
    Derived("sandbox.too_long", Kind.FLAG, "Whether a sandbox lives longer than allowed.", ("since",), _too_long),
    Derived("sandbox.too_dear", Kind.FLAG, "Whether a sandbox costs more than allowed.", ("cost.annual",), _too_dear),
)
