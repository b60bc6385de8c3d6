"""How values of formats are taken: each has a type and words of its own, unlike what people type into cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.sources.importers.cells.plain import one_line, says_nothing
from stackaudit.sources.importers.cells.secrets import without_secrets
from stackaudit.sources.importers.cells.understanding import NOTHING, Understood, unclear

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from stackaudit.model.imports import Value

    Take = Callable[[object], Understood]
    """Takes a value as a file holds it."""

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?", re.ASCII)
_FIGURE = re.compile(r"\d{1,15}(?:\.\d{1,20})?", re.ASCII)


def text(value: object) -> Understood:
    """A text on one line."""
    if says_nothing(value):
        return NOTHING
    if isinstance(value, dict | list):
        return unclear("not a single text")
    return Understood(without_secrets(one_line(value)))


def flag(value: object) -> Understood:
    """True or false."""
    if says_nothing(value):
        return NOTHING
    word = one_line(value).lower()
    return Understood(word == "true") if word in {"true", "false"} else unclear("neither true nor false")


def day(value: object) -> Understood:
    """A day, or the day of a time, as ISO 8601 writes it."""
    if says_nothing(value):
        return NOTHING
    match = _DAY.fullmatch(one_line(value)[:60])
    return Understood(match[1]) if match else unclear("not a date")


def figure(value: object) -> Understood:
    """A figure, as a number or in digits with a point."""
    if says_nothing(value):
        return NOTHING
    digits = one_line(value)
    if isinstance(value, bool) or not _FIGURE.fullmatch(digits):
        return unclear("not a number")
    number = float(digits)
    return Understood(int(number) if number.is_integer() else number)


def words(meant: Mapping[str, Value | Understood]) -> Take:
    """One of a few words, in any case, and what each means."""

    def take(value: object) -> Understood:
        if says_nothing(value):
            return NOTHING
        answer = meant.get(one_line(value).lower(), None) if not isinstance(value, dict | list) else None
        if answer is None:
            return unclear("not known here")
        return answer if isinstance(answer, Understood) else Understood(answer)

    return take


def many(take: Take, mark: str = "") -> Take:
    """A list of what `take` takes, each once; a text is parted at the `mark`, where there is one.

    Items that are not understood are left over.
    """

    def take_many(value: object) -> Understood:
        if says_nothing(value):
            return NOTHING
        items = value if isinstance(value, list) else _parted(value, mark)
        answers = [(item, take(item)) for item in items]
        taken = list(dict.fromkeys(one_line(answer.value) for _, answer in answers if answer.value is not None))
        wrong = [(one_line(item), answer.why) for item, answer in answers if answer.why]
        if not taken:
            return unclear(wrong[0][1]) if wrong else NOTHING
        return Understood(taken, left="; ".join(item for item, _ in wrong))

    return take_many


def together(lists: Iterable[Understood]) -> Understood:
    """All that several lists hold, each once, with every doubt; nothing where none of them is understood."""
    found: dict[str, None] = {}
    doubts: dict[str, None] = {}
    for each in lists:
        if isinstance(each.value, list):
            found.update(dict.fromkeys(map(str, each.value)))
            doubts.update(dict.fromkeys([each.doubt] if each.doubt else []))
    return Understood([*found], "; ".join(doubts)) if found else NOTHING


def _parted(value: object, mark: str) -> list[object]:
    return [part.strip() for part in value.split(mark)] if mark and isinstance(value, str) else [value]
