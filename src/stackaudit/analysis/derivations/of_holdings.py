"""Derived facts of the data that systems hold and of how it is protected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.derivations.context import Context, Derived
from stackaudit.analysis.derivations.of_data_kinds import mastered
from stackaudit.analysis.derivations.regions import lies_inside
from stackaudit.analysis.kleene import some
from stackaudit.model.language.fields import Kind
from stackaudit.model.language.taxonomy import is_personal, is_sensitive

if TYPE_CHECKING:
    from collections.abc import Callable


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


def _mastered(facts: dict[str, object], context: Context) -> object:
    return mastered(str(facts["id"]), facts, context.organization)


def _exposed(facts: dict[str, object], _: Context) -> object:
    """Only whether it holds personal data can be open: what is said neither to be public nor critical counts as not."""
    grave = facts.get("service.criticality") in ("high", "critical")
    return some([grave or facts.get("public") is True, facts.get("data.personal")])  # type: ignore[list-item]


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
    return None if certificates is None else some(None if held is None else True for held in certificates)  # type: ignore[attr-defined]


OF_HOLDINGS: tuple[Derived, ...] = (
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
        "data.mastered",
        Kind.MANY,
        "Kinds of record for which its version wins, by its own word or by governance.",
        ("data.master_of",),
        _mastered,
        Kind.TEXT,
    ),
    Derived(
        "exposed",
        Kind.FLAG,
        "Whether an attack would hurt: it holds personal data, is public, or an outage of an hour costs money.",
        ("data.categories", "data.subjects"),
        _exposed,
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
)
