"""Where lines have their badges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drawing.networks import generated, network
from stackaudit.drawing.composing import compose
from stackaudit.drawing.picture import picture_of

if TYPE_CHECKING:
    from stackaudit.drawing.picture import Picture
    from stackaudit.model.transit import TransitNetwork

CELL = 34.0


def pictured(town: TransitNetwork) -> Picture:
    return picture_of(town, compose(town).placement, CELL)


def badged(town: TransitNetwork) -> list[tuple[str, str]]:
    """Each badge with the station that it is nearest to."""
    picture = pictured(town)
    found = []
    for line, label in picture.badges:
        x, y = (label.box[0] + label.box[2]) / 2, (label.box[1] + label.box[3]) / 2
        nearest = min(picture.stops, key=lambda stop: (stop.x - x) ** 2 + (stop.y - y) ** 2)
        found.append((town.lines[line].badge, nearest.id))
    return found


def test_a_line_has_its_badge_at_both_its_ends() -> None:
    assert sorted(badged(network("A: web - crm - erp"))) == [("A", "erp"), ("A", "web")]


def test_where_another_line_stops_there_is_no_second_badge() -> None:
    found = badged(network("A: web - crm - erp", "B: mail - crm"))

    assert sorted(found) == [("A", "erp"), ("A", "web"), ("B", "mail")]


def test_a_line_that_ends_only_where_others_stop_has_one_badge_all_the_same() -> None:
    found = badged(network("A: web - crm - erp", "B: web - erp"))

    assert [badge for badge, _ in found] == ["A", "B"]


def test_every_line_of_a_town_has_a_badge_and_none_more_than_two() -> None:
    town = generated(45, 6)

    found = [line for line, _ in pictured(town).badges]

    assert set(found) == set(range(len(town.lines)))
    assert [line for line in set(found) if found.count(line) > 2] == []
