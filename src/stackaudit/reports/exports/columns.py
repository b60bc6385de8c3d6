"""Facts of many subjects in columns: most values of a column repeat, so each that differs is read and written once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Value = TypeVar("Value")
Answer = TypeVar("Answer")


def told(column: Sequence[Value], tell: Callable[[Value], Answer]) -> list[Answer]:
    """What `tell` answers to each value of a column, asked once about each that differs.

    The values must be of one type or None: to Python 1, 1.0 and true are the same.
    """
    answers = {value: tell(value) for value in dict.fromkeys(column)}
    return [answers[value] for value in column]


def read(
    subjects: Sequence[Mapping[str, object]], name: str, of: Callable[[Mapping[str, object], str], Answer]
) -> list[Answer]:
    """A fact of each subject as `of` reads it from facts by its name; the fact is a text or a list, a day, or false."""
    return told([facts.get(name) for facts in subjects], lambda value: of({name: value}, name))


def written(
    columns: Mapping[str, Sequence[Value]], size: int, tell: Callable[[str, Value], str], mark: str = ""
) -> list[str]:
    """A text for each of `size` subjects: what `tell` makes of the name of each column and the subject's value in it.

    The mark stands between two texts that are not empty.
    """
    parts = [told(column, partial(tell, name)) for name, column in columns.items()]
    return [mark.join(filter(None, row)) for row in zip(*parts, strict=True)] if parts else [""] * size
