"""Derived facts of contracts: what their seats cost, and the days on which something must be decided."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from stackaudit.analysis.derivations.context import Context, Derived
from stackaudit.model.language.fields import Kind
from stackaudit.model.money import Money, spelled

if TYPE_CHECKING:
    from collections.abc import Callable


def _seats_used_share(facts: dict[str, object], _: Context) -> object:
    """Percent of the paid seats that are used; unknown where no seats are paid."""
    seats, used = facts.get("cost.seats"), facts.get("cost.seats_used")
    return None if not seats or used is None else 100 * used / seats  # type: ignore[operator]


def _per_seat(facts: dict[str, object], _: Context) -> object:
    seats, cost = facts.get("cost.seats"), facts.get("cost.annual")
    return None if not seats or cost is None or isinstance(cost, Money) else cost / seats  # type: ignore[operator]


def _unused(facts: dict[str, object], _: Context) -> object:
    seat, unused = facts.get("cost.per_seat"), facts.get("cost.seats_unused")
    return None if seat is None or unused is None else round(seat * unused, 2)  # type: ignore[operator]


def _payer_side(facts: dict[str, object], context: Context) -> object:
    """The side of the team whose budget pays: the one that is said to, or else the one that bought it."""
    return context.side(facts.get("cost.paid_by") or facts.get("bought.by"))


def _notice_by(facts: dict[str, object], _: Context) -> object:
    """The last day of notice: so long before the contract renews; unknown where the calendar ends before."""
    renews, notice = facts.get("cost.renews"), facts.get("cost.notice")
    if renews is None or notice is None:
        return None
    try:
        return renews - timedelta(days=int(notice))  # type: ignore[operator, call-overload]
    except OverflowError:
        return None


def _days_to(fact: str) -> Callable[[dict[str, object], Context], object]:
    """Days from today until a date; negative where it is past."""

    def days_to(facts: dict[str, object], context: Context) -> object:
        day = facts.get(fact)
        return (day - context.today).days if isinstance(day, date) else None

    return days_to


def _sso_increase(facts: dict[str, object], context: Context) -> object:
    product = facts["product.id"]
    if product not in context.catalogue.sso_prices:
        return None
    price = context.catalogue.sso_prices[str(product)]
    return round(100 * (price.with_sso - price.base) / price.base) if price.base else None


def _sso_priced(facts: dict[str, object], context: Context) -> object:
    return context.catalogue.sso_prices[str(facts["product.id"])].on if "security.sso_increase" in facts else None


def _sso_offer(facts: dict[str, object], context: Context) -> object:
    """Both prices in words, such as `USD 45 instead of USD 12 per user and month`."""
    if "security.sso_increase" not in facts:
        return None
    price = context.catalogue.sso_prices[str(facts["product.id"])]
    dearer, base = (spelled(amount, price.currency) for amount in (price.with_sso, price.base))
    return f"{dearer} instead of {base}{f' per {price.per}' if price.per else ''}"


OF_CONTRACTS: tuple[Derived, ...] = (
    Derived(
        "cost.seats_used_share",
        Kind.NUMBER,
        "Percent of the paid seats that are used.",
        ("cost.seats", "cost.seats_used"),
        _seats_used_share,
    ),
    Derived("cost.per_seat", Kind.MONEY, "What a seat costs per year.", ("cost.annual", "cost.seats"), _per_seat),
    Derived(
        "cost.unused",
        Kind.MONEY,
        "What the seats that nobody used cost per year.",
        ("cost.annual", "cost.seats", "cost.seats_used"),
        _unused,
    ),
    Derived("cost.payer_side", Kind.TEXT, "The side whose budget pays.", ("cost.paid_by", "bought.by"), _payer_side),
    Derived(
        "cost.notice_by",
        Kind.DAY,
        "The last day on which notice can be given.",
        ("cost.renews", "cost.notice"),
        _notice_by,
    ),
    Derived(
        "cost.days_to_notice",
        Kind.WHOLE,
        "Days until the last day of notice; negative where it is past.",
        ("cost.renews", "cost.notice"),
        _days_to("cost.notice_by"),
    ),
    Derived(
        "cost.days_to_renewal",
        Kind.WHOLE,
        "Days until the contract renews or ends; negative where the day is past.",
        ("cost.renews",),
        _days_to("cost.renews"),
    ),
    Derived(
        "days_to_end_of_life",
        Kind.WHOLE,
        "Days until its vendor stops looking after it; negative where the day is past.",
        ("end_of_life",),
        _days_to("end_of_life"),
    ),
    Derived(
        "security.sso_increase",
        Kind.NUMBER,
        "Percent that single sign-on adds to the base price, where the catalogue knows it.",
        ("product",),
        _sso_increase,
    ),
    Derived(
        "security.sso_offer",
        Kind.TEXT,
        "The published price with single sign-on, and the one without.",
        ("product",),
        _sso_offer,
    ),
    Derived("security.sso_priced", Kind.DAY, "The day on which these prices were seen.", ("product",), _sso_priced),
)
