"""What the columns of ledgers are called: English, German, French, Spanish, Dutch, Swedish, Norwegian and Danish."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple


class Heading(NamedTuple):
    """The names of one column, the best first, without accents.

    `*` before a name stands for the rest of a compound; `=` says that the heading has no other word.
    Words in `better` and `worse` choose among several such columns; a heading with a word of `never` is another column.
    """

    names: tuple[str, ...]
    better: frozenset[str] = frozenset()
    worse: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for line in text.splitlines() for name in map(str.strip, line.split(",")) if name)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CODES = "code codes id ids number no nr num nummer numero"
_PEOPLE = "employee holder cardholder member owner user manager head lead approver name email inhaber titulaire titular"

HEADINGS = {
    "date": Heading(
        _names("""
            transaction date, trans date, tran date, purchase date, date of purchase, date of transaction, expense date
            charge date, payment date, date paid, paid date, date, posting date, posted date, post date, booking date
            invoice date, settlement date, value date, day, posted, created
            transaktionsdatum, umsatzdatum, kaufdatum, belegdatum, buchungstag, buchungsdatum, datum, *datum, *tag
            fecha, kopdatum, bokforingsdag, transaktionsdag, dato, *dato, bokfort, bogfort, valuta, wertstellung
        """),
        never=_words(
            "due expiry expires expiration start end from until login seen used birth statement update updated "
            "modified renewal renews approved approval submitted export falligkeit echeance vencimiento"
        ),
    ),
    "merchant": Heading(
        _names("""
            merchant name, merchant, supplier name, supplier, vendor name, vendor, payee name, payee, beneficiary name
            beneficiary, counterparty name, counterparty, counter party, creditor name, creditor, paid to, recipient
            retailer, trading name, business name, store
            handler, haendler, handlername, lieferant, lieferantenname, zahlungsempfanger, zahlungsempfaenger
            empfanger, empfaenger, begunstigter, beguenstigter, zahlungsbeteiligter, kreditor, kreditorenname, verkaufer
            auftraggeber
            marchand, commercant, fournisseur, beneficiaire, enseigne, tiers, creancier, commerce
            comercio, establecimiento, comerciante, proveedor, beneficiario, acreedor
            leverancier, winkel, begunstigde, naam tegenpartij, tegenpartij, crediteur, naam omschrijving
            leverantor, leverantorsnamn, mottagare, saljare, inkopsstalle, forsaljningsstalle, handlare, butik
            leverandor, leverandornavn, mottaker, butikk, brukersted, selger, modtager, forretning, partner name, name 1
            =name
        """),
        worse=_words("location"),
        never=_words(
            f"{_CODES} category categories type group city town country state zip postcode address mcc vat account "
            "konto kontonummer iban bic blz url website phone telephone email status kategorie categorie "
            "categoria kategori currency ref reference class sector ort land date amount desc description "
            "beschreibung"
        ),
    ),
    "description": Heading(
        _names("""
            merchant description, statement description, transaction description, transaction desc, trans desc
            description, transaction details, details, detail, narrative, narration, memo, particulars, item description
            line description, expense description, remittance information, payment reference, purpose, reference
            verwendungszweck, buchungstext, beschreibung, umsatztext, *beschreibung, libelle, motif, communication
            concepto, descripcion, detalle, omschrijving, mededelingen, beschrijving
            beskrivning, specifikation, meddelande, forklaring, beskrivelse, melding, meddelelse, tekst, *tekst
            text, *text
        """),
        never=_words(
            f"{_CODES} category type vat cost centre center account compte konto cuenta rekening mcc department date "
            "amount"
        ),
    ),
    "amount": Heading(
        _names("""
            amount, amt, montant, importe, monto, betrag, *betrag, bedrag, *bedrag, belopp, *belopp, belop, *belop
            belob, *belob, value, spend, total, charged, charge, cost, price, sum, umsatz, summe, somme, cantidad
            totaal, summa, wert
        """),
        better=_words("billing billed posted settlement settled gross brutto bruto incl inc including inkl ttc"),
        worse=_words(
            "original ursprunglich fremd foreign source dc doc document net netto neto excl ex excluding exkl ht "
            "requested authorised authorized"
        ),
        never=_words(
            f"{_CODES} tax taxes fee fees gebuhr rate kurs balance saldo solde limit budget type "
            "discount tip count qty quantity date remaining available exchange reference centre center status per "
            "debit credit withdrawal withdrawals deposit deposits soll haben debito credito cargo abono"
        ),
    ),
    "debit": Heading(
        _names("""
            debit amount, debit, debits, withdrawal, withdrawals, money out, paid out, payments out, soll, belastung
            debet, debito, cargo, cargos, uttag, ut av konto, ut fra konto, ut, depenses
        """),
        never=_words(f"{_CODES} card date indicator type credit haben account cr"),
    ),
    "credit": Heading(
        _names("""
            credit amount, credit, credits, deposit, deposits, money in, paid in, payments in, haben, gutschrift
            kredit, credito, abono, abonos, insattning, inn pa konto, inn, recettes
        """),
        never=_words(f"{_CODES} card date indicator type debit soll account limit dr"),
    ),
    "direction": Heading(
        _names("""
            debit credit, credit debit, dr cr, cr dr, d c, debit or credit, debit credit indicator, soll haben, s h
            af bij, sens, transaction type, type, indicator
        """),
    ),
    "currency": Heading(
        _names("""
            billing currency, billing cur code, billing cur, currency code, currency, cur code, cur, curr, ccy
            wahrung, *wahrung, waehrung, *waehrung, devise, monnaie, moneda, divisa, munt, muntsoort, valuta, valutakod
            valutakode, lcurr
        """),
        better=_words("billing billed settlement"),
        worse=_words("original ursprunglich fremd foreign locale source"),
        never=_words("amount amt rate date kurs exchange betrag"),
    ),
    "team": Heading(
        _names("""
            department name, department, dept, directorate, directorates, cost centre name, cost center name
            cost centre description, cost center description, service area, service division, business unit, division
            team, expense area, organisational unit, organizational unit
            organisation unit, org unit, agency, cost centre, cost center, costcentre
            costcenter, portfolio, faculty, service, unit
            abteilung, kostenstelle, kostenstellenbezeichnung, bereich, departement, direction, centre de cout
            centre de couts, departamento, centro de coste, centro de costes, centro de costo, afdeling, kostenplaats
            avdelning, kostnadsstalle, avdeling, kostnadssted, omkostningssted
        """),
        worse=_words(_CODES),
        never=_words(_PEOPLE.replace(" name", "") + " price amount quantity date type fee"),
    ),
    "payer": Heading(
        _names("""
            card number, card no, card nr, card ending, card last 4, card last four, card last4, last 4 digits
            last four digits, last 4, last four, card digits, pcard, payment card, card
            kartennummer, kreditkarte, karte, numero de carte, carte, numero de tarjeta, tarjeta, kaartnummer, kaart
            kortnummer, kort
        """),
        never=_words(_PEOPLE + " type category issuer expiry provider network program status id date amount"),
    ),
}
"""The columns that a ledger may have, by what they hold."""

WITH_OR_WITHOUT_TAX = _words("incl inc including inkl excl ex excluding exkl gross net brutto netto")
TAXES = _words("vat tax mwst ust tva iva btw moms mva gst hst")

DEBITS = _words("d dr debit debits soll s af debet out withdrawal purchase charge belastung debito cargo ut")
CREDITS = _words("c cr credit credits haben h bij kredit in deposit refund gutschrift credito abono inn")

OF_SIGN_ON = frozenset(
    "last login, last used, last sign in, last signin, last seen, last accessed, last activity, active users, users, "
    "user count, number of users, scopes, client id, app id, application id, password, sign on mode, sso, licenses, "
    "licences, seats, login url".split(", ")
)
"""Headings that no ledger has, and lists of apps and passwords do."""

OF_PEOPLE = _words(f"{_PEOPLE} purchaser buyer requester claimant person first last surname firstname lastname")
"""Words in headings of columns that name people: no trace is made of what stands there."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_WORD = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ł": "l"})
_LONGEST = 120


