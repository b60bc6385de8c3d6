"""A map as PDF: one page of vectors, and text that can be searched, in fonts that the file carries."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from fpdf import FPDF
from fpdf.drawing import PaintedPath
from fpdf.drawing_primitives import DeviceRGB

from stackaudit.drawing.lettering import is_measured
from stackaudit.drawing.marks import Box, Disc, Group, Shape
from stackaudit.drawing.styles import style_of, styles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackaudit.drawing.marks import Drawing, Mark, Words
    from stackaudit.drawing.styles import Style

_DATED = datetime(2000, 1, 1, tzinfo=UTC)  # the same map is the same file on any day
_NOT_DRAWN = "\N{REPLACEMENT CHARACTER}"


def map_pdf(drawing: Drawing, *, dark: bool) -> bytes:
    """The map on a page of its own size, at 96 pixels to the inch; letters that the font lacks are boxes."""
    logging.getLogger("fpdf").setLevel(logging.ERROR)
    page = FPDF(unit="pt", format=(drawing.width * 0.75, drawing.height * 0.75))
    page.set_creation_date(_DATED)
    page.set_title(drawing.title)
    page.set_auto_page_break(auto=False)
    with as_file(files(__package__).joinpath("fonts")) as folder:
        page.add_font("Arimo", "", folder / "Arimo-Regular.ttf")
        page.add_font("Arimo", "B", folder / "Arimo-Bold.ttf")
        page.add_page()
        rules = styles(dark=dark)
        paper = Box("paper", 0, 0, drawing.width, drawing.height)
        for mark in [paper, *_flat(drawing.marks)]:
            style = style_of(mark.role, rules)
            if isinstance(mark, Shape | Disc | Box):
                _draw(page, mark, style)
            else:
                _write(page, mark, style)
        return bytes(page.output())


def _flat(marks: Iterable[Mark]) -> Iterator[Shape | Disc | Box | Words]:
    for mark in marks:
        if isinstance(mark, Group):
            yield from _flat(mark.marks)
        else:
            yield mark


def _draw(page: FPDF, mark: Shape | Disc | Box, style: Style) -> None:
    """Draw a shape with its fill and stroke."""
    with page.drawing_context() as context:
        path = PaintedPath()
        _outline(path, mark)
        _paint(path, style)
        context.add_item(path)


def _outline(path: PaintedPath, mark: Shape | Disc | Box) -> None:
    if isinstance(mark, Disc):
        path.circle(_pt(mark.x), _pt(mark.y), _pt(mark.radius))
    elif isinstance(mark, Box):
        path.rectangle(_pt(mark.x), _pt(mark.y), _pt(mark.width), _pt(mark.height), _pt(mark.radius), _pt(mark.radius))
    else:
        for step in mark.steps:
            if step.kind == "M":
                path.move_to(_pt(step.x), _pt(step.y))
            elif step.kind == "L":
                path.line_to(_pt(step.x), _pt(step.y))
            elif step.kind == "Q":
                path.quadratic_curve_to(_pt(step.cx), _pt(step.cy), _pt(step.x), _pt(step.y))
            else:
                path.close()


def _paint(path: PaintedPath, style: Style) -> None:
    path.style.auto_close = False
    path.style.fill_color = _colour(style.get("fill", "none"))
    path.style.stroke_color = _colour(style.get("stroke", "none"))
    path.style.stroke_width = _pt(float(style.get("stroke-width", "1")))
    path.style.stroke_cap_style = style.get("stroke-linecap", "butt")
    path.style.stroke_join_style = style.get("stroke-linejoin", "miter")
    dashes = [_pt(float(part)) for part in style.get("stroke-dasharray", "").split()]
    path.style.stroke_dash_pattern = dashes or None


def _write(page: FPDF, words: Words, style: Style) -> None:
    red, green, blue = _parts(style.get("fill", "#000000"))
    page.set_text_color(red, green, blue)
    page.set_font("Arimo", "B" if words.bold else "", _pt(words.size))
    text = words.text
    if not is_measured(text):
        text = "".join(letter if is_measured(letter) else _NOT_DRAWN for letter in text)
    page.text(_pt(words.x), _pt(words.y), text)


def _colour(value: str) -> DeviceRGB | None:
    return None if value == "none" else DeviceRGB(*(part / 255 for part in _parts(value)))


def _parts(value: str) -> tuple[int, int, int]:
    return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)


def _pt(pixels: float) -> float:
    return pixels * 0.75
