"""Which column of a table holds what."""

from __future__ import annotations

import pytest

from stackaudit.model.documents import Place
from stackaudit.model.problems import Problem
from stackaudit.sources.evidence.columns import find_columns, is_of_sign_on, missing_columns
from stackaudit.sources.evidence.headings import folded
from stackaudit.sources.evidence.reader import Table

VALUES = {
    "day": "26/09/2014",
    "name": "Figma",
    "text": "monthly plan",
    "figure": "15.00",
    "code": "GBP",
    "card": "1234",
    "number": "72203210",
    "side": "S",
    "empty": "",
}
"""Cells by the word that stands for them below."""


def columns_of(header: str, cells: str, declared: dict[str, str] | None = None) -> dict[str, str]:
    """The columns of a table of one row, by what they hold: headings and words for cells are parted by `|`."""
    headings = tuple(header.split("|"))
    table = Table(headings, [[VALUES[cell] for cell in cells.split()]], [2])
    found = find_columns(table, declared or {})._asdict()
    del found["headings"]
    return {kind: headings[index] for kind, index in found.items() if index is not None}


@pytest.mark.parametrize(
    ("header", "cells", "columns"),
    [
        (
            "TRANS DATE|ORIGINAL GROSS AMT|ORIGINAL CUR|BILLING GROSS AMT|BILLING CUR|MERCHANT NAME|CARD NUMBER|Unit",
            "day figure code figure code name card text",
            {
                "date": "TRANS DATE",
                "merchant": "MERCHANT NAME",
                "amount": "BILLING GROSS AMT",
                "currency": "BILLING CUR",
                "payer": "CARD NUMBER",
                "team": "Unit",
            },
        ),
        (
            "Organisation|Transaction Date|Transaction number|Supplier Name|Net Amount|Merchant Category|Expense Area",
            "text day number name figure text text",
            {"date": "Transaction Date", "merchant": "Supplier Name", "amount": "Net Amount", "team": "Expense Area"},
        ),
        (
            "Invoice Number|Amount (£)|VAT|Supplier ID|Supplier|Date paid|Due date",
            "number figure figure number name day day",
            {"date": "Date paid", "merchant": "Supplier", "amount": "Amount (£)"},
        ),
        (
            "Date|Net amount|VAT amount|Amount incl. VAT|Payee|Cost centre|Cost centre description",
            "day figure figure figure name number text",
            {"date": "Date", "merchant": "Payee", "amount": "Amount incl. VAT", "team": "Cost centre description"},
        ),
        (
            "Buchungstag|Valutadatum|Verwendungszweck|Begünstigter/Zahlungspflichtiger|Betrag|Währung",
            "day day text name figure code",
            {
                "date": "Buchungstag",
                "merchant": "Begünstigter/Zahlungspflichtiger",
                "description": "Verwendungszweck",
                "amount": "Betrag",
                "currency": "Währung",
            },
        ),
        (
            "Belegdatum|Transaktionsbeschreibung|Originalbetrag|Originalwährung|Buchungsbetrag|Buchungswährung",
            "day name figure code figure code",
            {
                "date": "Belegdatum",
                "merchant": "Transaktionsbeschreibung",
                "amount": "Buchungsbetrag",
                "currency": "Buchungswährung",
            },
        ),
        (
            "AGENCY|TRANSACTION_DATE|TRANSACTION_AMOUNT|VENDOR_NAME|VENDOR_STATE_PROVINCE|MCC_DESCRIPTION",
            "text day figure name text text",
            {
                "date": "TRANSACTION_DATE",
                "merchant": "VENDOR_NAME",
                "amount": "TRANSACTION_AMOUNT",
                "team": "AGENCY",
            },
        ),
        (
            "Posting Date|Vendor Name|Amount in doc. curr.|Amount in local currency|Cost Center",
            "day name figure figure text",
            {
                "date": "Posting Date",
                "merchant": "Vendor Name",
                "amount": "Amount in local currency",
                "team": "Cost Center",
            },
        ),
        (
            "Transaction Time|Merchant Name|Merchant Location|Amount|User",
            "day name text figure name",
            {"date": "Transaction Time", "merchant": "Merchant Name", "amount": "Amount"},
        ),
        (
            "Date opération|Libellé|Débit|Crédit",
            "day name figure empty",
            {"date": "Date opération", "merchant": "Libellé", "debit": "Débit", "credit": "Crédit"},
        ),
        (
            "Fecha|Comercio|Importe|Divisa|Departamento",
            "day name figure code text",
            {
                "date": "Fecha",
                "merchant": "Comercio",
                "amount": "Importe",
                "currency": "Divisa",
                "team": "Departamento",
            },
        ),
        (
            "Datum|Naam / Omschrijving|Af Bij|Bedrag (EUR)|Mededelingen|Kostenplaats",
            "day name side figure text text",
            {
                "date": "Datum",
                "merchant": "Naam / Omschrijving",
                "direction": "Af Bij",
                "amount": "Bedrag (EUR)",
                "description": "Mededelingen",
                "team": "Kostenplaats",
            },
        ),
        (
            "Bokföringsdag|Inköpsställe|Belopp|Valuta|Saldo|Avdelning",
            "day name figure code figure text",
            {
                "date": "Bokföringsdag",
                "merchant": "Inköpsställe",
                "amount": "Belopp",
                "currency": "Valuta",
                "team": "Avdelning",
            },
        ),
        (
            "Dato|Forklaring|Ut fra konto|Inn på konto",
            "day name figure figure",
            {"date": "Dato", "merchant": "Forklaring", "debit": "Ut fra konto", "credit": "Inn på konto"},
        ),
        (
            "Bogført|Tekst|Beløb|Saldo",
            "day name figure figure",
            {"date": "Bogført", "merchant": "Tekst", "amount": "Beløb"},
        ),
        (
            "transactionDate|merchantName|billingAmount",
            "day name figure",
            {"date": "transactionDate", "merchant": "merchantName", "amount": "billingAmount"},
        ),
    ],
)
def test_headings_of_real_kinds(header: str, cells: str, columns: dict[str, str]) -> None:
    assert columns_of(header, cells) == columns


