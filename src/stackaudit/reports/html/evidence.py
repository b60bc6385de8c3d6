"""The table of evidence: every tool with what is declared, paid, signed in to, seen and listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.evidence import SOURCES
from stackaudit.model.reconciliation import STANDINGS
from stackaudit.reports.html.escaping import joined, linked
from stackaudit.reports.html.shown_tools import signed_in
from stackaudit.reports.html.tokens import Choice
from stackaudit.reports.html.values import whole_amount

if TYPE_CHECKING:
    from markupsafe import Markup

    from stackaudit.model.reconciliation import Coverage, Reconciliation, Tool
    from stackaudit.reports.html.anchors import Anchors
    from stackaudit.reports.html.belonging import Belonging

_MOST_SYSTEMS, _MOST_WHYS, _MOST_TEXTS = 6, 3, 10


class ToolRow(NamedTuple):
    """One tool; `seen` are the cells of the sources after the payments."""

    name: str
    systems: Markup
    standing: str
    token: int
    paid: str
    amount: float
    by: str
    seen: tuple[str, ...]
    last: str
    sureness: str
    whys: str


class CoverageRow(NamedTuple):
    """What the files of one source cover; a source of which none was read has no `coverage`."""

    source: str
    coverage: Coverage | None
    unknown: str


class EvidenceTable(NamedTuple):
    """All that evidence says."""

    standings: tuple[Choice, ...]
    tools: tuple[ToolRow, ...]
    guesses: tuple[ToolRow, ...]
    coverage: tuple[CoverageRow, ...]
    sources: tuple[str, ...]


def evidence_table(reconciliation: Reconciliation, belonging: Belonging, anchors: Anchors) -> EvidenceTable:
    """The tools by standing, the dearest first, and what was covered."""
    tokens = {standing: token for token, standing in enumerate(_ORDER, 1)}
    found = {tool.standing for tool in reconciliation.tools}
    ordered = sorted(reconciliation.tools, key=lambda tool: tokens.get(tool.standing, 0))
    return EvidenceTable(
        standings=tuple(Choice(tokens[each], f"{each}: {STANDINGS[each]}") for each in _ORDER if each in found),
        tools=tuple(_row(tool, tokens.get(tool.standing, 0), belonging, anchors) for tool in ordered),
        guesses=tuple(_row(tool, 0, belonging, anchors) for tool in reconciliation.guesses),
        coverage=tuple(_covered(source, reconciliation.covered(source)) for source in SOURCES),
        sources=tuple(source for source in SOURCES if source != "paid"),
    )


_ORDER = ("undeclared", "unseen", "matched", "unshown")


def _row(tool: Tool, token: int, belonging: Belonging, anchors: Anchors) -> ToolRow:
    paid = tool.payments
    payers = [belonging.name(share.team) for share in paid.shares if share.team] if paid else []
    return ToolRow(
        name=tool.name,
        systems=joined(
            [
                linked(belonging.system(each), anchors.of("s", each))
                for each in tool.systems[:_MOST_SYSTEMS]
                if belonging.system(each)
            ],
            ", ",
        ),
        standing=tool.standing,
        token=token,
        paid=whole_amount(paid.annual, "") if paid else "",
        amount=paid.annual if paid else -1.0,
        by=", ".join(payers[:2]) + (f" and {len(payers) - 2} more" if len(payers) > 2 else ""),
        seen=tuple(_cell(tool, source) for source in SOURCES if source != "paid"),
        last=str(tool.last or ""),
        sureness=tool.sureness.word if tool.sightings else "",
        whys="; ".join(tool.whys[:_MOST_WHYS]),
    )


def _cell(tool: Tool, source: str) -> str:
    """Whether a source shows a tool: how many people or how often, as far as that is told."""
    sighting = tool.sightings.get(source)
    if sighting is None:
        return ""
    people = signed_in(tool) if source == "signed in" else None
    told = f"{people} {'person' if people == 1 else 'people'}" if people else ""
    return told or ("once" if sighting.times == 1 else f"{sighting.times} times")


def _covered(source: str, coverage: Coverage | None) -> CoverageRow:
    texts = coverage.unknown_texts[:_MOST_TEXTS] if coverage else ()
    return CoverageRow(source, coverage, ", ".join(text for text, _ in texts))
