"""Cells of facts that people state in ways of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.sources.evidence.amounts import currency_of
from stackaudit.sources.evidence.sign_on.texts import host_of
from stackaudit.sources.importers.choices import one_of, several_of
from stackaudit.sources.importers.parts import parts_of
from stackaudit.sources.importers.plain import link_in, one_line, without_markup, words
from stackaudit.sources.importers.times import day, span
from stackaudit.sources.importers.understanding import NOTHING, Understood, open_still, unclear
from stackaudit.sources.importers.vocabularies import of_words
from stackaudit.sources.importers.words_of_data import DATA
from stackaudit.sources.importers.words_of_flows import RHYTHMS
from stackaudit.sources.importers.words_of_systems import HOSTINGS
from stackaudit.sources.importers.yes_no import yes_no

if TYPE_CHECKING:
    from stackaudit.sources.importers.manners import Manner

_LONGEST_NAME = 120
_MOST_WORDS_OF_A_CATEGORY = 6
_MOST_WORDS_OF_A_NAME = 6
_LONGEST_CODE = 8
_OUTSIDE = re.compile(r"\b(?:customers?|external(?:ly)?|public(?:ly)?|extern|both|clients?|visitors?|consumers?)\b")
_INSIDE = re.compile(r"\b(?:employees?|internal(?:ly)?|intern|staff|team members?)\b")
_FACING = frozenset("facing app apps only and or use used users user tool accessible system yes company".split())


def text_cell(cell: str, manner: Manner) -> Understood:  # noqa: ARG001 - as all readers of cells
    """A text on one line; `none` says nothing."""
    text = one_line(without_markup(cell))
    return Understood(text) if text and not _is_none(text) else NOTHING


def name_of_system(cell: str, manner: Manner) -> Understood:
    """A name of at most 120 characters."""
    text = text_cell(cell, manner)
    return text if len(str(text.value)) <= _LONGEST_NAME else unclear("too long for a name")


def names_of_systems(cell: str, manner: Manner) -> Understood:  # noqa: ARG001 - as all readers of cells
    """The names of systems that a list holds."""
    names = [one_line(part) for part in parts_of(without_markup(cell))]
    if any(len(name) > _LONGEST_NAME or len(name.split()) > _MOST_WORDS_OF_A_NAME for name in names):
        return unclear("not clearly names of systems")
    return Understood(names) if names else NOTHING


def category_word(cell: str, manner: Manner) -> Understood:
    """The word for a category as it is written; which category of the catalogue it is, is found later."""
    text = text_cell(cell, manner)
    if text.value is not None and len(words(str(text.value)).split()) > _MOST_WORDS_OF_A_CATEGORY:
        return unclear("too long for a category")
    return text


def web_address(cell: str, manner: Manner) -> Understood:
    """An address, which a link leads to or which is written."""
    address = link_in(cell) or str(text_cell(cell, manner).value or "")
    if not host_of(address) or " " in address:
        return unclear("not a web address")
    return Understood(address)


def seen_outside(cell: str, manner: Manner) -> Understood:
    """Whether people from outside see it: a yes or no, or for whom it is."""
    plain = yes_no(cell, manner)
    if plain.value is not None:
        return plain
    text = words(one_line(cell)[:_LONGEST_NAME])
    outside, inside = _OUTSIDE.search(text), _INSIDE.search(text)
    rest = set(_INSIDE.sub("", _OUTSIDE.sub("", text)).split()) - _FACING
    if not (outside or inside):
        near = one_of(cell, _AUDIENCES)
        return unclear("not clear who sees it") if near.value is None else near._replace(value=near.value == "outside")
    if rest and not outside:
        return unclear("not clear who sees it")
    return Understood(outside is not None, f"the source says `{one_line(cell)}`" if rest else "")


def hosted_as_saas(cell: str, manner: Manner) -> Understood:
    """That it is software as a service, as a yes; or how it is hosted."""
    plain = yes_no(cell, manner)
    if plain.value is True:
        return plain._replace(value="saas")
    if plain.value is False:
        return open_still("says only that it is no SaaS")
    return one_of(cell, HOSTINGS)


def agreed_by_it(cell: str, manner: Manner) -> Understood:
    """That IT agreed, as a yes or as a day; a no says nothing of others."""
    plain = yes_no(cell, manner)
    agreed = plain.value is True or day(cell, manner).value is not None or words(cell) in _AGREED
    if agreed:
        return Understood(["it"], plain.doubt, teams=("IT",))
    if plain.value is False:
        return Understood([], "says that IT did not agree; others may have")
    return unclear("neither yes nor no")


def personal_data(cell: str, manner: Manner) -> Understood:
    """Personal data of a kind that is not told; a no is kept as a remark, as the language has no word for it."""
    plain = yes_no(cell, manner)
    if plain.value is True:
        return Understood(["user"], "says only that there is personal data")
    if plain.value is False:
        return open_still("says only that there is no personal data")
    return plain if words(cell) == "x" else several_of(cell, DATA)


def currency_code(cell: str, manner: Manner) -> Understood:  # noqa: ARG001 - as all readers of cells
    """The ISO code of a currency."""
    code = currency_of(cell.strip()[:_LONGEST_CODE])
    return Understood(code) if code else unclear("not a currency")


def rhythm(cell: str, manner: Manner) -> Understood:
    """How often something runs: a word, or a duration such as 2d."""
    word = one_of(cell, RHYTHMS)
    if word.value is not None:
        return word
    text = words(cell)
    for beginning in ("every ", "alle ", "toutes les ", "tous les ", "elke "):
        text = text.removeprefix(beginning)
    length = span(text, manner)
    return length if length.value is not None else unclear("not a rhythm")


def _is_none(text: str) -> bool:
    return words(text) in {"none", "keine", "aucun", "geen"}


_AGREED = frozenset(
    "approved|genehmigt|freigegeben|approuve|goedgekeurd|aprobado|signed off|reviewed and approved".split("|")
)
_AUDIENCES = of_words({"outside": "customer, customers, external, public", "inside": "employee, employees, internal"})
