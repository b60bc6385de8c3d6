"""Repairs an inventory's texts in memory: what is found is written and read again until nothing more is found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import date

    from stackaudit.analysis.repairing import Known
    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.documents import Document
    from stackaudit.model.problems import Problems
    from stackaudit.model.repairs import Repair

_MOST_ROUNDS = 10
_MOST_LOOKED_AT = 2_000_000  # characters


class Mended(NamedTuple):
    """The texts by their names once they are repaired, every repair, and those that are not made without `--unsafe`.

    Places are those of the texts as they were, though a column may be off where something before it was mended first.
    """

    texts: Mapping[str, str]
    repairs: tuple[Repair, ...]
    held_back: tuple[Repair, ...]


def mend(
    texts: Mapping[str, str], catalogue: Catalogue, kinds: Collection[str], today: date, *, unsafe: bool = False
) -> Mended:
    """The texts with all repairs of some kinds; what is broken as YAML, or says a key twice, is left as it is."""
    now, documents = dict(texts), _read(texts)
    know = _knowing(documents, catalogue, today)
    made: list[Repair] = []
    for _ in range(_MOST_ROUNDS):
        known = know(documents)
        found = {name: _found(document, known, kinds, unsafe=unsafe) for name, document in documents.items()}
        written = {name: _written(documents[name], repairs) for name, (repairs, _) in found.items() if repairs}
        changed = {name: text for name, text in written.items() if text != now[name]}
        made += [repair for name in changed for repair in found[name][0]]
        if not changed:
            break
        now |= changed
        documents |= _read(changed)
    positions = {name: position for position, name in enumerate(texts)}
    made.sort(key=lambda repair: (positions[repair.place.file], repair.place))
    return Mended(now, tuple(made), tuple(repair for _, held_back in found.values() for repair in held_back))


def _read(texts: Mapping[str, str]) -> dict[str, Document]:
    """The documents of those texts in whose YAML nothing is wrong."""
    from stackaudit.sources.yaml_reading import parse

    parsed = {name: parse(name, text) for name, text in texts.items()}
    return {name: each.document for name, each in parsed.items() if each.whole and not each.problems}


def _knowing(
    documents: Mapping[str, Document], catalogue: Catalogue, today: date
) -> Callable[[Mapping[str, Document]], Known]:
    """What repairs are thought out from, given the documents as they stand after each round."""
    from stackaudit.analysis.repairing import Market, Reading, known_of
    from stackaudit.sources.certain import Certainty, Language

    reading = Reading(Language(catalogue.categories).accepts, Certainty(documents.values()).understood)
    market = Market.of(catalogue)
    return lambda now: known_of(list(now.values()), market, reading, today)


def _found(
    document: Document, known: Known, kinds: Collection[str], *, unsafe: bool
) -> tuple[list[Repair], list[Repair]]:
    """The repairs to make next in a document, those first that move nothing; and those that are held back."""
    from stackaudit.analysis.repairing import moves, orderings, repairs

    held_back: list[Repair] = []
    for stage in (repairs(document, known), moves(document, known), orderings(document)):
        asked = [repair for repair in stage if repair.kind in kinds]
        held_back += [repair for repair in asked if not (unsafe or repair.is_safe)]
        wanted = [repair for repair in asked if unsafe or repair.is_safe]
        if wanted:
            return wanted, held_back
    return [], held_back


def _written(document: Document, repairs: list[Repair]) -> str:
    from stackaudit.sources.editing import edited

    return edited(document.name, document.text, [edit for repair in repairs for edit in repair.edits])


def repairable(problems: Problems) -> int:
    """How many problems of an inventory that cannot be read stand where `stackaudit fix` repairs something.

    0 where the inventory is so large that looking would take long.
    """
    from datetime import date

    from stackaudit.analysis.repairing import moves, repairs
    from stackaudit.sources.catalogue import read_catalogue

    if sum(len(document.text) for document in problems.documents.values()) > _MOST_LOOKED_AT:
        return 0
    documents = _read({name: document.text for name, document in problems.documents.items()})
    known = _knowing(documents, read_catalogue(), date.min)(documents)
    found = (repair for each in documents.values() for stage in (repairs, moves) for repair in stage(each, known))
    mended = {repair.place[:2] for repair in found}
    return sum(problem.place is not None and problem.place[:2] in mended for problem in problems.problems)
