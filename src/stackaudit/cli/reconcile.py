"""`stackaudit reconcile`: hold an inventory against the evidence."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from stackaudit.cli.choosing import Config, Evidence, Format, Output, OutputFormat, Paths, Threshold, Today, chosen
from stackaudit.cli.doors import day, deliver, problems_told, settings_for, shown, width
from stackaudit.cli.patience import patience
from stackaudit.cli.reading import Beside, read_all
from stackaudit.model.problems import one_problem


def reconcile(
    paths: Paths = None,
    evidence: Evidence = None,
    threshold: Threshold = None,
    today: Today = None,
    output_format: OutputFormat = Format.TERMINAL,
    output: Output = None,
    config: Config = None,
    show_all: Annotated[bool, typer.Option("--all", "-a", help="Show every tool and every team.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show how tools were recognised, and what stayed unknown.")
    ] = False,
) -> None:
    """Hold what is declared against what is paid, signed in to and seen, tool by tool.

    Evidence lies in folders named `evidence`, in and beside the inventory. Exit codes: 0 told, 2 nothing could be held
    against anything. `stackaudit scan` asks the rules of shadow IT about the same evidence, and can fail.
    """
    from stackaudit.analysis.stack import build_stack
    from stackaudit.sources.yaml_reading import collector_off

    with problems_told(": nothing was reconciled"):
        named = paths or [Path()]
        settings = settings_for(named, chosen(threshold=threshold), config)
        on = day(today)
        with patience("reading and matching"), collector_off():
            read = read_all(named, settings, Beside(exceptions=False, evidence=tuple(evidence or ())))
            stack = build_stack(read.inventory, read.catalogue, settings.facts(), on, read.evidence)
        if stack.reconciliation is None:
            advice = "Put exports of ledgers and sign-on lists into a folder `evidence` beside the inventory."
            raise one_problem("there is no evidence to hold it against", f"{advice} See docs/evidence.md.")
        name = str(stack.organization.facts.get("organization.name", ""))
        stream = None if output else sys.stdout
        if output_format is Format.JSON:
            from stackaudit.reports.json_reconciliation import reconciliation_json

            text = reconciliation_json(name, stack.reconciliation, on)
        else:
            from stackaudit.reports.terminal.reconciliation import reconciliation_lines

            columns = width(stream)
            lines = reconciliation_lines(name, stack.reconciliation, columns, show_all=show_all, verbose=verbose)
            text = shown(lines, stream)
        deliver(text, output)
