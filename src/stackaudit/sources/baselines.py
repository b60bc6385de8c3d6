"""Baseline files: findings by fingerprint, one on a line and sorted, so that a change shows as one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stackaudit.model.baselines import Baseline, Known
from stackaudit.model.documents import Document, Place
from stackaudit.model.problems import Problem, Problems, one_problem
from stackaudit.sources.files import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VERSION = "stackaudit-baseline/1"

_DIGITS = frozenset("0123456789abcdef")
_CREATE = "Write one with `stackaudit baseline create --file FILE`, or correct the name."
_AGAIN = "Take it from version control again, or write a new one with `stackaudit baseline create --force`."


def read_baseline(path: Path) -> Baseline:
    """What a baseline file holds; raises `Problems` where there is none or where it is broken."""
    name = path.as_posix()
    if not path.exists():
        raise one_problem("there is no such baseline", _CREATE, Place(name, 1, 1))
    text = read_text(path, name)
    try:
        stated = json.loads(text)
    except (ValueError, RecursionError) as error:
        document = Document(name, text)
        offset = error.pos if isinstance(error, json.JSONDecodeError) else 0
        message = f"not valid JSON: {_fault(error)}"
        raise Problems((Problem(message, _AGAIN, document.place(offset)),), {name: document}) from None
    version = stated.get("baseline") if isinstance(stated, dict) else None
    if version != VERSION:
        message = f"version {version!r} of baselines is not known" if version else "this is no baseline"
        raise one_problem(message, f'It begins with `"baseline": "{VERSION}"`. {_AGAIN}', Place(name, 1, 1))
    return Baseline(name, _entries(stated, "findings", name), _entries(stated, "undetermined", name))


def _fault(error: Exception) -> str:
    """What is wrong with JSON, in the parser's words where it has any for people."""
    if isinstance(error, json.JSONDecodeError):
        return error.msg
    return "nested too deeply" if isinstance(error, RecursionError) else "a number has too many digits"


def baseline_text(baseline: Baseline) -> str:
    """A baseline as its file holds it: no dates, no places, one entry on a line."""
    parts = [f'"baseline": {json.dumps(VERSION)}', f'"findings": {_lines(baseline.findings)}']
    if baseline.undetermined:
        parts.append(f'"undetermined": {_lines(baseline.undetermined)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _lines(entries: Mapping[str, Known]) -> str:
    body = ",\n".join(
        f"{json.dumps(mark)}: {json.dumps({'rule': entry.rule, 'subjects': entry.subjects})}"
        for mark, entry in sorted(entries.items())
    )
    return f"{{\n{body}\n}}" if body else "{}"


def _entries(stated: Mapping[str, object], section: str, name: str) -> dict[str, Known]:
    """The entries of a section by fingerprint; raises `Problems` for one that is none."""
    listed = stated.get(section, {})
    if not isinstance(listed, dict):
        raise one_problem(f"`{section}` holds no entries by fingerprint", _AGAIN, Place(name, 1, 1))
    return {mark: _entry(mark, entry, name) for mark, entry in listed.items()}


def _entry(mark: str, entry: object, name: str) -> Known:
    rule = entry.get("rule") if isinstance(entry, dict) else None
    subjects = entry.get("subjects") if isinstance(entry, dict) else None
    is_mark = len(mark) == 16 and _DIGITS.issuperset(mark)
    if not (is_mark and isinstance(rule, str) and isinstance(subjects, list)):
        message = f"`{mark[:40]}` is no entry with a fingerprint, a `rule` and `subjects`"
        raise one_problem(message, _AGAIN, Place(name, 1, 1))
    return Known(rule, tuple(str(subject) for subject in subjects))
