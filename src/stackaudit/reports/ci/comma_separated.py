"""Findings as comma-separated values for spreadsheets, of which no cell is a formula."""

from __future__ import annotations

import csv
import io
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from stackaudit.reports.ci.wording import REMEMBERED, shown, subject_names
from stackaudit.reports.json_spelling import amount

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit, Finding

COLUMNS = (
    "rule",
    "severity",
    "theme",
    "subjects",
    "message",
    "fix",
    "file",
    "line",
    "column",
    "money",
    "currency",
    "fingerprint",
)
"""The first line. Money is per year and empty where no amount is known."""

_FORMULA = re.compile(r"""(?:^|(?<=;))(?=[\s"'`]*[=+\-@＝＋－＠])""")  # noqa: RUF001 - full-width signs begin formulas as well


def comma_separated_text(audit: Audit) -> str:
    """A header and a line for each finding after RFC 4180; lines end with CR and LF.

    Where a text begins as a formula does, an apostrophe stands before it; also after a semicolon, at which spreadsheets
    of many countries begin another cell. Figures stay figures.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows(_row(finding, audit.currency) for finding in audit.findings)
    return out.getvalue()


def _row(finding: Finding, currency: str) -> tuple[object, ...]:
    place, money = finding.place, finding.money
    return (
        safe_cell(shown(finding.rule)),
        finding.severity.word,
        safe_cell(shown(finding.theme)),
        safe_cell(subject_names(finding.subjects)),
        safe_cell(shown(finding.message)),
        safe_cell(shown(finding.fix)),
        safe_cell(shown(place.file)),
        place.line,
        place.column,
        "" if money is None else amount(money),
        "" if money is None else safe_cell(shown(currency)),
        finding.fingerprint,
    )


@lru_cache(REMEMBERED)
def safe_cell(text: str) -> str:
    """A text that no spreadsheet calculates."""
    if text[:1].isalnum() and ";" not in text:
        return text
    return _FORMULA.sub("'", text)
