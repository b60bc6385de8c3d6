"""The teams that a list names, as drafts of their own; and owners that are spelled almost like one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.imports import Draft, Remark
from stackaudit.model.suggesting import did_you_mean
from stackaudit.sources.importers.cells.plain import words
from stackaudit.sources.importers.cells.teams import side_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_OWNERS = ("owner.business", "owner.technical", "owner")
_SURELY_MEANT = 0.9
_MOST_COMPARED = 200_000


class Named(NamedTuple):
    """A team that a list names: as it is written first, and the line of that."""

    name: str
    line: int


def teams_named(named: Mapping[str, Named]) -> Iterator[Draft]:
    """A draft for each team by its id, with its name where the id does not say it and its side where the name does."""
    for key, team in named.items():
        facts = {} if words(team.name) == words(key) else {"name": team.name}
        side = side_of(team.name)
        stated = {**facts, "side": side} if side else facts
        yield Draft("team", key, team.line, stated, {"side": "side from its name"} if side else {})


def with_owners_settled(drafts: Iterable[Draft], teams: Iterable[str]) -> Iterator[Draft]:
    """Drafts in which no owner is spelled almost like a team without being it, as an inventory refuses that.

    One that differs by a letter is taken for the team, with a doubt; another becomes a remark.
    """
    known = dict.fromkeys(teams)
    meant: dict[str, tuple[str | None, str | None]] = {}
    for draft in drafts:
        for fact in _OWNERS:
            value = draft.facts.get(fact)
            if not isinstance(value, str) or value in known or value == "nobody" or not known:
                continue
            if value not in meant and len(meant) * len(known) > _MOST_COMPARED:
                meant[value] = (None, None)
            if value not in meant:
                meant[value] = (did_you_mean(value, known), did_you_mean(value, known, likeness=_SURELY_MEANT))
            draft = _settled(draft, fact, value, *meant[value])  # noqa: PLW2901 - a draft may have two owners
        yield draft


def _settled(draft: Draft, fact: str, value: str, near: str | None, sure: str | None) -> Draft:
    if sure is not None:
        doubts = {**draft.doubts, fact: f"`{value}` read as {sure}"}
        return draft._replace(facts={**draft.facts, fact: sure}, doubts=doubts)
    if near is None:
        return draft
    facts = {name: stated for name, stated in draft.facts.items() if name != fact}
    doubts = {name: doubt for name, doubt in draft.doubts.items() if name != fact}
    remark = Remark(fact, value, draft.line, f"may or may not be the team `{near}`")
    return draft._replace(facts=facts, doubts=doubts, remarks=(*draft.remarks, remark))
