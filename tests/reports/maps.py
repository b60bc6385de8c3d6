"""Transit maps for the tests of reports, drawn as the command line draws them."""

from __future__ import annotations

from typing import Any

import pytest

from reports.nasty import renamed
from stackaudit.model.transit import MapLine, Station, Track, TransitNetwork
from stackaudit.reports.stack_map import StackMap


def stack_map(network: TransitNetwork) -> StackMap:
    """The drawn map of a network; a test that wants one is skipped where there is nothing to draw with."""
    composing: Any = pytest.importorskip("stackaudit.drawing.composing", reason="maps are drawn with an extra")
    styles: Any = pytest.importorskip("stackaudit.drawing.styles")
    svg: Any = pytest.importorskip("stackaudit.drawing.svg")
    return StackMap(network, svg.map_svg(composing.compose(network).drawing, "auto"), styles.style_sheet("auto"))


def nasty_network(text: str) -> TransitNetwork:
    """A map of systems of `nasty_briefing`, with faults, in which strangers wrote `text` wherever they can."""
    network: TransitNetwork = renamed(_TAME, text)
    return network


_STATIONS = (
    Station("crm", "tame crm", "sales", "open", ("journey", "campaigns"), ("tame",)),
    Station("mail", "tame mail", "marketing-ops", "closing", ("journey",), ("tame", "tame")),
    Station("letter", "tame", "marketing-ops", "planned", ("journey",)),
    Station("desk", "tame desk", "service", "open", ("campaigns",)),
    Station("old", "tame old", "tame", "closed", ("campaigns",)),
    Station("outside:tame", "tame", "it", "outside", ()),
)

_TAME = TransitNetwork(
    title="tame",
    lines=(
        MapLine("journey", "tame", "tame", "tame", declared=True),
        MapLine("campaigns", "CA", "Campaigns", "Speaking to people."),
    ),
    stations={station.id: station for station in _STATIONS},
    tracks=(
        Track("journey", "crm", "mail", "by hand", data=("tame",), note="tame"),
        Track("journey", "mail", "letter", "missing", note="tame"),
        Track("campaigns", "crm", "desk", "late", two_way=True, data=("tame",)),
        Track("campaigns", "desk", "old", "closed", note="tame"),
    ),
    hub="crm",
    elsewhere=(("web-ops", ("tame odd", "tame")),),
    notices=("tame",),
)
