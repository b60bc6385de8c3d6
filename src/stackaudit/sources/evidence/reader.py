"""What a reader of evidence is: a name, a claim by content, and how it turns a file's content into traces."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Document, Entry, Place
from stackaudit.model.problems import Problems, one_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from stackaudit.model.evidence import Trace

_JSON = frozenset({".json", ".har"})
_NEVER_JSON = frozenset({".csv", ".tsv", ".txt", ".html", ".htm", ".md", ".markdown"})


class Table(NamedTuple):
    """A table as it stands in a file: the cells of its header, and each row's cells with the line it begins on.

    Lines count from 1; in a workbook they are the rows of the sheet.
    """

    header: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    lines: Sequence[int]


@dataclass(frozen=True)
class Content:
    """One file of evidence, or one sheet of a workbook, opened once: its text, and that as JSON or as a table.

    `suffix` is in lower case with its dot. `table` is None where the text is no table. `declared` is what
    `evidence.yaml` says of this file: names of columns by what they hold, a currency, and the like.
    """

    name: str
    suffix: str
    text: str = field(repr=False)
    table: Table | None = field(default=None, repr=False)
    declared: Mapping[str, object] = field(default_factory=dict)

    @cached_property
    def is_json(self) -> bool:
        """Whether the text begins as JSON does, and is whole where the file's name does not call it so."""
        if self.suffix in _NEVER_JSON or self.text.lstrip()[:1] not in ("{", "["):
            return False
        if self.suffix in _JSON:
            return True
        try:
            return isinstance(self.value, dict | list)
        except Problems:
            return False

    @cached_property
    def value(self) -> object:
        """The text as JSON; raises `Problems` with the place where it is broken."""
        try:
            return json.loads(self.text)
        except json.JSONDecodeError as error:
            place = Document(self.name, self.text).place(min(error.pos, len(self.text)))
            raise one_problem(f"broken JSON: {error.msg}", "Export the file again, whole.", place) from None
        except RecursionError:
            message = "JSON that is nested too deeply"
            raise one_problem(message, "Export the file again.", Place(self.name, 1, 1)) from None
        except ValueError as error:  # a number of more digits than Python reads
            raise one_problem(f"broken JSON: {error}", "Export the file again.", Place(self.name, 1, 1)) from None


class Reading(NamedTuple):
    """What a reader found in a file: traces in order of their lines, rows that stood there, and rows left aside.

    `notes` are sentences worth telling: rows that were not understood, columns that were missing.
    """

    traces: Sequence[Trace]
    document: Document
    rows: int
    skipped: int = 0
    notes: tuple[str, ...] = ()


class Reader(NamedTuple):
    """A reader: its name in reports and in `evidence.yaml`, what it reads, its claim, how it reads, and what it yields.

    `kinds` are the kinds of traces that its files hold, for files that are empty. `claims` looks at the content and
    says whether this is its kind of file; no two readers may claim the same file.
    """

    name: str
    about: str
    claims: Callable[[Content], bool]
    read: Callable[[Content], Reading]
    kinds: tuple[str, ...] = ()


class Places:
    """The places of a file's traces: a document whose marks are the offsets at which traces stand."""

    def __init__(self, content: Content) -> None:
        self._marks: list[int] = []
        self.document = Document(content.name, content.text, None, self._marks)
        self._found = 0

    def at(self, offset: int) -> Entry:
        """The entry of what stands at a character offset."""
        self._marks.append(offset)
        index = len(self._marks) - 1
        return Entry(self.document, None, index, index)

    def on_line(self, number: int) -> Entry:
        """The entry of a line, counted from 1."""
        return self.at(self.document.line_starts[number - 1])

    def of(self, text: str) -> Entry:
        """The entry of a JSON string, looked for from where the one before was found; the top where it is nowhere."""
        for written in dict.fromkeys((json.dumps(text, ensure_ascii=False), json.dumps(text), text)):
            offset = self.document.text.find(written, self._found)
            if offset >= 0:
                self._found = offset
                return self.at(offset)
        return self.at(0)
