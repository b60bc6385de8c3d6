"""Derived facts of systems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.derivations.context import Context, Derived
from stackaudit.analysis.derivations.of_data_kinds import mastered
from stackaudit.analysis.derivations.of_owners import SIDES_OF_OWNERS, undeclared_owners
from stackaudit.analysis.derivations.regions import lies_inside
from stackaudit.analysis.kleene import some
from stackaudit.model.language.fields import Kind
from stackaudit.model.language.taxonomy import is_personal, is_sensitive
from stackaudit.model.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_IN_USE = frozenset({"evaluating", "sandbox", "live", "retiring"})

_CENTRAL = """
crm cdp mdm marketing-automation service-desk storefront order-management data-warehouse erp accounting billing payments
hr payroll identity password-manager productivity-suite
"""
CENTRAL = frozenset(_CENTRAL.split())
"""Categories whose systems keep central records: customers, orders, money, staff or passwords."""


def _product(facts: dict[str, object], context: Context) -> object:
    """The catalogue's product, under its id; False where the catalogue has none."""
    for name in (facts.get("product"), facts.get("name")):
        if isinstance(name, str):
            product = context.catalogue.products.get(name) or context.catalogue.resolve(name)
            if product is not None:
                facts.setdefault("vendor", product.vendor)
                facts.setdefault("category", product.category)
                facts.setdefault("capabilities", product.capabilities)
                return product.id
    return False


def _known(facts: dict[str, object], _: Context) -> object:
    return facts["product.id"] is not False


def _group(facts: dict[str, object], context: Context) -> object:
    category = context.catalogue.categories.get(str(facts.get("category")))
    return category.group if category else None


def _jobs(facts: dict[str, object], _: Context) -> object:
    """The category and the further capabilities; unknown without a category."""
    category = facts.get("category")
    further = facts.get("capabilities", ())
    return None if category is None else (category, *further)  # type: ignore[misc]


def _central(facts: dict[str, object], _: Context) -> object:
    category = facts.get("category")
    return None if category is None else category in CENTRAL


def _run_by_us(facts: dict[str, object], _: Context) -> object:
    """Whether we run it; what nobody built and no hosting is stated of is taken to be run by its vendor."""
    hosting = facts.get("hosting")
    return facts.get("bought.how") == "built" if hosting is None else hosting == "on-premises"


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


def _personal(facts: dict[str, object], context: Context) -> object:
    """Whether it holds data about people: a group of people is named, or a kind of data is personal.

    Invented or masked data is about nobody.
    """
    if facts.get("data.production") is False:
        return False
    kinds, subjects = facts.get("data.categories"), facts.get("data.subjects")
    truths = [] if kinds is None else [_kind_is(is_personal, kind, context) for kind in kinds]  # type: ignore[attr-defined]
    if subjects:
        truths.append(True)
    elif kinds is None:
        truths.append(None)
    return some(truths)


def _sensitive(facts: dict[str, object], context: Context) -> object:
    if facts.get("data.production") is False:
        return False
    kinds = facts.get("data.categories")
    return None if kinds is None else some(_kind_is(is_sensitive, kind, context) for kind in kinds)  # type: ignore[attr-defined]


def _kind_is(question: Callable[[str], bool | None], kind: object, context: Context) -> bool | None:
    """The taxonomy's answer for a kind of data, or what the inventory declares of it."""
    if not isinstance(kind, str):
        return None
    answer = question(kind)
    if answer is None and question is is_personal:
        declared = context.data_kinds.get(kind)
        stated = declared.facts.get("personal") if declared else None
        return stated if isinstance(stated, bool) else None
    return answer


def _paid(facts: dict[str, object], _: Context) -> object:
    cost = facts.get("cost.annual")
    if cost is None:
        return False if facts.get("bought.how") in ("free", "built") else None
    return (cost.amount if isinstance(cost, Money) else cost) > 0  # type: ignore[operator]


def _counted(facts: dict[str, object], _: Context) -> object:
    cost = facts.get("cost.annual")
    return None if cost is None else not isinstance(cost, Money)


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


def _exposed(facts: dict[str, object], _: Context) -> object:
    """Only whether it holds personal data can be open: what is said neither to be public nor critical counts as not."""
    grave = facts.get("service.criticality") in ("high", "critical")
    return some([grave or facts.get("public") is True, facts.get("data.personal")])  # type: ignore[list-item]


def _mastered(facts: dict[str, object], context: Context) -> object:
    return mastered(str(facts["id"]), facts, context.organization)


