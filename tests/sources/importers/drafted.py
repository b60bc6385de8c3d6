"""Short ways to what tests of importers begin with: a text that is read, its drafts, and the inventory they make."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stackaudit.sources.evidence.tables import read_tables
from stackaudit.sources.importers.importer import Content

if TYPE_CHECKING:
    from stackaudit.model.imports import Draft, Imported, Remark
    from stackaudit.sources.importers.importer import Importer

SAMPLES = Path(__file__).parent / "samples"
_SECTIONS = {"team": "teams", "system": "systems"}


def content(text: str, suffix: str = ".yaml") -> Content:
    """A text as the door opens it."""
    return Content(f"file{suffix}", suffix, text, read_tables("file", suffix, text))


def sample(name: str) -> Content:
    """A sample as the door opens it."""
    path = SAMPLES / name
    return content(path.read_text(encoding="utf-8"), path.suffix)


def read(importer: Importer, text: str, suffix: str = ".yaml") -> Imported:
    """What a text says, that the importer claims."""
    found = content(text, suffix)
    assert importer.claims(found)
    return importer.read(found)


def facts(imported: Imported, kind: str = "system") -> dict[str, dict[str, Any]]:
    """The facts of each draft of a kind, by its key."""
    return {draft.key: dict(draft.facts) for draft in imported.drafts if draft.kind == kind}


def draft(imported: Imported, key: str) -> Draft:
    """The draft with a key."""
    return next(each for each in imported.drafts if each.key == key)


def told(remarks: tuple[Remark, ...]) -> list[tuple[str, str, int, str]]:
    """Remarks as plain rows."""
    return [tuple(remark) for remark in remarks]


def inventory_text(drafts: tuple[Draft, ...], **organization: str) -> str:
    """The inventory that drafts make when they are added to nothing, as JSON, which is YAML as well."""
    found: dict[str, Any] = {"organization": dict(organization), "teams": {}, "systems": {}, "integrations": []}
    ids = {each.key: _id(each.key, place) for place, each in enumerate(drafts)}
    for each in drafts:
        ends = {
            end: ids.get(str(each.facts[end]), each.facts[end]) for end in ("from", "to", "via") if end in each.facts
        }
        entry = _nested({**each.facts, **ends})
        if each.kind == "integration":
            found["integrations"].append(entry)
        elif each.kind == "organization":
            found["organization"] |= entry
        else:
            found[_SECTIONS[each.kind]].setdefault(ids[each.key], {}).update(entry)
    return json.dumps(
        {section: entries for section, entries in found.items() if entries or section == "integrations"},
        ensure_ascii=False,
    )


def _id(key: str, place: int) -> str:
    """The key itself where it can be an id."""
    return key if re.fullmatch(r"[\w][\w.-]{0,100}", key) else f"entry-{place}"


def _nested(facts: Any) -> dict[str, Any]:
    top: dict[str, Any] = {}
    for fact, value in facts.items():
        *steps, last = fact.split(".")
        at = top
        for step in steps:
            at = at.setdefault(step, {})
        at[last] = value
    return top
