"""What a drawing is made of: marks with a role, which the palette gives colours, and groups that say what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Step(NamedTuple):
    """A step of a path: `M` moves, `L` draws a straight line, `Q` a curve by way of (cx, cy), `Z` closes."""

    kind: str
    x: float = 0.0
    y: float = 0.0
    cx: float = 0.0
    cy: float = 0.0


class Shape(NamedTuple):
    """A path."""

    role: str
    steps: tuple[Step, ...]


class Disc(NamedTuple):
    """A circle."""

    role: str
    x: float
    y: float
    radius: float


class Box(NamedTuple):
    """A rectangle with round corners."""

    role: str
    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0


class Words(NamedTuple):
    """A line of text that stands on y and begins at x; its width is that measured."""

    role: str
    x: float
    y: float
    text: str
    size: float
    width: float
    bold: bool = False


class Group(NamedTuple):
    """Marks that are one thing: `kind` names it for styles and scripts, `title` and `about` for readers."""

    kind: str
    marks: tuple[Mark, ...]
    title: str = ""
    about: str = ""
    key: str = ""


Mark: TypeAlias = Shape | Disc | Box | Words | Group


class Drawing(NamedTuple):
    """A whole drawing, in pixels."""

    width: float
    height: float
    title: str
    about: str
    marks: tuple[Mark, ...]


def shifted(mark: Mark, x: float, y: float) -> Mark:
    """The mark so much further to the right and down."""
    if isinstance(mark, Group):
        return mark._replace(marks=tuple(shifted(each, x, y) for each in mark.marks))
    if isinstance(mark, Shape):
        return mark._replace(steps=tuple(_moved(step, x, y) for step in mark.steps))
    return mark._replace(x=mark.x + x, y=mark.y + y)


def words_of(marks: Iterable[Mark]) -> Iterator[str]:
    """All text of marks."""
    for mark in marks:
        if isinstance(mark, Group):
            yield from words_of(mark.marks)
        elif isinstance(mark, Words):
            yield mark.text


def _moved(step: Step, x: float, y: float) -> Step:
    return step._replace(x=step.x + x, y=step.y + y, cx=step.cx + x, cy=step.cy + y)
