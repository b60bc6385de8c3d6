"""Ledgers as traces: every line is a payment, or is skipped and told."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from stackaudit.model.documents import Place
from stackaudit.model.problems import Problem, Problems
from stackaudit.sources.evidence.ledgers import LEDGER
from stackaudit.sources.evidence.reader import Content, Reading
from stackaudit.sources.evidence.tables import decode_table, read_tables
from stackaudit.sources.evidence.workbooks import read_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.evidence import Trace

SPEND = Path(__file__).parents[4] / "shared" / "data" / "spend"


class Paid(NamedTuple):
    """A payment as these tests write it."""

    text: str
    on: date | None
    amount: float | None
    currency: str = ""
    team: str = ""
    payer: str = ""


def content(text: str, declared: Mapping[str, object] | None = None) -> Content:
    return Content("cards.csv", ".csv", text, read_tables("cards.csv", ".csv", text), declared or {})


def reading(text: str, declared: Mapping[str, object] | None = None) -> Reading:
    """What the reader finds in a ledger that it claims."""
    ledger = content(text, declared)
    assert LEDGER.claims(ledger)
    return LEDGER.read(ledger)


def paid(trace: Trace) -> Paid:
    return Paid(trace.text, trace.on, trace.amount, trace.currency, trace.team, trace.payer)


def payments(text: str, declared: Mapping[str, object] | None = None) -> list[Paid]:
    return [paid(trace) for trace in reading(text, declared).traces]


JANUARY = (
    "Card statement,,,,,\n\n"
    "Date,Merchant,Amount,Currency,Card,Department\n"
    "26/01/2026,MAILCHIMP   *MONTHLY,54.20,GBP,4111111111111234,Web team\n"
    "27/01/2026,Figma,(15.00),GBP,4111111111111234,Design\n"
    ",Total,39.20,GBP,,\n"
)


def test_each_line_is_a_payment_with_all_that_it_says() -> None:
    found = reading(JANUARY)

    assert [paid(trace) for trace in found.traces] == [
        Paid("MAILCHIMP   *MONTHLY", date(2026, 1, 26), 54.2, "GBP", "Web team", "*1234"),
        Paid("Figma", date(2026, 1, 27), -15.0, "GBP", "Design", "*1234"),
    ]
    assert {trace.kind for trace in found.traces} == {"payment"}
    assert (found.rows, found.skipped, found.notes) == (3, 1, ())


def test_a_payment_stands_on_its_line() -> None:
    found = LEDGER.read(content(JANUARY))

    assert [trace.place for trace in found.traces] == [Place("cards.csv", 4, 1), Place("cards.csv", 5, 1)]
    assert found.traces[0].entry.document is found.document


def test_what_may_be_quoted_is_what_was_read_and_nothing_else() -> None:
    ledger = (
        "Date,Employee,Merchant,Amount,Card number,Note\n"
        "2026-01-26,Person 1,MAILCHIMP,54.20,4111111111111234,for Person 2\n"
        '2026-01-27,Person 3,"FIGMA\nMONTHLY",15.00,4111111111115678,private\n'
    )

    found = LEDGER.read(content(ledger))

    assert found.document.text == "\n2026-01-26 · MAILCHIMP · 54.20 · *1234\n2026-01-27 · FIGMA MONTHLY · 15.00 · *5678"


@pytest.mark.parametrize(
    ("text", "payment"),
    [
        ("Date,Merchant,Amount\n26/01/2026,Figma,15\n", Paid("Figma", date(2026, 1, 26), 15.0)),
        ("Date,Merchant,Amount (GBP)\n26/01/2026,Figma,15\n", Paid("Figma", date(2026, 1, 26), 15.0, "GBP")),
        ("Datum;Händler;Betrag €\n26.01.2026;Figma;1.015,50\n", Paid("Figma", date(2026, 1, 26), 1015.5, "EUR")),
        ("Datum;Händler;Betrag\n26.01.2026;Figma;1.015\n", Paid("Figma", date(2026, 1, 26), 1015.0)),
        ("Date,Merchant,Amount\n01/02/2026,Figma,$15.00\n", Paid("Figma", date(2026, 1, 2), 15.0, "USD")),
        ("Date,Merchant,Amount,Cur\n01/02/2026,Figma,15.00,usd\n", Paid("Figma", date(2026, 1, 2), 15.0, "USD")),
        ("Date,Merchant,Amount,Cur\n01/02/2026,Figma,$15.00,AUD\n", Paid("Figma", date(2026, 2, 1), 15.0, "AUD")),
        ("Date,Merchant,Amount\n01/02/2026,Figma,£15.00\n", Paid("Figma", date(2026, 2, 1), 15.0, "GBP")),
        ("Date,Merchant,Amount,Cur\n26/01/2026,Figma,1.015,SEK\n", Paid("Figma", date(2026, 1, 26), 1015.0, "SEK")),
        (
            "Date,Merchant,Description,Amount\n26/01/2026,PAYPAL,Canva,15\n",
            Paid("PAYPAL *Canva", date(2026, 1, 26), 15.0),
        ),
        ("Date,Merchant,Amount\nsoon,Figma,15\n27/01/2026,Canva,1\n", Paid("Figma", None, 15.0)),
        ("Date,Merchant,Amount\n,Figma,0.00\n27/01/2026,Canva,1\n", Paid("Figma", None, 0.0)),
    ],
)
def test_the_first_line_of_many_kinds_of_ledgers(text: str, payment: Paid) -> None:
    assert payments(text)[0] == payment


@pytest.mark.parametrize(
    "text",
    [
        "Date,Payee,Amount\n26/01/2026,Figma,-15\n27/01/2026,Canva,-9\n28/01/2026,Figma,5\n",
        "Date,Payee,Debit,Credit\n26/01/2026,Figma,15,\n27/01/2026,Canva,9,0\n28/01/2026,Figma,,5\n",
        "Date,Payee,Debit,Credit\n26/01/2026,Figma,-15,\n27/01/2026,Canva,-9,\n28/01/2026,Figma,0.00,5\n",
        "Date,Payee,Money out,Money in\n26/01/2026,Figma,15,\n27/01/2026,Canva,9,\n28/01/2026,Figma,,5\n",
        "Date,Payee,Debit/Credit,Amount\n26/01/2026,Figma,Debit,15\n27/01/2026,Canva,D,9\n28/01/2026,Figma,Credit,5\n",
        "Date,Payee,Amount\n26/01/2026,Figma,15 DR\n27/01/2026,Canva,9\n28/01/2026,Figma,5 CR\n",
    ],
)
def test_what_was_paid_is_positive_and_a_refund_negative(text: str) -> None:
    assert payments(text) == [
        Paid("Figma", date(2026, 1, 26), 15.0),
        Paid("Canva", date(2026, 1, 27), 9.0),
        Paid("Figma", date(2026, 1, 28), -5.0),
    ]


def test_a_first_refund_after_many_payments_is_read() -> None:
    text = "Date,Payee,Debit,Credit\n" + "26/01/2026,Figma,15,\n" * 500 + "27/01/2026,Figma,,5\n"

    assert payments(text)[-1] == Paid("Figma", date(2026, 1, 27), -5.0)


def test_a_sheet_of_a_workbook_is_a_ledger_whose_lines_are_its_rows() -> None:
    book = Workbook()
    for row in (["Cards"], [], ["Date", "Merchant", "Amount"], [date(2026, 1, 26), "Figma", 15.5], ["", "Total", 15.5]):
        book.worksheets[0].append(row)
    book.save(out := io.BytesIO())

    ((name, text, table),) = read_workbook(out.getvalue(), "cards.xlsx")
    found = LEDGER.read(Content(name, ".xlsx", text, table))

    assert [(paid(trace), trace.place) for trace in found.traces] == [
        (Paid("Figma", date(2026, 1, 26), 15.5), Place("cards.xlsx [Sheet]", 4, 1))
    ]
    assert (found.rows, found.skipped, found.notes) == (2, 1, ())


def test_words_that_are_no_directions_turn_nothing_round() -> None:
    text = "Date,Payee,Type,Amount\n26/01/2026,Figma,Sale,15\n27/01/2026,Canva,Credit,9\n28/01/2026,Zoom,Fee,5\n"

    assert [payment.amount for payment in payments(text)] == [15.0, 9.0, 5.0]


def test_the_billed_amount_has_the_billed_currency() -> None:
    text = (
        "Date,Merchant,Original amount,Original currency,Billing amount,Billing currency\n"
        "26/01/2026,Figma,15.00,USD,12.00,GBP\n"
    )

    assert payments(text) == [Paid("Figma", date(2026, 1, 26), 12.0, "GBP")]


def test_what_is_declared_wins() -> None:
    text = "Wann,Wer,Wieviel,Davor\n01/02/26,Figma,-1.015,x\n01/02/26,Canva,2.000,x\n"
    declared = {
        "columns": {"date": "Wann", "merchant": "Wer", "amount": "Wieviel", "team": "Davor"},
        "currency": "eur",
        "days": "year-first",
        "decimal": "comma",
        "sign": "paid-is-negative",
    }

    assert payments(text, declared) == [
        Paid("Figma", date(2001, 2, 26), 1015.0, "EUR", "x"),
        Paid("Canva", date(2001, 2, 26), -2000.0, "EUR", "x"),
    ]


def test_declared_columns_may_be_flat_facts() -> None:
    text = "Wann,Wer,Wieviel\n26/01/2026,Figma,15\n"
    declared = {"columns.date": "Wann", "columns.merchant": "Wer", "columns.amount": "Wieviel"}

    assert payments(text, declared) == [Paid("Figma", date(2026, 1, 26), 15.0)]


def test_a_declared_sign_keeps_refunds_what_they_are() -> None:
    text = "Date,Merchant,Amount\n26/01/2026,Figma,-15\n"

    assert payments(text, {"sign": "paid-is-positive"}) == [Paid("Figma", date(2026, 1, 26), -15.0)]


def test_a_declared_dollar_is_meant_by_the_sign_of_dollars() -> None:
    text = "Date,Merchant,Amount\n26/01/2026,Figma,$15\n26/01/2026,Canva,€9\n26/01/2026,Slack,7\n"

    assert [payment.currency for payment in payments(text, {"currency": "CAD"})] == ["CAD", "EUR", "CAD"]


def test_a_declared_column_that_is_missing_is_a_problem() -> None:
    with pytest.raises(Problems) as raised:
        reading(JANUARY, {"columns": {"merchant": "Wer", "amount": "Amount"}})

    assert raised.value.problems == (
        Problem(
            "no column `Wer` for `merchant`",
            "Its headings are: Date, Merchant, Amount, Currency, Card, Department.",
            Place("cards.csv", 3, 1),
        ),
    )


def test_what_cannot_be_read_is_told_with_its_first_line() -> None:
    text = (
        "Date,Merchant,Amount\n26/01/2026,Figma,15\n99/99/9999,Canva,9\n27/01/2026,Slack,NaN\n28/01/2026,Zoom,1e309\n"
        "Date,Merchant,Amount\n28/01/2026,Smith, Jones,7\n28/01/2026,,7\n28/01/2026,,8\n28/01/2026,Zoom,\n"
    )

    found = reading(text)

    assert [paid(trace) for trace in found.traces] == [
        Paid("Figma", date(2026, 1, 26), 15.0),
        Paid("Canva", None, 9.0),
    ]
    assert (found.rows, found.skipped) == (9, 7)
    assert found.notes == (
        "3 lines have an amount that cannot be read, the first on line 4",
        "1 line has a day that cannot be read, on line 3",
        "1 line has more cells than the header has, on line 7",
    )


def test_a_cell_that_took_in_the_lines_below_is_told() -> None:
    text = 'Date,Merchant,Amount\n26/01/2026,"THE BOX,15\n27/01/2026,"Figma,9\n28/01/2026,Canva,7\n'

    found = reading(text)

    assert [paid(trace) for trace in found.traces] == [
        Paid("THE BOX,15\n27/01/2026,Figma", date(2026, 1, 26), 9.0),
        Paid("Canva", date(2026, 1, 28), 7.0),
    ]
    assert found.notes == ("1 line has a merchant of several lines, maybe for want of a quotation mark, on line 2",)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            "Date,Merchant,Amount\n01/02/2026,Figma,15\n",
            "nothing tells days from months: read day first; say `days:` if that is wrong",
        ),
        (
            "Date,Merchant,Amount\n26/01/2026,Figma,1.015\n",
            "nothing tells whether a comma or a point parts the cents: read with a point; say `decimal:`",
        ),
        (
            "Date,Merchant,Amount\n26/01/2026,Figma,-15\n",
            "most amounts are negative: read as what was paid",
        ),
        (
            "Date,Merchant,Original amount,Billing currency\n26/01/2026,Figma,15,GBP\n",
            "amounts are the original ones, and only the currency that was billed is stated",
        ),
    ],
)
def test_what_was_left_open_is_told(text: str, note: str) -> None:
    assert reading(text).notes == (note,)


def test_names_of_people_are_in_no_trace() -> None:
    text = (
        "Date,Employee,Card Holder,Merchant,Amount,Card ending\n"
        "26/01/2026,person-001,person-002,Figma,15,1234\n27/01/2026,person-003,person-004,Canva,9,1234\n"
    )

    assert "person" not in repr([(trace.kind, trace.text, *trace[3:]) for trace in reading(text).traces])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tool\nFigma\n",
        "Application,Users,Last login\nFigma,12,2026-01-26\n",
        "Application,Vendor,Cost,Users,Last used\nFigma,Figma,12.50,7,2026-01-26\n",
        "Application,Vendor,Annual cost,Renewal date\nFigma,Figma Inc,12.50,2026-01-26\n",
        "name,url,username,password,date\nFigma,https://figma.com,person-001,x,2026-01-26\n",
        "Name,ID,Created\nFigma,0000-1111,2026-01-26\n",
        "Date,Amount,Rate\n26/01/2026,15.00,1.00\n",
    ],
)
def test_what_is_no_ledger(text: str) -> None:
    assert not LEDGER.claims(content(text))


def test_formulas_and_escapes_are_text() -> None:
    text = "Date,Merchant,Amount\n26/01/2026,=cmd|' /C calc'!A0,15\n26/01/2026,\x1b]0;x\x07Figma,9\n"

    assert [payment.text for payment in payments(text)] == ["=cmd|' /C calc'!A0", "\x1b]0;x\x07Figma"]


CELL = st.text(st.sampled_from("ab 0129/.-,;£$\"'\n\r\t()=CR\0٣"), max_size=12)


@given(
    rows=st.lists(st.lists(CELL, min_size=3, max_size=7), max_size=6),
    declared=st.dictionaries(
        st.sampled_from(["columns", "currency", "days", "decimal", "sign", "columns.date"]),
        st.text(max_size=6) | st.integers() | st.none() | st.dictionaries(st.text(max_size=3), CELL, max_size=2),
        max_size=3,
    ),
)
@settings(max_examples=150, deadline=None)
def test_any_cells_are_traces_or_skipped(rows: list[list[str]], declared: dict[str, object]) -> None:
    text = "\n".join(["Date,Merchant,Amount,Currency,Card,Team,Description", *map(",".join, rows)])
    try:
        ledger = content(text, declared)
        found = LEDGER.read(ledger) if LEDGER.claims(ledger) else None
    except Problems:
        return

    if found is not None:
        assert found.rows == len(found.traces) + found.skipped
        lines = [trace.place.line for trace in found.traces]
        assert lines == sorted(set(lines))


@pytest.mark.skipif(not SPEND.is_dir(), reason="the council's ledgers are not here")
@pytest.mark.parametrize(
    ("name", "amount_column", "merchant_column", "day_column", "date_order"),
    [
        ("birmingham-pcard-2014-09.csv", "ORIGINAL GROSS AMT", "MERCHANT NAME", "TRANS DATE", (2, 1, 0)),
        ("birmingham-pcard-2016-09.csv", "ORIGINAL GROSS AMT", "MERCHANT NAME", "TRANS DATE", (2, 1, 0)),
        ("birmingham-pcard-2017-01.csv", "BILLING GROSS AMT", "MERCHANT NAME", "TRANS DATE", (2, 1, 0)),
        ("calderdale-pcard-2020-04.csv", "Net Amount", "Supplier Name", "Transaction Date", (0, 1, 2)),
    ],
)
def test_every_line_of_a_real_ledger_is_a_payment(
    name: str, amount_column: str, merchant_column: str, day_column: str, date_order: tuple[int, int, int]
) -> None:
    path = SPEND / name
    text = decode_table(path.read_bytes(), name)
    with path.open(encoding="utf-8", newline="") as file:
        plain = list(csv.DictReader(file))

    found = LEDGER.read(ledger := Content(name, ".csv", text, read_tables(name, ".csv", text)))

    assert LEDGER.claims(ledger)
    assert (found.rows, found.skipped) == (len(plain), 0)
    assert [trace.amount for trace in found.traces] == [float(row[amount_column]) for row in plain]
    assert [trace.text for trace in found.traces] == [row[merchant_column].strip() for row in plain]
    split = [row[day_column].replace("-", "/").split("/") for row in plain]
    assert [trace.on for trace in found.traces] == [
        date(*(int(parts[place]) for place in date_order)) for parts in split
    ]
    assert all(trace.team and not trace.payer for trace in found.traces)


def test_the_currency_of_the_shop_is_not_that_of_what_was_charged() -> None:
    found = payments(
        "Timestamp,Merchant,Amount,Original Currency,Original Amount\n"
        "2026-10-02 00:00:00,Typeform SL,35.00,EUR,32.10\n"
        "2026-10-09 00:00:00,Midjourney Inc.,30.00,USD,30.00\n"
    )

    assert found == [
        Paid("Typeform SL", date(2026, 10, 2), 35.0),
        Paid("Midjourney Inc.", date(2026, 10, 9), 30.0),
    ]


def test_a_list_of_suppliers_names_them_beside_their_numbers() -> None:
    found = payments(
        "Vendor\tName 1\tDoc. Date\tAmount in LC\tLCurr\tAmount in DC\tDCurr\tText\n"
        "100000\tContentful Global Inc\t01.07.2026\t4.500,00\tEUR\t5.000,00\tUSD\tx\n"
        "100001\tPersonio SE\t14.07.2026\t399,00\tEUR\t399,00\tEUR\tx\n"
    )

    assert found == [
        Paid("Contentful Global Inc", date(2026, 7, 1), 4500.0, "EUR"),
        Paid("Personio SE", date(2026, 7, 14), 399.0, "EUR"),
    ]


def test_the_text_of_a_posting_names_who_was_paid_and_the_text_of_its_account_does_not() -> None:
    found = payments(
        "Date;Journal;Numéro de compte;Libellé de compte;Libellé de ligne;Débit;Crédit\n"
        "13/10/2026;ACH;6511;Logiciels;Facture MAILJET SAS octobre;120,00;\n"
    )

    assert found == [Paid("Facture MAILJET SAS octobre", date(2026, 10, 13), 120.0)]
