"""A trend as JSON: a versioned contract, with one state on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit import __version__
from stackaudit.reports.json_spelling import amount, encode, in_lines, report_text
from stackaudit.reports.schemas.changes import TREND_VERSION

if TYPE_CHECKING:
    from stackaudit.model.changes import Moment, Trend


def trend_json(trend: Trend) -> str:
    """Everything as the schema of `stackaudit schema trend` describes it; ends with a line feed."""
    return report_text(
        [
            f'"schema": {encode(TREND_VERSION)}',
            f'"stackaudit": {encode(__version__)}',
            f'"organization": {encode(trend.organization)}',
            f'"currency": {encode(trend.currency)}',
            f'"moments": {in_lines(encode(_moment(moment)) for moment in trend.told)}',
            f'"broken": {in_lines(encode(_broken(moment)) for moment in trend.broken)}',
        ],
    )


def _moment(moment: Moment) -> dict[str, object]:
    return {
        "revision": moment.revision,
        "on": moment.on.isoformat(),
        "systems": moment.systems,
        "annual_cost": amount(moment.annual_cost),
        "currency": moment.currency,
        "findings": dict(moment.findings),
        "low": moment.low,
        "high": moment.high,
    }


def _broken(moment: Moment) -> dict[str, object]:
    return {"revision": moment.revision, "on": moment.on.isoformat(), "problem": moment.problem}
