"""Which regions lie inside others: a country of the European Union lies in `eu`, and that in `eea`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_EU = "at be bg cy cz de dk ee es fi fr gr hr hu ie it lt lu lv mt nl pl pt ro se si sk"
_CONTAINING = dict.fromkeys(_EU.split(), ("eu", "eea")) | dict.fromkeys(("is", "li", "no"), ("eea",)) | {"eu": ("eea",)}


def lies_inside(region: str, allowed: Collection[str]) -> bool:
    """Whether a region is one of the allowed ones or a part of one; upper and lower case are the same."""
    name = region.casefold()
    places = {place.casefold() for place in allowed}
    return name in places or not places.isdisjoint(_CONTAINING.get(name, ()))