@pytest.mark.parametrize(
    "heading",
    ["Employee", "Cardholder", "Card Holder Name", "Card Member", "Cardholder Last Name", "Karteninhaber", "Card user"],
)
def test_columns_of_people_are_not_taken(heading: str) -> None:
    columns = columns_of(f"Date|{heading}|Amount|Merchant", "day name figure name")

    assert columns == {"date": "Date", "merchant": "Merchant", "amount": "Amount"}


def test_a_column_of_people_is_no_merchant_even_where_none_is_named() -> None:
    assert columns_of("Date|Employee|Amount|Zweck", "day name figure text") == {
        "date": "Date",
        "merchant": "Zweck",
        "amount": "Amount",
    }


def test_a_heading_counts_only_where_its_cells_bear_it_out() -> None:
    columns = columns_of("Date|Value date|Merchant|Vendor|Amount|Total", "text day number name text figure")

    assert columns == {"date": "Value date", "merchant": "Vendor", "amount": "Total"}


def test_without_headings_the_cells_tell() -> None:
    table = Table(
        ("", "", "", ""), [["26/09/2014", "-15.00", "*", "FIGMA"], ["27/09/2014", "-9.00", "*", "CANVA"]], [1, 2]
    )

    columns = find_columns(table, {})

    assert (columns.date, columns.merchant, columns.amount) == (0, 3, 1)


def test_the_cells_tell_the_one_that_no_heading_names() -> None:
    assert columns_of("Wann|Merchant|Amount", "day name figure") == {
        "date": "Wann",
        "merchant": "Merchant",
        "amount": "Amount",
    }
    assert columns_of("Wann|Merchant|Wieviel", "day name figure") == {"merchant": "Merchant"}


def test_a_renewal_is_no_day_of_a_payment() -> None:
    assert columns_of("Application|Vendor|Annual cost|Renewal date", "name name figure day") == {
        "merchant": "Vendor",
        "amount": "Annual cost",
    }


def test_what_is_declared_wins() -> None:
    columns = columns_of(
        "Date|Value date|Merchant|Net|Gross", "day day name figure figure", {"date": "value DATE", "amount": "4"}
    )

    assert columns == {"date": "Value date", "merchant": "Merchant", "amount": "Net"}


def test_a_declared_column_that_is_missing_is_told_with_those_that_there_are() -> None:
    table = Table(("Date", "Merchant", "", "Date"), [["a", "b", "c", "d"]], [5])

    problems = missing_columns(table, {"date": "Day", "merchant": "Merchant", "amount": "9"}, "cards.csv")

    assert problems is not None
    assert problems.problems == (
        Problem("no column `Day` for `date`", "Its headings are: Date, Merchant.", Place("cards.csv", 4, 1)),
        Problem("no column `9` for `amount`", "Its headings are: Date, Merchant.", Place("cards.csv", 4, 1)),
    )
    assert missing_columns(table, {"date": "date", "merchant": "2"}, "cards.csv") is None


@pytest.mark.parametrize("heading", ["Last login", "Users", "Client ID", "password", "lastUsed"])
def test_headings_that_no_ledger_has(heading: str) -> None:
    assert is_of_sign_on(Table(("Application", heading), [], []))
    assert not is_of_sign_on(Table(("Date", "Merchant", "Amount", "User"), [], []))


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("  MERCHANT-NAME ", "merchant name"),
        ("Währung", "wahrung"),
        ("Beløb (DKK)", "belob dkk"),
        ("merchantName", "merchant name"),
        ("\x1b[31mAmount\n£", "31m amount"),
        ("£", ""),
    ],
)
def test_headings_are_folded(heading: str, words: str) -> None:
    assert folded(heading) == words
