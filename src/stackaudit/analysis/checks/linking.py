"""What the checks of links share: what carries data on, and what to answer where nothing is known about links."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, undetermined
from stackaudit.analysis.options import Option, Takes
from stackaudit.analysis.stack import jobs_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject

CARRIERS = Option(
    Takes.CATEGORIES,
    "Categories of systems that only pass data on, so that a link over them is still a link.",
    frozenset(
        """
        ipaas workflow-automation data-sync embedded-integration cdp mdm etl reverse-etl change-data-capture
        event-streaming event-collection message-queue marketing-data-pipelines data-orchestration tag-management
        server-side-tagging lead-management lead-distribution data-quality crm-deduplication
        """.split(),
    ),
)


def links_unknown(*subjects: Subject) -> Answer:
    """The answer while the inventory has no `integrations` at all."""
    return undetermined(*subjects, missing=(("inventory", "integrations"),))


def carriers_of(stack: Stack, categories: frozenset[str]) -> frozenset[str]:
    """The ids of systems whose job it is to pass data on."""
    return frozenset(system.id for system in stack.in_use if system.facts.get("category") in categories)


def category_missing(systems: Iterable[Subject]) -> tuple[tuple[str, str], ...]:
    """The missing facts where nobody knows what these systems do."""
    return tuple((system.id, "category") for system in systems)


def names_of(systems: Iterable[Subject]) -> tuple[str, ...]:
    """The names of systems, for a message; those of the same name with their ids."""
    systems = tuple(systems)
    times = Counter(system.name for system in systems)
    return tuple(f"{system.name} ({system.id})" if times[system.name] > 1 else system.name for system in systems)


def does_any(system: Subject, jobs: frozenset[str]) -> bool:
    """Whether a system does one of the jobs."""
    return not jobs.isdisjoint(jobs_of(system))
