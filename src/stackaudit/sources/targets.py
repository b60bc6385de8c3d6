"""The inventory that an import goes to: its files as they stand, and where new entries and the memory of imports go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Place
from stackaudit.model.ids import id_of
from stackaudit.model.problems import one_problem
from stackaudit.sources.files import read_bytes
from stackaudit.sources.inventory import read_inventory, read_inventory_text
from stackaudit.sources.inventory.finding import SUFFIXES, find_files, shown
from stackaudit.sources.provenance import provenance_file

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from stackaudit.model.inventory import Inventory

_BEGINNING = "stackaudit: 1\n"
_DATE = re.compile(
    r"(?:^|[-_ .(]+)(?:(?:19|20)\d\d(?:[-_.]?\d\d?){0,2}|\d\d?[-_.]\d\d?[-_.](?:19|20)\d\d|v?\d+)\)?(?=$|[-_ .)])"
)


class Target(NamedTuple):
    """An inventory to import into.

    `files` are the paths of its documents by name, `new` the name of the document that takes new entries, which need
    not be there yet, and `memory` the file that remembers imports.
    """

    inventory: Inventory
    files: Mapping[str, Path]
    new: str
    memory: Path


def find_target(into: Path, source: str, categories: Collection[str]) -> Target:
    """The inventory in a file or folder, empty where there is none yet; raises `Problems` where it is broken.

    New entries go to the file that is named; in a folder, to one that is called after the source.
    """
    is_file = into.is_file() or (not into.exists() and into.suffix.lower() in SUFFIXES)
    if into.exists() and not into.is_dir() and not is_file:
        raise one_problem("no file and no folder", "Name the inventory.", Place(shown(into), 1, 1))
    new = into if is_file else into / f"{id_of(source) or 'imported'}.yaml"
    folder = into.parent if is_file else into
    files = {shown(new): new}
    if into.exists() and (is_file or _has_files(into)):
        found, _ = find_files([into])
        files |= dict(found)
        inventory = read_inventory([into], categories)
    else:
        inventory = read_inventory_text(shown(new), _BEGINNING, categories)
    return Target(inventory, files, shown(new), provenance_file(folder))


def text_of(target: Target, document: str) -> tuple[bytes | None, str]:
    """A document's bytes, None where there is no such file yet, and its text, with which a new one begins."""
    path = target.files[document]
    if not path.exists():
        return None, _BEGINNING
    raw = read_bytes(path, document)
    return raw, raw.decode("utf-8")


def source_name(file: Path) -> str:
    """What a file is remembered as: its name without an ending, and without dates and versions, which change."""
    return _DATE.sub("", file.stem).strip("-_ .()") or file.stem


def _has_files(folder: Path) -> bool:
    found, _ = find_files([folder])
    return bool(found)
