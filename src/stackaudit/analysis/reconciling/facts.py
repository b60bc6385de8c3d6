"""The facts of tools that evidence shows, as rules ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.derivations.of_systems import CENTRAL
from stackaudit.analysis.kleene import some
from stackaudit.model.evidence import RISKS, TRACES
from stackaudit.model.inventory import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.documents import Entry
    from stackaudit.model.marks import CatalogueMarks
    from stackaudit.model.reconciliation import Reconciliation, Tool


def tool_subjects(
    reconciliation: Reconciliation, systems: Mapping[str, Subject], catalogue: Catalogue
) -> tuple[Subject, ...]:
    """A subject for each tool that evidence shows; `systems` have their derived facts. Guesses are none of them."""
    read = frozenset(coverage.source for coverage in reconciliation.coverage)
    perhaps_paid = {guess.id for guess in reconciliation.guesses if guess.payments}
    return tuple(
        Subject("evidence", tool.id, _known(facts), (_first_entry(tool),))
        for tool in reconciliation.tools
        if tool.sightings
        for facts in [
            {
                "id": tool.id,
                **_about(tool, systems, catalogue),
                **_paid(tool, read if tool.id not in perhaps_paid else read - {"paid"}),
                **_signed_in(tool, read),
                **_seen(tool, reconciliation, read, catalogue.marks),
                "listed.found": "listed" in tool.sightings if "listed" in read else None,
                **_agreed(tool, systems),
            }
        ]
    )


def _first_entry(tool: Tool) -> Entry:
    """The latest trace of the first source that shows a tool: payments before sign-ons before tags."""
    return next(iter(tool.sightings.values())).traces[0].entry


def _known(facts: Mapping[str, object]) -> dict[str, object]:
    """The facts without those that are unknown."""
    return {name: value for name, value in facts.items() if value is not None}


def _about(tool: Tool, systems: Mapping[str, Subject], catalogue: Catalogue) -> dict[str, object]:
    kinds = {trace.kind for sighting in tool.sightings.values() for trace in sighting.traces}
    if tool.payments and not tool.payments.is_current and len(kinds) > 1:
        kinds -= {"payment"}
    category = catalogue.categories.get(tool.category)
    owners = [
        some([_is_somebody(systems[each].facts, side) for side in ("business", "technical")]) for each in tool.systems
    ]
    return {
        "name": tool.name,
        "declared": bool(tool.systems),
        "systems": tool.systems,
        "owned": some(owners) if owners else False,
        "sureness": tool.sureness.word,
        "sources": tuple(tool.sightings),
        "shown_by": next(kind for kind in TRACES if kind in kinds),
        "product.id": tool.product or None,
        "product.known": bool(tool.product),
        "vendor": tool.vendor or None,
        "category": tool.category or None,
        "group": category.group if category else None,
        "central": tool.category in CENTRAL if category else None,
    }


def _is_somebody(facts: Mapping[str, object], side: str) -> bool | None:
    """Whether a system has an owner on a side; False where it states nobody, None where it states nothing."""
    owner = facts.get(f"owner.{side}")
    return None if owner is None else owner is not False


def _paid(tool: Tool, read: frozenset[str]) -> dict[str, object]:
    if tool.payments is None:
        return {"paid.found": False if "paid" in read else None, "paid.current": False}
    sighting, payments = tool.sightings["paid"], tool.payments
    teams = tuple(share.team for share in payments.shares if share.team)
    return {
        "paid.found": True,
        "paid.current": payments.is_current,
        "paid.annual": max(0.0, payments.annual),
        "paid.times": payments.times,
        "paid.first": sighting.first,
        "paid.last": sighting.last,
        "paid.teams": teams or None,
        "paid.team_count": len(teams) or None,
        "paid.cards": payments.cards,
    }


def _signed_in(tool: Tool, read: frozenset[str]) -> dict[str, object]:
    sighting = tool.sightings.get("signed in")
    if sighting is None:
        return {"signed_in.found": False, "granted.found": False} if "signed in" in read else {}
    users = [trace.users for trace in sighting.traces if trace.users is not None]
    grants = [trace for trace in sighting.traces if trace.kind == "grant"]
    risks = {trace.risk for trace in grants}
    return {
        "signed_in.found": True,
        "signed_in.users": max(users, default=None),
        "signed_in.last": sighting.last,
        "granted.found": bool(grants),
        "granted.risk": next((risk for risk in RISKS if risk in risks), None),
        "granted.scopes": tuple(sorted({scope for trace in grants for scope in trace.scopes})) if grants else None,
    }


def _seen(tool: Tool, reconciliation: Reconciliation, read: frozenset[str], marks: CatalogueMarks) -> dict[str, object]:
    sighting = tool.sightings.get("seen")
    traces = sighting.traces if sighting else ()
    tags = [trace for trace in traces if trace.kind == "tag"]
    kinds = {tool.id, tool.category, tool.company_kind} - {""}
    sites = {trace.site for trace in tags}
    return {
        "seen.found": bool(traces) if "seen" in read else None,
        "seen.on_pages": bool(tags),
        "seen.last": sighting.last if sighting else None,
        "seen.sites": tuple(sorted({trace.site for trace in tags or traces if trace.site})),
        "seen.sites_not_asking": tuple(sorted(sites - reconciliation.sites_asking)),
        "seen.by_tag_manager": bool(tags) and all(trace.via for trace in tags),
        "seen.needs_consent": bool(tags) and not marks.trackers.isdisjoint(kinds),
        "seen.consent_asked": sites <= reconciliation.sites_asking,
        "seen.plumbing": tool.is_plumbing,
    }


def _agreed(tool: Tool, systems: Mapping[str, Subject]) -> dict[str, object]:
    """What IT has agreed to for the same job; unknown where nobody knows what the tool is for."""
    if not tool.category:
        return {}
    agreed = tuple(
        system.name
        for system in systems.values()
        if system.facts.get("category") == tool.category
        and system.facts.get("in_use")
        and system.facts.get("bought.agreed_by_it") is True
        and system.id not in tool.systems
    )
    return {"agreed.found": bool(agreed), "agreed.systems": agreed}
