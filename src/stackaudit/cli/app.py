"""The command line as a whole."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from stackaudit import __version__
from stackaudit.cli import (
    ask,
    baseline,
    catalogue,
    collect,
    compare,
    config,
    diff,
    explain,
    export,
    fix,
    importing,
    init,
    reconcile,
    report,
    rules,
    scan,
    schema,
    score,
    trace,
    trend,
)
from stackaudit.cli import (
    map as transit_map,
)

app = typer.Typer(
    name="stackaudit",
    help="Audit an inventory of marketing and IT systems: shadow IT, missing links, security and privacy gaps, "
    "duplicate tools, systems that nobody owns.",
    epilog="Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 no audit was performed.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command("scan")(scan.scan)
app.command("import")(importing.import_)
app.add_typer(baseline.app, name="baseline")
app.command("reconcile")(reconcile.reconcile)
app.command("report")(report.report)
app.command("export", epilog=export.EPILOG)(export.export)
app.command("score")(score.score)
app.command("compare")(compare.compare)
app.command("diff")(diff.diff)
app.command("trend")(trend.trend)
app.command("ask")(ask.ask)
app.command("fix")(fix.fix)
app.command("init")(init.init)
app.command("map")(transit_map.map_)
app.command("trace")(trace.trace)
app.add_typer(rules.app, name="rules")
app.command("explain")(explain.explain)
app.add_typer(catalogue.app, name="catalogue")
app.add_typer(collect.app, name="collect")
app.command("schema")(schema.schema)
app.add_typer(config.app, name="config")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"stackaudit {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Options of all commands."""


def main() -> None:
    """Run the command line.

    The collector is off: a command makes few cycles of objects and ends soon, so it would only walk what is in use. The
    process ends without taking a large inventory's objects apart one by one, which nobody waits for.
    """
    for name, stream in (("stdout", sys.stdout), ("stderr", sys.stderr)):
        if stream is None:  # closed by the caller: what is written there is for nobody
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - it stays open to the end
    gc.disable()
    try:
        app()
    except SystemExit as end:
        _leave(end.code if isinstance(end.code, int) else int(end.code is not None))
    except BrokenPipeError:
        os._exit(1)
    except Exception as error:
        if os.environ.get("STACKAUDIT_TRACEBACK"):
            raise
        with suppress(OSError):
            sys.stderr.write(f"stackaudit failed: {type(error).__name__}: {error}\n")
            sys.stderr.write(
                "  help: this is a fault of stackaudit; report it with what STACKAUDIT_TRACEBACK=1 shows\n"
            )
        _leave(2)


def _leave(code: int) -> None:
    """End the process at once, with everything written out."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            code = 1
        except OSError:
            code = 2
    os._exit(code)
