"""The systems as services of a CycloneDX bill of materials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.exports.addresses import web_address
from stackaudit.reports.exports.bom_data import data_of
from stackaudit.reports.exports.network import nodes
from stackaudit.reports.exports.spelling import spelled
from stackaudit.reports.exports.stated import day_of, flag_of, text_of
from stackaudit.reports.exports.teams import team_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory, Subject
    from stackaudit.reports.exports.network import Node

_BEYOND = {"saas": True, "paas": True, "hybrid": True, "agency": True, "on-premises": False}
"""Whether using a system crosses a trust boundary, by who runs it where."""

_PROPERTIES = (
    "category",
    "lifecycle",
    "environment",
    "brand",
    "regions",
    "criticality",
    "business_owner",
    "technical_owner",
    "annual_cost",
    "currency",
    "notice_by",
    "records",
    "findings",
    "worst",
)


def services(inventory: Inventory, audit: Audit, serial: UUID) -> Iterator[dict[str, object]]:
    """A service for each system; keys of which nothing is known are left out."""
    teams = team_names(inventory)
    data = data_of(inventory, teams, serial)
    systems = (node for node in nodes(inventory, audit) if node.kind == "system")
    for system, node in zip(inventory.systems.values(), systems, strict=True):
        yield {key: value for key, value in _service(system, node, data[system.id], teams, audit) if value is not None}


def _service(
    system: Subject, node: Node, data: list[dict[str, object]], teams: Mapping[str, str], audit: Audit
) -> Iterator[tuple[str, object]]:
    facts = system.facts
    vendor, address = text_of(facts, "vendor"), web_address(facts, "url")
    yield "bom-ref", node.id
    yield "provider", {"name": vendor} if vendor else None
    yield "name", node.name
    yield "description", text_of(facts, "description") or None
    yield "endpoints", [address] if address else None
    yield "authenticated", _authenticated(facts)
    yield "x-trust-boundary", _BEYOND.get(text_of(facts, "hosting"))
    yield "trustZone", text_of(facts, "hosting") or None
    yield "data", data or None
    licence = _licence(system, node, teams, audit)
    yield "licenses", [{"license": licence}] if licence else None
    told = ((name, spelled(node.properties[name])) for name in _PROPERTIES)
    yield "properties", [{"name": f"stackaudit:{name}", "value": value} for name, value in told if value]


def _authenticated(facts: Mapping[str, object]) -> bool | None:
    """True where people are known to sign in; nothing that an inventory states says that nobody has to."""
    return True if flag_of(facts, "security.sso") or flag_of(facts, "security.mfa") else None


def _licence(system: Subject, node: Node, teams: Mapping[str, str], audit: Audit) -> dict[str, object] | None:
    """The contract: who bought it from whom, and when it renews or ends; None where nothing of that is known."""
    facts = system.facts
    buyer, renews = text_of(facts, "bought.by"), day_of(facts, "cost.renews")
    if not buyer and not renews:
        return None
    organization = text_of({"name": audit.organization}, "name")
    vendor = text_of(facts, "vendor")
    licensing = {
        "licensor": {"organization": {"name": vendor}} if vendor else None,
        "licensee": {"organization": {"name": organization}} if organization else None,
        "purchaser": {"organization": {"name": teams[buyer]}} if buyer else None,
        "licenseTypes": ["subscription"] if renews else None,
        "expiration": f"{renews}T00:00:00Z" if renews else None,
    }
    terms = {"bought": text_of(facts, "bought.how"), "renews-itself": spelled(flag_of(facts, "cost.auto_renews"))}
    stated = [{"name": f"stackaudit:{name}", "value": value} for name, value in terms.items() if value]
    licence: dict[str, object] = {"name": f"Contract for {node.name}"}
    licence["licensing"] = {key: value for key, value in licensing.items() if value is not None}
    return {**licence, "properties": stated} if stated else licence
