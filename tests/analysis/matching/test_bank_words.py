"""What banks write about a merchant is taken off, in the language of the bank."""

from __future__ import annotations

import pytest

from stackaudit.analysis.matching.bank_words import without_bank_words
from stackaudit.analysis.matching.payments import match_payments
from stackaudit.model.catalogue import Catalogue
from stackaudit.model.marks import CatalogueMarks
from stackaudit.model.matches import Match, Sureness


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("PURCHASE AUTHORIZED ON 11/03 MAILCHIMP ATLANTA GA", "MAILCHIMP ATLANTA GA"),
        ("DEBIT CARD PURCHASE XXXX1234 MAILCHIMP", "MAILCHIMP"),
        ("DIRECT DEBIT PAYMENT TO XERO UK LTD REF 123", "XERO UK LTD REF 123"),
        ("CARD PAYMENT TO MAILCHIMP ON 02 NOV", "MAILCHIMP"),
        ("Card transaction of 20.00 EUR issued by Mailchimp Atlanta", "Mailchimp Atlanta"),
        ("AplPay MAILCHIMP", "MAILCHIMP"),
        ("FOLGELASTSCHRIFT CleverReach", "CleverReach"),
        ("SEPA-Überweisung DATEV eG", "DATEV eG"),
        ("CARTE 03/11/26 MAILJET SAS", "MAILJET SAS"),
        ("PRLV SEPA PENNYLANE", "PENNYLANE"),
        ("Facture MAILJET SAS octobre", "MAILJET SAS octobre"),
        ("Varekjøp MAILCHIMP ATLANTA 49.00 USD Kurs: 10.55", "MAILCHIMP ATLANTA"),
        ("Nettgiro til: Visma Software AS Betalt: 03.11.26", "Visma Software AS"),
        ("Visa 100055 Eur 24,00 Canva* 12345 Kurs: 11.6", "Canva* 12345"),
        ("Kortköp 261102 CANVA", "CANVA"),
        ("Recibo HOLDED TECHNOLOGIES", "HOLDED TECHNOLOGIES"),
        ("SEPA Incasso EXACT", "EXACT"),
    ],
)
def test_kinds_of_payments_days_and_rates_are_no_merchant(line: str, left: str) -> None:
    assert without_bank_words(line) == left


@pytest.mark.parametrize(
    "line", ["Rechnung", "Checkly", "Payment Depot LLC", "Paid Memberships Pro", "CARD PAYMENT TO X", ""]
)
def test_a_line_keeps_what_may_be_its_name(line: str) -> None:
    assert without_bank_words(line) == line


def test_a_merchant_is_matched_as_written_before_words_of_banks_are_taken_off() -> None:
    marks = CatalogueMarks(statements={"invoice ninja": "invoice-ninja", "mailchimp": "mailchimp"})
    merchants = ["INVOICE NINJA", "INVOICE MAILCHIMP", "INVOICE"]

    matches = match_payments(merchants, Catalogue({}, {}, {}), marks, {})

    assert matches == {
        "INVOICE NINJA": Match("invoice-ninja", Sureness.CERTAIN, "on card statements as INVOICE NINJA"),
        "INVOICE MAILCHIMP": Match("mailchimp", Sureness.CERTAIN, "on card statements as MAILCHIMP"),
    }
