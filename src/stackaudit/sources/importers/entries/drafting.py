"""Turns the entries of any list into drafts: what its columns state, entry by entry, and what is left over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.imports import Draft, Imported, Remark
from stackaudit.sources.importers.cells.plain import one_line, says_nothing, text_of
from stackaudit.sources.importers.cells.secrets import without_secrets
from stackaudit.sources.importers.cells.teams import team_id
from stackaudit.sources.importers.columns.columns import columns_of
from stackaudit.sources.importers.entries.entries import read_entry
from stackaudit.sources.importers.entries.flows import between, flows_of
from stackaudit.sources.importers.entries.naming import Namer, no_entry
from stackaudit.sources.importers.entries.owners import Named, teams_named, with_owners_settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from stackaudit.sources.importers.columns.column import Columns
    from stackaudit.sources.importers.entries.records import Record


def drafts_of(importer: str, file: str, records: Iterable[Record], said: Mapping[str, str]) -> Imported:
    """What the entries of a list state.

    `said` maps headings as written to the facts that the user says they state (several with commas between them), or
    to `-` where they are to be left out. Entries that are no systems are remarks of the file.
    """
    entries = list(records)
    columns = columns_of(entries, said)
    named: dict[str, Named] = {}
    drafts, remarks = _drafts(entries, columns, named)
    return Imported(
        importer,
        file,
        (*teams_named(named), *with_owners_settled(drafts, named)),
        len(entries),
        columns.stated(),
        _left(entries, columns),
        (*_doubts_of_columns(entries, columns), *remarks),
    )


def _drafts(entries: Sequence[Record], columns: Columns, named: dict[str, Named]) -> tuple[list[Draft], list[Remark]]:
    """A draft for each entry that is one, those of integrations that it tells, and remarks on the others.

    The teams that they name are added to `named`.
    """
    drafts: list[Draft] = []
    remarks: list[Remark] = []
    namer = Namer()
    for record, why in zip(entries, no_entry(entries, columns), strict=True):
        if why:
            remarks.append(_of_row(record, columns, why))
            continue
        read = read_entry(record, columns)
        for name in (name for names in read.teams.values() for name in names):
            named.setdefault(team_id(name), Named(name, record.line))
        if columns.of_flows:
            drafts.append(between(read, record.line, namer))
            continue
        key = namer.key_of(str(read.facts["name"]), read.facts)
        told, left = flows_of(key, read.flows, namer)
        drafts.append(
            Draft("system", key, record.line, read.facts, read.doubts, (*read.remarks, *left), host=read.host)
        )
        drafts += told
    return drafts, remarks


def _of_row(record: Record, columns: Columns, why: str) -> Remark:
    """A remark on a whole entry, with what its cells say, secrets aside."""
    hidden = {*columns.secret, *columns.silent}
    cells = [(heading, cell) for heading, cell in record.cells.items() if heading not in hidden]
    said = [text_of(cell.value) for _, cell in cells if not says_nothing(cell.value)]
    heading = next((one_line(heading) for heading, cell in cells if not says_nothing(cell.value)), "")
    return Remark(heading, without_secrets(one_line("; ".join(said))), record.line, why)


def _left(entries: Sequence[Record], columns: Columns) -> dict[str, int]:
    """The headings without a place, with how many entries fill them; those of secrets are among them."""
    counted = dict.fromkeys([*columns.left, *columns.secret], 0)
    for record in entries:
        for heading, cell in record.cells.items():
            if heading in counted and not says_nothing(cell.value):
                counted[heading] += 1
    return {heading: count for heading, count in counted.items() if count}


def _doubts_of_columns(entries: Sequence[Record], columns: Columns) -> Iterator[Remark]:
    """A remark for each column that was not taken because of what stands in it, and for each that holds secrets."""
    line = entries[0].line if entries else 1
    for heading, why in columns.doubted.items():
        if heading in columns.left:
            yield Remark(one_line(heading), "", line, why)
    for heading in columns.secret:
        yield Remark(one_line(heading), "", line, "holds secrets, which are not carried")
