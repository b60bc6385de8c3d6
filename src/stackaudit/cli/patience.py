"""A sign of life on work that takes longer than a moment; silence in pipes."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from stackaudit.cli.doors import is_terminal, wants_colour

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOMENT = 1.0  # seconds


@contextmanager
def patience(what: str) -> Iterator[None]:
    """Show a spinner with a few words on standard error once the work has taken a second; leave nothing behind."""
    if not is_terminal(sys.stderr):
        yield
        return
    from threading import Timer

    from rich.console import Console

    status = Console(stderr=True, no_color=not wants_colour(sys.stderr)).status(f"{what} …")
    timer = Timer(_MOMENT, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        status.stop()