def _outside(facts: dict[str, object], context: Context) -> object:
    """Regions of its data that the organisation does not allow; unknown while a region that may decide is unknown."""
    allowed, regions = context.organization.get("organization.regions"), facts.get("regions")
    if not isinstance(allowed, tuple) or not isinstance(regions, tuple):
        return None
    places = [place for place in allowed if place is not None]
    outside = tuple([region for region in regions if region is not None and not lies_inside(region, places)])
    return None if None in (allowed if outside else regions) else outside


def _second_factor(facts: dict[str, object], _: Context) -> object:
    """What is stated; else single sign-on brings it, save for the system that signs people in itself."""
    stated = facts.get("security.mfa")
    if stated is not None:
        return stated
    return True if facts.get("security.sso") and facts.get("category") != "identity" else None


def _certified(facts: dict[str, object], _: Context) -> object:
    certificates = facts.get("security.certifications")
    return None if certificates is None else bool(certificates)


def _unused_seats(facts: dict[str, object], _: Context) -> object:
    seats, used = facts.get("cost.seats"), facts.get("cost.seats_used")
    return None if seats is None or used is None else max(0, seats - used)  # type: ignore[operator]


DERIVED: tuple[Derived, ...] = (
    Derived(
        "product.id", Kind.TEXT, "The product's id in the catalogue; false where it has none.", ("name",), _product
    ),
    Derived("product.known", Kind.FLAG, "Whether the catalogue knows the product.", ("name",), _known),
    Derived("group", Kind.TEXT, "The group of the category, such as social or business.", ("category",), _group),
    Derived("jobs", Kind.MANY, "The category and the other jobs that it does.", ("category",), _jobs, Kind.CATEGORY),
    Derived(
        "in_use",
        Kind.FLAG,
        "Whether it is evaluating, sandbox, live or retiring.",
        ("lifecycle",),
        lambda facts, _: facts["lifecycle"] in _IN_USE,
    ),
    Derived(
        "central",
        Kind.FLAG,
        "Whether systems of its category keep central records: customers, orders, money, staff or passwords.",
        ("category",),
        _central,
    ),
    Derived(
        "run_by_us",
        Kind.FLAG,
        "Whether we run it ourselves; taken as no where neither `hosting` nor `bought.how` says so.",
        ("hosting",),
        _run_by_us,
    ),
    SIDES_OF_OWNERS,
    undeclared_owners("owner.business", "owner.technical"),
    Derived(
        "owner.business_side",
        Kind.TEXT,
        "The side of the business owner.",
        ("owner.business",),
        _side_of("owner.business"),
    ),
    Derived(
        "owner.technical_side",
        Kind.TEXT,
        "The side of the technical owner.",
        ("owner.technical",),
        _side_of("owner.technical"),
    ),
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
    Derived(
        "data.personal",
        Kind.FLAG,
        "Whether it holds data about people; invented or masked data is about nobody.",
        ("data.categories", "data.subjects"),
        _personal,
    ),
    Derived(
        "data.sensitive",
        Kind.FLAG,
        "Whether it holds personal data of which a leak would hurt people badly.",
        ("data.categories",),
        _sensitive,
    ),
    Derived(
        "exposed",
        Kind.FLAG,
        "Whether an attack on it would hurt: it holds personal data, is public, or its outage costs money within an hour.",
        ("data.categories", "data.subjects"),
        _exposed,
    ),
    Derived(
        "data.mastered",
        Kind.MANY,
        "Kinds of record for which its version wins, by its own word or by governance.",
        ("data.master_of",),
        _mastered,
        Kind.TEXT,
    ),
    Derived(
        "regions.outside",
        Kind.MANY,
        "Regions of its data that lie in none of `organization.regions`.",
        ("regions", "organization.regions"),
        _outside,
        Kind.TEXT,
    ),
    Derived(
        "security.second_factor",
        Kind.FLAG,
        "Whether a second factor is needed; single sign-on counts as one where `security.mfa` is not stated.",
        ("security.mfa",),
        _second_factor,
    ),
    Derived(
        "security.certified",
        Kind.FLAG,
        "Whether the vendor holds any certificate.",
        ("security.certifications",),
        _certified,
    ),
    Derived("sandbox.too_long", Kind.FLAG, "Whether a sandbox lives longer than allowed.", ("since",), _too_long),
    Derived("sandbox.too_dear", Kind.FLAG, "Whether a sandbox costs more than allowed.", ("cost.annual",), _too_dear),
)
