"""The doors: one file per command. A command reads, thinks, tells and sets the exit code."""

from stackaudit.cli.app import main

__all__ = ["main"]
