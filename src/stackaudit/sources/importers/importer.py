"""What an importer is: a name, a claim by content, and how it turns a file's content into drafts."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.evidence.reader import Content as Evidence
from stackaudit.sources.importers.pages.reading import page_of
from stackaudit.sources.importers.trees import trees_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from stackaudit.model.documents import Entry
    from stackaudit.model.imports import Imported
    from stackaudit.sources.evidence.reader import Table
    from stackaudit.sources.importers.pages.blocks import Page


@dataclass(frozen=True)
class Content:
    """One file, or one sheet of a workbook, opened once: its text, and that as a table or as trees of values.

    `suffix` is in lower case with its dot. `table` is None where the text is no table. `said` maps headings as written
    to the facts that the user says they state, or to `-` where they are to be left out.
    """

    name: str
    suffix: str
    text: str = field(repr=False)
    table: Table | None = field(default=None, repr=False)
    said: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def trees(self) -> tuple[Entry, ...]:
        """The documents that the text holds as YAML or JSON, none where it is neither; every node knows its line."""
        return trees_of(self.name, self.suffix, self.text)

    @cached_property
    def as_evidence(self) -> Evidence:
        """The same content for readers of evidence."""
        return Evidence(self.name, self.suffix, self.text, self.table)

    @cached_property
    def page(self) -> Page:
        """The text as a page in Markdown or HTML, without blocks where it is none."""
        return page_of(self.name, self.suffix, self.text)


class Importer(NamedTuple):
    """An importer: its name in messages and behind `--as`, what it reads, its claim, and how it reads.

    `claims` looks at the content and says whether this is its kind of file; no two importers claim the same file.
    `read` raises `Problems` for what is broken.
    """

    name: str
    about: str
    claims: Callable[[Content], bool]
    read: Callable[[Content], Imported]
