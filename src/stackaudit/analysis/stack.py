"""The organisation's stack as rules and checks see it: subjects with all their facts, and the graph of integrations."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from stackaudit.analysis.answers import cost_of
from stackaudit.analysis.derivations import derive
from stackaudit.analysis.derivations.context import Context

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from stackaudit.analysis.graph import IntegrationGraph
    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.documents import Document
    from stackaudit.model.evidence import Evidence
    from stackaudit.model.inventory import Inventory, Subject
    from stackaudit.model.reconciliation import Reconciliation, Tool


@dataclass(frozen=True)
class Stack:
    """An inventory with its derived facts, beside everything that a question may need."""

    inventory: Inventory
    catalogue: Catalogue
    settings: Mapping[str, object]
    today: date
    reconciliation: Reconciliation | None = None

    @cached_property
    def tools(self) -> Mapping[str, Tool]:
        """The tools that evidence shows, by id; none where no evidence was read."""
        return {tool.id: tool for tool in self.reconciliation.tools} if self.reconciliation else {}

    @cached_property
    def tools_of(self) -> Mapping[str, tuple[Tool, ...]]:
        """The tools that each system is shown to be, by the system's id."""
        return tools_of(self.reconciliation) if self.reconciliation else {}

    @property
    def documents(self) -> Mapping[str, Document]:
        """Everything that findings may point into: the inventory's files and the evidence."""
        documents = self.inventory.documents
        return {**documents, **self.reconciliation.documents} if self.reconciliation else documents

    @cached_property
    def graph(self) -> IntegrationGraph:
        """The integration graph, built when the first question needs it."""
        from stackaudit.analysis.graph import IntegrationGraph  # noqa: PLC0415 - networkx takes 100 ms to import

        return IntegrationGraph(self.inventory.systems, self.inventory.integrations)

    @cached_property
    def live(self) -> tuple[Subject, ...]:
        """Systems that are live."""
        return tuple(system for system in self.inventory.systems.values() if system.facts["lifecycle"] == "live")

    @cached_property
    def in_use(self) -> tuple[Subject, ...]:
        """Systems that are evaluating, sandbox, live or retiring."""
        return tuple(system for system in self.inventory.systems.values() if system.facts["in_use"])

    @cached_property
    def _by_job(self) -> Mapping[str, frozenset[str]]:
        """The ids of the systems in use that do each job."""
        doers: dict[str, set[str]] = defaultdict(set)
        for system in self.in_use:
            for job in jobs_of(system):
                doers[job].add(system.id)
        return {job: frozenset(systems) for job, systems in doers.items()}

    def doing(self, jobs: frozenset[str]) -> tuple[Subject, ...]:
        """Systems in use that do one of these jobs, by category or capability, in order of their ids."""
        doers = frozenset[str]().union(*(self._by_job.get(job, ()) for job in jobs))
        return tuple(self.inventory.systems[system] for system in sorted(doers))

    @cached_property
    def without_category(self) -> tuple[Subject, ...]:
        """Systems in use of which it is not known what they do."""
        return tuple(system for system in self.in_use if "category" not in system.facts)

    @property
    def organization(self) -> Subject:
        """The organisation itself."""
        return self.inventory.organization

    def standing(self, jobs: frozenset[str]) -> tuple[Subject, ...]:
        """Systems in use that were bought for one of these jobs; where there are none, those that do it on the side.

        A suite that could keep customers does not make up for a CRM beside it that is not connected.
        """
        doers = self.doing(jobs)
        return tuple(system for system in doers if system.facts.get("category") in jobs) or doers


def tools_of(reconciliation: Reconciliation) -> dict[str, tuple[Tool, ...]]:
    """The tools of each system; most have one, and a suite that is also paid under its vendor's name has two."""
    tools: dict[str, tuple[Tool, ...]] = {}
    for tool in reconciliation.tools:
        for system in tool.systems:
            tools[system] = (*tools.get(system, ()), tool)
    return tools


def jobs_of(system: Subject) -> tuple[str, ...]:
    """The jobs that a system does; none where its category is unknown."""
    jobs = system.facts.get("jobs", ())
    assert isinstance(jobs, tuple)
    return jobs


def build_stack(
    inventory: Inventory,
    catalogue: Catalogue,
    settings: Mapping[str, object],
    today: date,
    evidence: Evidence | None = None,
) -> Stack:
    """The stack of an inventory on a day; `settings` are thresholds as facts, durations in days.

    Evidence is held against it where any was read; the catalogue needs its marks then.
    """
    if not evidence:
        return Stack(derive(inventory, _context(inventory, catalogue, settings, today)), catalogue, settings, today)
    from stackaudit.analysis.reconciling import reconcile  # noqa: PLC0415 - few runs have evidence
    from stackaudit.analysis.reconciling.facts import tool_subjects  # noqa: PLC0415 - as above

    found = reconcile(inventory, evidence, catalogue, settings, today)
    context = replace(
        _context(inventory, catalogue, settings, today),
        tools=tools_of(found),
        sources=tuple(coverage.source for coverage in found.coverage),
        costs={system.id: cost for system in inventory.systems.values() if (cost := cost_of(system)) is not None},
    )
    derived = derive(inventory, context)
    tools = tool_subjects(found, derived.systems, catalogue)
    return Stack(replace(derived, tools=tools), catalogue, settings, today, found)


def _context(inventory: Inventory, catalogue: Catalogue, settings: Mapping[str, object], today: date) -> Context:
    """What derivations may look at, before anything is derived."""
    return Context(
        catalogue=catalogue,
        organization=inventory.organization.facts,
        teams=inventory.teams,
        states_teams=inventory.states_teams,
        settings=settings,
        today=today,
        data_kinds=inventory.data_kinds,
    )
