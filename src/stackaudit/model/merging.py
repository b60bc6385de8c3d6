"""What importing a file again does to an inventory, and what is remembered of it for the next time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.edits import Edit
    from stackaudit.model.imports import Value


class Stated(NamedTuple):
    """An entry as a source stated it last: its id in the inventory, and its facts as they were written.

    `gone` is the day since which the source no longer has it, as text; empty while it has.
    """

    id: str
    facts: Mapping[str, Value]
    gone: str = ""


class Provenance(NamedTuple):
    """What one source stated when it was last imported: its entries by kind and key, such as `system:Salesforce`."""

    importer: str = ""
    entries: Mapping[str, Stated] = {}


class Act(StrEnum):
    """What became of an entry or a fact of a source."""

    ADDED = "added"
    MET = "met"
    FILLED = "filled"
    CHANGED = "changed"
    DROPPED = "dropped"
    KEPT = "kept"
    GONE = "gone"
    BACK = "back"
    TAKEN_OUT = "taken out"
    UNKNOWN = "unknown"


class Change(NamedTuple):
    """One thing that an import does or leaves: an entry where `fact` is empty, else one of its facts.

    `here` is what the inventory says, `now` what the source says on `line`; None where they say nothing.
    """

    act: Act
    kind: str
    id: str
    name: str
    line: int = 0
    fact: str = ""
    here: object = None
    now: Value | None = None


@dataclass(frozen=True)
class Merge:
    """The edits by the name of the document that they are meant for, why they are made, and what to remember.

    `doubts` counts the facts that are written with a `# check:`, `remarks` what is written as comments, or was left
    where an entry was there already. `unchanged` counts the systems of which nothing is told.
    """

    edits: Mapping[str, tuple[Edit, ...]]
    changes: tuple[Change, ...]
    provenance: Provenance
    doubts: int = 0
    remarks: int = 0
    unchanged: int = 0
