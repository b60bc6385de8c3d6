"""YAML that every reader reads alike: keys are plain words, every text is in double quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.json_spelling import encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


def documents_text(documents: Iterable[Mapping[str, object]]) -> str:
    """A YAML document for each mapping of texts, lists of these and further mappings.

    The texts must have been through `seen`: then JSON's quotes and escapes are YAML's as well. Keys are written as they
    are, so they must be words of ours.
    """
    return "".join(f"{line}\n" for document in documents for line in ("---", *_lines(document, "")))


def _lines(mapping: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, value in mapping.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _lines(value, f"{indent}  ")
        elif isinstance(value, list) and value:
            yield f"{indent}{key}:"
            for item in value:
                yield f"{indent}  - {encode(item)}"
        else:
            yield f"{indent}{key}: {encode(value)}"
