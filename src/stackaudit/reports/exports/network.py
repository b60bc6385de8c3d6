"""The stack as nodes and edges with typed properties, as tools for graphs take it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.reports.exports.stated import (
    cost_of,
    day_of,
    flag_of,
    joined,
    number_of,
    seen,
    text_of,
)
from stackaudit.reports.exports.teams import team_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.model.audit import Audit, Finding
    from stackaudit.model.inventory import Inventory, Subject

Property = str | int | float | bool | date | None

NODE_PROPERTIES: dict[str, type] = {
    "side": str,
    "lead": str,
    "vendor": str,
    "product": str,
    "category": str,
    "description": str,
    "lifecycle": str,
    "environment": str,
    "brand": str,
    "hosting": str,
    "regions": str,
    "criticality": str,
    "business_owner": str,
    "technical_owner": str,
    "annual_cost": float,
    "currency": str,
    "renews": date,
    "notice_by": date,
    "data": str,
    "records": int,
    "personal": bool,
    "sensitive": bool,
    "sso": bool,
    "mfa": bool,
    "public": bool,
    "findings": int,
    "worst": str,
}
"""What a node can have besides its id, kind and name. Lists are one text with semicolons, money is per year."""

EDGE_PROPERTIES: dict[str, type] = {
    "name": str,
    "data": str,
    "method": str,
    "direction": str,
    "via": str,
    "owner": str,
    "days_between_runs": float,
    "last_ran": date,
    "personal": bool,
    "sensitive": bool,
    "encrypted": bool,
    "monitored": bool,
}
"""What an edge can have besides its id, kind and ends."""


class Node(NamedTuple):
    """A system or a team; properties that are unknown are None or missing."""

    id: str
    kind: str
    name: str
    properties: Mapping[str, Property]


class Edge(NamedTuple):
    """`sends` from system to system, `owns` and `runs` from team to system, `part-of` from team to team."""

    id: str
    kind: str
    source: str
    target: str
    properties: Mapping[str, Property]


def nodes(inventory: Inventory, audit: Audit) -> Iterator[Node]:
    """Every system, then every team that is declared or named as an owner."""
    found = _findings(audit)
    for system in inventory.systems.values():
        marks = _told(found.get(("system", system.id), []))
        yield Node(f"system:{system.id}", "system", seen(system.name), {**_of_system(system, audit.currency), **marks})
    for team, name in team_names(inventory).items():
        facts = inventory.teams[team].facts if team in inventory.teams else {}
        marks = _told(found.get(("team", team), []))
        properties: dict[str, Property] = {"side": text_of(facts, "side"), "lead": text_of(facts, "lead"), **marks}
        yield Node(f"team:{team}", "team", name, properties)


def edges(inventory: Inventory) -> Iterator[Edge]:
    """Every integration, then who owns and runs the systems, then which team is part of which."""
    yield from _flows(inventory)
    for fact, kind in (("owner.business", "owns"), ("owner.technical", "runs")):
        for system in inventory.systems.values():
            team = text_of(system.facts, fact)
            if team:
                yield Edge(f"{kind}:{system.id}", kind, f"team:{team}", f"system:{system.id}", {})
    for member in inventory.teams.values():
        whole = text_of(member.facts, "part_of")
        if whole:
            yield Edge(f"part-of:{member.id}", "part-of", f"team:{member.id}", f"team:{whole}", {})


def _flows(inventory: Inventory) -> Iterator[Edge]:
    """Every integration, numbered in the order of the inventory."""
    for number, integration in enumerate(inventory.integrations, 1):
        source, target = (f"system:{integration.facts[end]}" for end in ("from", "to"))
        yield Edge(f"sends:{number}", "sends", source, target, _of_integration(integration))


def _of_system(system: Subject, currency: str) -> dict[str, Property]:
    facts = system.facts
    cost = cost_of(facts, currency)
    records = number_of(facts, "data.records")
    return {
        **{name: text_of(facts, name) for name in ("vendor", "category", "description", "lifecycle", "environment")},
        **{name: text_of(facts, name) for name in ("brand", "hosting")},
        "product": text_of(facts, "product.id"),
        "side": text_of(facts, "owner.business_side"),
        "regions": joined(facts, "regions"),
        "criticality": text_of(facts, "service.criticality"),
        "business_owner": text_of(facts, "owner.business"),
        "technical_owner": text_of(facts, "owner.technical"),
        "annual_cost": cost[0] if cost else None,
        "currency": cost[1] if cost else None,
        "renews": day_of(facts, "cost.renews"),
        "notice_by": day_of(facts, "cost.notice_by"),
        "data": joined(facts, "data.categories"),
        "records": None if records is None else int(records),
        "personal": flag_of(facts, "data.personal"),
        "sensitive": flag_of(facts, "data.sensitive"),
        "sso": flag_of(facts, "security.sso"),
        "mfa": flag_of(facts, "security.mfa"),
        "public": flag_of(facts, "public"),
    }


def _of_integration(integration: Subject) -> dict[str, Property]:
    facts = integration.facts
    via, runs = text_of(facts, "via"), number_of(facts, "runs")
    return {
        **{name: text_of(facts, name) for name in ("name", "method", "direction", "owner")},
        "data": joined(facts, "data"),
        "via": f"system:{via}" if via else None,
        "days_between_runs": None if runs is None else float(runs),
        "last_ran": day_of(facts, "last_ran"),
        **{name: flag_of(facts, name) for name in ("personal", "sensitive", "encrypted", "monitored")},
    }


def _findings(audit: Audit) -> dict[tuple[str, str], list[Finding]]:
    """The findings of each subject, by its kind and id."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in audit.findings:
        for subject in finding.subjects:
            found.setdefault((subject.kind, subject.id), []).append(finding)
    return found


def _told(found: list[Finding]) -> dict[str, Property]:
    worst = max((finding.severity for finding in found), default=None)
    return {"findings": len(found), "worst": worst.word if worst is not None else None}
