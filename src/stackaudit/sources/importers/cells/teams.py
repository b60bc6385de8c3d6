"""Names of teams as ids, the side that a name tells, and cells that name an owner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.model.ids import id_of
from stackaudit.sources.importers.cells.parts import parts_of
from stackaudit.sources.importers.cells.plain import one_line, without_addresses, without_markup, words
from stackaudit.sources.importers.cells.understanding import NOTHING, Understood, open_still, unclear

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.sources.importers.cells.manners import Manner

_LONGEST = 80
_MOST_WORDS = 7
_SEVERAL = 2
_ENDINGS = re.compile(r"(?:[\s,-]+(?:team|teams|department|dept\.?|abteilung|afdeling))+$", re.IGNORECASE)
_BEGINNINGS = re.compile(
    r"^(?:the|team|abteilung|departement|département|service|afdeling|departamento(?: de)?)\s+", re.IGNORECASE
)
_CODE = re.compile(r"^\d{3,10}\s*[-\u2013\u2014:/]?\s+(?=[^\W\d_])")
_ADDRESS = re.compile(r"\S@\S")
_MENTION = re.compile(r"^@\w")
_STROKES = re.compile(r"\s+/\s+|\s+\+\s+|\s+or\s+|/(?=[A-Z])")
_SENTENCE = re.compile(r"[.!?:](?:\s|$)|https?://")

_SIDES = {
    "marketing": "marketing brand branding campaign campaigns web website content seo marcom communications comms pr "
    "advertising kommunikation communication communicatie mktg",
    "it": "it engineering security infrastructure data devops sre infosec ict edv dsi informatik informatique "
    "infrastruktur itsec cybersecurity entwicklung",
    "sales": "sales vertrieb verkauf ventes verkoop ventas revenue",
    "service": "support service kundenservice kundendienst helpdesk klantenservice",
    "finance": "finance legal procurement accounting finanzen einkauf buchhaltung controlling recht achats "
    "comptabilite juridique inkoop financien finanzas compras contabilidad treasury payroll tax",
}
_SIDE_OF = {word: side for side, words_of in _SIDES.items() for word in words_of.split()}
_OF_TEAMS = frozenset(_SIDE_OF) | frozenset(
    """
    ops operations team teams department dept division unit group hr people talent recruiting recruitment personal
    personnel product design ux ui growth events ecommerce commerce digital platform qa quality revops development dev
    facilities logistics supply warehouse compliance risk privacy research analytics bi insights success community
    training learning enablement education partnerships partner partners channel channels field office committee board
    squad crew guild rewards experience reliability technology technologies tech systems applications business strategy
    retail stores store production manufacturing purchasing bereich abteilung personalwesen produktion lager logistik
    strategie direction rh marketingabteilung creative studio media social editorial redaktion demand customer
    international global corporate governance architecture cloud network desktop workplace innovation transformation
    human administration verwaltung fundraising care kundenbetreuung aussendienst innendienst personas talento
    crm ressources humaines qualite produit klanten magazijn personeel directie recursos humanos operaciones
    """.split()
)
_OF_ROLES = frozenset(
    """
    chief head vp svp evp avp director manager lead leader officer president coordinator specialist administrator admin
    analyst engineer architect owner founder assistant executive exec senior sr jr junior intern consultant developer
    designer representative rep leiter leiterin leitung directeur directrice responsable hoofd gerente jefe
    geschaftsfuhrer geschaftsfuhrung partner strategist chef cheffe resp coordinateur coordinatrice coordinador
    coordinadora charge chargee gestionnaire referent referente verantwortlicher verantwortliche teamleiter
    teamleiterin abteilungsleiter abteilungsleiterin bereichsleiter bereichsleiterin projektleiter projektleiterin
    beauftragter beauftragte medewerker directora jefa daf drh
    """.split()
)
_CHIEFS = re.compile(r"c(?:[a-z]{1,2}|is)o")
_NOBODY = frozenset(
    (
        "nobody|no owner|unowned|no one|noone|niemand|personne|nadie|orphaned|no team|without owner|ohne eigentumer"
    ).split("|")
)
_OUTSIDE = frozenset(
    (
        "external|extern|externe|vendor|supplier|agency|contractor|outsourced|anbieter|dienstleister|third party|"
        "prestataire|leverancier|proveedor|agence|agentur|consultant|consultants|bureau"
    ).split("|")
)
_MANY = frozenset(
    (
        "various|several|multiple|all|everyone|everybody|all teams|all departments|company wide|companywide|alle|"
        "diverse|tous|whole company|all staff|shared|cross functional"
    ).split("|")
)


def team_id(name: str) -> str:
    """The id of a team: its name in lower case with `-` between the words, without the word team or department."""
    text = words_kept(name)
    short = _BEGINNINGS.sub("", _ENDINGS.sub("", text)).strip()
    chosen = short if short and is_team(short) else text
    return id_of(chosen)


def words_kept(name: str) -> str:
    """A name on one line, without markup, the addresses of pages, and the code of a cost centre before it."""
    return _CODE.sub("", one_line(without_markup(without_addresses(name)))).strip(" .,;:-")


def side_of(name: str) -> str:
    """The side of the house that a word of a team's name says clearly; empty where none does, or two sides do."""
    sides = {_SIDE_OF[word] for word in words(name).split() if word in _SIDE_OF}
    return sides.pop() if len(sides) == 1 else ""


