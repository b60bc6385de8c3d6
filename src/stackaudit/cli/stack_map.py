"""The transit map of a report: drawn where it can be, within the page or as a file beside it."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from stackaudit.cli.doors import deliver
from stackaudit.cli.patience import patience
from stackaudit.model.problems import Problems, one_problem
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from pathlib import Path

    from stackaudit.analysis.stack import Stack
    from stackaudit.drawing.composing import DrawnMap
    from stackaudit.model.audit import Audit
    from stackaudit.model.transit import TransitNetwork
    from stackaudit.reports.stack_map import StackMap

MOST_UNASKED = 100
"""The stations of a map that is drawn without being asked for: more take longer than a report should."""


def map_of(stack: Stack, audit: Audit, wanted: bool | None = None) -> StackMap | None:
    """The map of a stack; None where it is not wanted or there is nothing to draw.

    Where nobody said whether it is wanted, one that cannot be drawn, or would take long, is left out, and a line on
    standard error says so; where it is wanted, `Problems` are raised.
    """
    if wanted is False:
        return None
    from stackaudit.analysis.mapping.network import network_of

    network = network_of(stack, audit)
    if wanted:
        return _drawn(network, None)
    try:
        return _drawn(network, MOST_UNASKED) if network.stations else None
    except Problems as problems:
        first = problems.problems[0]
        sys.stderr.write(f"The report comes without the map: {first.message}. {first.help}\n")
        return None


def place_beside(report: Path | None) -> Path | None:
    """Where the map of a report in Markdown stands; None beside standard output, a device or a pipe."""
    is_file = report is not None and (not report.exists() or report.is_file())
    return report.with_suffix(".map.svg") if report and is_file else None


def deliver_both(text: str, report: Path, svg: str, place: Path) -> None:
    """Write a report with its map beside it, and say on standard error where that is.

    Each is written whole or not at all, the map first: a report that was written never points at nothing. Where the
    report cannot be written, no new map stays behind.
    """
    is_new = not place.exists()
    deliver(svg, place)
    try:
        deliver(text, report)
    except BaseException:  # also where somebody interrupts
        if is_new:
            with suppress(OSError):
                place.unlink()
        raise
    sys.stderr.write(f"The map stands beside it: {visible(str(place))}\n")


def _drawn(network: TransitNetwork, most: int | None) -> StackMap:
    """The drawn map; raises `Problems` where it cannot be drawn, or has more stations than `most`."""
    drawn = composed(network, most)
    from stackaudit.drawing.styles import style_sheet
    from stackaudit.drawing.svg import map_svg
    from stackaudit.reports.stack_map import StackMap

    return StackMap(network, map_svg(drawn.drawing, "auto"), style_sheet("auto"))


def composed(network: TransitNetwork, most: int | None) -> DrawnMap:
    """The map of a network; raises `Problems` where it has no station or too many, or nothing to draw it with."""
    if not network.stations:
        raise one_problem("there is nothing to draw", "Give systems a category, integrations, or a journey.")
    try:
        from stackaudit.drawing.composing import MOST_STATIONS, compose
    except ModuleNotFoundError as missing:
        library = (missing.name or "").partition(".")[0]
        message = f"maps need the library `{library}`"
        raise one_problem(message, "Install it with `pip install 'stackaudit[map]'`.") from None
    count = len(network.stations)
    if most and most < count <= MOST_STATIONS:
        raise one_problem(f"{count} systems take long to draw", "Ask for it with `--map`.")
    if count > MOST_STATIONS:
        message = f"{count} systems are too many for a map, which has room for {MOST_STATIONS}"
        raise one_problem(message, "Draw a part of the inventory: name its files.")
    with patience("drawing"):
        return compose(network)
