"""Imports written down briefly, and what merging them does."""

from __future__ import annotations

from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING

from stackaudit.analysis.merging import Source, merge
from stackaudit.model.imports import Draft, Imported
from stackaudit.model.merging import Merge, Provenance
from stackaudit.sources.inventory import read_inventory_text
from stacks import catalogue

if TYPE_CHECKING:
    from stackaudit.model.imports import Value

FIRST, SECOND = date(2026, 11, 1), date(2026, 12, 1)


def system(name: str, line: int = 1, **facts: Value) -> Draft:
    """A system with facts whose dots are written as two underscores."""
    return Draft("system", name, line, {"name": name, **_dotted(facts)})


def flow(start: str, end: str, line: int = 1, **facts: Value) -> Draft:
    """An integration between the systems of two keys."""
    return Draft("integration", f"{start} -> {end}", line, {"from": start, "to": end, **_dotted(facts)})


def team(name: str, id_: str, line: int = 1, **facts: Value) -> Draft:
    """A team under the word by which systems refer to it."""
    return Draft("team", id_, line, {"name": name, **_dotted(facts)})


def imported(*drafts: Draft, is_whole: bool = True) -> Imported:
    """What a file says that has just these entries."""
    return Imported("table", "tools.csv", drafts, len(drafts), is_whole=is_whole)


def merged(inventory: str, read: Imported, before: Provenance | None = None, on: date = FIRST) -> Merge:
    """What merging does to an inventory in YAML, called inventory.yaml; new entries go there as well."""
    text = dedent(inventory).strip() or "stackaudit: 1"
    known = read_inventory_text("inventory.yaml", f"{text}\n", catalogue().categories)
    return merge(read, known, Source("tools", before or Provenance(), "inventory.yaml", on), catalogue())


def told(merge: Merge) -> list[str]:
    """What is told of a merge: the act, the entry's id, and the fact if it is of one."""
    return [f"{change.act} {change.id} {change.fact}".strip() for change in merge.changes]


def _dotted(facts: dict[str, Value]) -> dict[str, Value]:
    return {fact.replace("__", "."): value for fact, value in facts.items()}
