"""Facts as our own exports spell them: the names of their columns and properties, and values that are all text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from stackaudit.model.language import INVENTORY
from stackaudit.model.language.fields import Kind, flat
from stackaudit.model.language.words import RHYTHMS
from stackaudit.sources.importers.cells.plain import one_line, says_nothing
from stackaudit.sources.importers.cells.understanding import NOTHING, Understood, unclear
from stackaudit.sources.importers.models.sketches import SECTIONS
from stackaudit.sources.importers.models.taking import day, figure, flag, many, text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.language.fields import Field
    from stackaudit.sources.importers.models.taking import Take

OF_SYSTEMS = {
    "vendor": "vendor",
    "category": "category",
    "description": "description",
    "lifecycle": "lifecycle",
    "environment": "environment",
    "brand": "brand",
    "hosting": "hosting",
    "regions": "regions",
    "criticality": "service.criticality",
    "business_owner": "owner.business",
    "technical_owner": "owner.technical",
    "renews": "cost.renews",
    "data": "data.categories",
    "records": "data.records",
    "sso": "security.sso",
    "mfa": "security.mfa",
    "public": "public",
}
"""The facts of systems by the names of properties; `annual_cost` and `currency` make up one amount."""

OF_TEAMS = {"side": "side", "lead": "lead"}
"""The facts of teams by the names of properties."""

OF_INTEGRATIONS = {
    "name": "name",
    "data": "data",
    "method": "method",
    "direction": "direction",
    "via": "via",
    "owner": "owner",
    "days_between_runs": "runs",
    "last_ran": "last_ran",
    "encrypted": "encrypted",
    "monitored": "monitored",
}
"""The facts of integrations by the names of properties."""

CONCLUDED = frozenset("product side notice_by personal sensitive findings worst".split())
"""Properties that an audit concludes from others; side is a fact of teams alone."""

_GUARD = re.compile(r"""(?:^|(?<=;))'(?=[\s"'`]*[=+\-@＝＋－＠])""")  # noqa: RUF001 - as the writer of tables has it
_RHYTHM_OF = {days: word for word, days in reversed(RHYTHMS.items())}


def unguarded(cell: str) -> str:
    """A cell without the apostrophes that our tables put before what a spreadsheet would calculate."""
    return _GUARD.sub("", cell) if "'" in cell else cell


def take_of(kind: str, fact: str) -> Take:
    """How the value of a fact is taken from text; a fact that the language does not have is not taken."""
    field = _fields(kind).get(fact)
    if field is None:
        return _no_fact
    if field.kind is Kind.TEAM and not fact.startswith("owner"):
        return _team
    return _TAKES.get(field.kind, text)


def cost(amount: object, currency: object) -> Understood:
    """An amount a year in its currency."""
    read = figure(amount)
    code = "" if says_nothing(currency) else one_line(currency)
    if read.value is None or not code:
        return read
    return Understood({"amount": read.value, "currency": code})


def _team(value: object) -> Understood:
    """The id of a team, which must be declared, unlike that of an owner."""
    id_ = text(value)
    return id_ if id_.value is None or id_.value == "nobody" else id_._replace(teams=(str(id_.value),))


def _rhythm(value: object) -> Understood:
    """How often something runs, from the days between two runs or in the language's own words."""
    days = figure(value)
    if not isinstance(days.value, int | float):
        return text(value)
    word = _RHYTHM_OF.get(float(days.value))
    if word is None and days.value == int(days.value):
        word = f"{int(days.value)}d"
    return Understood(word) if word else unclear("no rhythm of the language")


def _day_or_no(value: object) -> Understood:
    """A day, or false."""
    said = flag(value)
    return said if said.value is False else day(value)


def _no_fact(value: object) -> Understood:
    return NOTHING if says_nothing(value) else unclear("no fact of the language")


_TAKES: Mapping[Kind, Take] = {
    Kind.FLAG: flag,
    Kind.DAY: day,
    Kind.DAY_OR_NO: _day_or_no,
    Kind.WHOLE: figure,
    Kind.NUMBER: figure,
    Kind.MONEY: figure,
    Kind.RHYTHM: _rhythm,
    Kind.MANY: many(text, ";"),
}


@cache
def _fields(kind: str) -> Mapping[str, Field]:
    return dict(flat(INVENTORY[SECTIONS[kind]].fields))
