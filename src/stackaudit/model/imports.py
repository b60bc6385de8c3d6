"""What another tool's file says of a stack: drafts of entries in our language, and what of it was not understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias, Union

Value: TypeAlias = Union[str, bool, float, Sequence["Value"], Mapping[str, "Value"]]  # noqa: UP007 - it holds itself
"""A value as a file of the inventory holds it: dates and durations are text, an amount is a number or a mapping."""


class Remark(NamedTuple):
    """Something that a file says and that was not understood or has no place in the language.

    `heading` is the column or key as written, `text` what stands there on one line, `line` counts from 1. `why` says
    why it was not taken, empty where the language has no place for it.
    """

    heading: str
    text: str
    line: int
    why: str = ""


class Draft(NamedTuple):
    """An entry as a file states it.

    `kind` is `system`, `team`, `integration` or `organization`. `key` is what the file calls it, the same in next
    month's export; the ends of an integration are keys of systems. `facts` maps dotted names of the language to values,
    `doubts` those of them that are likely only to the reason. `id` is the id that the entry has or had in an
    inventory, where the file knows one. `host` is the product's address where the file gives one.
    """

    kind: str
    key: str
    line: int
    facts: Mapping[str, Value]
    doubts: Mapping[str, str] = {}
    remarks: tuple[Remark, ...] = ()
    id: str = ""
    host: str = ""


class Imported(NamedTuple):
    """All that a file says: its drafts in order, which columns became which facts, and what is left over.

    `rows` counts the entries that the file has, each of which is a draft or among the `remarks`. `columns` maps
    headings or keys as written to the facts that they state; `left` maps those without a place to how many entries
    fill them. `is_whole` says that what the file does not have is gone; a file of answers says nothing of the rest.
    """

    importer: str
    file: str
    drafts: tuple[Draft, ...]
    rows: int
    columns: Mapping[str, str] = {}
    left: Mapping[str, int] = {}
    remarks: tuple[Remark, ...] = ()
    is_whole: bool = True
