"""The inventory that an import goes to: its files as they stand, and where new entries and the memory of imports go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Place
from stackaudit.model.ids import id_of
from stackaudit.model.problems import one_problem
from stackaudit.sources.files import read_bytes
from stackaudit.sources.inventory import read_inventory, read_inventory_text, read_inventory_texts
from stackaudit.sources.inventory.finding import SUFFIXES, find_files, shown
from stackaudit.sources.provenance import provenance_file

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from stackaudit.model.inventory import Inventory

BEGINNING = "stackaudit: 1\n"
"""What a new file of an inventory begins with."""

_DATE = re.compile(
    r"(?:^|[-_ .(]+)(?:(?:19|20)\d\d(?:[-_.]?\d\d?){0,2}|\d\d?[-_.]\d\d?[-_.](?:19|20)\d\d|v?\d+)\)?(?=$|[-_ .)])"
)


class Target(NamedTuple):
    """An inventory to import into.

    `files` are the paths of its documents by name, `new` the name of the document that takes new entries, which need
    not be there yet, and `categories` what the field of that name may hold.
    """

    inventory: Inventory
    files: Mapping[str, Path]
    new: str
    categories: Collection[str]


def find_target(into: Path, source: str, categories: Collection[str], *, is_new: bool = False) -> Target:
    """The inventory in a file or folder, empty where there is none yet; raises `Problems` where it is broken.

    New entries go to the file that is named; in a folder, to one that is called after the source. With `is_new` nothing
    that is there counts.
    """
    is_file = _is_file(into)
    if into.exists() and not into.is_dir() and not is_file:
        raise one_problem("no file and no folder", "Name the inventory.", Place(shown(into), 1, 1))
    new = into if is_file else into / f"{id_of(source) or 'imported'}.yaml"
    files = {shown(new): new}
    if not is_new and into.exists() and (is_file or _has_files(into)):
        found, _ = find_files([into])
        files |= dict(found)
        inventory = read_inventory([into], categories)
    else:
        inventory = read_inventory_text(shown(new), BEGINNING, categories)
    return Target(inventory, files, shown(new), categories)


def memory_of(into: Path) -> Path:
    """The file that remembers the imports into a file or folder."""
    return provenance_file(into.parent if _is_file(into) else into)


def bytes_of(target: Target, document: str) -> bytes | None:
    """What a document holds, None where there is none yet."""
    path = target.files[document]
    return read_bytes(path, document) if path.exists() else None


def text_of(held: bytes | None) -> str:
    """The text that a document holds, or what a new one begins with."""
    return BEGINNING if held is None else held.decode("utf-8")


def check_readable(target: Target, texts: Mapping[str, str]) -> None:
    """Raise `Problems` where an inventory could not be read any more with these texts in the place of its own."""
    held = {name: document.text for name, document in target.inventory.documents.items()}
    read_inventory_texts({**held, **texts}, target.categories)


def source_name(file: Path) -> str:
    """What a file is remembered as: its name without an ending, and without dates and versions, which change."""
    return _DATE.sub("", file.stem).strip("-_ .()") or file.stem


def _is_file(into: Path) -> bool:
    return into.is_file() or (not into.exists() and into.suffix.lower() in SUFFIXES)


def _has_files(folder: Path) -> bool:
    found, _ = find_files([folder])
    return bool(found)
