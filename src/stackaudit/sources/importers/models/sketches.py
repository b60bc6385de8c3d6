"""Drafts in the making: what one file states of its entries, and what is left over."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.imports import Draft, Imported, Remark
from stackaudit.model.language import INVENTORY
from stackaudit.model.language.fields import Kind, flat
from stackaudit.model.language.spelling import ID_LENGTH
from stackaudit.sources.evidence.sign_on.texts import host_of
from stackaudit.sources.importers.cells.plain import one_line, says_nothing
from stackaudit.sources.importers.cells.secrets import is_secret, without_secrets
from stackaudit.sources.importers.cells.teams import team_id, words_kept
from stackaudit.sources.importers.entries.owners import Named, teams_named, with_owners_settled
from stackaudit.sources.language.values import Reader, Wrong, reader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.imports import Value
    from stackaudit.sources.importers.cells.understanding import Understood

_GIVEN_ID = re.compile(r"[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*")
_OPAQUE = re.compile(r"[0-9a-f]{8}|.{61}")
_ID = re.compile(r"\w[\w.-]*(?: [\w.-]+)*")

SECTIONS = {
    "organization": "organization",
    "team": "teams",
    "system": "systems",
    "integration": "integrations",
}
"""The section of an inventory in which entries of each kind stand."""


class Said(NamedTuple):
    """What a file says somewhere: under a heading or key, as a value, on a line counted from 1."""

    heading: str
    value: object
    line: int


@dataclass(slots=True)
class Sketch:
    """A draft in the making."""

    kind: str
    key: str
    line: int
    id: str = ""
    host: str = ""
    facts: dict[str, Value] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


def as_id(key: str) -> str:
    """A key as the id to have in an inventory, empty where it is none that people would give."""
    return key if _GIVEN_ID.fullmatch(key) and not _OPAQUE.search(key) else ""


def own_id(key: str) -> str:
    """A key of our own export as the id that it was in an inventory, empty where it cannot be one."""
    return key if _ID.fullmatch(key) and len(key) <= ID_LENGTH else ""


class Sketches:
    """The drafts of one file: takes statements one after the other, and keeps all that is no fact.

    `rows` counts the entries of the file.
    """

    def __init__(self, importer: str, file: str) -> None:
        self.rows = 0
        self._importer = importer
        self._file = file
        self._sketches: dict[tuple[str, str], Sketch] = {}
        self._counts: Counter[tuple[str, str]] = Counter()
        self._columns: dict[str, str] = {}
        self._left: Counter[str] = Counter()
        self._remarks: list[Remark] = []
        self._teams: dict[str, Named] = {}

    def begin(self, kind: str, key: object, line: int, id_: str = "") -> Sketch:
        """A new draft; where another one of its kind has the key, a number tells the two apart.

        The key of a team is made an id, as it becomes one.
        """
        plain = one_line(key)
        ending = " ({})"
        if kind == "team":
            is_id = _ID.fullmatch(plain) is not None and len(plain) <= ID_LENGTH
            plain, ending = plain if is_id else team_id(plain) or "team", "-{}"
        name, same = plain, (kind, plain)
        while (kind, name) in self._sketches:
            self._counts[same] += 1
            name = f"{plain}{ending.format(self._counts[same] + 1)}"
        sketch = self._sketches[kind, name] = Sketch(kind, name, line, id_)
        return sketch

    def state(self, sketch: Sketch, fact: str, answer: Understood, said: Said) -> None:
        """Take what was understood as a fact, and what was not as a remark; what was stated first stands."""
        if answer.value is None:
            self.leave(sketch, said, answer.why) if answer.why else None
            return
        why = _refused(sketch.kind, fact, answer.value)
        if fact in sketch.facts:
            if sketch.facts[fact] == answer.value:
                return
            why = why or f"`{fact}` is stated otherwise"
        if why:
            self.leave(sketch, said, why)
            return
        sketch.facts[fact] = answer.value
        self._columns.setdefault(one_line(said.heading), fact)
        if answer.doubt:
            sketch.doubts[fact] = answer.doubt
        for team in answer.teams:
            id_ = answer.value if isinstance(answer.value, str) else team_id(team)
            self._teams.setdefault(id_, Named(words_kept(team), said.line))
        if answer.left:
            self.leave(sketch, said._replace(value=answer.left), "not known here")

    def leave(self, sketch: Sketch | None, said: Said, why: str = "") -> None:
        """Keep what is no fact as a remark of a draft or of the file; what says nothing, or is secret, is not told."""
        value = _told(said.value)
        if says_nothing(value):
            return
        is_hidden = _is_hidden(said.heading)
        heading = one_line(said.heading)
        if is_hidden or not why:
            self._left[heading] += 1
        if not is_hidden:
            remarks = self._remarks if sketch is None else sketch.remarks
            remarks.append(Remark(heading, without_secrets(one_line(value)), said.line, why))

    def count(self, heading: str, many: int = 1) -> None:
        """Count what is left out and told nowhere."""
        self._left[one_line(heading)] += many

    def imported(self, *, is_whole: bool = True) -> Imported:
        """All that the file says, with a draft for each team that is named and has none.

        In a file that is whole, every system has a name.
        """
        nameless = [each for each in self._sketches.values() if each.kind == "system" and "name" not in each.facts]
        for sketch in nameless if is_whole else ():
            self._name_by_key(sketch)
        declared = dict.fromkeys(key for kind, key in self._sketches if kind == "team")
        named = {id_: team for id_, team in self._teams.items() if id_ not in declared}
        drafts = [_draft(each) for each in self._sketches.values()]
        return Imported(
            self._importer,
            self._file,
            (*teams_named(named), *with_owners_settled(drafts, (*declared, *named))),
            self.rows,
            self._columns,
            dict(self._left),
            tuple(self._remarks),
            is_whole,
        )

    def _name_by_key(self, sketch: Sketch) -> None:
        """Call a system without a name by its key; one that says nothing either names no system."""
        if not says_nothing(sketch.key):
            sketch.facts["name"] = sketch.key
            return
        del self._sketches["system", sketch.key]
        self._remarks.append(Remark("name", "", sketch.line, "names no system"))


def _draft(sketch: Sketch) -> Draft:
    """The finished draft; a team whose id says its name has no other, and an address has a host."""
    facts = dict(sketch.facts)
    if sketch.kind == "team" and facts.get("name") == sketch.key:
        del facts["name"]
    host = sketch.host or host_of(facts.get("url", ""))
    return Draft(sketch.kind, sketch.key, sketch.line, facts, sketch.doubts, tuple(sketch.remarks), sketch.id, host)


_is_hidden = lru_cache(4096)(is_secret)


def _told(value: object) -> object:
    """A value without what stands under the keys of secrets anywhere in it."""
    if isinstance(value, dict):
        return {key: _told(item) for key, item in value.items() if not _is_hidden(key)}
    return [_told(item) for item in value] if isinstance(value, list) else value


def _refused(kind: str, fact: str, value: Value) -> str:
    """Why the language does not take a value; empty where it does."""
    if fact == "category" or value == "none":  # a word for a category is resolved when it is merged
        return ""
    try:
        _readers(kind)[fact](value)
    except Wrong as wrong:
        return wrong.message
    return ""


@cache
def _readers(kind: str) -> Mapping[str, Reader]:
    """The language's readers of an entry's facts; those of governance are the organisation's."""
    fields = dict(flat(INVENTORY[SECTIONS[kind]].fields))
    if kind == "organization":
        fields |= dict(flat(INVENTORY["governance"].fields, "governance."))
    return {fact: reader(field, ()) for fact, field in fields.items() if field.kind is not Kind.LISTED}
