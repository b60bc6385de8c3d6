"""What evidence shows of a tool, in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.evidence import SOURCES
from stackaudit.model.money import grouped, spelled
from stackaudit.model.reconciliation import STANDINGS
from stackaudit.reports.html.escaping import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.reconciliation import Payments, Sighting, Tool
    from stackaudit.reports.html.places import Places

_MOST_TEXTS, _MOST_TRACES, _MOST_SHARES = 4, 3, 4


def tool_html(tool: Tool, currency: str, places: Places) -> str:
    """How a tool stands, what each source says of it, in a fixed order, and what was paid, in the currency."""
    says = [f"{tool.name}: {STANDINGS[tool.standing]}"]
    if tool.expected and tool.standing == "unseen":
        says.append(f"; not among what is {' or '.join(tool.expected)}")
    if tool.sightings:
        says.append(f" · {tool.sureness.word}")
    if tool.whys:
        says.append(f" · {'; '.join(tool.whys[:_MOST_TEXTS])}")
    says.append(f". Paid {'; '.join(_paid(tool.payments, currency))}." if tool.payments else ".")
    shown = [_source(tool.sightings[name], places) for name in SOURCES if name in tool.sightings]
    return f"<p>{''.join(map(escaped, says))}\n" + (f"<ul>{''.join(shown)}</ul>\n" if shown else "")


def signed_in(tool: Tool) -> int | None:
    """How many people sign in to a tool at most, or None where no list says a number."""
    sighting = tool.sightings.get("signed in")
    users = [trace.users for trace in sighting.traces if trace.users is not None] if sighting else []
    return max(users, default=None)


def _source(sighting: Sighting, places: Places) -> str:
    """What one source says: how often and when, as what it was written, and the latest places."""
    further = len(sighting.texts) - _MOST_TEXTS
    texts = ", ".join(sighting.texts[:_MOST_TEXTS]) + (f" and {further} more" if further > 0 else "")
    where = [f" <i>{escaped(places.line(trace.place))}</i>" for trace in sighting.traces[:_MOST_TRACES]]
    said = f"{escaped(sighting.source)} {escaped(' · '.join(_said(sighting)))} as {escaped(texts)}"
    return f"<li>{said}{''.join(where)}\n"


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
