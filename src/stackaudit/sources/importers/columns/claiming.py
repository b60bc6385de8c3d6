"""Whether the entries of a list are systems or integrations, as far as its columns show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.importers.columns.headings import folded_heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.sources.importers.columns.column import Columns

KEY = "key"
"""The heading of what entries are called by the key that they stand under."""

_GENERAL_NAMES = frozenset(
    """
    name|title|service|product|program|package|label|display name|bezeichnung|nom|naam|nombre|dienst|subscription
    technology|solution|service name|product name|losung|produktname|key|programm|programa|outil|werkzeug|platform
    """.strip().replace("\n", "|").replace("    ", "").split("|")
)  # fmt: skip
_ABOUT_ANYTHING = frozenset(
    """
    name product description notes url category vendor lifecycle cost.annual regions owner.business since verified.on
    verified.by data.categories brand environment aliases bought.on service.criticality ends public fit.business
    cost.paid_by data.records integrations
    """.split()
)
_GENERAL_HEADINGS = frozenset(
    """
    status|state|stage|phase|start date|start|end date|end|budget|price|amount|value|due date|expiry date|priority|type
    statut|etat|prix|montant|date de debut|date de fin|preis|betrag|startdatum|enddatum|beginn|ende|prijs|bedrag
    einddatum|estado|precio|importe|fecha inicio|fecha fin|fecha de inicio|fecha de fin
    """.strip().replace("\n", "|").replace("    ", "").split("|")
)  # fmt: skip
_OF_PEOPLE = frozenset(
    "email|e mail|email address|first name|last name|surname|phone|phone number|birthday|salary|employee id|hire date"
    "|job title|date of birth|username|vorname|nachname|telefon|prenom|voornaam|achternaam|mobile|student id|manager"
    "|gender".split("|")
)
_OF_A_FLOW = ("data", "method", "runs", "via", "direction", "encrypted")
_FEWEST = 2
_FEWEST_FOR_A_GENERAL_NAME = 3


def are_systems(columns: Columns, *, sure: bool = False) -> bool:
    """Whether entries are systems: named as such, or with facts that only systems have; or else integrations.

    Where it is `sure` that a list is one of systems, as the word above it says, any fact besides the name will do.
    """
    if columns.of_flows:
        return columns.has(*_OF_A_FLOW)
    filled = {
        fact: [each for each in found if each.filled] for fact, found in columns.by_fact.items() if fact != "name"
    }
    facts = {fact for fact, found in filled.items() if found}
    named = columns.by_fact.get("name", ())
    if not named:
        return False
    if any(column.said and column.heading != KEY for column in named):
        return True
    heading = folded_heading(named[0].heading)
    if sure or (
        named[0].way == "name" and heading not in _GENERAL_NAMES and not _GENERAL_NAMES.issuperset(heading.split())
    ):
        return bool(facts)
    others = {folded_heading(left) for left in (*columns.left, *columns.secret)}
    own = {fact for fact in facts - _ABOUT_ANYTHING if any(not _is_general(each.heading) for each in filled[fact])}
    if not others.isdisjoint(_OF_PEOPLE) and len(own) < _FEWEST_FOR_A_GENERAL_NAME:
        return False
    return len(own) >= _FEWEST or (len(own) >= 1 and len(facts) >= _FEWEST_FOR_A_GENERAL_NAME)


def _is_general(heading: str) -> bool:
    """Whether projects, orders or tickets have such a column as well as systems."""
    return folded_heading(heading) in _GENERAL_HEADINGS


def names_systems(words_above: Iterable[str]) -> bool:
    """Whether a word above a list, such as `tools`, says that what is listed are systems."""
    return any(folded_heading(word) in _LISTS for word in words_above)


_LISTS = frozenset(
    "tool|app|application|system|software|tech stack|techstack|stack|martech|martech stack|saa|saas|anwendung|systeme"
    "|applikation|it system|application portfolio|logiciel|applicatie|software inventory|system inventory|app inventory"
    "|application inventory|tool inventory|software list|technology stack|marketing stack|saas app".split("|")
)
