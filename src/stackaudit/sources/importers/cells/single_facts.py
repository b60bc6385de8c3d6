"""Cells of facts that people state in ways of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.sources.evidence.amounts import currency_of
from stackaudit.sources.evidence.sign_on.texts import host_of
from stackaudit.sources.importers.cells.choices import one_of, several_of
from stackaudit.sources.importers.cells.figures import whole
from stackaudit.sources.importers.cells.parts import parts_of
from stackaudit.sources.importers.cells.plain import link_in, one_line, without_markup, words
from stackaudit.sources.importers.cells.times import day, span
from stackaudit.sources.importers.cells.understanding import NOTHING, Understood, open_still, unclear
from stackaudit.sources.importers.cells.vocabularies import of_words
from stackaudit.sources.importers.cells.words_of_data import DATA
from stackaudit.sources.importers.cells.words_of_flows import RHYTHMS
from stackaudit.sources.importers.cells.words_of_systems import HOSTINGS, RENEWALS
from stackaudit.sources.importers.cells.yes_no import yes_no

if TYPE_CHECKING:
    from collections.abc import Callable

    from stackaudit.sources.importers.cells.manners import Manner
    from stackaudit.sources.importers.cells.vocabularies import Vocabulary

_LONGEST_NAME = 120
_MOST_WORDS_OF_A_CATEGORY = 6
_MOST_WORDS_OF_A_NAME = 6
_LONGEST_CODE = 8
_OUTSIDE = re.compile(r"\b(?:customers?|external(?:ly)?|public(?:ly)?|extern|both|clients?|visitors?|consumers?)\b")
_INSIDE = re.compile(r"\b(?:employees?|internal(?:ly)?|intern|staff|team members?)\b")
_FOR_HOW_LONG = re.compile(
    r"[\s,(]*\b(?:for |every )?\d{1,3}[\s-]?(?:mo|months?|m|yrs?|years?|y|days?|d)\b\)?$", re.IGNORECASE
)
_FACING = frozenset("facing app apps only and or use used users user tool accessible system yes company".split())


def text_cell(cell: str, manner: Manner) -> Understood:  # noqa: ARG001 - as all readers of cells
    """A text on one line; `none` says nothing."""
    text = one_line(without_markup(cell))
    return Understood(text) if text and not _is_none(text) else NOTHING


def name_of_system(cell: str, manner: Manner) -> Understood:
    """A name of at most 120 characters."""
    text = text_cell(cell, manner)
    return text if len(str(text.value)) <= _LONGEST_NAME else unclear("too long for a name")


def seller(cell: str, manner: Manner) -> Understood:
    """Who sells it; what is made in the house has no vendor."""
    if words(without_markup(cell)) in _OWN_MAKE:
        return open_still("made in the house, so nobody sells it")
    return name_of_system(cell, manner)


def renews_itself(cell: str, manner: Manner) -> Understood:
    """Whether a contract renews by itself: a yes or no, or how it is renewed, with or without for how long."""
    plain = yes_no(cell, manner)
    if plain.value is not None or plain.fits:
        return plain
    said = one_of(_FOR_HOW_LONG.sub("", one_line(cell)), RENEWALS)
    return plain if said.value is None else said._replace(value=said.value == "yes")


def rating_for(marks: Vocabulary) -> Callable[[str, Manner], Understood]:
    """A mark from 1 to 4, as a figure or as one of the words for it."""

    def rating(cell: str, manner: Manner) -> Understood:
        figure = whole(cell, manner, 1, 4)
        if figure.value is not None and not manner.has_our_scale:
            return open_still("a mark of another scale")
        if figure.value is not None or one_line(cell)[:1].isdecimal():
            return figure
        said = one_of(cell, marks)
        return said if said.value is None else said._replace(value=int(str(said.value)))

    return rating


def safeguard(cell: str, manner: Manner) -> Understood:
    """The safeguard for data that leaves; a yes or a no says only whether it does."""
    if yes_no(cell, manner).value is not None:
        return open_still("says only whether data leaves")
    return text_cell(cell, manner)


def names_of_systems(cell: str, manner: Manner) -> Understood:  # noqa: ARG001 - as all readers of cells
    """The names of systems that a list holds."""
    names = [one_line(part) for part in parts_of(without_markup(cell))]
    if any(len(name) > _LONGEST_NAME or len(name.split()) > _MOST_WORDS_OF_A_NAME for name in names):
        return unclear("not clearly names of systems")
    return Understood(names) if names else NOTHING


def category_word(cell: str, manner: Manner) -> Understood:
    """The word for a category as it is written; which category of the catalogue it is, is found later."""
    if "\n" in cell.strip():
        return open_still("several categories")
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
    if plain.value is False or words(cell) in _NOT_AGREED:
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
    "approved|sanctioned|genehmigt|freigegeben|approuve|goedgekeurd|aprobado|signed off|reviewed and approved".split(
        "|"
    )
)
_NOT_AGREED = frozenset(
    "unsanctioned|not sanctioned|not approved|rejected|prohibited|denied|abgelehnt|nicht genehmigt|nicht freigegeben"
    "|refuse|afgewezen|rechazado".split("|")
)
_OWN_MAKE = frozenset(
    "in house|inhouse|internal|intern|interne|self built|self developed|home grown|homegrown|own development|custom"
    "|bespoke|eigenentwicklung|eigenbau|developpement interne|desarrollo propio|eigen ontwikkeling"
    "|selbst entwickelt".split("|")
)
_AUDIENCES = of_words({"outside": "customer, customers, external, public", "inside": "employee, employees, internal"})
