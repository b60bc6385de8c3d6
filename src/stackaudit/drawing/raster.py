"""A map as PNG, by a renderer and fonts that come with the packages: no browser, and no fonts of the machine."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import resvg_py

from stackaudit.drawing.lettering import is_measured
from stackaudit.drawing.marks import words_of
from stackaudit.drawing.svg import map_svg

if TYPE_CHECKING:
    from stackaudit.drawing.marks import Drawing

FONTS = ("Arimo-Regular.ttf", "Arimo-Bold.ttf")
"""Beside this module in `fonts`."""


def map_png(drawing: Drawing, theme: str, wide: int) -> bytes:
    """The map as a PNG so many pixels wide; fonts of the machine are asked only for letters that ours do not have."""
    with as_file(files(__package__).joinpath("fonts")) as folder:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=map_svg(drawing, theme),
                width=wide,
                font_files=[str(folder / name) for name in FONTS],
                font_family="Arimo",
                skip_system_fonts=all(is_measured(text) for text in words_of(drawing.marks)),
            )
        )
