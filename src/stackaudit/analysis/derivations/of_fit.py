"""Derived facts of how well systems fit: what to do with them, and where both sides see them differently."""

from __future__ import annotations

from stackaudit.analysis.derivations.context import Context, Derived
from stackaudit.model.language.fields import Kind

_GOOD = 3
"""The rating from which a system fits: the upper half of the scale."""

QUADRANTS = {
    (True, True): "invest",
    (True, False): "migrate",
    (False, True): "tolerate",
    (False, False): "eliminate",
}
"""Gartner's TIME model: what to do, by whether a system fits its users, and whether it fits those who run it."""


def _gap(facts: dict[str, object], _: Context) -> object:
    business, technical = facts.get("fit.business"), facts.get("fit.technical")
    return None if business is None or technical is None else abs(business - technical)  # type: ignore[operator]


def _quadrant(facts: dict[str, object], _: Context) -> object:
    business, technical = facts.get("fit.business"), facts.get("fit.technical")
    if business is None or technical is None:
        return None
    return QUADRANTS[business >= _GOOD, technical >= _GOOD]  # type: ignore[operator]


_RATINGS = ("fit.business", "fit.technical")

OF_FIT: tuple[Derived, ...] = (
    Derived("fit.gap", Kind.WHOLE, "How far the ratings of both sides lie apart.", _RATINGS, _gap),
    Derived(
        "fit.quadrant",
        Kind.TEXT,
        "What the ratings say to do: invest, migrate, tolerate or eliminate; 3 and 4 count as fitting.",
        _RATINGS,
        _quadrant,
    ),
)
