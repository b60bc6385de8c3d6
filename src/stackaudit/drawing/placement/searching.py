"""Local search: stations move, alone, to where they and their track are cheaper, as long as that is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.drawing.placement.town import UNLAID

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from stackaudit.drawing.placement.grid import Way
    from stackaudit.drawing.placement.town import Town

_TRIED = 4
_FARTHEST = 60.0  # what is dearer to reach is no place to move to
_LEAST_GAIN = 1e-3
_CONTENT, _EASY = 6.0, 3.0  # what short straight track costs, and a station that others are not close to
_MOST_CROSSED = 5


def improve(town: Town, fixed: Collection[int], rounds: int, reach: int) -> None:
    """Move stations that are not fixed by up to `reach` places, for so many rounds or until nothing gets better.

    Stations whose track is all short and straight, and that are not close to others, are left where they are.
    """
    dear = (link for way, link in zip(town.ways, town.graph.links, strict=True) if not way or way.cost > _CONTENT)
    tight = {number for number, place in enumerate(town.places) if town.standing(number, town.grid.at(place)) > _EASY}
    restless = ({end for link in dear for end in link[:2]} | tight) - set(fixed)
    for _ in range(rounds):
        went = [station for station in sorted(restless) if moved(town, station, reach)]
        anew = [link for link in range(len(town.ways)) if relaid(town, link) or untangled(town, link)]
        ends = {end for link in anew for end in town.graph.links[link][:2]}
        beside = {town.graph.links[link].other(station) for station in went for link in town.graph.meeting[station]}
        restless = (ends | beside | set(went)) - set(fixed)
        if not restless:
            return


def relaid(town: Town, link: int) -> bool:
    """Lay a link's track anew; whether that made it cheaper."""
    old = town.ways[link]
    town.lift(link)
    before = town.price(link, old) if old else UNLAID  # even a long way round is better than none
    if town.lay(link, before + 1) < before - _LEAST_GAIN:
        return True
    town.lift(link)
    town.put_back(link, old)
    return False


def untangled(town: Town, link: int) -> bool:
    """Lay a link's track anew before that of the links it crosses; whether that made all of them cheaper together."""
    crossed = _crossed(town, link)
    if not 0 < len(crossed) <= _MOST_CROSSED:
        return False
    before = {each: town.ways[each] for each in (link, *crossed)}
    left = _laid_in_turn(town, before) - _LEAST_GAIN
    for each in before:
        town.lift(each)
    for each in before:
        left -= town.lay(each, left)
        if left < 0:
            _laid_in_turn(town, before)
            return False
    return True


def _laid_in_turn(town: Town, ways: Mapping[int, Way | None]) -> float:
    """Put the track of some links back, one after the other; what that costs."""
    for link in ways:
        town.lift(link)
    cost = 0.0
    for link, way in ways.items():
        cost += town.price(link, way) if way else UNLAID
        town.put_back(link, way)
    return cost


def _crossed(town: Town, link: int) -> list[int]:
    """The links whose track a link's crosses, those with the shortest first."""
    own = town.ways[link]
    if not own:
        return []
    places, across = set(own.places[1:-1]), town.grid.diagonals_across(own.places)
    found = [
        (len(way.places), other)
        for other, way in enumerate(town.ways)
        if way and other != link and (places.intersection(way.places[1:-1]) or across & town.grid.steps(way.places))
    ]
    return [other for _, other in sorted(found)]


def moved(town: Town, station: int, reach: int) -> bool:
    """Move a station to the best of the places that promise most; whether it moved."""
    here, links = town.places[station], town.graph.meeting[station]
    best, best_ways = here, {link: town.ways[link] for link in links}
    town.leave(station)
    best_cost = _rebuilt(town, station, here, best_ways)
    town.leave(station)
    for promise, place in _promising(town, station, here, reach, best_cost)[:_TRIED]:
        if promise >= best_cost - _LEAST_GAIN:
            break
        town.settle(station, place)
        cost = town.standing(station, town.grid.at(place))
        for link in _nearest_first(town, station):
            cost += town.lay(link, best_cost - cost)
            if cost >= best_cost:
                break
        if cost < best_cost - _LEAST_GAIN:
            best, best_cost, best_ways = place, cost, {link: town.ways[link] for link in links}
        town.leave(station)
    _rebuilt(town, station, best, best_ways)
    return best != here


def _rebuilt(town: Town, station: int, place: int, ways: Mapping[int, Way | None]) -> float:
    """Put a station and its track where they were; what that costs now."""
    town.settle(station, place)
    return town.standing(station, town.grid.at(place)) + _laid_in_turn(town, ways)


def _promising(town: Town, station: int, here: int, reach: int, before: float) -> list[tuple[float, int]]:
    """The places around, with the least that the station would cost there, the cheapest first."""
    fields = [
        town.grid.field(town.doors(town.graph.links[link].other(station), link), min(before, _FARTHEST) + 1)
        for link in town.graph.meeting[station]
    ]
    x, y = town.grid.at(here)
    found = []
    for row in range(y - reach, y + reach + 1):
        for column in range(x - reach, x + reach + 1):
            if not town.fits(station, column, row):
                continue
            place = town.grid.place(column, row)
            least = sum(min(town.arrivals(station, place, field), UNLAID) for field in fields)
            found.append((least + town.standing(station, (column, row)), place))
    return sorted(found)


def _nearest_first(town: Town, station: int) -> list[int]:
    """The links of a station, those with the shortest way first."""
    x, y = town.grid.at(town.places[station])

    def away(link: int) -> tuple[int, int]:
        there = town.grid.at(town.places[town.graph.links[link].other(station)])
        return max(abs(there[0] - x), abs(there[1] - y)), link

    return sorted(town.graph.meeting[station], key=away)
