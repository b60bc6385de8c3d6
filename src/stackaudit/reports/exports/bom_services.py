"""The systems as services of a CycloneDX bill of materials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.exports.addresses import web_address
from stackaudit.reports.exports.bom_data import data_of
from stackaudit.reports.exports.columns import written
from stackaudit.reports.exports.network import nodes
from stackaudit.reports.exports.quoting import mapping, quoted
from stackaudit.reports.exports.spelling import spelled
from stackaudit.reports.exports.stated import day_of, flag_of, text_of
from stackaudit.reports.exports.teams import team_names
from stackaudit.reports.json_spelling import encode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from uuid import UUID

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory, Subject
    from stackaudit.reports.exports.network import Nodes, Property

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
    "sso",
    "mfa",
    "findings",
    "worst",
)


def services(inventory: Inventory, audit: Audit, serial: UUID) -> Iterator[str]:
    """A service for each system, in JSON on one line; keys of which nothing is known are left out."""
    teams = team_names(inventory)
    data = data_of(inventory, teams, serial)
    systems = next(nodes(inventory, audit))
    told = zip(inventory.systems.values(), systems.ids, systems.names, _properties(systems), strict=True)
    for system, reference, name, properties in told:
        head = {"bom-ref": reference, **_service(system, name)}
        yield mapping(_parts(head, data[system.id], _licence(system, name, teams, audit), properties))


def _parts(
    head: Mapping[str, object], data: Sequence[str], licence: Mapping[str, object] | None, properties: str
) -> Iterator[tuple[str, str]]:
    """The keys of a service, each with its value in JSON."""
    for key, value in head.items():
        if value is not None:
            yield key, quoted(value) if isinstance(value, str) else encode(value)
    if data:
        yield "data", f"[{', '.join(data)}]"
    if licence:
        yield "licenses", encode([{"license": licence}])
    yield "properties", f"[{properties}]"


def _service(system: Subject, name: str) -> dict[str, object]:
    """What the service is, None where nobody says."""
    facts = system.facts
    vendor, address = text_of(facts, "vendor"), web_address(facts, "url")
    return {
        "provider": {"name": vendor} if vendor else None,
        "name": name,
        "description": text_of(facts, "description") or None,
        "endpoints": [address] if address else None,
        "authenticated": _authenticated(facts),
        "x-trust-boundary": _BEYOND.get(text_of(facts, "hosting")),
        "trustZone": text_of(facts, "hosting") or None,
    }


def _properties(systems: Nodes) -> list[str]:
    """The items of each system's list of properties."""

    def item(name: str, value: Property) -> str:
        text = spelled(value)
        return encode({"name": f"stackaudit:{name}", "value": text}) if text else ""

    return written({name: systems.columns[name] for name in _PROPERTIES}, len(systems.ids), item, ", ")


def _authenticated(facts: Mapping[str, object]) -> bool | None:
    """True where people are known to sign in; nothing that an inventory states says that nobody has to."""
    return True if flag_of(facts, "security.sso") or flag_of(facts, "security.mfa") else None


def _licence(system: Subject, name: str, teams: Mapping[str, str], audit: Audit) -> dict[str, object] | None:
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
    terms = {
        "bought": text_of(facts, "bought.how"),
        "bought-by": buyer,
        "renews-itself": spelled(flag_of(facts, "cost.auto_renews")),
    }
    stated = [{"name": f"stackaudit:{term}", "value": value} for term, value in terms.items() if value]
    licence: dict[str, object] = {"name": f"Contract for {name}"}
    licence["licensing"] = {key: value for key, value in licensing.items() if value is not None}
    return {**licence, "properties": stated} if stated else licence