def is_team(name: str) -> bool:
    """Whether a name is that of a team, and neither a person nor a role."""
    said = words(name).split()
    if not 0 < len(said) <= _MOST_WORDS or is_role(name):
        return False
    return not _OF_TEAMS.isdisjoint(said)


def is_role(name: str) -> bool:
    """Whether a name is the title of a role, such as CMO or Head of Marketing."""
    said = words(name).split()
    return any(word in _OF_ROLES or _CHIEFS.fullmatch(word) for word in said) and "team" not in said


def owner(cell: str, manner: Manner) -> Understood:  # noqa: ARG001 - as all readers of cells
    """The team that a cell names, as its id; or a single person or role, as it is written."""
    name = words_kept(cell)
    if (refused := _refused(cell, name)) is not None:
        return refused
    if is_team(name) and not _SENTENCE.search(name):
        return Understood(team_id(name), teams=(name,))
    if len(name) > _LONGEST or len(name.split()) > _MOST_WORDS or _SENTENCE.search(name):
        return unclear("more than a name")
    return Understood(name)


def team(cell: str, manner: Manner) -> Understood:  # noqa: ARG001 - as all readers of cells
    """The team that a cell names, as its id; a name that need not be a team's is not taken."""
    name = words_kept(cell)
    if (refused := _refused(cell, name)) is not None:
        return refused
    return Understood(team_id(name), teams=(name,)) if is_team(name) else unclear("not clearly a team")


def department(cell: str, manner: Manner) -> Understood:  # noqa: ARG001 - as all readers of cells
    """The team that a cell names under a heading that says that these are teams."""
    name = words_kept(cell)
    if (refused := _refused(cell, name)) is not None:
        return refused
    if len(name) > _LONGEST or len(name.split()) > _MOST_WORDS or _SENTENCE.search(name) or not team_id(name):
        return unclear("more than a name")
    return Understood(team_id(name), teams=(name,))


def teams_in(cell: str, manner: Manner) -> Understood:
    """The teams that a list names, as ids; all of them, or none."""
    found = [team(part, manner) for part in _parties(cell)]
    if not found:
        return NOTHING
    if any(item.value is None for item in found):
        return unclear("not clearly teams")
    ids: Iterable[str] = dict.fromkeys(str(item.value) for item in found)
    return Understood(list(ids), teams=tuple(name for item in found for name in item.teams))


def _refused(cell: str, name: str) -> Understood | None:
    """Why a cell with a name cannot be one owner; that there is none is stated as `nobody`."""
    said = words(name)
    if said in _NOBODY:
        return Understood("nobody")
    if not said or said.replace(" ", "").isdecimal():
        return unclear("not a name")
    if said in _OUTSIDE:
        return open_still("somebody outside, not named")
    if said == "none":
        return unclear("may say that nobody does")
    if _ADDRESS.search(name) or _MENTION.search(name):
        return open_still("a person's address" if len(_parties(cell)) < _SEVERAL else "several owners")
    if said in _MANY or len(_parties(cell)) >= _SEVERAL:
        return open_still("several owners")
    return None


def _parties(text: str) -> list[str]:
    """The parties that a cell names, each a part of a list."""
    return [
        piece
        for part in parts_of(without_markup(without_addresses(text)))
        for piece in _STROKES.split(part)
        if piece.strip()
    ]
