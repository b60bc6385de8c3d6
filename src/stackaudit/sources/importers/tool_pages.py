"""Pages with a heading or a point for each tool, such as the tech stack of a handbook."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.model.imports import Remark
from stackaudit.sources.importers.cells.plain import one_line
from stackaudit.sources.importers.columns.claiming import KEY, are_systems
from stackaudit.sources.importers.columns.columns import columns_of
from stackaudit.sources.importers.columns.headings import readings
from stackaudit.sources.importers.entries.records import Cell, Record
from stackaudit.sources.importers.importer import Content, Importer
from stackaudit.sources.importers.page_tables import has_tables_of_tools
from stackaudit.sources.importers.pages.blocks import Code, Definition, Heading, Paragraph, Point, Table
from stackaudit.sources.importers.pages.bodies import body_of
from stackaudit.sources.importers.pages.entries import tools_of
from stackaudit.sources.importers.pages.hosts import own_hosts
from stackaudit.sources.importers.pages.named import Listed
from stackaudit.sources.importers.pages.sentences import holds_a_secret, said_in
from stackaudit.sources.importers.pages.signs import host_in, labels_in
from stackaudit.sources.importers.pages.telling import Told, imported_from, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from stackaudit.model.imports import Imported, Value
    from stackaudit.sources.importers.pages.blocks import Block
    from stackaudit.sources.importers.pages.bodies import Body, Text
    from stackaudit.sources.importers.pages.named import Named

NAME, FIRST, TEXT = "name of the tool", "first paragraph", "text"
"""What the parts of such a page are called, in remarks and behind `--map`."""

_MARK = "names a tool"  # on every entry: one that is a name alone would be taken for a heading above others
_OPEN = "leaves open whether several people use one account"
_SAMPLE = 400
_SAID = {NAME: "name", FIRST: "description", _MARK: "-"}


def _claims(content: Content) -> bool:
    listed = tools_of(content.page)
    if listed is None or not listed.is_sure or has_tables_of_tools(content):
        return False
    return not listed.by_labels or _tell_of_systems(listed.tools)


def _read(content: Content) -> Imported:
    listed = tools_of(content.page) or Listed((), (), is_sure=False)
    return imported_from("tool-page", content, _all_told(listed.tools), _SAID, list(_besides(listed.others)))


def _tell_of_systems(tools: Sequence[Named]) -> bool:
    """Whether what lines are labelled with are facts of systems, as the columns of a table would have to be."""
    records = []
    for told in _all_told(tools[:_SAMPLE]):
        cells = {KEY if label == NAME else label: cell for label, cell in told.record.cells.items() if label != _MARK}
        records.append(Record(cells, told.record.line))
    return are_systems(columns_of(records, {KEY: "name", FIRST: "description"}))


def _all_told(tools: Sequence[Named]) -> list[Told]:
    repeated = _repeated(tools)
    own = own_hosts(host_in(named.phrase) for named in tools)
    return [_told(named, repeated, own) for named in tools]


def _repeated(tools: Sequence[Named]) -> frozenset[str]:
    """Labels that stand with two tools or more, and so are no mere beginnings of sentences."""
    counted = Counter(label for named in tools for label in set(labels_in(named.blocks)))
    return frozenset(label for label, count in counted.items() if count > 1)


def _told(named: Named, repeated: Collection[str], own: Collection[str]) -> Told:
    """What the page says of a tool: its labelled lines as cells, and what its sentences say."""
    body = body_of(named, repeated)
    line = named.phrase.line
    open_cells = {label: cell for label, cell in body.cells.items() if not holds_a_secret(str(cell.value))}
    secret = (
        Remark(label, str(cell.value), cell.line) for label, cell in body.cells.items() if label not in open_cells
    )
    described, facts, remarks = _said_in(body)
    cells = {NAME: Cell(named.name, line), _MARK: Cell("yes", line), **described, **open_cells}
    if named.is_plain:
        facts["name"] = (named.name, "no link, unlike the other names")
    if named.phrase.is_struck or named.is_struck:
        facts["lifecycle"] = ("retired", "its name is struck through")
    host = host_in(named.phrase)
    record = Record(cells, line, "" if host in own else host)
    above = tuple((phrase.text, phrase.line) for phrase in named.above)
    return Told(record, named.name, above, facts, (*secret, *remarks))


def _said_in(body: Body) -> tuple[dict[str, Cell], dict[str, tuple[Value, str]], list[Remark]]:
    """What the texts below a name say: its description, facts with the reason to doubt them, and remarks."""
    described: dict[str, Cell] = {}
    facts: dict[str, tuple[Value, str]] = {}
    hidden = [holds_a_secret(text.text) for text in body.texts]
    remarks = [_remark(text, text.text) for text, hides in zip(body.texts, hidden, strict=True) if hides]
    plain = [text for text, hides in zip(body.texts, hidden, strict=True) if not hides]
    has_label = any(reading.way == "description" for label in body.cells for reading in readings(label)[:1])
    for text, said in zip(plain, said_in([text.text for text in plain]), strict=True):
        facts.update({fact: (value, f"the page says {quoted(words)}") for fact, (value, words) in said.facts.items()})
        remarks += [Remark(TEXT, one_line(words), text.line, _OPEN) for words in said.unclear]
        if said.rest and text.is_prose and not text.heading and not has_label and not described:
            described[FIRST] = Cell(said.rest, text.line)
        elif said.rest or text.heading == "code":
            remarks.append(_remark(text, said.rest))
    return described, facts, remarks


def _remark(text: Text, rest: str) -> Remark:
    why = "code is not read" if text.heading == "code" else ""
    return Remark(one_line(text.heading) or TEXT, one_line(rest), text.line, why)


def _besides(others: Sequence[Block]) -> Iterator[Remark]:
    """Remarks on what belongs to no tool, but for the page's own headings."""
    for block in others:
        if isinstance(block, Heading):
            if not block.level:
                yield Remark("heading", one_line(block.phrase.text), block.phrase.line, "names no tool")
        elif isinstance(block, Paragraph | Point):
            yield Remark(TEXT, one_line(block.phrase.text), block.phrase.line, "belongs to no tool")
        elif isinstance(block, Definition):
            yield Remark(one_line(block.term.text), one_line(block.phrase.text), block.term.line, "belongs to no tool")
        elif isinstance(block, Table):
            for row in block.rows:
                text = " | ".join(cell.text for cell in row.cells.values())
                yield Remark("table", one_line(text), row.line, "belongs to no tool")
        elif isinstance(block, Code):
            yield Remark("code", "", block.line, "belongs to no tool")


TOOL_PAGES = Importer("tool-page", "pages in Markdown or HTML with a heading or a point for each tool", _claims, _read)
