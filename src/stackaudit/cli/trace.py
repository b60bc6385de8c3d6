"""`stackaudit trace`: how data gets from one system to another, and where it breaks off."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from stackaudit.cli.choosing import Config, Format, Output, OutputFormat, Paths, Threshold, Today, chosen
from stackaudit.cli.doors import day, deliver, problems_told, read_world, settings_for, shown, width
from stackaudit.model.problems import one_problem


def trace(
    start: Annotated[str, typer.Argument(metavar="FROM", help="The system that data comes from: its id or its name.")],
    end: Annotated[str, typer.Argument(metavar="TO", help="The system that it should get to.")],
    paths: Paths = None,
    data: Annotated[
        str | None,
        typer.Option("--data", metavar="KIND", help="Follow this kind of data, such as contact. [default: any]"),
    ] = None,
    threshold: Threshold = None,
    today: Today = None,
    output_format: OutputFormat = Format.TERMINAL,
    output: Output = None,
    config: Config = None,
) -> None:
    """Trace how data gets from one system to another: each hop, who answers for it, and where it breaks off.

    The way with the fewest hops that are late or by hand is taken, and of those the shortest.

    Exit codes: 0 it gets there, 1 it does not, or nobody can tell, 2 nothing was traced.
    """
    with problems_told(": nothing was traced"):
        from stackaudit.analysis.naming import data_meant, systems_meant
        from stackaudit.analysis.stack import build_stack
        from stackaudit.analysis.tracing import trace_of

        traced_in = paths or [Path()]
        settings = settings_for(traced_in, chosen(threshold=threshold), config)
        world = read_world(traced_in, settings)
        stack = build_stack(world.inventory, world.catalogue, settings.facts(), day(today))
        first, last = systems_meant(stack.inventory, start, end)
        if first.id == last.id:
            raise one_problem("both ends are the same system", "Name two different ones.")
        journey = trace_of(stack, first, last, data_meant(stack.inventory, data) if data else "")
        stream = None if output else sys.stdout
        if output_format is Format.JSON:
            from stackaudit.reports.json_journey import journey_json

            text = journey_json(journey)
        else:
            from stackaudit.reports.terminal.journey import journey_lines

            text = shown(journey_lines(journey, width(stream)), stream)
        deliver(text, output)
    raise typer.Exit(int(journey.outcome != "reaches"))
