"""YAML that every reader reads alike: keys are plain words, every text is in double quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.exports.quoting import quoted
from stackaudit.reports.json_spelling import encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def documents_text(documents: Iterable[Mapping[str, object]]) -> str:
    """A YAML document for each mapping of texts, lists of these and further mappings.

    The texts must have been through `seen`: then JSON's quotes and escapes are YAML's as well. Keys are written as they
    are, so they must be words of ours.
    """
    return "".join([_document(each) for each in documents])


def _document(mapping: Mapping[str, object]) -> str:
    lines = ["---"]
    _write(mapping, "", lines)
    return "\n".join([*lines, ""])


def _write(mapping: Mapping[str, object], indent: str, lines: list[str]) -> None:
    """Add the lines of a mapping."""
    for key, value in mapping.items():
        if isinstance(value, str):
            lines.append(f"{indent}{key}: {quoted(value)}")
        elif isinstance(value, dict):
            lines.append(f"{indent}{key}:")
            _write(value, f"{indent}  ", lines)
        elif isinstance(value, list) and value:
            lines.append(f"{indent}{key}:")
            lines += [f"{indent}  - {quoted(item) if isinstance(item, str) else encode(item)}" for item in value]
        else:
            lines.append(f"{indent}{key}: {encode(value)}")
