"""Places in files, without the folder that all files share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from stackaudit.model.documents import Place


class Places:
    """Shortens places; `folder` is what was taken off, with the slash at its end."""

    def __init__(self, names: Collection[str]) -> None:
        self.folder = _shared_folder(names)
        self._length = len(self.folder)

    def short(self, place: Place) -> str:
        """The file below the shared folder, line and column."""
        return f"{self.file(place)}:{place.line}:{place.column}"

    def line(self, place: Place, seen_from: str = "") -> str:
        """The file and the line; the line alone where the file is the one it is seen from."""
        return f":{place.line}" if place.file == seen_from else f"{self.file(place)}:{place.line}"

    def file(self, place: Place) -> str:
        """The file below the shared folder."""
        return place.file[self._length :] if place.file.startswith(self.folder) else place.file


def _shared_folder(names: Collection[str]) -> str:
    """The folders that all names begin with; empty for none, or where a name is a folder's own."""
    if not names:
        return ""
    first, last = min(names), max(names)
    length = next(
        (index for index, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(map(len, (first, last)))
    )
    return first[: first.rfind("/", 0, length) + 1]
