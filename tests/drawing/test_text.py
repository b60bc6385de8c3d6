"""The map for a terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drawing.networks import generated, network
from stackaudit.drawing.composing import compose
from stackaudit.drawing.text import map_text

if TYPE_CHECKING:
    from stackaudit.model.transit import TransitNetwork


def told(town: TransitNetwork, *, colour: bool = False) -> str:
    return map_text(town, compose(town).placement, colour=colour)


def test_a_line_is_drawn_with_its_stations_and_told_below() -> None:
    assert told(network("A: web - crm - erp")) == (
        "A small town\n"
        "3 systems on 1 line\n"
        "\n"
        "Web ○━━━━━━━○━━━━━━━○ Erp\n"
        "           Crm\n"
        "\n"
        "━━ A Line A: Web · Crm · Erp\n"
    )


def test_colours_are_escape_sequences_that_end() -> None:
    town = network("A: web - crm", "B: crm - erp")

    coloured = told(town, colour=True)

    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == told(town)
    assert {line.count("\x1b[0m") - bool("\x1b[38" in line) for line in coloured.splitlines()} <= {0, 1}
    assert "\x1b[38;5;33m" in coloured
    assert "\x1b[38;5;208m" in coloured


def test_escape_sequences_of_strangers_are_written_out() -> None:
    town = network("A: web - crm")
    town.stations["web"] = town.stations["web"]._replace(name="\x1b[31mred")

    text = told(town)

    assert "\x1b" not in text
    assert "<U+001B>[31mred" in text


def test_every_name_of_forty_systems_is_there() -> None:
    town = generated(40, 13)

    text = told(town)

    assert [station.name for station in town.stations.values() if station.name not in text] == []


def test_what_is_not_in_order_is_announced() -> None:
    text = told(network("A: web =missing= crm =by hand= erp"))

    assert text.endswith("! Web → Crm: no link.\n! Crm → Erp: carried by hand.\n")
