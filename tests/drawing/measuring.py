"""Measures a map from its SVG alone: track, boxes of stations, and names by the widths of the font file."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, pairwise
from math import isclose
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining

from defusedxml.ElementTree import fromstring
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FONTS = Path(__file__).parents[2] / "src" / "stackaudit" / "drawing" / "fonts"
_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_STEP = re.compile(r"([MLQZ])([^MLQZ]*)")

Box = tuple[float, float, float, float]
Point = tuple[float, float]


class Segment(NamedTuple):
    x: float
    y: float
    to_x: float
    to_y: float

    @property
    def is_octilinear(self) -> bool:
        dx, dy = abs(self.to_x - self.x), abs(self.to_y - self.y)
        near = {"abs_tol": 0.025}  # coordinates are written with two digits
        return isclose(dx, 0, **near) or isclose(dy, 0, **near) or isclose(dx, dy, **near)


class Measured(NamedTuple):
    """What a map shows.

    `names` are the lines of each station's name, `inside` those that stand in their station. `patches` are the outlines
    of the ground of neighbourhoods, each with the words that stand with it.
    """

    track: list[Segment]
    curves: list[Segment]
    stations: dict[str, Box]
    names: dict[str, list[Box]]
    inside: dict[str, list[Box]]
    badges: list[Box]
    parts: list[Box]
    other_words: list[Box]
    patches: list[Patch]


class Patch(NamedTuple):
    neighbourhood: str
    rings: list[list[Point]]
    words: list[str]


def measured(svg: str) -> Measured:
    root = fromstring(svg)
    found = Measured([], [], {}, {}, {}, [], [], [], [])
    _walk(root, found, "", "")
    return found


def overlaps(found: Measured) -> list[str]:
    """Every overlap of names, stations, badges and track, in words."""
    names = [(f"name of {key}", key, box) for key, boxes in found.names.items() for box in boxes]
    names += [(f"badge {number}", f"badge {number}", box) for number, box in enumerate(found.badges)]
    names += [(f"part {number}", f"part {number}", box) for number, box in enumerate(found.parts)]
    faults = [
        f"{one[0]} on {two[0]}" for one, two in combinations(names, 2) if one[1] != two[1] and _meet(one[2], two[2])
    ]
    stations = list(found.stations.items())
    faults += [f"{name[0]} on station {key}" for name in names for key, box in stations if _meet(name[2], box)]
    faults += [
        f"{name[0]} on track {track}"
        for name in names
        for track in found.track + found.curves
        if _covers(name[2], track)
    ]
    faults += [
        f"station {one[0]} on station {two[0]}" for one, two in combinations(stations, 2) if _meet(one[1], two[1])
    ]
    words = found.other_words
    return faults + [f"words {one} on words {two}" for one, two in combinations(words, 2) if _meet(one, two)]


def shared_ground(found: Measured) -> list[str]:
    """The neighbourhoods whose patches cover a point together, tried every so many pixels."""
    every = 5
    covered: dict[tuple[int, int], str] = {}
    faults = {}
    for number, patch in enumerate(found.patches):
        edges = [(one, two) for ring in patch.rings for one, two in pairwise([*ring, ring[0]])]
        ys = [y for ring in patch.rings for _, y in ring]
        for row in range(int(min(ys)) // every, int(max(ys)) // every + 1):
            y = row * every + 0.5
            cuts = sorted(a + (y - b) * (c - a) / (d - b) for (a, b), (c, d) in edges if (b <= y) != (d <= y))
            for start, end in zip(cuts[::2], cuts[1::2], strict=True):
                for column in range(-int(-start // every), int(end // every) + 1):
                    name = f"{number} {patch.neighbourhood}"
                    other = covered.setdefault((column, row), name)
                    if other != name:
                        faults[f"{other} and {name}"] = None
    return list(faults)


@cache
def _font(bold: bool) -> tuple[dict[int, str], dict[str, tuple[int, int]], int]:
    font = TTFont(FONTS / f"Arimo-{'Bold' if bold else 'Regular'}.ttf")
    return font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm


def text_width(text: str, size: float, bold: bool) -> float:
    """The width by the font file; a letter that it lacks counts as a whole size, an accent by itself as nothing."""
    names, metrics, em = _font(bold)
    text = "".join(letter for letter in text if not combining(letter) or ord(letter) in names)
    return sum(metrics[names[ord(letter)]][0] / em if ord(letter) in names else 1.0 for letter in text) * size


def _walk(element: Element, found: Measured, kind: str, key: str) -> None:
    classes = element.get("class", "").split()
    tag = element.tag.removeprefix(_SVG)
    if tag == "g":
        kind, key = classes[0], element.get("data-key", key)
    if kind == "ground" and tag == "g":
        found.patches.append(_patch(element))
    if tag == "path" and "track" in classes and "sample" not in classes:
        _add_track(element.get("d"), found)
    elif kind == "system" and "station" in classes:
        found.stations[key] = _outline(element)
    elif tag == "text":
        _add_words(element, classes, found, kind, key)
    elif kind == "end" and "badge" in classes:
        found.badges.append(_outline(element))
    for child in element:
        _walk(child, found, kind, key)


def _add_track(path: str, found: Measured) -> None:
    here = (0.0, 0.0)
    for step, numbers in _STEP.findall(path):
        values = [float(value) for value in _NUMBER.findall(numbers)]
        end = (values[-2], values[-1])
        if step == "L" and end != here:
            found.track.append(Segment(*here, *end))
        if step == "Q":  # a curve lies between its chord and its corner: tried along the way
            points = [_on_curve(here, (values[0], values[1]), end, part / 6) for part in range(7)]
            found.curves.extend(Segment(*one, *two) for one, two in pairwise(points))
        here = end


def _patch(group: Element) -> Patch:
    """A patch with its curves as straight lines from point to point on them."""
    rings: list[list[Point]] = []
    for step, numbers in _STEP.findall(group.find(f"{_SVG}path").get("d")):
        values = [float(value) for value in _NUMBER.findall(numbers)]
        if step == "M":
            rings.append([(values[0], values[1])])
        elif step == "Q":
            start = rings[-1][-1]
            points = [_on_curve(start, (values[0], values[1]), (values[2], values[3]), part / 3) for part in (1, 2, 3)]
            rings[-1].extend(points)
    return Patch(group.findtext(f"{_SVG}title"), rings, [text.text for text in group.findall(f"{_SVG}text")])


def _on_curve(start: Point, control: Point, end: Point, part: float) -> Point:
    left = 1 - part
    return tuple(
        left * left * a + 2 * left * part * b + part * part * c for a, b, c in zip(start, control, end, strict=True)
    )


def _outline(element: Element) -> Box:
    """The box of a shape, without its stroke."""
    tag = element.tag.removeprefix(_SVG)
    if tag == "circle":
        x, y, radius = (float(element.get(name)) for name in ("cx", "cy", "r"))
        return x - radius, y - radius, x + radius, y + radius
    if tag == "rect":
        x, y, wide, high = (float(element.get(name)) for name in ("x", "y", "width", "height"))
        return x, y, x + wide, y + high
    points = []
    for _, numbers in _STEP.findall(element.get("d")):
        values = [float(value) for value in _NUMBER.findall(numbers)]
        points += [values[-2:]] if values else []
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _add_words(element: Element, classes: list[str], found: Measured, kind: str, key: str) -> None:
    size, x, y = (float(element.get(name)) for name in ("font-size", "x", "y"))
    wide = text_width(element.text or "", size, element.get("font-weight") == "700")
    box = (x, y - 0.73 * size, x + wide, y + 0.21 * size)  # from the top of capitals to the foot of a g
    if kind == "system":
        is_inside = "inside-hub" in classes or "inside" in classes
        (found.inside if is_inside else found.names).setdefault(key, []).append(box)
    elif "part" in classes:
        found.parts.append(box)
    elif "letter" not in classes:
        found.other_words.append(box)


def _meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def _covers(box: Box, segment: Segment, half: float = 4.0) -> bool:
    """Whether a stroke of twice `half` touches the box, by its distance at many points along the segment."""
    length = max(abs(segment.to_x - segment.x), abs(segment.to_y - segment.y))
    if min(segment.x, segment.to_x) > box[2] + half or max(segment.x, segment.to_x) < box[0] - half:
        return False
    if min(segment.y, segment.to_y) > box[3] + half or max(segment.y, segment.to_y) < box[1] - half:
        return False
    steps = max(1, int(length))
    for step in range(steps + 1):
        x = segment.x + (segment.to_x - segment.x) * step / steps
        y = segment.y + (segment.to_y - segment.y) * step / steps
        dx, dy = max(box[0] - x, 0, x - box[2]), max(box[1] - y, 0, y - box[3])
        if dx * dx + dy * dy < half * half:
            return True
    return False
