"""Rows in groups are payments to the supplier above them."""

from __future__ import annotations

from datetime import date

import pytest

from stackaudit.sources.evidence.grouping import with_groups_as_column
from stackaudit.sources.evidence.ledgers import LEDGER
from stackaudit.sources.evidence.reader import Content, Table
from stackaudit.sources.evidence.tables import read_tables

REPORT = """\
Example Trading Ltd,,,,,
Transaction List by Vendor,,,,,
,Date,Transaction Type,Num,Memo/Description,Amount
Adobe Systems,,,,,
,10/13/2026,Expense,,CC subscription,-59.99
,10/20/2026,Expense,,Stock,-29.99
Total for Adobe Systems,,,,,-89.98
Wix.com,,,,,
,10/14/2026,Bill,,Site,-290.00
Total for Wix.com,,,,,-290.00
"""


def test_the_name_above_a_group_is_the_merchant_of_its_rows() -> None:
    content = Content("report.csv", ".csv", REPORT, read_tables("report.csv", ".csv", REPORT))

    assert LEDGER.claims(content)
    assert [(trace.text, trace.on, trace.amount, trace.place.line) for trace in LEDGER.read(content).traces] == [
        ("Adobe Systems", date(2026, 10, 13), 59.99, 5),
        ("Adobe Systems", date(2026, 10, 20), 29.99, 6),
        ("Wix.com", date(2026, 10, 14), 290.0, 9),
    ]


@pytest.mark.parametrize(
    "table",
    [
        Table(("", "Date", "Name", "Amount"), [["Software", "", "", ""], ["", "2026-10-13", "Adobe", "9"]], [2, 3]),
        Table(("", "Date", "Memo", "Amount"), [["Adobe", "", "", ""], ["Wix", "2026-10-13", "", "9"]], [2, 3]),
        Table(("Vendor", "Date", "Amount"), [["Adobe", "", ""], ["", "2026-10-13", "9"]], [2, 3]),
        Table(("", "Date", "Amount"), [["", "2026-10-13", "9"]], [2]),
    ],
)
def test_any_other_table_stays_as_it_is(table: Table) -> None:
    assert with_groups_as_column(table) == table
