"""The marks of the catalogue's products, from one JSON file beside the catalogue's own while that is current."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from stackaudit.model.marks import CatalogueMarks, Company
from stackaudit.sources.catalogue.mark_chapters import read_mark_chapters
from stackaudit.sources.catalogue.packing import read_catalogue
from stackaudit.sources.catalogue.packs import FOLDER, catalogue_chapters, current_pack, save_pack

if TYPE_CHECKING:
    from pathlib import Path

PACK = "marks.json"
_SETS = ("first_party", "consent", "trackers")


def read_marks(folder: Path = FOLDER) -> CatalogueMarks:
    """The marks in a catalogue's folder, from their pack where that is current; a missing file holds no marks.

    Raises `Problems` with everything that is wrong in any file: a target that the catalogue does not know, a mark that
    two targets claim, a key or a value that cannot be read.
    """
    pack = current_pack(folder / PACK, _chapters(folder))
    if pack is None:
        return read_mark_chapters(folder / "marks", read_catalogue(folder))
    del pack["made_from"]
    pack |= {name: frozenset(pack[name]) for name in _SETS}
    pack["companies"] = {key: Company(key, *row) for key, row in pack["companies"].items()}
    return CatalogueMarks(**pack)


def write_marks_pack(folder: Path = FOLDER) -> Path:
    """Write the pack of a folder's marks; the path of the written file."""
    marks = read_mark_chapters(folder / "marks", read_catalogue(folder))
    value = {field.name: getattr(marks, field.name) for field in fields(marks)}
    value |= {name: sorted(value[name]) for name in _SETS}
    value["companies"] = {key: company[1:] for key, company in marks.companies.items()}
    return save_pack(folder / PACK, _chapters(folder), value)


def _chapters(folder: Path) -> list[Path]:
    """All that the marks depend on: their own files, and the catalogue's, for domains and vendors stand there."""
    return [*catalogue_chapters(folder), *sorted(path for path in (folder / "marks").glob("*.*") if path.is_file())]