def folded(heading: str) -> str:
    """A heading in lower case without accents or punctuation, its words parted by single spaces."""
    text = _CAMEL.sub(" ", heading[:_LONGEST]).casefold().translate(_LETTERS)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NO_WORD.sub(" ", text).strip()


def is_of_another_currency(heading: str, kind: str) -> bool:
    """Whether a folded heading says that what stands below is in the currency of the shop, not in that of the card."""
    return _has_any(HEADINGS[kind].worse, heading.split())


def likeness(heading: str, kind: str) -> int:
    """How well a folded heading names a column of a kind; 0 where it does not."""
    wanted = HEADINGS[kind]
    words = heading.split()
    if not wanted.never.isdisjoint(words):
        return 0
    if kind == "amount" and not TAXES.isdisjoint(words) and WITH_OR_WITHOUT_TAX.isdisjoint(words):
        return 0
    rank = next((place for place, name in enumerate(wanted.names) if _names_it(name, heading, words)), None)
    if rank is None:
        return 0
    score = 1000 - 2 * rank + 200 * (heading == wanted.names[rank])
    score += 400 * _has_any(wanted.better, words) - 400 * _has_any(wanted.worse, words)
    return max(score, 1)


def _has_any(marks: frozenset[str], words: list[str]) -> bool:
    """Whether a word is one of the marks, or a compound that begins with a long one, such as `originalbetrag`."""
    return not marks.isdisjoint(words) or any(
        word.startswith(mark) for word in words for mark in marks if len(mark) > 4
    )


def _names_it(name: str, heading: str, words: list[str]) -> bool:
    if name.startswith("="):
        return heading == name[1:]
    if name.startswith("*"):
        return any(word.endswith(name[1:]) for word in words)
    return f" {name} " in f" {heading} "
