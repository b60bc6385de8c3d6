"""A reconciliation as JSON: a versioned contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit import __version__
from stackaudit.reports.json_spelling import encode, in_lines, report_text
from stackaudit.reports.schemas.reconciliation import RECONCILIATION_VERSION

if TYPE_CHECKING:
    from datetime import date

    from stackaudit.model.reconciliation import Coverage, Payments, Reconciliation, Sighting, Tool


def reconciliation_json(organization: str, reconciliation: Reconciliation, today: date) -> str:
    """The reconciliation as the schema of `stackaudit schema reconciliation` describes it; ends with a line feed."""
    return report_text(
        [
            f'"schema": {encode(RECONCILIATION_VERSION)}',
            f'"stackaudit": {encode(__version__)}',
            f'"today": {encode(today.isoformat())}',
            f'"organization": {encode(organization)}',
            f'"currency": {encode(reconciliation.currency)}',
            f'"tools": {in_lines(encode(_tool(tool)) for tool in reconciliation.tools)}',
            f'"guesses": {in_lines(encode(_tool(tool)) for tool in reconciliation.guesses)}',
            f'"teams": {in_lines(encode(share._asdict()) for share in reconciliation.shares)}',
            f'"coverage": {in_lines(encode(_coverage(each)) for each in reconciliation.coverage)}',
            f'"ignored": {in_lines(encode(each._asdict()) for each in reconciliation.ignored)}',
            f'"files": {in_lines(encode(_days(each._asdict())) for each in reconciliation.files)}',
            f'"unread": {in_lines(encode({"name": name, "reason": why}) for name, why in reconciliation.unread)}',
        ],
    )


def _tool(tool: Tool) -> dict[str, object]:
    return {
        "id": tool.id,
        "name": tool.name,
        "product": tool.product,
        "vendor": tool.vendor,
        "category": tool.category,
        "systems": list(tool.systems),
        "standing": tool.standing,
        "expected": list(tool.expected),
        "sureness": tool.sureness.word,
        "whys": list(tool.whys),
        "payments": _payments(tool.payments) if tool.payments else None,
        "sightings": [_sighting(sighting) for sighting in tool.sightings.values()],
    }


def _payments(payments: Payments) -> dict[str, object]:
    return {**payments._asdict(), "shares": [share._asdict() for share in payments.shares]}


def _sighting(sighting: Sighting) -> dict[str, object]:
    users = [trace.users for trace in sighting.traces if trace.users is not None]
    place = sighting.traces[0].place
    return {
        "source": sighting.source,
        "times": sighting.times,
        "first": _day(sighting.first),
        "last": _day(sighting.last),
        "users": max(users, default=None),
        "texts": list(sighting.texts),
        "place": place._asdict(),
    }


def _coverage(coverage: Coverage) -> dict[str, object]:
    unknown = [{"text": text, "traces": traces} for text, traces in coverage.unknown_texts]
    return {**_days(coverage._asdict()), "unknown_texts": unknown}


def _days(value: dict[str, object]) -> dict[str, object]:
    """A record with its days as text."""
    return {**value, "first": _day(value["first"]), "last": _day(value["last"])}


def _day(day: object) -> str | None:
    return None if day is None else str(day)
