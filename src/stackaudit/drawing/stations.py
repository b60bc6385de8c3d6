"""The pictures of stations in all their states, their names, and the badges of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.drawing.lettering import ASCENT, width
from stackaudit.drawing.marks import Box, Disc, Group, Shape, Step, Words
from stackaudit.drawing.naming import BADGE, LEADING, badge_width
from stackaudit.drawing.stops import HUB, HUB_NAME, INTERCHANGE, NAME, STOP
from stackaudit.drawing.wording import station_about, station_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.drawing.labels import Label
    from stackaudit.drawing.marks import Mark
    from stackaudit.drawing.stops import Stop
    from stackaudit.model.transit import TransitNetwork

_CROSS = 0.5  # of the radius
_ROUNDEST = 20.0


def station_group(stop: Stop, label: Label | None, network: TransitNetwork) -> Group:
    """A station with its name, and what it says to those who point at it or listen."""
    is_hub = stop.id == network.hub
    numbers = [number for number, line in enumerate(network.lines) if line.id in stop.station.lines]
    marks = [_body(stop, is_hub, numbers), *_state_marks(stop), *_inside(stop, is_hub), *_name(stop, label)]
    return Group(
        "system",
        tuple(marks),
        station_title(stop.station, network),
        station_about(stop.station, network),
        stop.id,
    )


def badge_marks(badge: str, x: float, y: float, line: int) -> tuple[Mark, ...]:
    """A line's badge around a point."""
    wide = badge_width(badge)
    size = 14.0
    words = width(badge, size, bold=True)
    return (
        Box(f"badge line-{line}", x - wide / 2, y - BADGE / 2, wide, BADGE, 5.0),
        Words(f"letter line-{line}", x - words / 2, y + size * 0.355, badge, size, words, bold=True),
    )


def sample_station(state: str) -> Iterator[Mark]:
    """A small station around no point, for the list of signs."""
    if state == "notice":
        yield Shape("warning", (Step("M", 0, -7), Step("L", 7.5, 6), Step("L", -7.5, 6), Step("Z")))
        yield Box("paper", -0.9, -2.6, 1.8, 4.6, 0.6)
        yield Disc("paper", 0, 3.8, 1.0)
        return
    radius = STOP if state != "interchange" else INTERCHANGE
    if state == "hub":
        yield Box("station hub", -12, -8, 24, 16, 8)
        return
    yield Disc(f"station {'interchange' if state == 'interchange' else 'stop'} {state}", 0, 0, radius)
    if state == "closed":
        yield _cross(0, 0, radius)


def _body(stop: Stop, is_hub: bool, lines: list[int]) -> Mark:
    kind = "hub" if is_hub else "interchange" if len(lines) > 1 or stop.inside else "stop"
    colour = f" line-{lines[0]}" if kind == "stop" and lines else ""
    role = f"station {kind} {stop.station.state}{colour}"
    if not stop.length:
        return Disc(role, stop.x, stop.y, stop.radius)
    if stop.axis == (1.0, 0.0) or abs(stop.axis[1]) < 1e-6:
        half = stop.length + stop.radius
        return Box(role, stop.x - half, stop.y - stop.radius, 2 * half, 2 * stop.radius, min(stop.radius, _ROUNDEST))
    return Shape(role, tuple(_pill(stop)))


def _pill(stop: Stop) -> Iterator[Step]:
    """A pill along an axis, its ends rounded by two curves each."""
    (dx, dy), half, round_ = stop.axis, stop.length, stop.radius
    px, py = -dy, dx

    def at(along: float, across: float) -> tuple[float, float]:
        return stop.x + dx * along + px * across, stop.y + dy * along + py * across

    bow = round_ * 0.4142
    yield Step("M", *at(-half, -round_))
    yield Step("L", *at(half, -round_))
    for along, sign in ((half, 1.0), (-half, -1.0)):
        slant = round_ * 0.7071
        yield Step("Q", *at(along + sign * slant, -sign * slant), *at(along + sign * bow, -sign * round_))
        yield Step("Q", *at(along + sign * round_, 0), *at(along + sign * round_, -sign * bow))
        yield Step("Q", *at(along + sign * slant, sign * slant), *at(along + sign * round_, sign * bow))
        yield Step("Q", *at(along, sign * round_), *at(along + sign * bow, sign * round_))
        if sign > 0:
            yield Step("L", *at(-half, round_))
    yield Step("Z")


def _state_marks(stop: Stop) -> Iterator[Mark]:
    if stop.station.state == "closed" and not stop.inside:
        yield _cross(stop.x, stop.y, stop.radius)


def _cross(x: float, y: float, radius: float) -> Shape:
    arm = radius * _CROSS
    return Shape(
        "cross",
        (
            Step("M", x - arm, y - arm),
            Step("L", x + arm, y + arm),
            Step("M", x - arm, y + arm),
            Step("L", x + arm, y - arm),
        ),
    )


def _inside(stop: Stop, is_hub: bool) -> Iterator[Mark]:
    size = HUB_NAME if is_hub else NAME
    top = stop.y - (len(stop.inside) - 1) * size * LEADING / 2 + size * 0.355
    for number, line in enumerate(stop.inside):
        wide = width(line, size, bold=True)
        on_ink = is_hub and stop.station.state != "closed"
        role = "name inside-hub" if on_ink else f"name inside {stop.station.state}"
        yield Words(role, stop.x - wide / 2, top + number * size * LEADING, line, size, wide, bold=True)


def _name(stop: Stop, label: Label | None) -> Iterator[Mark]:
    if label is None:
        return
    bold = stop.station.is_interchange
    west, north, east, _ = label.box
    for number, line in enumerate(label.lines):
        wide = width(line, NAME, bold=bold)
        x = {"start": west, "end": east - wide, "middle": (west + east - wide) / 2}[label.flush]
        y = north + (ASCENT + number * LEADING) * NAME
        yield Words(f"name {stop.station.state}", x, y, line, NAME, wide, bold)
        if stop.station.state == "closed":
            strike = y - NAME * 0.3
            yield Shape("strike", (Step("M", x, strike), Step("L", x + wide, strike)))


__all__ = ["HUB", "badge_marks", "sample_station", "station_group"]
