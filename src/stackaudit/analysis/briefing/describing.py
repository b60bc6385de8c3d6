"""A sheet for each system: all that is known, found and open about it, and what flows in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from stackaudit.model.audit import Finding, SubjectName, Undetermined
from stackaudit.model.briefing import SystemSheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Subject

_Item = TypeVar("_Item", Finding, Undetermined)


def sheets_of(stack: Stack, audit: Audit) -> tuple[SystemSheet, ...]:
    """The sheets of all systems by name, those in use first.

    What is found about an integration stands on the sheets of both its ends.
    """
    inventory = stack.inventory
    ends = ends_of(stack)
    findings = _by_system(audit.findings, ends)
    undetermined = _by_system(audit.undetermined, ends)
    sent: dict[str, list[tuple[Subject, SubjectName]]] = {}
    received: dict[str, list[tuple[Subject, SubjectName]]] = {}
    for flow in inventory.integrations:
        start, end = ends[flow.id]
        sent.setdefault(start, []).append((flow, _named(inventory.systems[end])))
        received.setdefault(end, []).append((flow, _named(inventory.systems[start])))
    shown = {system: tool for tool in stack.tools.values() for system in tool.systems}
    return tuple(
        SystemSheet(
            system=system,
            findings=tuple(findings.get(system.id, ())),
            undetermined=tuple(undetermined.get(system.id, ())),
            sent=tuple(sent.get(system.id, ())),
            received=tuple(received.get(system.id, ())),
            tool=shown.get(system.id),
        )
        for system in sorted(inventory.systems.values(), key=_in_use_by_name)
    )


def _by_system(items: Iterable[_Item], ends: Mapping[str, tuple[str, str]]) -> dict[str, list[_Item]]:
    """Findings or open questions by the ids of the systems that they are about, each once a system."""
    found: dict[str, list[_Item]] = {}
    for item in items:
        for system in dict.fromkeys(each for subject in item.subjects for each in systems_of(subject, ends)):
            found.setdefault(system, []).append(item)
    return found


def ends_of(stack: Stack) -> Mapping[str, tuple[str, str]]:
    """The ids of the systems at both ends of each integration, by the integration's id."""
    return {flow.id: (str(flow.facts["from"]), str(flow.facts["to"])) for flow in stack.inventory.integrations}


def systems_of(subject: SubjectName, ends: Mapping[str, tuple[str, str]]) -> tuple[str, ...]:
    """The ids of the systems that a subject is: itself, or the two ends of an integration."""
    if subject.kind == "system":
        return (subject.id,)
    return ends.get(subject.id, ()) if subject.kind == "integration" else ()


def _named(system: Subject) -> SubjectName:
    return SubjectName(system.kind, system.id, system.name)


def _in_use_by_name(system: Subject) -> tuple[bool, str, str]:
    return not system.facts["in_use"], system.name.casefold(), system.id
