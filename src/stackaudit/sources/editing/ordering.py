"""Where a new key belongs among those that are there: the order of the language's tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.language import INVENTORY, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from stackaudit.model.edits import Path
    from stackaudit.model.language import Field

_KEYED = frozenset({Kind.KEYED, Kind.SYSTEMS})


class Ground(NamedTuple):
    """What the language says of the mapping or list at a path.

    `fields` are its keys in their order, empty where keys are the writer's own. `is_record` is true for a mapping that
    only groups facts, `is_section` for one whose keys are ids, `may_be_none` where `none` may stand in its place.
    """

    fields: Mapping[str, Field] = {}
    is_record: bool = False
    is_section: bool = False
    may_be_none: bool = False


def ground_at(path: Path) -> Ground:
    """What the language says of the collection at a path; nothing where it does not know it."""
    if not path:
        return Ground(INVENTORY)
    fields: Mapping[str, Field] = INVENTORY
    ground = Ground()
    in_section = False
    for step in path:
        if in_section:
            ground, in_section = Ground(fields), False
            continue
        field = fields.get(step) if isinstance(step, str) else None
        if field is None:
            return Ground()
        in_section = field.kind in _KEYED or field.kind is Kind.LISTED
        is_record = field.kind is Kind.RECORD
        fields = field.fields
        ground = Ground(fields if is_record else {}, is_record, field.kind in _KEYED, field.or_none)
    return ground


def is_system(path: Path) -> bool:
    """Whether a path is that of one system, which may be written as its name alone."""
    return len(path) == 2 and path[0] == "systems"


def place_among(keys: Sequence[str], key: str, fields: Iterable[str]) -> int:
    """The index at which a new key is inserted: behind the last of those that come before it, else before the rest.

    A key that is not among the `fields` goes to the end.
    """
    order = {name: index for index, name in enumerate(fields)}
    if key not in order:
        return len(keys)
    before = [(order[each], index) for index, each in enumerate(keys) if order.get(each, len(order)) < order[key]]
    if before:
        return max(before)[1] + 1
    after = (index for index, each in enumerate(keys) if order.get(each, -1) > order[key])
    return next(after, len(keys))
