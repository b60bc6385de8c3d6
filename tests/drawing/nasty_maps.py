"""Maps in which a stranger's text stands wherever there is any, each drawn once for all tests."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from drawing.networks import network
from reports.nasty import NASTY
from stackaudit.drawing.composing import DrawnMap, compose
from stackaudit.model.transit import TransitNetwork

if TYPE_CHECKING:
    from stackaudit.drawing.marks import Drawing


class NastyMap(NamedTuple):
    """A network, and its map."""

    network: TransitNetwork
    drawn: DrawnMap

    @property
    def drawing(self) -> Drawing:
        """The drawing of the map."""
        return self.drawn.drawing


@cache
def nasty_map(word: str) -> NastyMap:
    """The map of two systems and one outside, with the text that `NASTY` has under a word."""
    nasty = NASTY[word]
    plain = network("A: web =late= crm", dropbox="it outside")
    town = TransitNetwork(
        title=nasty,
        lines=tuple(line._replace(name=nasty, badge=nasty, about=nasty) for line in plain.lines),
        stations={
            name: station._replace(name=nasty, neighbourhood=nasty, notices=(nasty,))
            for name, station in plain.stations.items()
        },
        tracks=tuple(track._replace(note=nasty, data=(nasty,)) for track in plain.tracks),
        hub="",
        elsewhere=((nasty, (nasty,)),),
        notices=(nasty,),
    )
    return NastyMap(town, compose(town))
