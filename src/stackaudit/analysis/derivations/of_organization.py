"""Derived facts of the organisation: who leads, meets and plans together, and the one customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.derivations.context import Context, Derived
from stackaudit.model.language.fields import Kind
from stackaudit.model.language.spelling import NOBODY_WORDS
from stackaudit.model.language.words import MEETINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

_CUSTOMER = "customer"


def _exists(section: str) -> Callable[[dict[str, object], Context], object]:
    """Whether there is such a thing: no where `none` stands in its place, or where all that is stated is `nobody`."""

    def exists(facts: dict[str, object], _: Context) -> object:
        stated = [value for fact, value in facts.items() if fact.startswith(f"{section}.")]
        if any(value is not False for value in stated):
            return True
        return False if stated or facts.get(section) is False else None

    return exists


def _roadmap_exists(facts: dict[str, object], context: Context) -> object:
    """As for others; whatever is planned is a roadmap."""
    return True if context.has_roadmap_items else _exists("governance.roadmap")(facts, context)


def _leading_sides(facts: dict[str, object], context: Context) -> object:
    """The sides of the teams that the leading roles lead; None in the list for a role that leads no declared team."""
    roles = facts.get("governance.joint_group.leads")
    if not isinstance(roles, tuple):
        return None
    return tuple(dict.fromkeys(side for role in roles for side in _sides_led_by(role, context)))


def _sides_led_by(role: object, context: Context) -> Iterator[str | None]:
    """The known sides of the teams that a role leads, or else of the team of that name; None where none is known."""
    led = [team.facts.get("side") for team in context.teams.values() if role and team.facts.get("lead") == role]
    known = [side for side in led if isinstance(side, str)]
    if known:
        yield from known
    else:
        yield context.side(role)


def _sides_of(fact: str) -> Callable[[dict[str, object], Context], object]:
    """The sides of the teams in a list; None in the list for a team whose side is unknown."""

    def sides(facts: dict[str, object], context: Context) -> object:
        teams = facts.get(fact)
        if not isinstance(teams, tuple):
            return None
        return tuple(dict.fromkeys(context.side(team) for team in teams if team is not False))

    return sides


def _met_lately(facts: dict[str, object], context: Context) -> object:
    """Whether it met within its stated rhythm, grace included; within a setting where no rhythm is stated."""
    last = facts.get("governance.joint_group.last_met")
    if not last:
        return last
    rhythm = MEETINGS.get(str(facts.get("governance.joint_group.meets")))
    grace, longest = context.settings["meeting-grace"], context.settings["meeting-age"]
    allowed = longest if rhythm is None else rhythm * grace  # type: ignore[operator]
    met: date = last  # type: ignore[assignment]
    return (context.today - met).days <= allowed  # type: ignore[operator]


def _customer_defined(facts: dict[str, object], context: Context) -> object:
    """Whether governance, or the kind of data itself, says who a customer is."""
    declared = context.data_kinds.get(_CUSTOMER)
    texts = [facts.get("governance.customer.definition"), declared.facts.get("definition") if declared else None]
    stated = [text for text in texts if text is not None]
    if any(str(text).strip().casefold() not in _NO_DEFINITION for text in stated):
        return True
    return False if stated or facts.get("governance.customer") is False else None


_NO_DEFINITION = (*NOBODY_WORDS, "false")


def _master_live(facts: dict[str, object], context: Context) -> object:
    """Whether the master that governance names is live; where it names none, whether a live system claims to be it.

    One that is being retired is still the master; that its time is running out is another question.
    """
    named = facts.get("governance.customer.master")
    if isinstance(named, str):
        return _is_live(named, context)
    if any(_is_live(claim, context) for claim in context.masters.get(_CUSTOMER, ())):
        return True
    return False if named is False or facts.get("governance.customer") is False else None


def _is_live(system: str, context: Context) -> bool:
    return system in context.systems and context.systems[system].facts["lifecycle"] in ("live", "retiring")


def _claimants(facts: dict[str, object], context: Context) -> object:
    """Names of systems in use that claim the customer beside the master that governance names."""
    named = facts.get("governance.customer.master")
    if not isinstance(named, str):
        return None
    return tuple([context.systems[claim].name for claim in context.masters.get(_CUSTOMER, ()) if claim != named])


def _master_name(facts: dict[str, object], context: Context) -> object:
    master = context.systems.get(str(facts.get("governance.customer.master")))
    return master.name if master else None


def _survey_gap(facts: dict[str, object], _: Context) -> object:
    one, other = (facts.get(f"governance.survey.shared_ownership.{side}") for side in ("it", "marketing"))
    return None if one is None or other is None else abs(one - other)  # type: ignore[operator]


def _existence(section: str, what: str) -> Derived:
    about = f"Whether there is {what}; `{section.rpartition('.')[2]}: none` says that there is not."
    return Derived(f"{section}.exists", Kind.FLAG, about, (section,), _exists(section))


DERIVED: tuple[Derived, ...] = (
    _existence("governance.joint_group", "a group in which marketing and IT decide together"),
    Derived(
        "governance.joint_group.sides",
        Kind.MANY,
        "The sides of the teams whose leads lead the joint group.",
        ("governance.joint_group.leads",),
        _leading_sides,
        Kind.TEXT,
    ),
    Derived(
        "governance.joint_group.met_lately",
        Kind.FLAG,
        "Whether the joint group has met as often as it is said to, grace included.",
        ("governance.joint_group.last_met",),
        _met_lately,
    ),
    _existence("governance.liaison", "a person between IT and marketing"),
    _existence("governance.architect", "an architect for marketing's systems"),
    Derived(
        "governance.hiring.sides",
        Kind.MANY,
        "The sides of the teams that choose the people between marketing and IT.",
        ("governance.hiring.decided_by",),
        _sides_of("governance.hiring.decided_by"),
        Kind.TEXT,
    ),
    Derived(
        "governance.roadmap.exists",
        Kind.FLAG,
        "Whether there is a common plan; `roadmap: none` says that there is not.",
        ("governance.roadmap",),
        _roadmap_exists,
    ),
    Derived(
        "governance.roadmap.sides",
        Kind.MANY,
        "The sides of the teams that own the roadmap.",
        ("governance.roadmap.owners",),
        _sides_of("governance.roadmap.owners"),
        Kind.TEXT,
    ),
    Derived(
        "governance.customer.defined",
        Kind.FLAG,
        "Whether governance, or `data` under `customer`, says who counts as a customer.",
        ("governance.customer.definition",),
        _customer_defined,
    ),
    Derived(
        "governance.customer.master_live",
        Kind.FLAG,
        "Whether the customer's master is live or retiring; where governance names none, whether one claims to be it.",
        ("governance.customer.master",),
        _master_live,
    ),
    Derived(
        "governance.customer.master_name",
        Kind.TEXT,
        "The name of the system that governance names as the customer's master.",
        ("governance.customer.master",),
        _master_name,
    ),
    Derived(
        "governance.customer.claimants",
        Kind.MANY,
        "Names of other systems in use that claim to be right about customers.",
        ("governance.customer.master",),
        _claimants,
        Kind.TEXT,
    ),
    _existence("governance.survey", "a survey of both sides"),
    Derived(
        "governance.survey.gap",
        Kind.NUMBER,
        "Percentage points between the two sides' answers.",
        ("governance.survey.shared_ownership.it", "governance.survey.shared_ownership.marketing"),
        _survey_gap,
    ),
)
"""All of them; `exists` looks at the stated facts of its section and stands before the other facts of it."""
