"""What a check is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from stackaudit.analysis.answers import Answer
    from stackaudit.analysis.options import Option


class Check(NamedTuple):
    """A named question of the whole stack.

    `subject` is the kind of the first subject of its answers, whose facts a message may name beside `says`, the values
    that the check itself brings. `ask` takes the stack and the options as keywords and yields verdicts.
    """

    about: str
    subject: str
    ask: Callable[..., Iterator[Answer]]
    options: Mapping[str, Option]
    says: tuple[str, ...] = ()
