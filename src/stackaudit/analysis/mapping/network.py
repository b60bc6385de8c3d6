"""The whole map of a stack before it is drawn: lines, stations, track, and what could not be put on a line."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from stackaudit.analysis.mapping.declared import lay_journey, line_of, systems_of
from stackaudit.analysis.mapping.finishing import Plan, lay_closed, lay_leftovers, lay_missing, missing_tracks
from stackaudit.analysis.mapping.lines import MOST_LINES, PURPOSES
from stackaudit.analysis.mapping.links import Links
from stackaudit.analysis.mapping.missing import gaps_of
from stackaudit.analysis.mapping.neighbourhoods import neighbourhood_for
from stackaudit.analysis.mapping.outside import stations_outside
from stackaudit.analysis.mapping.rails import Rails
from stackaudit.analysis.mapping.routing import lay_row, lay_tree, stops_of, tidy
from stackaudit.model.rules import Severity
from stackaudit.model.transit import NEIGHBOURHOODS, MapLine, Station, TransitNetwork

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from stackaudit.analysis.mapping.purpose import Purpose
    from stackaudit.analysis.stack import Stack
    from stackaudit.model.audit import Audit
    from stackaudit.model.transit import Track

_STATES = {
    "live": "open",
    "evaluating": "planned",
    "sandbox": "planned",
    "retiring": "closing",
    "retired": "closed",
    "rejected": "closed",
}
_MOST_NOTICES = 12
_MOST_AT_A_STATION = 3


def network_of(stack: Stack, audit: Audit) -> TransitNetwork:
    """The transit map of a stack; missing links and notices come from its `audit`.

    The lines are the declared journeys in order of their ids, then the derived ones in their fixed order, twelve at
    most. By which rules they are laid, docs/map.md says.
    """
    survey = _Survey(stack)
    survey.lay(missing_tracks(gaps_of(stack, audit), survey.plan))
    lines, stations = survey.lines(), survey.stations(audit)
    stations |= {station.id: station for station in stations_outside(stack)}
    order = [line.id for line in lines]
    tracks = [track for line in order for _, track in sorted(survey.rails.lines[line].items())]
    return TransitNetwork(
        title=audit.organization,
        lines=lines,
        stations=stations,
        tracks=tuple(tracks),
        hub=survey.hub if survey.hub in stations else "",
        elsewhere=survey.elsewhere(stations),
        notices=tuple(_notices(audit, survey.undrawn())),
    )


class _Survey:
    """A map in the making."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.links, self.rails = Links(stack), Rails()
        self.journeys = stack.inventory.journeys
        purposes = [purpose for purpose in PURPOSES if purpose.id not in self.journeys]
        self.plan = Plan(purposes, {purpose.id: stops_of(purpose, stack) for purpose in purposes})
        self.hub = _hub_of(stack)

    def lay(self, missing: Sequence[Track]) -> None:
        """Lay all track: what is declared, what follows from it, what is missing, and what is left."""
        for journey in self.journeys.values():
            if len(self.rails.lines) < MOST_LINES:
                lay_journey(journey, self.stack, self.links, self.rails)
        served = [set(systems_of(journey)) for journey in self.journeys.values()]
        missing = [track for track in missing if not any({track.start, track.end} <= systems for systems in served)]
        for track in missing:
            self.rails.reserve(track.start, track.end)
        for purpose in self.plan.purposes:
            if len(self.rails.lines) < MOST_LINES:
                self._lay_derived(purpose)
        lay_missing(missing, self.links, self.rails)
        for purpose in self.plan.purposes:
            tidy(purpose, self.plan.stops[purpose.id], self.rails)
        lay_leftovers(self.stack, self.plan, self.links, self.rails)
        lay_closed(self.stack, self.links, self.rails)

    def _lay_derived(self, purpose: Purpose) -> None:
        """Lay a derived line, unless a declared journey serves all of its stations."""
        stops = self.plan.stops[purpose.id]
        if self.stack.inventory.states_integrations:
            lay_tree(purpose, stops, self.links, self.rails)
        else:
            lay_row(purpose, stops, self.rails)
        stations = {station for piece in self.rails.pieces(purpose.id) for station in piece}
        if any(stations.issubset(systems_of(journey)) for journey in self.journeys.values()):
            self.rails.take_up(purpose.id)

    def lines(self) -> tuple[MapLine, ...]:
        """The lines that have track."""
        laid = [purpose for purpose in self.plan.purposes if purpose.id in self.rails.lines]
        lines: list[MapLine] = []
        for journey in self.journeys.values():
            if journey.id in self.rails.lines:
                taken = {*(line.badge for line in lines), *(purpose.badge for purpose in laid)}
                lines.append(line_of(journey, taken))
        return (*lines, *(MapLine(each.id, each.badge, each.name, each.about) for each in laid))

    def stations(self, audit: Audit) -> dict[str, Station]:
        """The systems at which lines stop, and the hub, in order of their ids."""
        found = _findings_at(audit)
        order = [line.id for line in self.lines()]
        stations: dict[str, Station] = {}
        for system in self.stack.inventory.systems.values():
            here = self.rails.lines_at(system.id)
            if here or system.id == self.hub:
                lines = tuple(line for line in order if line in here)
                place = neighbourhood_for(system, self.stack.catalogue.categories)
                state = _STATES[str(system.facts["lifecycle"])]
                notices = tuple(found[system.id][:_MOST_AT_A_STATION])
                stations[system.id] = Station(system.id, system.name, place, state, lines, notices)
        return stations

    def elsewhere(self, stations: Mapping[str, Station]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The names of systems in use that are not on the map, by their part of town."""
        names: dict[str, list[str]] = defaultdict(list)
        for system in self.stack.in_use:
            if system.id not in stations:
                names[neighbourhood_for(system, self.stack.catalogue.categories)].append(system.name)
        return tuple((place, tuple(sorted(names[place]))) for place in NEIGHBOURHOODS if place in names)

    def undrawn(self) -> Iterator[str]:
        """Words on declared journeys that are not drawn."""
        for journey in self.journeys.values():
            if journey.id not in self.rails.lines:
                why = f"a line needs two systems, and a map has {MOST_LINES} lines at most"
                yield f"{journey.name} is not drawn: {why}."


def _hub_of(stack: Stack) -> str:
    """The master of the customer: the one that governance names, or else the only one in use that claims to be it."""
    named = stack.organization.facts.get("governance.customer.master")
    if named is not None:
        return str(named) if named in stack.inventory.systems else ""
    customer = stack.inventory.data_kinds.get("customer")
    masters = customer.facts.get("masters", ()) if customer else ()
    assert isinstance(masters, tuple)
    return str(masters[0]) if len(masters) == 1 else ""


def _findings_at(audit: Audit) -> Mapping[str, list[str]]:
    """What is wrong with each system: the messages of findings that point at it, of high severity and above."""
    found: dict[str, list[str]] = defaultdict(list)
    for finding in audit.findings:
        if finding.severity >= Severity.HIGH and finding.subjects[0].kind == "system":
            found[finding.subjects[0].id].append(finding.message)
    return found


def _notices(audit: Audit, first: Iterable[str]) -> Iterator[str]:
    """What is said beside the map: journeys that are not drawn, and the worst of what is wrong with links."""
    yield from first
    messages = [finding.message for finding in audit.findings if finding.theme == "integration"]
    yield from messages[:_MOST_NOTICES]
    if len(messages) > _MOST_NOTICES:
        yield f"{len(messages) - _MOST_NOTICES} more findings about links."
