"""New entries: facts in the language's order, with comments for what is to be checked and what was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.merging.stating import check, nested
from stackaudit.model.edits import Add
from stackaudit.model.language import INVENTORY
from stackaudit.model.language.fields import flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.edits import Path
    from stackaudit.model.imports import Draft

SECTIONS = {"team": "teams", "system": "systems", "integration": "integrations"}
_ORDER = {
    kind: {fact: place for place, (fact, _) in enumerate(flat(INVENTORY[section].fields))}
    for kind, section in SECTIONS.items()
}


def added(draft: Draft, id_: str) -> Add:
    """The edit that adds a draft under an id; integrations are a list and have none."""
    order = _ORDER[draft.kind]
    facts = dict(sorted(draft.facts.items(), key=lambda fact: order.get(fact[0], len(order))))
    if draft.kind == "team" and facts.get("name") == id_:
        del facts["name"]
    remarks: dict[Path, str] = {
        tuple(fact.split(".")): check(reason) for fact, reason in draft.doubts.items() if fact in facts
    }
    key = None if draft.kind == "integration" else id_
    return Add((SECTIONS[draft.kind],), key, nested(facts), within=tuple(_comments(draft)), remarks=remarks)


def _comments(draft: Draft) -> Iterator[str]:
    """What the source says beside the facts: each cell that was not taken with the reason, and all without a place."""
    for remark in draft.remarks:
        if remark.why:
            yield f"line {remark.line}, {remark.heading}: {remark.text} ({remark.why})"
    others = [f"{remark.heading}: {remark.text}" for remark in draft.remarks if not remark.why]
    if others:
        yield f"line {draft.line} also: {'; '.join(others)}"
