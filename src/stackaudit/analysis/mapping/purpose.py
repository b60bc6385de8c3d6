"""What a line is for, and how a system or a flow of data belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from stackaudit.model.language.taxonomy import PERSONAL_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.inventory import Subject


@dataclass(frozen=True)
class Purpose:
    """A line that can be derived, with its badge of two letters.

    `stages` are the categories at which it stops in the order in which data passes: those at home on the line make it
    up, the others are stops where they are linked with one at home. `heart` are the categories that everything on the
    line should reach; the first that some system stands for counts. `data` are the kinds of data that it is about.
    """

    id: str
    badge: str
    name: str
    about: str
    stages: tuple[str, ...]
    heart: str
    data: str

    @cached_property
    def stops(self) -> Mapping[str, int]:
        """For each category of the stages, how far along the line that is, from 0."""
        return {category: place for place, stage in enumerate(self.stages) for category in stage.split()}

    def stage(self, system: Subject) -> int:
        """How far along the line a system is; one whose category no stage names stands in the middle."""
        return self.stops.get(str(system.facts.get("category")), len(self.stages) // 2)

    @cached_property
    def _wanted(self) -> tuple[str, ...]:
        return tuple(full(kind) for kind in self.data.split())

    def concerns(self, flow: Subject) -> bool:
        """Whether a flow carries what this line is about, or may, as nothing is stated of what it carries."""
        kinds = flow.facts.get("data")
        if not isinstance(kinds, tuple):
            return True
        return any(kind is None or any(within(full(kind), wanted) for wanted in self._wanted) for kind in kinds)


def full(kind: str) -> str:
    """A kind of data with its full key in the taxonomy."""
    return PERSONAL_KINDS.get(kind, kind)


def within(kind: str, wanted: str) -> bool:
    """Whether a kind of data is the wanted one or a part of it; both with their full keys."""
    return kind == wanted or kind.startswith(f"{wanted}.")
