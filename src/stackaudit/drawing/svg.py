"""A drawing as SVG: escaped text, no script, colours by class for light ground, dark ground or the reader's own."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from stackaudit.drawing.lettering import FAMILY, is_measured, legible
from stackaudit.drawing.marks import Box, Disc, Group, Shape, Words
from stackaudit.drawing.styles import style_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackaudit.drawing.marks import Drawing, Mark, Step

THEMES = ("light", "dark", "auto")
"""What a map may be drawn for; `auto` follows the reader's setting."""


def map_svg(drawing: Drawing, theme: str = "light") -> str:
    """The drawing as a document of its own, or to stand in a page; ids and classes begin with `transit`."""
    wide, high = _n(drawing.width), _n(drawing.height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="transit" viewBox="0 0 {wide} {high}" '
        f'width="{wide}" height="{high}" role="img" '
        f'aria-labelledby="transit-title transit-about" font-family={quoteattr(FAMILY)}>'
    )
    parts = [
        head,
        f'<title id="transit-title">{escape(drawing.title)}</title>',
        f'<desc id="transit-about">{escape(drawing.about)}</desc>',
        f"<style>{style_sheet(theme)}</style>",
        f'<rect class="paper" x="-1" y="-1" width="{_n(drawing.width + 2)}" height="{_n(drawing.height + 2)}"/>',
        *_written(drawing.marks),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _written(marks: Iterable[Mark]) -> Iterator[str]:
    for mark in marks:
        if isinstance(mark, Group):
            yield from _group(mark)
        elif isinstance(mark, Shape):
            yield f'<path class="{_role(mark.role)}" d="{_path(mark.steps)}"/>'
        elif isinstance(mark, Disc):
            yield f'<circle class="{_role(mark.role)}" cx="{_n(mark.x)}" cy="{_n(mark.y)}" r="{_n(mark.radius)}"/>'
        elif isinstance(mark, Box):
            yield _box(mark)
        else:
            yield _words(mark)


def _group(group: Group) -> Iterator[str]:
    key = f" data-key={quoteattr(legible(group.key))}" if group.key else ""
    yield f'<g class="{_role(group.kind)}"{key}>'
    if group.title:
        told = f"{group.title}\n{group.about}" if group.about else group.title
        yield f"<title>{escape(told)}</title>"
    yield from _written(group.marks)
    yield "</g>"


def _box(box: Box) -> str:
    return (
        f'<rect class="{_role(box.role)}" x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" '
        f'height="{_n(box.height)}" rx="{_n(box.radius)}"/>'
    )


def _words(words: Words) -> str:
    """A line of text, held to its measured width where the font has all its letters."""
    weight = ' font-weight="700"' if words.bold else ""
    held = f' textLength="{_n(words.width)}" lengthAdjust="spacingAndGlyphs"' if is_measured(words.text) else ""
    return (
        f'<text class="{_role(words.role)}" x="{_n(words.x)}" y="{_n(words.y)}" '
        f'font-size="{_n(words.size)}"{weight}{held}>{escape(words.text)}</text>'
    )


def _path(steps: Iterable[Step]) -> str:
    drawn = []
    for step in steps:
        if step.kind == "Z":
            drawn.append("Z")
        elif step.kind == "Q":
            drawn.append(f"Q{_n(step.cx)} {_n(step.cy)} {_n(step.x)} {_n(step.y)}")
        else:
            drawn.append(f"{step.kind}{_n(step.x)} {_n(step.y)}")
    return "".join(drawn)


def _role(role: str) -> str:
    """Classes of letters, digits and hyphens only; roles are ours, states of stations may be anybody's."""
    return "".join(letter if letter.isascii() and (letter.isalnum() or letter in "- ") else "-" for letter in role)


def _n(value: float) -> str:
    """A number with at most two digits after the point."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
