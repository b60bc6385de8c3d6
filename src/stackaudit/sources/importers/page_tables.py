"""Tables of tools on pages, whichever language the page is written in: which they are, and what they say."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.imports import Remark
from stackaudit.sources.importers.cells.plain import one_line
from stackaudit.sources.importers.columns.claiming import are_systems, names_systems
from stackaudit.sources.importers.columns.columns import columns_of
from stackaudit.sources.importers.entries.joining import joined
from stackaudit.sources.importers.pages.blocks import Heading, Table
from stackaudit.sources.importers.pages.hosts import own_hosts
from stackaudit.sources.importers.pages.signs import are_names, host_in, is_about_tools, outermost_group
from stackaudit.sources.importers.pages.tabling import Lined, Sheet, merged, sheet_of
from stackaudit.sources.importers.pages.telling import Told, imported_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.model.imports import Imported
    from stackaudit.sources.importers.columns.columns import Columns
    from stackaudit.sources.importers.importer import Content
    from stackaudit.sources.importers.pages.blocks import Page, Phrase

_MERE_TEXT = frozenset({"name", "description", "category", "url", "aliases"})
_FEWEST = 3  # rows of a table that says little of its names
_SAMPLE = 400


class Found(NamedTuple):
    """A table of a page with what its columns state, and the headings above it, the nearest last."""

    sheet: Sheet
    columns: Columns
    above: tuple[Phrase, ...]

    @property
    def name(self) -> str:
        """The heading of the column that names the entries; empty where there is none."""
        named = self.columns.by_fact.get("name", ())
        return named[0].heading if named else ""


def has_tables_of_tools(content: Content) -> bool:
    """Whether a table on a page surely lists systems or integrations."""
    return any(_is_sure(found, content.page) for found in _tables_in(content))


def read_page_tables(importer: str, content: Content) -> Imported:
    """What the tables of a page say, put together; tables that list no systems are remarks.

    A table whose names stand under the same heading as those of one that surely lists systems is taken, too; where none
    does, as somebody insisted, every table with a column of names is.
    """
    tables = list(_tables_in(content))
    sure = [_is_sure(found, content.page) for found in tables]
    names = {found.name for found, is_sure in zip(tables, sure, strict=True) if is_sure and found.name}
    parts: list[Imported] = []
    for found, is_sure in zip(tables, sure, strict=True):
        if is_sure or found.name in names or (not any(sure) and found.name):
            parts.append(imported_from(importer, content, _told(found), {}, list(_titles(found))))
        else:
            parts.append(imported_from(importer, content, (), {}, list(_untaken(found))))
    return joined(importer, content.name, parts)


def _tables_in(content: Content) -> Iterator[Found]:
    """The tables of a page that have rows below their headings."""
    outermost = outermost_group(content.page)
    above: list[Heading] = []
    for block in content.page.blocks:
        if isinstance(block, Heading):
            above = [*(outer for outer in above if outer.level < block.level), block]
        elif isinstance(block, Table) and (sheet := sheet_of(block)).rows:
            sample = [lined.record for lined in islice(sheet.rows, _SAMPLE)]
            groups = tuple(heading.phrase for heading in above if heading.level >= outermost)
            yield Found(sheet, columns_of(sample, content.said), groups)


def _is_sure(found: Found, page: Page) -> bool:
    """Whether a table lists systems or integrations; one of names and texts needs more to show that."""
    of_tools = is_about_tools(page) or names_systems(phrase.text for phrase in found.above)
    if not are_systems(found.columns, sure=of_tools) and not (of_tools and names_systems([found.name])):
        return False
    if found.columns.of_flows or any(column.said for column in found.columns.by_fact.get("name", ())):
        return True
    names = [phrase for lined in found.sheet.rows if (phrase := _name_of(lined, found)) is not None]
    if not are_names([phrase.text for phrase in names]):
        return False
    if of_tools or not _MERE_TEXT.issuperset(found.columns.by_fact):
        return True
    hosts = {host for phrase in names if (host := host_in(phrase))}
    return len(names) >= _FEWEST and len(hosts) * 2 > len(names)


def _told(found: Found) -> list[Told]:
    rows = merged(found.sheet.rows, found.name, found.sheet.headings)
    names = [_name_of(lined, found) for lined in rows]
    own = own_hosts(host_in(name) for name in names if name is not None)
    told: list[Told] = []
    for lined, name in zip(rows, names, strict=True):
        host = host_in(name) if name is not None else ""
        record = lined.record._replace(host="" if host in own else host)
        facts = {"lifecycle": ("retired", "its name is struck through")} if name is not None and name.is_struck else {}
        above = tuple((phrase.text, phrase.line) for phrase in (*found.above, *lined.above))
        told.append(Told(record, name.text if name is not None else "", above, facts))
    return told


def _name_of(lined: Lined, found: Found) -> Phrase | None:
    column = next((place for place, heading in found.sheet.headings.items() if heading == found.name), None)
    return lined.row.cells.get(column) if column is not None else None


def _titles(found: Found) -> Iterator[Remark]:
    """Remarks on the rows above a table's header."""
    for row in found.sheet.titles:
        for phrase in islice(row.cells.values(), 1):
            yield Remark("", one_line(phrase.text), row.line, "above the headings")


def _untaken(found: Found) -> Iterator[Remark]:
    """A remark on a table that is not taken, with its headings."""
    headings: Mapping[int, str] = found.sheet.headings
    rows = len(found.sheet.rows)
    why = f"a table of {rows} row{'s' if rows != 1 else ''} that does not list systems"
    yield Remark("", one_line(" | ".join(headings.values())), found.sheet.rows[0].row.line, why)
