"""Problems: what keeps an audit from being performed, said with place and help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from stackaudit.model.documents import Document, Place


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with the input: what, where, and what to do about it.

    `related` names further places, each with a few words (where the id was declared first, say).
    """

    message: str
    help: str
    place: Place | None = None
    related: tuple[tuple[Place, str], ...] = ()


class Problems(Exception):  # noqa: N818 - it is the word for what it carries
    """Raised when no audit can be performed; holds every problem found, and the documents to quote from."""

    def __init__(self, problems: tuple[Problem, ...], documents: Mapping[str, Document] | None = None) -> None:
        super().__init__(problems)
        self.problems = problems
        self.documents = documents or {}

    def __str__(self) -> str:
        return "\n".join(f"{p.place}: {p.message}" if p.place else p.message for p in self.problems)


def one_problem(message: str, advice: str, place: Place | None = None) -> Problems:
    """A `Problems` that holds a single problem."""
    return Problems((Problem(message, advice, place),))


def in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Problems sorted by file, line and column; those without a place come first."""
    return tuple(sorted(problems, key=lambda p: (p.place is not None, p.place or ("", 0, 0), p.message)))
