"""Packs: JSON files beside the chapters that they were made from, used only while these are what they were."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FOLDER = Path(__file__).parents[2] / "catalogue"


def current_pack(path: Path, chapters: Iterable[Path]) -> dict[str, Any] | None:
    """The pack if there is one and it was made from the chapters as they are now."""
    try:
        raw = path.read_bytes()
    except OSError:
        return None
    pack: dict[str, Any] = json.loads(raw)
    return pack if pack["made_from"] == _digest(chapters) else None


def save_pack(path: Path, chapters: Iterable[Path], value: Mapping[str, object]) -> Path:
    """Write a pack with the checksum of its chapters; the path of the written file."""
    text = json.dumps({"made_from": _digest(chapters), **value}, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
    return path


def catalogue_chapters(folder: Path) -> list[Path]:
    """The files that the catalogue is read from, in order of their names."""
    return [*sorted(folder.glob("*.yaml")), *sorted((folder / "products").glob("*.yaml"))]


def _digest(chapters: Iterable[Path]) -> str:
    """A checksum of files, with their names, so that moving a mark from one file to another is a change."""
    checksum = 0
    for path in chapters:
        checksum = zlib.crc32(path.read_bytes(), zlib.crc32(path.name.encode(), checksum))
    return f"{checksum:08x}"
