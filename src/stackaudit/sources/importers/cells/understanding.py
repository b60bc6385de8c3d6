"""What is understood of a cell: a value as an inventory holds it, with a doubt; or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from stackaudit.model.imports import Value


class Understood(NamedTuple):
    """What a cell states: a value, with a `doubt` where it is likely only; `why` says why there is no value.

    A cell that states nothing has none of them. `teams` are the names, as written, of the teams that the value names.
    `left` is the part of the cell that the value does not hold. Without a value, `fits` is true where the cell is about
    the fact all the same, such as a month where a day is wanted.
    """

    value: Value | None = None
    doubt: str = ""
    why: str = ""
    teams: tuple[str, ...] = ()
    left: str = ""
    fits: bool = False

    @property
    def bears_out(self) -> bool:
        """Whether the cell shows that its column is about the fact."""
        return self.value is not None or self.fits


NOTHING = Understood()
"""What is understood of an empty cell."""


def unclear(why: str) -> Understood:
    """A cell that states something that is not understood, and why."""
    return Understood(why=why)


def open_still(why: str) -> Understood:
    """A cell that is about the fact and yet does not state it, and why."""
    return Understood(why=why, fits=True)
