"""A trace as JSON: a versioned contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit import __version__
from stackaudit.reports.json_spelling import encode, in_lines, report_text
from stackaudit.reports.schemas.journey import JOURNEY_VERSION

if TYPE_CHECKING:
    from stackaudit.model.journey import Carriage, Hop, Journey, Stop


def journey_json(journey: Journey) -> str:
    """The whole trace as the schema of `stackaudit schema journey` describes it; ends with a line feed."""
    first = journey.first_faulty
    return report_text(
        [
            f'"schema": {encode(JOURNEY_VERSION)}',
            f'"stackaudit": {encode(__version__)}',
            f'"today": {encode(journey.today.isoformat())}',
            f'"organization": {encode(journey.organization)}',
            f'"start": {encode(_stop(journey.start))}',
            f'"end": {encode(_stop(journey.end))}',
            f'"data": {encode(journey.data)}',
            f'"outcome": {encode(journey.outcome)}',
            f'"hops": {in_lines(encode(_hop(hop)) for hop in journey.hops)}',
            f'"first_faulty": {encode(None if first is None else journey.hops.index(first))}',
            f'"reached": {in_lines(encode(system._asdict()) for system in journey.reached)}',
            f'"senders": {in_lines(encode(system._asdict()) for system in journey.senders)}',
        ],
    )


def _stop(stop: Stop) -> dict[str, object]:
    return {
        "system": stop.system._asdict(),
        "business": stop.business._asdict(),
        "technical": stop.technical._asdict(),
        "note": stop.note,
    }


def _hop(hop: Hop) -> dict[str, object]:
    return {
        "start": _stop(hop.start),
        "end": _stop(hop.end),
        "state": hop.state,
        "note": hop.note,
        "faults": hop.faults,
        "flow": None if hop.carriage is None else _carriage(hop.carriage),
    }


def _carriage(carriage: Carriage) -> dict[str, object]:
    facts = carriage._asdict()
    return {
        "integration": facts.pop("flow")._asdict(),
        **facts,
        "last_ran": carriage.last_ran.isoformat() if carriage.last_ran else None,
        "owner": carriage.owner._asdict(),
    }
