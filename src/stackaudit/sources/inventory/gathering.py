"""Merges the files of an inventory: every section of every file into one set of subjects, with every fault found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.model.ids import listed_id
from stackaudit.model.inventory import Subject
from stackaudit.model.language import INVENTORY
from stackaudit.model.language.governance import ROADMAP_ITEM
from stackaudit.model.language.spelling import ID_LENGTH
from stackaudit.model.problems import Problem
from stackaudit.model.suggesting import shortened
from stackaudit.sources.language.checking import Fault, Findings, Path, facts_of, plan, unknown_key
from stackaudit.sources.language.locating import Locator
from stackaudit.sources.language.values import Wrong, is_unstated, reader
from stackaudit.sources.yaml_reading import Duplicate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from stackaudit.model.documents import Entry

MOST_PROBLEMS = 2_000

_ID = re.compile(r"[\w][\w.-]*(?: [\w.-]+)*")


class Gathering:
    """Takes documents one after the other; what they say together is then read from its attributes.

    With `nameless`, systems need no name and are called by their ids.
    """

    def __init__(self, categories: Collection[str], *, nameless: bool = False) -> None:
        self.nameless = nameless
        self.problems: list[Problem] = []
        self.facts: dict[str, object] = {}
        self.teams: dict[str, Subject] = {}
        self.systems: dict[str, Subject] = {}
        self.data: dict[str, Subject] = {}
        self.journeys: dict[str, Subject] = {}
        self.integrations: list[Subject] = []
        self.roadmap_items: list[Subject] = []
        self.ignored: list[Subject] = []
        self.entries: dict[str, list[Entry]] = {"organization": [], "governance": []}
        self.roots: list[Entry] = []
        self.sections: set[str] = set()
        self.out = Findings()
        self._read_version = reader(INVENTORY["stackaudit"], ())
        self._plans = {
            "team": plan("team", INVENTORY["teams"].fields, categories),
            "data kind": plan("kind of data", INVENTORY["data"].fields, categories),
            "system": plan("system", INVENTORY["systems"].fields, categories),
            "integration": plan("integration", INVENTORY["integrations"].fields, categories),
            "journey": plan("journey", INVENTORY["journeys"].fields, categories),
            "roadmap item": plan("item of the roadmap", ROADMAP_ITEM, categories),
            "ignored name": plan("name to ignore", INVENTORY["ignore"].fields, categories),
        }
        for section in ("organization", "governance"):
            self._plans[section] = plan(section, INVENTORY[section].fields, categories, f"{section}.")
        self._origin: dict[str, Entry] = {}
        self._sections: dict[str, Callable[[str, Entry], None]] = {
            "stackaudit": self._version,
            "organization": self._record,
            "governance": self._record,
            "teams": lambda key, entry: self._keyed(key, entry, "team", self.teams),
            "data": lambda key, entry: self._keyed(key, entry, "data kind", self.data),
            "systems": lambda key, entry: self._keyed(key, entry, "system", self.systems),
            "integrations": lambda key, entry: self._listed((key,), entry, "integration", self.integrations),
            "journeys": lambda key, entry: self._keyed(key, entry, "journey", self.journeys),
            "ignore": lambda key, entry: self._listed((key,), entry, "ignored name", self.ignored),
        }

    def add(self, root: Entry, beside: Collection[str] = ()) -> None:
        """Take in the sections of one mapping; keys that are named in `beside` are none of its business."""
        self.out.faults.clear()
        if not isinstance(root.value, dict) or not root.value:
            self.problems.append(_no_mapping(root))
            return
        self.roots.append(root)
        for key, entry in root.children():
            if isinstance(key, Duplicate):
                continue
            take = self._sections.get(str(key))
            if take is not None:
                self.sections.add(str(key))
                take(str(key), entry)
            elif not str(key).startswith("x-") and key not in beside:
                self.out.faults.append(unknown_key(str(key), (), INVENTORY, "an inventory"))
        self._tell(root)

    def _tell(self, root: Entry) -> None:
        """Turn faults into problems with places."""
        locator = Locator(root)
        for path, message, advice, at_key in self.out.faults[:MOST_PROBLEMS]:
            self.problems.append(Problem(message, advice, locator.place(path, at_key=at_key)))
        left = len(self.out.faults) - MOST_PROBLEMS
        if left > 0:
            self.problems.append(Problem(f"{left} more problems in this file", "Mend these first.", root.key_place()))

    def _version(self, key: str, entry: Entry) -> None:
        try:
            self._read_version(entry.value)
        except Wrong:
            message = f"version {shortened(str(entry.value))} of the inventory language is not known"
            self.out.faults.append(Fault((key,), message, "Write `stackaudit: 1`, or install a newer stackaudit."))

    def _record(self, key: str, entry: Entry) -> None:
        """A section that every file may add facts to, but none may state a fact again."""
        value = self._mapping((key,), entry.value, "the keys of this section")
        facts = facts_of(self._plans[key], value, (key,), self.out)
        for fact in facts.keys() & self.facts.keys():
            path = fact.split(".")[1:]
            first = self._origin[fact].place(*path)
            again = Problem(
                f"`{fact}` is stated twice", "Keep one of them.", entry.place(*path), ((first, "first here"),)
            )
            self.problems.append(again)
        for section, told in _contradicted(facts, self.facts).items():
            path = section.split(".")[1:]
            message = f"`{section}` is described in one place and `none` in another"
            first = self._origin[told].place(*path)
            self.problems.append(Problem(message, "Keep one of them.", entry.place(*path), ((first, "first here"),)))
        self.facts |= facts
        self._origin |= dict.fromkeys(facts, entry)
        self.entries[key].append(entry)
        self.out.foreign_money = [
            (self.facts if owner is facts else owner, fact) for owner, fact in self.out.foreign_money
        ]
        roadmap = entry.child("roadmap")
        items = roadmap.child("items") if roadmap is not None and key == "governance" else None
        if items is not None:
            self._listed((key, "roadmap", "items"), items, "roadmap item", self.roadmap_items)

    def _keyed(self, key: str, entry: Entry, kind: str, into: dict[str, Subject]) -> None:
        """A section whose keys are ids."""
        if kind == "system" and isinstance(entry.value, list):
            entries = self._named_list(key, entry)
        else:
            names = "a list of names, or " if kind == "system" else ""
            stated = self._mapping((key,), entry.value, f"{names}an id and a colon for each entry")
            entries = [((key, step), str(step), child) for step, child in entry.children() if step in stated]
        what = self._plans[kind].what
        for path, name, child in entries:
            if isinstance(path[-1], Duplicate):
                continue
            if not _ID.fullmatch(name) or len(name) > ID_LENGTH:
                message, advice = f"`{shortened(name)}` cannot be an id", "Use letters, digits, `-`, `_` and `.`."
                self.out.faults.append(Fault(path, message, advice, at_key=True))
            elif name in into:
                message = f"the {what} `{name}` is declared twice"
                first = into[name].entries[0].key_place()
                advice = "Merge the two entries, or give one of them another id."
                self.problems.append(Problem(message, advice, child.key_place(), ((first, "first here"),)))
            else:
                value = self._body(path, child.value, kind)
                into[name] = Subject(kind, name, facts_of(self._plans[kind], value, path, self.out), (child,))

    def _named_list(self, key: str, entry: Entry) -> list[tuple[Path, str, Entry]]:
        """A plain list of product names; the ids are made from the names."""
        entries: list[tuple[Path, str, Entry]] = []
        for step, child in entry.children():
            name = child.value.get("name") if isinstance(child.value, dict) else child.value
            if not isinstance(name, str) or is_unstated(name):
                advice = "Write the product's name, or `id: {name: …}` without the dash."
                self.out.faults.append(Fault((key, step), "expected the name of a system", advice))
                continue
            entries.append(((key, step), listed_id(name), child))
        return entries

    def _listed(self, path: Path, entry: Entry, kind: str, into: list[Subject]) -> None:
        """A section that lists mappings."""
        if entry.value is None:
            return
        if not isinstance(entry.value, list):
            advice = "Begin each entry with `- `."
            self.out.faults.append(Fault(path, f"`{path[-1]}` holds a list, not {_kind(entry.value)}", advice))
            return
        for step, child in entry.children():
            if not isinstance(child.value, dict):
                keys = ", ".join(list(self._plans[kind].steps)[:4])
                advice = f"Write the keys of one {kind}, such as {keys}."
                self.out.faults.append(Fault((*path, step), f"expected a mapping, found {_kind(child.value)}", advice))
                continue
            facts = facts_of(self._plans[kind], child.value, (*path, step), self.out)
            into.append(Subject(kind, _listed_id(kind, facts), facts, (child,)))

    def _body(self, path: Path, value: object, kind: str) -> Mapping[str, object]:
        """The keys of an entry; a system may be just its name, and other entries may state nothing yet."""
        if isinstance(value, dict):
            return {"name": path[-1], **value} if self.nameless and kind == "system" else value
        if kind == "system" and isinstance(value, str) and not is_unstated(value):
            return {"name": value}
        if is_unstated(value) and kind != "system":
            return {}
        wanted = "its name, or a mapping with `name:`" if kind == "system" else "a mapping"
        advice = "Write `name:` and the product's name below it." if kind == "system" else "Write its keys below it."
        self.out.faults.append(Fault(path, f"a {self._plans[kind].what} is {wanted}, not {_kind(value)}", advice))
        return {"name": str(path[-1])}

    def _mapping(self, path: Path, value: object, wanted: str) -> Mapping[str, object]:
        """The value if it is a mapping; otherwise an empty one, and a fault where it says something else."""
        if isinstance(value, dict):
            return value
        if not is_unstated(value):
            message = f"`{path[-1]}` holds a mapping, not {_kind(value)}"
            self.out.faults.append(Fault(path, message, f"Write {wanted}."))
        return {}


def _contradicted(facts: Mapping[str, object], before: Mapping[str, object]) -> dict[str, str]:
    """Sections that one file describes and another says do not exist, each with the fact that was stated before."""
    found: dict[str, str] = {}
    for denying, telling in ((facts, before), (before, facts)):
        for section in (fact for fact, value in denying.items() if value is False):
            told = next((fact for fact in telling if fact.startswith(f"{section}.")), None)
            if told is not None:
                found[section] = section if denying is before else told
    return found


def numbered(integrations: list[Subject]) -> tuple[Subject, ...]:
    """Integrations in a fixed order, those between the same two systems told apart by a number."""
    by_ends: dict[str, list[Subject]] = {}
    for flow in integrations:
        by_ends.setdefault(flow.id, []).append(flow)
    result: list[Subject] = []
    for ends in sorted(by_ends):
        first, *others = by_ends[ends] if len(by_ends[ends]) == 1 else sorted(by_ends[ends], key=_as_text)
        result.append(first)
        result += [
            Subject(flow.kind, f"{ends} #{number}", flow.facts, flow.entries) for number, flow in enumerate(others, 2)
        ]
    return tuple(result)


def _as_text(flow: Subject) -> str:
    """All that is stated of a flow, so that the order of the files does not matter."""
    return repr(sorted(flow.facts.items(), key=lambda fact: fact[0]))


def _listed_id(kind: str, facts: Mapping[str, object]) -> str:
    return f"{facts.get('from')} -> {facts.get('to')}" if kind == "integration" else str(facts.get("name"))


def _no_mapping(root: Entry) -> Problem:
    """The problem of a file that is empty or holds something else than sections."""
    document = root.document
    place = document.place(document.marks[root.first] if document.marks else 0)
    if root.value is None or root.value == {}:
        return Problem("the file is empty", "Write `systems:` and the names of your systems below it.", place)
    advice = "Begin the file with `systems:`, and indent what follows."
    return Problem(f"expected sections such as `systems:`, found {_kind(root.value)}", advice, place)


def _kind(value: object) -> str:
    names: dict[type, str] = {dict: "a mapping", list: "a list", type(None): "nothing"}
    return names.get(type(value), "a single value")
