"""The stack as nodes and edges with typed properties, as tools for graphs take it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.reports.exports.columns import read, told
from stackaudit.reports.exports.stated import cost_of, day_of, flag_of, joined, number_of, seen, text_of
from stackaudit.reports.exports.teams import team_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory
    from stackaudit.model.rules import Severity

Property = str | int | float | bool | date | None
Columns = Mapping[str, Sequence[Property]]

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


class Nodes(NamedTuple):
    """Nodes of one kind, `system` or `team`; properties stand in columns, in which what is unknown is None or empty."""

    kind: str
    ids: Sequence[str]
    names: Sequence[str]
    columns: Columns


class Edges(NamedTuple):
    """Edges of one kind between the ids of nodes.

    `sends` from system to system, `owns` and `runs` from team to system, `part-of` from team to team.
    """

    kind: str
    ids: Sequence[str]
    sources: Sequence[str]
    targets: Sequence[str]
    columns: Columns


def nodes(inventory: Inventory, audit: Audit) -> Iterator[Nodes]:
    """Every system, then every team that is declared or named as an owner."""
    found = _findings(audit)
    systems = inventory.systems.values()
    yield Nodes(
        "system",
        [f"system:{system.id}" for system in systems],
        [seen(system.name) for system in systems],
        {
            **_of_systems([system.facts for system in systems], audit.currency),
            **_marks("system", [*inventory.systems], found),
        },
    )
    teams = team_names(inventory)
    facts = [inventory.teams[team].facts if team in inventory.teams else {} for team in teams]
    stated: Columns = {name: read(facts, name, text_of) for name in ("side", "lead")}
    yield Nodes(
        "team", [f"team:{team}" for team in teams], [*teams.values()], {**stated, **_marks("team", [*teams], found)}
    )


def edges(inventory: Inventory) -> Iterator[Edges]:
    """Every integration, then who owns and runs the systems, then which team is part of which."""
    yield _flows([integration.facts for integration in inventory.integrations])
    for fact, kind in (("owner.business", "owns"), ("owner.technical", "runs")):
        owners = {system.id: text_of(system.facts, fact) for system in inventory.systems.values()}
        yield _joining(kind, [(f"team:{team}", f"system:{system}", system) for system, team in owners.items() if team])
    wholes = {team.id: text_of(team.facts, "part_of") for team in inventory.teams.values()}
    yield _joining("part-of", [(f"team:{team}", f"team:{whole}", team) for team, whole in wholes.items() if whole])


def _joining(kind: str, ends: Sequence[tuple[str, str, str]]) -> Edges:
    """Edges without properties: where each begins and ends, and the one of its ends that has no other of its kind."""
    return Edges(kind, [f"{kind}:{one}" for *_, one in ends], [end[0] for end in ends], [end[1] for end in ends], {})


def _flows(facts: Sequence[Mapping[str, object]]) -> Edges:
    """Every integration, numbered in the order of the inventory."""
    sources, targets = ([f"system:{each[end]}" for each in facts] for end in ("from", "to"))
    ids = [f"sends:{number}" for number in range(1, len(facts) + 1)]
    return Edges("sends", ids, sources, targets, _of_integrations(facts))


def _of_systems(facts: Sequence[Mapping[str, object]], currency: str) -> Columns:
    costs = [cost_of(each, currency) for each in facts]
    records = [number_of(each, "data.records") for each in facts]
    texts = ("vendor", "category", "description", "lifecycle", "environment", "brand", "hosting")
    return {
        **{name: read(facts, name, text_of) for name in texts},
        "product": read(facts, "product.id", text_of),
        "side": read(facts, "owner.business_side", text_of),
        "regions": read(facts, "regions", joined),
        "criticality": read(facts, "service.criticality", text_of),
        "business_owner": read(facts, "owner.business", text_of),
        "technical_owner": read(facts, "owner.technical", text_of),
        "annual_cost": [cost[0] if cost else None for cost in costs],
        "currency": [cost[1] if cost else None for cost in costs],
        "renews": [day_of(each, "cost.renews") for each in facts],
        "notice_by": [day_of(each, "cost.notice_by") for each in facts],
        "data": read(facts, "data.categories", joined),
        "records": [None if number is None else int(number) for number in records],
        "personal": [flag_of(each, "data.personal") for each in facts],
        "sensitive": [flag_of(each, "data.sensitive") for each in facts],
        "sso": [flag_of(each, "security.sso") for each in facts],
        "mfa": [flag_of(each, "security.mfa") for each in facts],
        "public": [flag_of(each, "public") for each in facts],
    }


def _of_integrations(facts: Sequence[Mapping[str, object]]) -> Columns:
    runs = [number_of(each, "runs") for each in facts]
    flags = ("personal", "sensitive", "encrypted", "monitored")
    return {
        **{name: read(facts, name, text_of) for name in ("name", "method", "direction", "owner")},
        "data": read(facts, "data", joined),
        "via": told(read(facts, "via", text_of), lambda via: f"system:{via}" if via else None),
        "days_between_runs": [None if number is None else float(number) for number in runs],
        "last_ran": [day_of(each, "last_ran") for each in facts],
        **{name: [flag_of(each, name) for each in facts] for name in flags},
    }


def _findings(audit: Audit) -> dict[tuple[str, str], list[Severity]]:
    """How severe the findings of each subject are, by its kind and id."""
    found: dict[tuple[str, str], list[Severity]] = {}
    for finding in audit.findings:
        for subject in finding.subjects:
            found.setdefault((subject.kind, subject.id), []).append(finding.severity)
    return found


def _marks(kind: str, ids: Sequence[str], found: Mapping[tuple[str, str], Sequence[Severity]]) -> Columns:
    """How many findings each subject has, and the severity of the worst."""
    severities = [found.get((kind, each), ()) for each in ids]
    return {
        "findings": [len(each) for each in severities],
        "worst": [max(each).word if each else None for each in severities],
    }
