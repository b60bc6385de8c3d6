"""Systems that are written as a list of names: found by the ids that it gives them, and given ids where need be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.edits import Add, Rename
from stackaudit.model.ids import listed_id
from stackaudit.sources.editing.nodes import Node, Shape
from stackaudit.sources.editing.spelling import key_text
from stackaudit.sources.editing.splices import Splice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from stackaudit.model.edits import Edit
    from stackaudit.sources.editing.lines import Lines

_SECTION = "systems"


def named_list(root: Node | None) -> Node | None:
    """The section `systems` where it is a list, which is then one of names."""
    sections = root.children if root is not None and root.shape is Shape.MAPPING else []
    section = next((each for each in sections if each.key == _SECTION), None)
    return section if section is not None and section.shape is Shape.LIST and section.children else None


def needs_ids(edits: Iterable[Edit]) -> bool:
    """Whether edits give a system an id that a list of names cannot give it."""
    for edit in edits:
        if isinstance(edit, Rename) and edit.path[:1] == (_SECTION,) and len(edit.path) == 2:
            return True
        if isinstance(edit, Add) and edit.path == (_SECTION,) and edit.key is not None:
            name = edit.entry.get("name")
            if not isinstance(name, str) or listed_id(name) != edit.key:
                return True
    return False


def by_index(edits: Iterable[Edit], section: Node) -> Iterator[Edit]:
    """Edits of systems by their ids as edits of the items of a list."""
    places = {identity: index for index, identity in reversed(list(enumerate(_ids(section))))}
    for edit in edits:
        if isinstance(edit, Add) and edit.path == (_SECTION,):
            yield edit._replace(key=None)
        elif len(edit.path) > 1 and edit.path[0] == _SECTION and edit.path[1] in places:
            yield edit._replace(path=(_SECTION, places[str(edit.path[1])], *edit.path[2:]))
        else:
            yield edit


def by_id(edits: Iterable[Edit], section: Node) -> Iterator[Edit]:
    """Edits of the items of a list as edits of systems by their ids."""
    ids = _ids(section)
    for edit in edits:
        step = edit.path[1] if len(edit.path) > 1 and edit.path[0] == _SECTION else None
        if isinstance(step, int) and 0 <= step < len(ids):
            yield edit._replace(path=(_SECTION, ids[step], *edit.path[2:]))
        else:
            yield edit


def with_ids(section: Node, lines: Lines) -> list[Splice] | None:
    """The splices that write the id before each name of a list, None where it gives two the same id or none."""
    ids = _ids(section)
    if len({*ids, ""}) <= len(ids):
        return None
    if section.is_flow:
        named = [
            Splice(item.head, item.head, f"{key_text(id_)}: ") for id_, item in zip(ids, section.children, strict=True)
        ]
        opening = lines.text.index("[", section.start)
        return [Splice(opening, opening + 1, "{"), *named, Splice(section.end - 1, section.end, "}")]
    return list(_in_lines(ids, section, lines))


def _in_lines(ids: Sequence[str], section: Node, lines: Lines) -> Iterator[Splice]:
    """Ids in the places of dashes; a list that is not indented is moved in, as a mapping has to be."""
    shift = "" if lines.column(section.children[0].head) > lines.column(section.head) else "  "
    for id_, item in zip(ids, section.children, strict=True):
        start = lines.start(item.head)
        below = f"\n{' ' * lines.column(item.start)}{shift}" if item.is_block else " "
        yield Splice(start, start, shift)
        yield Splice(item.head, max(item.start, item.sign), f"{key_text(id_)}:{below}")
        last = lines.number(max(item.end - 1, item.head))
        for number in range(lines.number(item.head) + 1, last + 1):
            if shift and lines.line(number).strip():
                yield Splice(lines.starts[number], lines.starts[number], shift)


def _ids(section: Node) -> list[str]:
    """The ids of the systems in a list, empty where one has no name."""
    return [listed_id(_name(item)) for item in section.children]


def _name(item: Node) -> str:
    value = item.value
    if item.shape is Shape.MAPPING:
        value = next((each.value for each in item.children if each.key == "name"), None)
    return value if isinstance(value, str) else ""
