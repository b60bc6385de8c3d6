"""What was declined, and what people earn, is no payment for a tool and is quoted nowhere."""

from __future__ import annotations

import pytest

from stackaudit.sources.evidence.ledgers import LEDGER
from stackaudit.sources.evidence.reader import Content, Reading
from stackaudit.sources.evidence.tables import read_tables


def reading(text: str) -> Reading:
    ledger = Content("bank.csv", ".csv", text, read_tables("bank.csv", ".csv", text))
    assert LEDGER.claims(ledger)
    return LEDGER.read(ledger)


@pytest.mark.parametrize(
    ("heading", "paid", "unpaid"),
    [("State", "CLEARED", "DECLINED"), ("Statut", "Exécuté", "Refusé"), ("Payment status", "paid", "Cancelled")],
)
def test_a_payment_that_was_declined_is_left_aside(heading: str, paid: str, unpaid: str) -> None:
    found = reading(
        f"Date,Merchant,Amount,{heading}\n2026-11-02,MAILCHIMP,49.00,{paid}\n2026-11-03,SEMRUSH,129.00,{unpaid}\n"
    )

    assert [trace.text for trace in found.traces] == ["MAILCHIMP"]
    assert (found.rows, found.skipped) == (2, 1)
    assert found.notes == ("1 line is declined or cancelled: left aside",)


def test_a_pending_payment_is_one() -> None:
    found = reading("Date,Merchant,Amount,Status\n2026-11-02,MAILCHIMP,49.00,Pending\n")

    assert [trace.text for trace in found.traces] == ["MAILCHIMP"]


def test_wages_are_left_aside_and_nobody_reads_whose_they_are() -> None:
    found = reading(
        "Buchungstag;Buchungstext;Empfänger;Verwendungszweck;Betrag\n"
        "02.11.2026;LASTSCHRIFT;CleverReach GmbH;Rechnung 4411;-89,00\n"
        "03.11.2026;GEHALT/RENTE;Erika Mustermann;November;-3.250,55\n"
        "04.11.2026;UEBERWEISUNG;Max Mustermann;Lohn November;-2.250,55\n"
    )

    assert [trace.text for trace in found.traces] == ["CleverReach GmbH"]
    assert "Mustermann" not in found.document.text
    assert "2 lines are of wages: left aside" in found.notes


@pytest.mark.parametrize("merchant", ["Lohn und Gehalt GmbH", "Salary.com", "Lön & Redovisning AB", "Wagestream"])
def test_who_sells_software_for_wages_is_paid_like_anybody(merchant: str) -> None:
    found = reading(f"Date,Merchant,Amount\n2026-11-02,{merchant},49.00\n")

    assert [trace.text for trace in found.traces] == [merchant]
