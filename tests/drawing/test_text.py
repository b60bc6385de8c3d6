"""The map for a terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from drawing.nasty_maps import nasty_map
from drawing.networks import generated, network
from reports.nasty import NASTY
from stackaudit.drawing.composing import compose
from stackaudit.drawing.text import map_text

if TYPE_CHECKING:
    from stackaudit.model.transit import TransitNetwork


def told(town: TransitNetwork, *, colour: bool = False) -> str:
    return map_text(town, compose(town).placement, colour=colour)


def test_a_line_is_drawn_with_its_stations_and_told_below() -> None:
    assert told(network("A: web - crm - erp")) == (
        "A small town\n3 systems on 1 line\n\nWeb ○━━━━━○━━━━━○ Erp\n         Crm\n\n━━ A Line A: Web · Crm · Erp\n"
    )


def test_colours_are_escape_sequences_that_end() -> None:
    town = network("A: web - crm", "B: crm - erp")

    coloured = told(town, colour=True)

    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == told(town)
    assert {line.count("\x1b[0m") - bool("\x1b[38" in line) for line in coloured.splitlines()} <= {0, 1}
    assert "\x1b[38;5;33m" in coloured
    assert "\x1b[38;5;208m" in coloured


@pytest.mark.parametrize("word", NASTY)
def test_text_from_strangers_is_written_out(word: str) -> None:
    nasty = nasty_map(word)

    text = map_text(nasty.network, nasty.drawn.placement, colour=False)

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)


def test_a_map_of_forty_systems_fits_a_page_of_a_hundred_columns() -> None:
    text = told(generated(40, 13))

    assert [line for line in text.splitlines() if len(line) > 100] == []


def test_what_is_outside_the_fare_zone_is_listed() -> None:
    text = told(network("A: web - crm", dropbox="it outside", slack="it outside"))

    assert text.endswith("\n\n◇ Outside the fare zone, shown by evidence, not declared: Dropbox, Slack\n")


def test_every_name_of_forty_systems_is_there() -> None:
    town = generated(40, 13)

    text = told(town)

    assert [station.name for station in town.stations.values() if station.name not in text] == []


def test_what_is_not_in_order_is_announced() -> None:
    text = told(network("A: web =missing= crm =by hand= erp"))

    assert text.endswith("! Web → Crm: no link.\n! Crm → Erp: carried by hand.\n")
