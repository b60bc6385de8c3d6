"""`stackaudit map`: draw the transit map of the whole stack."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from stackaudit.cli.auditing import stack_and_audit
from stackaudit.cli.choosing import (
    AllowUnusedExceptions,
    Config,
    Evidence,
    NoEvidence,
    NoExceptions,
    Output,
    Paths,
    Threshold,
    Today,
    chosen,
)
from stackaudit.cli.doors import deliver, problems_told, settings_for, wants_colour
from stackaudit.cli.patience import patience
from stackaudit.cli.reading import beside
from stackaudit.model.documents import Place
from stackaudit.model.problems import Problems, one_problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.drawing.composing import DrawnMap
    from stackaudit.model.transit import TransitNetwork


class MapFormat(StrEnum):
    """The formats of a map."""

    SVG = "svg"
    TEXT = "text"
    PNG = "png"
    PDF = "pdf"


class Theme(StrEnum):
    """What a map is drawn for."""

    LIGHT = "light"
    DARK = "dark"
    AUTO = "auto"


_SUFFIXES = {".svg": MapFormat.SVG, ".png": MapFormat.PNG, ".pdf": MapFormat.PDF, ".txt": MapFormat.TEXT}
_BINARY = (MapFormat.PNG, MapFormat.PDF)


def map_(
    paths: Paths = None,
    output: Output = None,
    map_format: Annotated[
        MapFormat | None,
        typer.Option("--format", "-f", help="What to draw. [default: by FILE's ending, else text]"),
    ] = None,
    theme: Annotated[
        Theme, typer.Option("--theme", help="For which ground; auto follows the reader's setting, in SVG.")
    ] = Theme.LIGHT,
    positions: Annotated[
        Path | None,
        typer.Option("--positions", metavar="FILE", help="Keep stations where this file has them, and write it anew."),
    ] = None,
    wide: Annotated[int, typer.Option("--width", min=400, max=8000, help="How many pixels wide a PNG is.")] = 1600,
    threshold: Threshold = None,
    today: Today = None,
    evidence: Evidence = None,
    no_evidence: NoEvidence = False,
    no_exceptions: NoExceptions = False,
    allow_unused_exceptions: AllowUnusedExceptions = False,
    config: Config = None,
) -> None:
    """Draw the stack as a transit map: systems are stations, flows with one purpose are lines.

    The same inventory gives the same map. Exit codes: 0 drawn, 2 no map could be drawn.
    """
    from stackaudit.analysis.mapping.network import network_of

    with problems_told(": no map was drawn"):
        form = map_format or _SUFFIXES.get(output.suffix.lower() if output else "", MapFormat.TEXT)
        if form in _BINARY and output is None:
            raise one_problem(f"a {form.upper()} is not for the terminal", "Name a file with `--output`.")
        mapped = paths or [Path()]
        settings = settings_for(mapped, chosen(threshold=threshold), config)
        reading = beside(no_exceptions, allow_unused_exceptions, evidence, no_evidence)
        network = network_of(*stack_and_audit(mapped, settings, today, reading))
        if form is MapFormat.TEXT:
            _check_room(network)
        drawn = _composed(network, _positions(positions))
        if form is MapFormat.TEXT:
            deliver(_text(network, drawn, None if output else sys.stdout), output)
        elif form is MapFormat.SVG:
            deliver(_svg(drawn, theme), output)
        elif output:
            _write_bytes(output, _pixels(drawn, form, theme, wide))
        if positions:
            from stackaudit.drawing.positions import positions_text

            deliver(positions_text(drawn.positions), positions)


def _positions(file: Path | None) -> Mapping[str, tuple[int, int]]:
    """Where stations stood on the map before, nowhere where there was none."""
    if file is None or not file.exists():
        return {}
    from stackaudit.drawing.positions import positions_in
    from stackaudit.sources.files import read_text

    return positions_in(read_text(file, file.as_posix()), file.as_posix())


def _check_room(network: TransitNetwork) -> None:
    """Raise `Problems` where a terminal has no room for a map."""
    from stackaudit.drawing.fare_zone import fare_zone
    from stackaudit.drawing.text import MOST_STATIONS

    stations = len(fare_zone(network).stations)
    if stations > MOST_STATIONS:
        message = f"{stations} systems are too many for a map in text, which has room for {MOST_STATIONS}"
        raise one_problem(message, "Draw a picture, as in `--output map.svg`.")


def _composed(network: TransitNetwork, previous: Mapping[str, tuple[int, int]]) -> DrawnMap:
    """The drawn map; raises `Problems` where the libraries for it are not there, or where there is nothing to draw."""
    if not network.stations:
        raise one_problem("there is nothing to draw", "Give systems a category, integrations, or a journey.")
    try:
        from stackaudit.drawing.composing import MOST_STATIONS, compose
    except ModuleNotFoundError as missing:
        raise _not_installed(missing) from None
    if len(network.stations) > MOST_STATIONS:
        message = f"{len(network.stations)} systems are too many for a map, which has room for {MOST_STATIONS}"
        raise one_problem(message, "Draw a part of the inventory: name its files.")
    with patience("drawing"):
        return compose(network, previous)


def _text(network: TransitNetwork, drawn: DrawnMap, stream: TextIO | None) -> str:
    from stackaudit.drawing.text import map_text

    return map_text(network, drawn.placement, colour=wants_colour(stream))


def _svg(drawn: DrawnMap, theme: Theme) -> str:
    from stackaudit.drawing.svg import map_svg

    return map_svg(drawn.drawing, theme)


def _pixels(drawn: DrawnMap, form: MapFormat, theme: Theme, wide: int) -> bytes:
    """A PNG or a PDF; a theme that follows the reader is light, for these cannot."""
    try:
        if form is MapFormat.PDF:
            from stackaudit.drawing.pdf import map_pdf

            return map_pdf(drawn.drawing, dark=theme is Theme.DARK)
        from stackaudit.drawing.raster import map_png
    except ModuleNotFoundError as missing:
        raise _not_installed(missing) from None
    return map_png(drawn.drawing, "dark" if theme is Theme.DARK else "light", wide)


def _not_installed(missing: ModuleNotFoundError) -> Problems:
    return one_problem(f"maps need the library `{missing.name}`", "Install it with `pip install 'stackaudit[map]'`.")


def _write_bytes(path: Path, content: bytes) -> None:
    """Write a file beside the output, then put it in the output's place; raises `Problems` where it cannot be."""
    beside_it = path.with_name(f".stackaudit-{path.name}")
    try:
        beside_it.write_bytes(content)
        beside_it.replace(path)
    except OSError as error:
        where = Place(str(path), 1, 1)
        raise one_problem(f"cannot be written: {error.strerror or error}", "Name another file.", where) from None
