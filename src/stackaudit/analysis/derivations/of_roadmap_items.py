"""Derived facts of what stands on the roadmap."""

from __future__ import annotations

from datetime import date

from stackaudit.analysis.derivations.context import Context, Derived
from stackaudit.model.language.fields import Kind


def _length(facts: dict[str, object], context: Context) -> object:
    """Days from the start to the end."""
    return _days_until(facts.get("ends"), facts, context)


def _days_to_first_delivery(facts: dict[str, object], context: Context) -> object:
    """Days from the start to the first delivery; to the end, where it is stated that nothing comes before it."""
    first = facts.get("first_delivery")
    return _days_until(facts.get("ends") if first is False else first, facts, context)


def _delivers_soon(facts: dict[str, object], context: Context) -> object:
    """Whether something is in use soon after the start; what ends in time delivers in time, whatever else is stated."""
    soon = context.settings["first-delivery"]
    days, length = facts.get("days_to_first_delivery"), facts.get("length")
    if isinstance(length, int) and length <= soon:  # type: ignore[operator]
        return True
    return days <= soon if isinstance(days, int) else None  # type: ignore[operator]


def _days_until(end: object, facts: dict[str, object], context: Context) -> int | None:
    starts = facts.get("starts", context.today)
    return (end - starts).days if isinstance(end, date) and isinstance(starts, date) else None


DERIVED: tuple[Derived, ...] = (
    Derived("length", Kind.SPAN, "Days from its start, or from today, to its end.", ("ends", "starts"), _length),
    Derived(
        "days_to_first_delivery",
        Kind.SPAN,
        "Days from its start, or from today, until something is in use.",
        ("first_delivery", "starts"),
        _days_to_first_delivery,
    ),
    Derived(
        "delivers_soon",
        Kind.FLAG,
        "Whether something is in use within the months that the setting `first-delivery` allows.",
        ("first_delivery",),
        _delivers_soon,
    ),
)
