"""What a key of the inventory language can hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Kind(StrEnum):
    """The kinds of value, named as an error message names them."""

    TEXT = "text"
    FLAG = "yes or no"
    WHOLE = "whole number"
    NUMBER = "number"
    DAY = "date"
    DAY_OR_NO = "date or no"
    SPAN = "duration"
    SPAN_OR_NO = "duration or no"
    RHYTHM = "rhythm"
    MONEY = "amount of money"
    WORD = "one of a few words"
    TEAM = "team"
    SYSTEM = "system"
    CATEGORY = "category"
    MANY = "list"
    NUMBERS = "mapping of numbers"
    RECORD = "mapping"
    KEYED = "mapping of mappings"
    SYSTEMS = "mapping of systems"
    LISTED = "list of mappings"
    ANY = "anything"


@dataclass(frozen=True, slots=True)
class Field:
    """One key: the kind of its value, what it says (shown by editors), and the bounds of what is allowed.

    `words` are the allowed words with their meaning; with `open_words` others may be used, and only a word that is
    almost one of them is refused. `item` is what a list holds, `fields` what a mapping holds; with `or_none` a single
    `none` in place of the mapping says that there is no such thing. `default` is what an unstated key means, where it
    means something.
    """

    kind: Kind
    about: str
    words: Mapping[str, str] = field(default_factory=dict)
    open_words: bool = False
    low: float | None = None
    high: float | None = None
    item: Field | None = None
    fields: Mapping[str, Field] = field(default_factory=dict)
    required: bool = False
    default: str | None = None
    or_none: bool = False


def flat(fields: Mapping[str, Field], prefix: str = "") -> Iterator[tuple[str, Field]]:
    """Every fact that the keys can state, with its dotted name, in the order of the table."""
    for key, value in fields.items():
        if value.kind is Kind.RECORD:
            yield from flat(value.fields, f"{prefix}{key}.")
        else:
            yield prefix + key, value


def text(about: str, *, required: bool = False) -> Field:
    """A key that holds text."""
    return Field(Kind.TEXT, about, required=required)


def flag(about: str) -> Field:
    """A key that holds true or false."""
    return Field(Kind.FLAG, about)


def whole(about: str, *, low: int = 0, high: int | None = None) -> Field:
    """A key that holds a whole number."""
    return Field(Kind.WHOLE, about, low=low, high=high)


def number(about: str, *, low: float = 0, high: float | None = None) -> Field:
    """A key that holds a number."""
    return Field(Kind.NUMBER, about, low=low, high=high)


def day(about: str) -> Field:
    """A key that holds a date."""
    return Field(Kind.DAY, about)


def day_or_no(about: str) -> Field:
    """A key that holds the date on which something was done, or false where it never was."""
    return Field(Kind.DAY_OR_NO, about)


def span(about: str) -> Field:
    """A key that holds a duration such as 90d, 8w, 36mo or 2y."""
    return Field(Kind.SPAN, about)


def span_or_no(about: str) -> Field:
    """A key that holds a duration, or false where there is no end."""
    return Field(Kind.SPAN_OR_NO, about)


def money(about: str) -> Field:
    """A key that holds an amount of money."""
    return Field(Kind.MONEY, about, low=0)


def word(about: str, words: Mapping[str, str], *, default: str | None = None) -> Field:
    """A key that holds one of a few words."""
    return Field(Kind.WORD, about, words=words, default=default)


def team(about: str) -> Field:
    """A key that names a team."""
    return Field(Kind.TEAM, about)


def system(about: str, *, required: bool = False) -> Field:
    """A key that names a system."""
    return Field(Kind.SYSTEM, about, required=required)


def many(about: str, item: Field) -> Field:
    """A key that holds a list; a single value stands for a list of one."""
    return Field(Kind.MANY, about, item=item)


def record(about: str, **fields: Field) -> Field:
    """A key that holds a mapping of further keys."""
    return Field(Kind.RECORD, about, fields=fields)


def record_or_none(about: str, **fields: Field) -> Field:
    """A key that holds a mapping of further keys, or `none` where there is no such thing."""
    return Field(Kind.RECORD, about, fields=fields, or_none=True)
