"""Reads a cell as a value of the language, in the many ways in which people type it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from stackaudit.model.language.fields import Field, Kind
from stackaudit.sources.importers.cells import vocabularies, words_of_data, words_of_flows, words_of_systems
from stackaudit.sources.importers.cells.choices import one_of, several_of
from stackaudit.sources.importers.cells.criticality import criticality, is_critical
from stackaudit.sources.importers.cells.figures import money, number, whole
from stackaudit.sources.importers.cells.manners import USUAL, Manner
from stackaudit.sources.importers.cells.parts import parts_of
from stackaudit.sources.importers.cells.plain import one_line, says_nothing, text_of, without_markup
from stackaudit.sources.importers.cells.sign_on import second_factor, single_sign_on
from stackaudit.sources.importers.cells.single_facts import (
    agreed_by_it,
    category_word,
    currency_code,
    hosted_as_saas,
    name_of_system,
    names_of_systems,
    personal_data,
    rating_for,
    renews_itself,
    rhythm,
    safeguard,
    seen_outside,
    seller,
    text_cell,
    web_address,
)
from stackaudit.sources.importers.cells.teams import department, owner, team, teams_in
from stackaudit.sources.importers.cells.times import day, day_or_no, span, span_or_no
from stackaudit.sources.importers.cells.understanding import NOTHING, Understood, unclear
from stackaudit.sources.importers.cells.yes_no import yes_no
from stackaudit.sources.importers.columns.ways import FIELDS, FLOW_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from stackaudit.sources.importers.cells.vocabularies import Vocabulary

_MOST_READ = 20_000


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


def _chosen(vocabulary: Vocabulary) -> Callable[[str, Manner], Understood]:
    return lambda cell, _: one_of(cell, vocabulary)


def _listed(vocabulary: Vocabulary) -> Callable[[str, Manner], Understood]:
    return lambda cell, _: several_of(cell, vocabulary)


def _certificates(cell: str, manner: Manner) -> Understood:  # noqa: ARG001 - as all readers of cells
    return several_of(cell, words_of_systems.CERTIFICATIONS, none_is_known=True)


_BY_FACT: dict[str, Callable[[str, Manner], Understood]] = {
    "name": name_of_system,
    "name.vendor": name_of_system,
    "product": name_of_system,
    "vendor": seller,
    "category": category_word,
    "url": web_address,
    "public": seen_outside,
    "environment": _chosen(words_of_systems.ENVIRONMENTS),
    "lifecycle": _chosen(words_of_systems.LIFECYCLES),
    "hosting": _chosen(words_of_systems.HOSTINGS),
    "hosting.saas": hosted_as_saas,
    "regions": _listed(words_of_data.REGIONS),
    "owner.business": owner,
    "owner.technical": owner,
    "owner.some": owner,
    "owner.department": department,
    "owner": owner,
    "bought.department": department,
    "bought.how": _chosen(words_of_systems.PURCHASES),
    "bought.it_agreed": agreed_by_it,
    "cost.monthly": lambda cell, manner: money(cell, manner._replace(times=manner.times * 12)),
    "cost.quarterly": lambda cell, manner: money(cell, manner._replace(times=manner.times * 4)),
    "cost.some": money,
    "cost.currency": currency_code,
    "cost.period": _chosen(words_of_systems.PERIODS),
    "cost.paid_by": department,
    "cost.auto_renews": renews_itself,
    "data.categories": _listed(words_of_data.DATA),
    "data.subjects": _listed(words_of_data.SUBJECTS),
    "data.personal": personal_data,
    "privacy.transfer": safeguard,
    "privacy.legal_basis": _chosen(words_of_systems.LEGAL_BASES),
    "security.sso": single_sign_on,
    "security.mfa": second_factor,
    "security.certifications": _certificates,
    "security.encrypted": _listed(words_of_systems.ENCRYPTIONS),
    "service.criticality": criticality,
    "service.is_critical": is_critical,
    "service.support": _chosen(words_of_systems.SUPPORTS),
    "fit.business": rating_for(words_of_systems.BUSINESS_FITS),
    "fit.technical": rating_for(words_of_systems.TECHNICAL_FITS),
    "sends_to": names_of_systems,
    "receives_from": names_of_systems,
    "data": _listed(words_of_data.DATA),
    "method": _chosen(words_of_flows.METHODS),
    "direction": _chosen(words_of_flows.DIRECTIONS),
    "runs": rhythm,
}

_BY_KIND: dict[Kind, Callable[[str, Manner], Understood]] = {
    Kind.TEXT: text_cell,
    Kind.FLAG: yes_no,
    Kind.DAY: day,
    Kind.DAY_OR_NO: day_or_no,
    Kind.SPAN: span,
    Kind.SPAN_OR_NO: span_or_no,
    Kind.RHYTHM: rhythm,
    Kind.MONEY: money,
    Kind.TEAM: team,
    Kind.SYSTEM: name_of_system,
    Kind.CATEGORY: category_word,
}
