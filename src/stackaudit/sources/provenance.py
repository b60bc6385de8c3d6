"""What imports stated, kept in a small file beside an inventory: `.stackaudit/imports.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stackaudit.model.documents import Place
from stackaudit.model.merging import Provenance, Stated
from stackaudit.model.problems import one_problem
from stackaudit.sources.files import read_text
from stackaudit.sources.inventory.finding import shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from stackaudit.model.problems import Problems

_FOLDER, _FILE = ".stackaudit", "imports.json"
_ABOUT = "What `stackaudit import` read from each source last, so that it can tell its own facts from yours."
_VERSION = 1


def provenance_file(folder: Path) -> Path:
    """The file that remembers the imports into an inventory in a folder."""
    return folder / _FOLDER / _FILE


def read_provenance(path: Path) -> dict[str, Provenance]:
    """What is remembered of each source by its name, empty without a file; raises `Problems` where it is broken."""
    if not path.exists():
        return {}
    name = shown(path)
    try:
        held = json.loads(read_text(path, name))
        if held["version"] != _VERSION:
            raise _broken(name, f"version {held['version']} of this file is not known", "Install a newer stackaudit.")
        return {source: _source(said) for source, said in held["sources"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        advice = "Restore it from git; without it, facts of earlier imports count as written by hand."
        raise _broken(name, "the memory of imports is broken", advice) from None


def provenance_text(sources: Mapping[str, Provenance]) -> str:
    """The file's text: an entry on each line, sorted, so that changes read well."""
    parts = [
        f'"{_quoted(name)}": {{"importer": {json.dumps(held.importer)}, "entries": {{\n{_lines(held)}\n}}}}'
        for name, held in sorted(sources.items())
    ]
    body = ",\n".join(parts)
    return f'{{"about": {json.dumps(_ABOUT)}, "version": {_VERSION}, "sources": {{\n{body}\n}}}}\n'


def _lines(held: Provenance) -> str:
    return ",\n".join(
        f"{json.dumps(word, ensure_ascii=False)}: {json.dumps(_as_json(stated), ensure_ascii=False)}"
        for word, stated in sorted(held.entries.items())
    )


def _as_json(stated: Stated) -> dict[str, object]:
    gone = {"gone": stated.gone} if stated.gone else {}
    return {"id": stated.id, **gone, "facts": dict(stated.facts)}


def _source(said: Mapping[str, object]) -> Provenance:
    entries = said["entries"]
    if not isinstance(entries, dict):
        raise TypeError
    return Provenance(str(said["importer"]), {word: _stated(each) for word, each in entries.items()})


def _stated(said: Mapping[str, object]) -> Stated:
    facts = said["facts"]
    if not isinstance(facts, dict):
        raise TypeError
    return Stated(str(said["id"]), facts, str(said.get("gone", "")))


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)[1:-1]


def _broken(name: str, message: str, advice: str) -> Problems:
    return one_problem(message, advice, Place(name, 1, 1))
