"""What an organisation declares: subjects with their facts, and where each fact is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.documents import Document, Entry, Place


class Subject(NamedTuple):
    """Something that rules can be asked about.

    `kind` is a key of the language's `SUBJECTS`; `facts` maps dotted names to stated values, and a name that is missing
    is unknown. `entries` are the nodes that state it: one for most, several for an organisation in several files.
    """

    kind: str
    id: str
    facts: Mapping[str, object]
    entries: tuple[Entry, ...]

    @property
    def name(self) -> str:
        """What people call it."""
        name = self.facts.get("name")
        return name if isinstance(name, str) else self.id

    def place(self, fact: str = "") -> Place:
        """Where a fact is written, or the deepest part of its name that is, or the subject itself."""
        path = fact.split(".") if fact else []
        if len(self.entries) > 1:
            for depth in range(len(path), 0, -1):
                for entry in self.entries:
                    if entry.states(*path[:depth]):
                        return entry.place(*path)
        return self.entries[0].place(*path)


@dataclass(frozen=True, slots=True)
class Inventory:
    """All that the files of one inventory say, merged.

    `states_integrations` tells whether the key `integrations` is there at all: without it nothing is known about links.
    `unstated` counts the values that were written as `unknown`, `TBD` and the like. `ignored` are names in the evidence
    that are none of its business; `journeys` are lines of the transit map, about which no rule asks. `tools` are those
    that evidence shows, once it was held against the inventory.
    """

    organization: Subject
    teams: Mapping[str, Subject]
    systems: Mapping[str, Subject]
    integrations: tuple[Subject, ...]
    roadmap_items: tuple[Subject, ...]
    data_kinds: Mapping[str, Subject]
    ignored: tuple[Subject, ...]
    journeys: Mapping[str, Subject]
    states_teams: bool
    states_integrations: bool
    unstated: int
    documents: Mapping[str, Document]
    tools: tuple[Subject, ...] = ()

    def subjects(self, kind: str) -> tuple[Subject, ...]:
        """All subjects of a kind, in a fixed order."""
        every: Mapping[str, tuple[Subject, ...]] = {
            "organization": (self.organization,),
            "team": tuple(self.teams.values()),
            "system": tuple(self.systems.values()),
            "integration": self.integrations,
            "roadmap item": self.roadmap_items,
            "data kind": tuple(self.data_kinds.values()),
            "evidence": self.tools,
            "journey": tuple(self.journeys.values()),
        }
        return every[kind]
