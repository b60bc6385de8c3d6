"""The map as PNG and PDF."""

from __future__ import annotations

import struct

import pytest

from drawing.nasty_maps import nasty_map
from drawing.networks import network
from reports.nasty import NASTY
from stackaudit.drawing.composing import compose
from stackaudit.drawing.pdf import map_pdf
from stackaudit.drawing.raster import map_png

TOWN = network("A: web - crm =by hand= erp", "B: crm =late= shop =missing= mail", hub="crm")


def test_a_png_is_as_wide_as_asked() -> None:
    png = map_png(compose(TOWN).drawing, "light", 800)

    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", png[16:20]) == (800,)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_same_map_is_the_same_png(theme: str) -> None:
    drawing = compose(TOWN).drawing

    assert map_png(drawing, theme, 600) == map_png(drawing, theme, 600)


def test_a_png_has_letters() -> None:
    drawing = compose(TOWN).drawing
    silent = drawing._replace(marks=tuple(mark for mark in drawing.marks if mark.kind != "head"))

    assert map_png(drawing, "light", 600) != map_png(silent, "light", 600)


def test_the_same_map_is_the_same_pdf() -> None:
    drawing = compose(TOWN).drawing

    pdf = map_pdf(drawing, dark=False)

    assert pdf.startswith(b"%PDF-")
    assert pdf == map_pdf(drawing, dark=False)
    assert pdf != map_pdf(drawing, dark=True)


def test_letters_that_the_font_lacks_do_not_break_a_pdf() -> None:
    town = network("A: web - crm")
    town.stations["web"] = town.stations["web"]._replace(name="顧客データ 👩")

    assert map_pdf(compose(town).drawing, dark=False).startswith(b"%PDF-")


@pytest.mark.parametrize("word", NASTY)
def test_text_from_strangers_can_be_drawn(word: str) -> None:
    drawing = nasty_map(word).drawing

    assert map_png(drawing, "light", 400).startswith(b"\x89PNG\r\n\x1a\n")
    assert map_pdf(drawing, dark=False).startswith(b"%PDF-")
