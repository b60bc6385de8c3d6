"""Derived facts of what evidence shows of a system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.derivations.context import Context, Derived
from stackaudit.model.evidence import SOURCES
from stackaudit.model.language.fields import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from stackaudit.model.reconciliation import Tool

LEDGER_GAP = "ledger-gap"
"""The threshold that says by how many percent payments may be above the declared cost."""


def _of_tools(ask: Callable[[tuple[Tool, ...]], object]) -> Callable[[dict[str, object], Context], object]:
    """A fact of the tools that evidence shows a system to be; unknown where no evidence was read."""

    def compute(facts: dict[str, object], context: Context) -> object:
        tools = context.tools.get(str(facts["id"]))
        return None if tools is None else ask(tools)

    return compute


def _shown(tools: tuple[Tool, ...]) -> object:
    """Whether evidence shows it lately; unknown where nothing that was read would have to."""
    standings = {tool.standing for tool in tools}
    return True if "matched" in standings else (False if "unseen" in standings else None)


def _sources(tools: tuple[Tool, ...]) -> tuple[str, ...]:
    return tuple(source for source in SOURCES if any(source in tool.sightings for tool in tools))


def _last(tools: tuple[Tool, ...]) -> object:
    return max((tool.last for tool in tools if tool.last), default=None)


def _paid(tools: tuple[Tool, ...]) -> object:
    paid = [tool.payments.annual for tool in tools if tool.payments]
    return max(0.0, sum(paid)) if paid else None


def _tagged(tools: tuple[Tool, ...]) -> object:
    return any(trace.kind == "tag" for tool in tools if (s := tool.sightings.get("seen")) for trace in s.traces)


def _used(tools: tuple[Tool, ...]) -> object:
    return any("signed in" in tool.sightings or (tool.payments and tool.payments.is_current) for tool in tools)


def _paid_more(facts: dict[str, object], context: Context) -> object:
    """Whether ledgers hold more than the declared cost of a tool's systems together, beyond the allowed gap."""
    tools = context.tools.get(str(facts["id"]))
    if tools is None or "paid" not in context.sources:
        return None
    if not any(tool.payments for tool in tools):
        return False
    systems = {system for tool in tools for system in tool.systems}
    known = [cost for system in systems if (cost := context.costs.get(system)) is not None]
    gap = context.settings[LEDGER_GAP]
    assert isinstance(gap, int | float)
    paid = sum(tool.payments.annual for tool in tools if tool.payments)
    return paid > sum(known) * (1 + gap / 100) if len(known) == len(systems) else None


OF_EVIDENCE: tuple[Derived, ...] = (
    Derived(
        "evidence.read",
        Kind.MANY,
        "The sources of evidence that were read: paid, signed in, seen, listed.",
        (),
        lambda _, context: context.sources,
        Kind.TEXT,
    ),
    Derived(
        "evidence.sources",
        Kind.MANY,
        "The sources that show the system.",
        (),
        _of_tools(_sources),
        Kind.TEXT,
    ),
    Derived("evidence.last", Kind.DAY, "When evidence showed it last.", (), _of_tools(_last)),
    Derived(
        "evidence.shown_lately",
        Kind.FLAG,
        "Whether evidence shows it since `unseen-age` or `unpaid-age`; unknown where nothing read would have to.",
        ("security.sso", "bought.how"),
        _of_tools(_shown),
    ),
    Derived(
        "evidence.paid",
        Kind.MONEY,
        "What ledgers say was paid in the last twelve months that they cover.",
        (),
        _of_tools(_paid),
    ),
    Derived("evidence.tagged", Kind.FLAG, "Whether a tag on a page shows it.", (), _of_tools(_tagged)),
    Derived("evidence.used", Kind.FLAG, "Whether it is paid for, or signed in to.", (), _of_tools(_used)),
    Derived(
        "evidence.paid_more",
        Kind.FLAG,
        "Whether more was paid than `cost.annual` declares, beyond the threshold `ledger-gap`.",
        ("cost.annual",),
        _paid_more,
    ),
)
