"""Reads a cell as a value of the language, in the many ways in which people type it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from stackaudit.model.language.fields import Field, Kind
from stackaudit.sources.evidence.amounts import currency_of
from stackaudit.sources.evidence.sign_on.texts import host_of
from stackaudit.sources.importers import vocabularies, words_of_data, words_of_flows, words_of_systems
from stackaudit.sources.importers.choices import one_of, several_of
from stackaudit.sources.importers.criticality import criticality, is_critical
from stackaudit.sources.importers.figures import money, number, whole
from stackaudit.sources.importers.manners import USUAL, Manner
from stackaudit.sources.importers.parts import parts_of
from stackaudit.sources.importers.plain import link_in, one_line, says_nothing, text_of, without_markup, words
from stackaudit.sources.importers.sign_on import second_factor, single_sign_on
from stackaudit.sources.importers.teams import department, owner, team, teams_in
from stackaudit.sources.importers.times import day, day_or_no, span, span_or_no
from stackaudit.sources.importers.understanding import NOTHING, Understood, open_still, unclear
from stackaudit.sources.importers.ways import FIELDS, FLOW_FIELDS
from stackaudit.sources.importers.yes_no import yes_no

if TYPE_CHECKING:
    from collections.abc import Callable

    from stackaudit.sources.importers.vocabularies import Vocabulary

_LONGEST_NAME = 120
_MOST_WORDS_OF_A_CATEGORY = 6
_MOST_WORDS_OF_A_NAME = 6
_MOST_READ = 20_000
_SIDES_SEEN = re.compile(
    r"\b(?P<out>customers?|external(?:ly)?|public(?:ly)?|extern|both|clients?|visitors?|consumers?)\b"
)
_WITHIN = re.compile(r"\b(?P<in>employees?|internal(?:ly)?|intern|staff|team members?)\b")
_FACING = frozenset("facing app apps only and or use used users user tool accessible system yes company".split())


def understood(fact: str, value: object, manner: Manner = USUAL) -> Understood:
    """What a cell means as a fact of a system or, where no system has it, of an integration.

    `fact` may also be one of the other names of `ways.WAYS`. A cell that states nothing has neither value nor `why`.
    """
    if says_nothing(value):
        return NOTHING
    if isinstance(value, dict):
        return unclear("holds several values")
    return _understood(fact, text_of(value)[:_MOST_READ], manner)


@lru_cache(maxsize=16_384)
def _understood(fact: str, text: str, manner: Manner) -> Understood:
    """What a text means; cells of a column repeat."""
    if fact in _BY_FACT:
        return _BY_FACT[fact](text, manner)
    return as_kind(FIELDS.get(fact) or FLOW_FIELDS[fact], text, manner)


def as_kind(field: Field, text: str, manner: Manner = USUAL) -> Understood:
    """What a text means as a value of a field, by its kind alone."""
    if field.kind is Kind.WHOLE:
        return whole(text, manner, field.low, field.high)
    if field.kind is Kind.NUMBER:
        return number(text, manner, field.low, field.high)
    if field.kind is Kind.MANY and field.item is not None:
        return _list_of(field.item, text, manner)
    if field.kind is Kind.WORD:
        return one_of(text, vocabularies.plain_words(tuple(field.words)))
    return _BY_KIND[field.kind](text, manner)


def _list_of(item: Field, text: str, manner: Manner) -> Understood:
    if item.kind is Kind.TEAM:
        return teams_in(text, manner)
    if item.kind is Kind.WORD:
        return several_of(text, vocabularies.plain_words(tuple(item.words)))
    names = [one_line(without_markup(part)) for part in parts_of(without_markup(text))]
    return Understood(list(dict.fromkeys(filter(None, names)))) if names else NOTHING


def _text(cell: str, manner: Manner) -> Understood:  # noqa: ARG001 - as all readers of cells
    text = one_line(without_markup(cell))
    return Understood(text) if text and not _is_none(text) else NOTHING


def _name(cell: str, manner: Manner) -> Understood:
    text = _text(cell, manner)
    return text if len(str(text.value)) <= _LONGEST_NAME else unclear("too long for a name")


def _systems(cell: str, manner: Manner) -> Understood:  # noqa: ARG001 - as all readers of cells
    """The names of systems that a list holds."""
    names = [one_line(part) for part in parts_of(without_markup(cell))]
    if any(len(name) > _LONGEST_NAME or len(name.split()) > _MOST_WORDS_OF_A_NAME for name in names):
        return unclear("not clearly names of systems")
    return Understood(names) if names else NOTHING


def _category(cell: str, manner: Manner) -> Understood:
    """The word for a category as it is written; which category of the catalogue it is, is found later."""
    text = _text(cell, manner)
    if text.value is not None and len(words(str(text.value)).split()) > _MOST_WORDS_OF_A_CATEGORY:
        return unclear("too long for a category")
    return text


def _url(cell: str, manner: Manner) -> Understood:
    """An address, which a link leads to or which is written."""
    address = link_in(cell) or str(_text(cell, manner).value or "")
    if not host_of(address) or " " in address:
        return unclear("not a web address")
    return Understood(address)


def _public(cell: str, manner: Manner) -> Understood:
    """Whether people from outside see it: a yes or no, or for whom it is."""
    plain = yes_no(cell, manner)
    if plain.value is not None:
        return plain
    text = words(one_line(cell)[:_LONGEST_NAME])
    outside, inside = _SIDES_SEEN.search(text), _WITHIN.search(text)
    rest = set(_WITHIN.sub("", _SIDES_SEEN.sub("", text)).split()) - _FACING
    if not (outside or inside):
        near = one_of(cell, _AUDIENCES)
        return (
            near._replace(value=near.value == "outside") if near.value is not None else unclear("not clear who sees it")
        )
    if rest and not outside:
        return unclear("not clear who sees it")
    return Understood(outside is not None, f"the source says `{one_line(cell)}`" if rest else "")


def _saas(cell: str, manner: Manner) -> Understood:
    plain = yes_no(cell, manner)
    if plain.value is True:
        return plain._replace(value="saas")
    if plain.value is False:
        return open_still("says only that it is no SaaS")
    return _hosting(cell, manner)


def _it_agreed(cell: str, manner: Manner) -> Understood:
    """That IT agreed, as a yes or as a day; a no says nothing of others."""
    plain = yes_no(cell, manner)
    agreed = plain.value is True or day(cell, manner).value is not None or words(cell) in _AGREED
    if agreed:
        return Understood(["it"], plain.doubt, teams=("IT",))
    if plain.value is False:
        return Understood([], "says that IT did not agree; others may have")
    return unclear("neither yes nor no")


def _personal(cell: str, manner: Manner) -> Understood:
    """Personal data of a kind that is not told; a no is kept as a remark, as the language has no word for it."""
    plain = yes_no(cell, manner)
    if plain.value is True:
        return Understood(["user"], "says only that there is personal data")
    if plain.value is False:
        return open_still("says only that there is no personal data")
    return plain if words(cell) == "x" else several_of(cell, words_of_data.DATA)


def _regions(cell: str, manner: Manner) -> Understood:  # noqa: ARG001 - as all readers of cells
    return several_of(cell, words_of_data.REGIONS)


def _period(cell: str, manner: Manner) -> Understood:  # noqa: ARG001 - as all readers of cells
    return one_of(cell, words_of_systems.PERIODS)


def _currency(cell: str, manner: Manner) -> Understood:  # noqa: ARG001 - as all readers of cells
    code = currency_of(cell.strip()[:8])
    return Understood(code) if code else unclear("not a currency")


def _hosting(cell: str, manner: Manner) -> Understood:  # noqa: ARG001 - as all readers of cells
    return one_of(cell, words_of_systems.HOSTINGS)


def _rhythm(cell: str, manner: Manner) -> Understood:
    word = one_of(cell, words_of_flows.RHYTHMS)
    if word.value is not None:
        return word
    text = words(cell[:80])
    for beginning in ("every ", "alle ", "toutes les ", "tous les ", "elke "):
        text = text.removeprefix(beginning)
    length = span(text, manner)
    return length if length.value is not None else unclear("not a rhythm")


def _certifications(cell: str, manner: Manner) -> Understood:  # noqa: ARG001 - as all readers of cells
    return several_of(cell, words_of_systems.CERTIFICATIONS, none_is_known=True)


def _chosen(vocabulary: Vocabulary) -> Callable[[str, Manner], Understood]:
    return lambda cell, _: one_of(cell, vocabulary)


def _listed(vocabulary: Vocabulary) -> Callable[[str, Manner], Understood]:
    return lambda cell, _: several_of(cell, vocabulary)


def _is_none(text: str) -> bool:
    return words(text) in {"none", "keine", "aucun", "geen"}


_AGREED = frozenset(
    "approved|genehmigt|freigegeben|approuve|goedgekeurd|aprobado|signed off|reviewed and approved".split("|")
)
_AUDIENCES = vocabularies.of_words(
    {"outside": "customer, customers, external, public", "inside": "employee, employees, internal"}
)

_BY_FACT: dict[str, Callable[[str, Manner], Understood]] = {
    "name": _name,
    "name.vendor": _name,
    "product": _name,
    "vendor": _name,
    "category": _category,
    "url": _url,
    "public": _public,
    "environment": _chosen(words_of_systems.ENVIRONMENTS),
    "lifecycle": _chosen(words_of_systems.LIFECYCLES),
    "hosting": _hosting,
    "hosting.saas": _saas,
    "regions": _regions,
    "owner.business": owner,
    "owner.technical": owner,
    "owner.some": owner,
    "owner.department": department,
    "owner": owner,
    "bought.department": department,
    "bought.how": _chosen(words_of_systems.PURCHASES),
    "bought.it_agreed": _it_agreed,
    "cost.monthly": lambda cell, manner: money(cell, manner._replace(times=manner.times * 12)),
    "cost.quarterly": lambda cell, manner: money(cell, manner._replace(times=manner.times * 4)),
    "cost.some": money,
    "cost.currency": _currency,
    "cost.period": _period,
    "cost.paid_by": department,
    "data.categories": _listed(words_of_data.DATA),
    "data.subjects": _listed(words_of_data.SUBJECTS),
    "data.personal": _personal,
    "privacy.legal_basis": _chosen(words_of_systems.LEGAL_BASES),
    "security.sso": single_sign_on,
    "security.mfa": second_factor,
    "security.certifications": _certifications,
    "security.encrypted": _listed(words_of_systems.ENCRYPTIONS),
    "service.criticality": criticality,
    "service.is_critical": is_critical,
    "service.support": _chosen(words_of_systems.SUPPORTS),
    "sends_to": _systems,
    "receives_from": _systems,
    "data": _listed(words_of_data.DATA),
    "method": _chosen(words_of_flows.METHODS),
    "direction": _chosen(words_of_flows.DIRECTIONS),
    "runs": _rhythm,
}

_BY_KIND: dict[Kind, Callable[[str, Manner], Understood]] = {
    Kind.TEXT: _text,
    Kind.FLAG: yes_no,
    Kind.DAY: day,
    Kind.DAY_OR_NO: day_or_no,
    Kind.SPAN: span,
    Kind.SPAN_OR_NO: span_or_no,
    Kind.RHYTHM: _rhythm,
    Kind.MONEY: money,
    Kind.TEAM: team,
    Kind.SYSTEM: _name,
    Kind.CATEGORY: _category,
}
