"""What banks and expense tools write before and behind the name of who was paid."""

from __future__ import annotations

import re

_LONGEST = 160  # letters; no statement is longer
_LEAST = 3  # letters that must be left for a name
_CARD = r"(?:[x*.]{2,}\d{2,4}|x?\d{3,6}(?!\w))"
_DAY = r"(?:\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{4}-\d{2}-\d{2}|\d{4}(?:\d{2}){0,2}(?!\w))"
_BEFORE = re.compile(
    rf"""
    (?:
        card\ transaction\ of\ [\d.,]{{1,12}}\ [a-z]{{3}}\ issued\ by
      | (?:recurring\ |repeat\ |pending\ |preauthori[sz]ed\ )?
        (?:(?:visa|debit|credit|card|pos|online|mobile|bill|direct\ debit|ach|contactless)\ )+
        (?:card\ )?(?:purchase|payment|pmt|debit|order|transaction)(?:\ authori[sz]ed)?(?:\ (?:on|to|at))?
      | (?:recurring\ payment|purchase|payment)\ authori[sz]ed\ on
      | (?:direct\ debit|standing\ order|faster\ payment|bank\ transfer|transfer|payment|paid|sent\ money)\ to
      | checkcard | check\ card | debit\ card | aplpay | gglpay
      | (?:folge|erst|basis|einmal)?lastschrift | kartenzahlung(?:\ bei)?
      | sepa[ -](?:lastschrift|incasso|\S{{0,20}}berweisung)
      | (?:paiement|achat|facture|retrait)\ (?:par\ )?(?:carte|cb) | carte | cb | prlv(?:\ sepa)?
      | pr[e\u00e9]l[e\u00e8]vement(?:\ sepa)? | virement(?:\ sepa)?(?:\ (?:en\ faveur\ de|vers))? | vir(?:\ sepa)?
      | (?:facture|rechnung|invoice|faktura|factuur|factura)(?:\ (?:de|von|from|fra|fr\u00e5n|van))?
      | varekj\u00f8p | visa\ varekj\u00f8p | (?:nett|avtale|bank)?giro\ til | overf\u00f8ring\ til | betaling\ til
      | visa\ \d{{6}}\ [a-z]{{3}}\ [\d.,]{{1,12}} | kortk\u00f6p | autogiro | bg[ -]?bet\S{{0,6}}
      | (?:dankort|visa)-k\u00f8b
      | (?:compra|pago)\ (?:con\ )?(?:tarj(?:eta|\.)?|en)(?:\ en)? | recibo | adeudo(?:\ de)? | pagamento\ pos
      | bea,?\ betaalpas
    )
    (?:(?:\ ?[:/,-])?\ (?:{_CARD}|{_DAY}))*
    (?:\ ?[:/,-])?\ +
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Kinds of payments in English, German, French, Norwegian, Swedish, Danish, Dutch, Spanish and Italian, with days."""

_BEHIND = re.compile(
    rf"""
    \s (?: (?:kurs|valutakurs|betalt|taux|exchange\ rate)\ ?: | on\ \d{{1,2}}\ [a-z]{{3}}\b | cd\ \d{{4}}\b
        | card\ {_CARD} | \d{{1,9}}[.,]\d{{2}}\ (?:usd|eur|gbp|nok|sek|dkk|chf)\b ) .*
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def without_bank_words(text: str) -> str:
    """A line without the kind of payment before the merchant, and without rates and days behind.

    What would be left without a name stays as it is. Of a long line the first 160 letters are looked at.
    """
    text = text[:_LONGEST]
    begun = _BEFORE.match(text)
    rest = text[begun.end() :] if begun else text
    rest = _BEHIND.sub("", rest, count=1)
    return rest if sum(map(str.isalpha, rest)) >= _LEAST else text
