"""Puts what several sheets or lists of one file say together: one draft for each system, team and integration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.imports import Draft, Imported, Remark
from stackaudit.sources.importers.cells.plain import one_line, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from stackaudit.model.imports import Value

_NOTHING: Mapping[str, str] = {}


def joined(importer: str, file: str, parts: Sequence[Imported], called: Mapping[str, str] = _NOTHING) -> Imported:
    """One import of several; a system of the same name in two parts is one, and the first part's facts count.

    `called` maps other words by which integrations name their ends to the keys of systems.
    """
    columns = {heading: fact for part in reversed(parts) for heading, fact in part.columns.items()}
    left: dict[str, int] = {}
    for part in parts:
        for heading, count in part.left.items():
            left[heading] = left.get(heading, 0) + count
    return Imported(
        importer,
        file,
        tuple(_with_ends(_merged(draft for part in parts for draft in part.drafts), called)),
        sum(part.rows for part in parts),
        columns,
        left,
        tuple(remark for part in parts for remark in part.remarks),
        is_whole=all(part.is_whole for part in parts),
    )


def _merged(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts, those of teams first; of those of the same kind and key the later add what the first does not say."""
    found: dict[tuple[str, str], Draft] = {}
    for draft in drafts:
        same = (draft.kind, draft.key)
        found[same] = _both(found[same], draft) if same in found else draft
    return sorted(found.values(), key=lambda draft: draft.kind != "team")


def _both(first: Draft, second: Draft) -> Draft:
    new = {fact: value for fact, value in second.facts.items() if fact not in first.facts}
    doubts = {fact: doubt for fact, doubt in second.doubts.items() if fact in new}
    again = tuple(
        Remark(fact, one_line(_shown(value)), second.line, "stated otherwise elsewhere in the file")
        for fact, value in second.facts.items()
        if fact not in new and first.facts[fact] != value and first.kind == "system"
    )
    return first._replace(
        facts={**first.facts, **new},
        doubts={**first.doubts, **doubts},
        remarks=(*first.remarks, *second.remarks, *again),
        host=first.host or second.host,
    )


def _shown(value: Value) -> object:
    return f"{value['currency']} {value['amount']}" if isinstance(value, dict) and "currency" in value else value


def _with_ends(drafts: Sequence[Draft], called: Mapping[str, str]) -> Iterator[Draft]:
    """Drafts whose integrations name their ends as the systems of the file are called, whatever their spelling."""
    keys = {words(word): key for word, key in called.items()}
    for draft in drafts:
        if draft.kind == "system":
            keys[words(draft.key)] = draft.key
    for draft in drafts:
        if draft.kind != "integration":
            yield draft
            continue
        ends = {end: keys.get(words(str(draft.facts.get(end))), "") for end in ("from", "to", "via")}
        facts = {**draft.facts, **{end: key for end, key in ends.items() if key}}
        yield draft._replace(key=f"{facts['from']} -> {facts['to']}" if called else draft.key, facts=facts)
