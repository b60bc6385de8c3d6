"""Reading the catalogue that the package carries, and the marks by which its products are seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stackaudit.sources.catalogue.marks import read_marks, write_marks_pack
from stackaudit.sources.catalogue.packing import read_catalogue, write_pack
from stackaudit.sources.catalogue.packs import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from stackaudit.model.catalogue import Catalogue

__all__ = ["marked", "read_catalogue", "read_marks", "write_packs"]


def write_packs(folder: Path = FOLDER) -> tuple[Path, Path]:
    """Write the packs of the catalogue and of its marks; the paths of the written files."""
    return write_pack(folder), write_marks_pack(folder)


def marked(catalogue: Catalogue, folder: Path = FOLDER) -> Catalogue:
    """A catalogue with the marks by which its products are seen, for those who read evidence."""
    return replace(catalogue, marks=read_marks(folder))
