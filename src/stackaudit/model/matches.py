"""Matches: which tool a trace is of, how sure that is, and why."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Sureness(IntEnum):
    """How sure a match is; guesses are shown apart and fail no run."""

    GUESS = 1
    LIKELY = 2
    CERTAIN = 3

    @property
    def word(self) -> str:
        """The word on screens and in files."""
        return self.name.lower()


class Match(NamedTuple):
    """A trace's target with the reason in a few words.

    The target is a product's id, `system:<id>` for an inventory's own system, `vendor:<name>` where only the vendor is
    certain, or `company:<id>` for a company of the web.
    """

    target: str
    sureness: Sureness
    why: str
