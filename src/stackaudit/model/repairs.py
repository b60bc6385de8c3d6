"""Repairs of an inventory: what is written otherwise than the language or the catalogue do, and how it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from stackaudit.model.documents import Place
    from stackaudit.model.edits import Edit

KINDS = {
    "keys": "keys that are misspelt, or stand a level too high",
    "dates": "dates in the form YEAR-MONTH-DAY",
    "durations": "durations such as 60d or 36mo",
    "money": "amounts of money as numbers, with their currency where it is not the organisation's",
    "numbers": "numbers as digits",
    "words": "yes and no, and words of the language",
    "categories": "categories by their ids",
    "references": "ids of systems and teams as they are declared",
    "lists": "lists that are written as one text, and what stands twice in one",
    "names": "products and vendors as the catalogue writes them",
    "order": "keys in the order of the language; only with --sort",
    "sandboxes": "sandboxes whose end has passed; only with --unsafe",
}
"""The kinds of repair with what each is about."""


class Repair(NamedTuple):
    """One thing to mend: where it stands, what is written there and what will be, and why.

    `kind` is a key of `KINDS`. `place` is where it stands in the file as it was when it was looked at. A repair that is
    not `is_safe` says something that nobody stated.
    """

    kind: str
    place: Place
    before: str
    after: str
    why: str
    edits: tuple[Edit, ...]
    is_safe: bool = True
