"""The stack as a CycloneDX 1.7 bill of materials of services (SaaSBOM) in JSON."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5

from stackaudit import __version__
from stackaudit.reports.exports.bom_services import services
from stackaudit.reports.exports.stated import seen
from stackaudit.reports.exports.ways import ways_of
from stackaudit.reports.json_spelling import encode, in_lines, report_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory

_STACK = "stack"


def cyclonedx_json(inventory: Inventory, audit: Audit) -> str:
    """The bill; its serial number is made of what the inventory's files say, so the same files give the same one.

    A system depends on those that send to it. Where the inventory says nothing of integrations, only what the stack as
    a whole is made of stands under `dependencies`.
    """
    serial = _serial(inventory, audit)
    head = {
        "$schema": "http://cyclonedx.org/schema/bom-1.7.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.7",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": _metadata(audit),
    }
    parts = [f"{encode(key)}: {encode(value)}" for key, value in head.items()]
    parts.append(f'"services": {in_lines(services(inventory, audit, serial))}')
    parts.append(f'"dependencies": {in_lines(encode(each) for each in _dependencies(inventory))}')
    return report_text(parts)


def _serial(inventory: Inventory, audit: Audit) -> UUID:
    digest = sha256(f"{__version__}\n{audit.today}\n".encode())
    for name in sorted(inventory.documents):
        digest.update(sha256(inventory.documents[name].text.encode("utf-8", "surrogatepass")).digest())
    return uuid5(NAMESPACE_URL, f"stackaudit:{digest.hexdigest()}")


def _metadata(audit: Audit) -> dict[str, object]:
    name = seen(audit.organization) or "(not stated)"
    return {
        "timestamp": f"{audit.today}T00:00:00Z",
        "lifecycles": [{"phase": "operations"}],
        "tools": {"components": [{"type": "application", "name": "stackaudit", "version": __version__}]},
        "component": {"type": "platform", "bom-ref": _STACK, "name": f"Technology of {name}"},
        "manufacturer": {"name": name},
    }


def _dependencies(inventory: Inventory) -> Iterator[dict[str, object]]:
    yield {"ref": _STACK, "dependsOn": [f"system:{system}" for system in inventory.systems]}
    if inventory.states_integrations:
        for system, senders in _senders(inventory).items():
            yield {"ref": f"system:{system}", "dependsOn": [f"system:{sender}" for sender in senders]}


def _senders(inventory: Inventory) -> dict[str, dict[str, None]]:
    """For each system those that send to it, and the platforms that carry what they send."""
    found: dict[str, dict[str, None]] = {system: {} for system in inventory.systems}
    for way in ways_of(inventory):
        for sender in (way.source, way.via):
            if sender and sender != way.target:
                found[way.target][sender] = None
    return found
