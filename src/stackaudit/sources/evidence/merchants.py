"""Merchants as a ledger names them, and cards without the digits that nobody should read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 300
_LONGEST_CARD = 60
_PROVIDERS = {
    "adyen": "ADYEN",
    "amazon pay": "AMAZON PAY",
    "apple pay": "APPLE PAY",
    "google pay": "GOOGLE PAY",
    "gocardless": "GOCARDLESS",
    "izettle": "IZETTLE",
    "klarna": "KLARNA",
    "mollie": "MOLLIE",
    "pay pal": "PAYPAL",
    "paypal": "PAYPAL",
    "pp": "PAYPAL",
    "sq": "SQUARE",
    "square": "SQUARE",
    "stripe": "STRIPE",
    "sumup": "SUMUP",
    "worldpay": "WORLDPAY",
    "zettle": "ZETTLE",
}
"""Who passes payments on, by what comes first in their names."""

_FIRST_WORDS = tuple(dict.fromkeys(name.split()[0] for name in _PROVIDERS))
_BESIDE_A_PROVIDER = frozenset(
    "a à ab and bank bv bvba c cie co com company corp et europe eu gmbh group inc international l limited llc ltd "
    "luxembourg oy payment payments pay plc pte r s sa sarl sca se services singapore technology the uk us usa "
    "www".split()
)
_NO_LETTERS = re.compile(r"[\W_]+")
_TOTAL = re.compile(
    r"(?:grand |sub ?|net )?(?:totals?|totaal|totalt|subtotals?|gesamt\w*|summe|endsumme|zwischensumme|sous total|"
    r"somme|suma|summa|sum|saldo|solde|balance|carried forward|brought forward)\b"
)
_BALANCE = re.compile(
    r"(?:(?:opening|closing|starting|ending|previous) balance|balance (?:brought|carried|b|c) ?(?:forward|f|d)|"
    r"(?:brought|carried) forward|anfangssaldo|anfangsbestand|endsaldo|endbestand|alter saldo|neuer saldo|ancien solde|"
    r"nouveau solde|saldo (?:inicial|final|anterior)|beginsaldo|eindsaldo|ing\u00e5ende saldo|utg\u00e5ende saldo|"
    r"startsaldo|primosaldo|ultimosaldo)(?: .*[0-9])?"
)
_PERHAPS_BALANCE = re.compile("balance|forward|saldo|solde|bestand", re.IGNORECASE)  # quick, most are none
_BOUGHT = re.compile(r"\bPP\.\d{1,12}\.PP\W{0,5}(?P<at>[^,]{0,200})|\bIhr Einkauf bei (?P<shop>.{1,200})")
"""What PayPal writes on German bank statements: `PP.4411.PP . Name, Ihr Einkauf bei Name`."""

_CARD_DIGITS = re.compile(r"[\d*xX•·#](?:(?:[^\w*•·#]|_){0,3}[\d*xX•·#]){4,}")


def read_merchants(names: Sequence[str], descriptions: Sequence[str], undated: Sequence[bool]) -> list[str]:
    """The merchant of each row in at most 300 characters, empty where there is none.

    Where only a payment provider is named and there is a description, both are (`PAYPAL *HOOTSUITE`); where nothing is,
    the description is taken. Totals in rows without a day, and balances, are no merchants.
    """
    distinct = dict.fromkeys(names)
    cut = {name: name.strip()[:_LONGEST] for name in distinct}
    merchants = list(map(cut.__getitem__, names))
    joining = {name: provider for name in distinct if (provider := _provider(cut[name])) is not None}
    if joining or "" in cut.values():
        merchants = [
            _joined(merchant, joining.get(name), description)
            for merchant, name, description in zip(merchants, names, descriptions, strict=True)
        ]
    balances = {
        merchant
        for merchant in dict.fromkeys(merchants)
        if _PERHAPS_BALANCE.search(merchant) and _BALANCE.fullmatch(_plain(merchant))
    }
    return [
        "" if merchant in balances or (no_day and _TOTAL.match(_plain(merchant))) else merchant
        for merchant, no_day in zip(merchants, undated, strict=True)
    ]


def masked_card(cell: str) -> str:
    """A card as written, with at most the last four digits of its number; empty where not even those are told."""
    masked = _CARD_DIGITS.sub(_last_four, cell[:_LONGEST]).strip()[:_LONGEST_CARD]
    return masked if masked.strip("*_- ") else ""


def _provider(merchant: str) -> str | None:
    """The payment provider that is all a merchant's name tells; empty for no name; None where more is told."""
    if not merchant:
        return ""
    if not merchant[:10].casefold().startswith(_FIRST_WORDS):
        return None
    words = _plain(merchant).split()
    for length in (2, 1):
        provider = _PROVIDERS.get(" ".join(words[:length]))
        if provider and _BESIDE_A_PROVIDER.issuperset(words[length:]):
            return provider
    return None


def _joined(merchant: str, provider: str | None, description: str) -> str:
    said = description.strip()[:_LONGEST]
    if provider is None or not said or said == merchant:
        return merchant
    if (bought := _BOUGHT.search(said)) is not None:
        said = (bought["at"] or bought["shop"] or said).strip()
    return f"{provider} *{said}"[:_LONGEST] if provider else said


def _plain(text: str) -> str:
    return _NO_LETTERS.sub(" ", text.casefold()).strip()


def _last_four(match: re.Match[str]) -> str:
    last = re.sub(r"[^\w*•·#]|_", "", match[0])[-4:]
    return f"*{last}" if last.isdigit() else "*"
