"""What evidence shows of a tool, in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.evidence import SOURCES
from stackaudit.model.money import grouped, spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.reconciliation import Payments, Sighting, Tool
    from stackaudit.reports.html.places import Places

_MOST_TEXTS, _MOST_TRACES, _MOST_SHARES = 4, 3, 4


class ShownSource(NamedTuple):
    """What one source says: how often and when, as what it was written, and the latest places."""

    source: str
    says: str
    texts: str
    places: tuple[str, ...]


class ShownTool(NamedTuple):
    """A tool as a system's sheet tells it."""

    name: str
    standing: str
    sureness: str
    whys: tuple[str, ...]
    sources: tuple[ShownSource, ...]
    paid: str
    expected: str


def shown_tool(tool: Tool, currency: str, places: Places) -> ShownTool:
    """The tool with its sources in a fixed order; money in the organisation's currency."""
    return ShownTool(
        name=tool.name,
        standing=tool.standing,
        sureness=tool.sureness.word if tool.sightings else "",
        whys=tool.whys[:_MOST_TEXTS],
        sources=tuple(_source(tool.sightings[name], places) for name in SOURCES if name in tool.sightings),
        paid="; ".join(_paid(tool.payments, currency)) if tool.payments else "",
        expected=" or ".join(tool.expected) if tool.standing == "unseen" else "",
    )


def signed_in(tool: Tool) -> int | None:
    """How many people sign in to a tool at most, or None where no list says a number."""
    sighting = tool.sightings.get("signed in")
    users = [trace.users for trace in sighting.traces if trace.users is not None] if sighting else []
    return max(users, default=None)


def _source(sighting: Sighting, places: Places) -> ShownSource:
    further = len(sighting.texts) - _MOST_TEXTS
    texts = ", ".join(sighting.texts[:_MOST_TEXTS]) + (f" and {further} more" if further > 0 else "")
    return ShownSource(
        sighting.source,
        " · ".join(_said(sighting)),
        texts,
        tuple(places.line(trace.place) for trace in sighting.traces[:_MOST_TRACES]),
    )


def _said(sighting: Sighting) -> Iterator[str]:
    yield "once" if sighting.times == 1 else f"{grouped(sighting.times)} times"
    users = [trace.users for trace in sighting.traces if trace.users is not None]
    if users:
        yield "1 person" if max(users) == 1 else f"{grouped(max(users))} people"
    if sighting.first and sighting.last:
        same = sighting.first == sighting.last
        yield f"on {sighting.last}" if same else f"{sighting.first} to {sighting.last}"


def _paid(payments: Payments, currency: str) -> Iterator[str]:
    """The yearly amount and who paid it."""
    times = "once" if payments.times == 1 else f"in {grouped(payments.times)} payments"
    yield f"{spelled(round(payments.annual), currency)} in twelve months, {times}"
    if shares := [
        f"{share.team or '(not stated)'} {spelled(round(share.amount), currency)}" for share in payments.shares
    ]:
        further = len(shares) - _MOST_SHARES
        yield "by " + ", ".join(shares[:_MOST_SHARES]) + (f" and {further} more" if further > 0 else "")
    if payments.cards and payments.cards > 1:
        yield f"with {payments.cards} cards"
    if payments.unconverted:
        yield f"also in {', '.join(payments.unconverted)}, without a rate"
