"""Places in files as SARIF locations: relative URIs, lines and columns from 1."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from stackaudit.reports.ci.sarif_rules import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.model.audit import Audit, Related
    from stackaudit.model.documents import Place

_MOST_RELATED = 100
_DRIVE = re.compile(r"[A-Za-z]:[/\\]")


def location(place: Place, note: str, audit: Audit) -> dict[str, object]:
    """A place with a few words on it; one without a file becomes the beginning of the inventory's first file."""
    file, line, column = place if place.file else (min(audit.documents, default=""), 1, 1)
    region = {"startLine": line, "startColumn": column}
    found: dict[str, object] = {"physicalLocation": {"artifactLocation": {"uri": uri(file)}, "region": region}}
    if note:
        found["message"] = message(note)
    return found


def related_locations(related: Sequence[Related], audit: Audit) -> list[dict[str, object]]:
    """The first hundred further places: GitHub shows no more, and refuses a result with over a thousand."""
    return [location(place, note, audit) for place, note in related[:_MOST_RELATED]]


@lru_cache(maxsize=256)  # many findings stand in few files
def uri(file: str) -> str:
    """A file's name as a URI, relative where the name is, with forward slashes and all but letters percent-encoded."""
    name = file.replace("\\", "/") if _DRIVE.match(file) else file
    path = quote(name, safe="/", errors="surrogateescape" if _is_from_bytes(name) else "surrogatepass")
    if _DRIVE.match(file):
        return f"file:///{path}"
    return f"file://{path}" if path.startswith("/") else path


def _is_from_bytes(name: str) -> bool:
    """Whether each surrogate in it stands for a byte of a name that is no UTF-8."""
    return all("\udc80" <= sign <= "\udcff" for sign in name if "\ud800" <= sign <= "\udfff")
