"""What data the services of a CycloneDX bill hold, send and receive, and who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from stackaudit.reports.exports.stated import flag_of, joined, seen, text_of, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from stackaudit.model.inventory import Inventory, Subject

Data = dict[str, object]
Parties = list[dict[str, dict[str, str]]]

_DIRECTIONS = {"destination": "outbound", "source": "inbound"}
"""The direction of a flow, by what the system at the other end is to it."""


def data_of(inventory: Inventory, teams: Mapping[str, str], serial: UUID) -> dict[str, list[Data]]:
    """For each system first what it holds, where anything is said of that, then each of its flows.

    The other end of a flow is named by a link into this very bill, which has the serial number.
    """
    links = {system: [f"urn:cdx:{serial}/1#{quote(f'system:{system}')}"] for system in inventory.systems}
    owners = {system.id: _owners(system, teams) for system in inventory.systems.values()}
    found = {
        system.id: _held(system, owners[system.id], _parties(_stewards(system, inventory), teams))
        for system in inventory.systems.values()
    }
    for integration in inventory.integrations:
        source, target = (str(integration.facts[end]) for end in ("from", "to"))
        flow, stewards = _flow(integration), _parties([text_of(integration.facts, "owner")], teams)
        both = integration.facts["direction"] == "two-way"
        sides = [(source, target, "destination"), (target, source, "source")]
        for system, other, word in sides if source != target else sides[:1]:
            ends = dict.fromkeys(("source", "destination") if both else (word,), links[other])
            direction = "bi-directional" if both else _DIRECTIONS[word]
            found[system].append({"flow": direction, **flow, **_governance(owners[system], stewards), **ends})
    return found


def _held(system: Subject, owners: Mapping[str, Parties], stewards: Parties) -> list[Data]:
    """What the system holds; CycloneDX has no word for data that stays, so its direction is `unknown`."""
    facts = system.facts
    kinds, personal = joined(facts, "data.categories"), flag_of(facts, "data.personal")
    if kinds is None and personal is None:
        return []
    held = {
        "flow": "unknown",
        "classification": _classification(personal, flag_of(facts, "data.sensitive")),
        "name": kinds or "(not stated)",
        "description": "Held in the system.",
    }
    return [{**held, **_governance(owners, stewards)}]


def _flow(integration: Subject) -> Data:
    facts = integration.facts
    return {
        "classification": _classification(flag_of(facts, "personal"), flag_of(facts, "sensitive")),
        "name": joined(facts, "data") or "(not stated)",
        "description": seen(integration.name),
    }


def _classification(personal: bool | None, sensitive: bool | None) -> str:
    if sensitive:
        return "sensitive personal data"
    return {True: "personal data", False: "no personal data", None: "unknown"}[personal]


def _stewards(system: Subject, inventory: Inventory) -> list[str]:
    """The teams that decide about the kinds of data that the system is master of."""
    mastered = texts_of(system.facts, "data.mastered") or ()
    kinds = [inventory.data_kinds[kind] for kind in mastered if kind in inventory.data_kinds]
    return [text_of(kind.facts, "owner.business") for kind in kinds]


def _owners(system: Subject, teams: Mapping[str, str]) -> dict[str, Parties]:
    """The technical owner keeps the data, the business owner owns it."""
    facts = system.facts
    return {
        "custodians": _parties([text_of(facts, "owner.technical")], teams),
        "owners": _parties([text_of(facts, "owner.business")], teams),
    }


def _parties(found: Iterable[str], teams: Mapping[str, str]) -> Parties:
    return [{"organization": {"name": teams.get(team, team)}} for team in dict.fromkeys(found) if team]


def _governance(owners: Mapping[str, Parties], stewards: Parties) -> Data:
    """Who answers for the data; nothing where nobody is known to."""
    roles = {"custodians": owners["custodians"], "stewards": stewards, "owners": owners["owners"]}
    stated = {role: parties for role, parties in roles.items() if parties}
    return {"governance": stated} if stated else {}
