"""The town in pixels: track, stations, signs, ground and names, in a scale, before it has a place on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.drawing.badges import badges_of, halts_of
from stackaudit.drawing.ground import ground_of
from stackaudit.drawing.labels import chosen, obstacles
from stackaudit.drawing.naming import ways_to_name
from stackaudit.drawing.ordering import orders_of
from stackaudit.drawing.part_names import named
from stackaudit.drawing.shading import patches_of
from stackaudit.drawing.signs import signs_of
from stackaudit.drawing.stops import stops_of
from stackaudit.drawing.tracks import pieces_of, runs_of

if TYPE_CHECKING:
    from stackaudit.drawing.labels import Label, Rectangle
    from stackaudit.drawing.marks import Words
    from stackaudit.drawing.placement import Placement
    from stackaudit.drawing.shading import Patch
    from stackaudit.drawing.signs import Sign
    from stackaudit.drawing.stops import Stop
    from stackaudit.drawing.tracks import Run
    from stackaudit.model.transit import TransitNetwork


class Picture(NamedTuple):
    """All of the town; patches have their names with them.

    `names` are None for stations that have theirs inside, and where there is no room.
    """

    runs: tuple[Run, ...]
    stops: tuple[Stop, ...]
    signs: tuple[Sign, ...]
    patches: tuple[tuple[Patch, tuple[Words, ...]], ...]
    names: tuple[Label | None, ...]
    badges: tuple[tuple[int, Label], ...]

    @property
    def extent(self) -> Rectangle:
        """The sides of all that the town covers."""
        labels = [*(name for name in self.names if name), *(badge for _, badge in self.badges)]
        boxes = [label.box for label in labels] + [stop.box for stop in self.stops] + [sign.box for sign in self.signs]
        points = [(x, y) for box in boxes for x, y in (box[:2], box[2:])]
        points += [corner for run in self.runs for corner in run.corners]
        points += [(step.x, step.y) for patch, _ in self.patches for step in patch.steps if step.kind != "Z"]
        for _, words in self.patches:
            points += [(word.x + part * word.width, word.y) for word in words for part in (0, 1)]
        xs, ys = [x for x, _ in points] or [0.0], [y for _, y in points] or [0.0]
        return min(xs), min(ys), max(xs), max(ys)


def picture_of(network: TransitNetwork, placement: Placement, cell: float) -> Picture:
    """The town of a placement, with so many pixels from place to place."""
    runs = tuple(runs_of(placement, orders_of(placement), cell))
    stops = tuple(stops_of(network, placement, runs, cell))
    pieces, boxes = list(pieces_of(runs)), [stop.box for stop in stops]
    names = chosen([ways_to_name(stop) for stop in stops], obstacles(pieces, boxes))
    boxes += [name.box for name in names if name]
    signs = tuple(signs_of(runs, boxes))
    boxes += [sign.box for sign in signs]
    badges = badges_of(network, list(halts_of(placement.graph, runs, stops)), pieces, boxes)
    boxes += [label.box for _, label in badges]
    ground = ground_of(stops, names, network.hub) if stops else None
    patches = tuple(named(list(patches_of(ground, stops)), ground, pieces, boxes)) if ground else ()
    return Picture(runs, stops, signs, patches, tuple(names), tuple(badges))
