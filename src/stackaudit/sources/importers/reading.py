"""The door of importing: a file in, drafts of entries out, or every problem with advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.documents import Place
from stackaudit.model.imports import Remark
from stackaudit.model.problems import one_problem
from stackaudit.model.suggesting import did_you_mean
from stackaudit.sources.importers.columns.mapping import check_said
from stackaudit.sources.importers.entries.joining import joined
from stackaudit.sources.importers.importers import IMPORTERS
from stackaudit.sources.importers.opening import contents_of
from stackaudit.sources.inventory.finding import shown
from stackaudit.sources.yaml_reading import collector_off, parse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from stackaudit.model.imports import Imported
    from stackaudit.model.problems import Problems
    from stackaudit.sources.importers.importer import Content, Importer


def read_import(path: Path, said: Mapping[str, str], as_name: str = "", sheet: str = "") -> Imported:
    """All that a file says of a stack, read by the one importer that knows it or by the one that is named.

    `said` maps headings to facts, as `mapping` reads it. Of a workbook all sheets that an importer knows are put
    together, and remarks tell of the others. Raises `Problems` for a file that no importer knows, that several know,
    or that is broken.
    """
    name = shown(path)
    with collector_off():
        contents = contents_of(path, said, sheet)
        wanted = _named(as_name, name) if as_name else None
        known = [(content, wanted or _claimed(content)) for content in contents]
        read = [importer.read(content) for content, importer in known if importer is not None]
        if not any(part.drafts or part.rows for part in read):
            raise _unknown(name, contents)
        imported = read[0] if len(known) == 1 else joined(read[0].importer, name, read)
        unread = tuple(
            Remark(content.name.removeprefix(name).strip(" []"), "", 1, "a sheet that no importer knows")
            for content, importer in known
            if importer is None
        )
        imported = imported._replace(remarks=(*imported.remarks, *unread))
    check_said(said, imported)
    return imported


def _named(name: str, file: str) -> Importer:
    importer = IMPORTERS.get(name)
    if importer is None:
        near = did_you_mean(name, IMPORTERS)
        advice = f"Did you mean `{near}`?" if near else f"Use one of: {', '.join(IMPORTERS)}."
        raise one_problem(f"there is no importer `{name}`", advice, Place(file, 1, 1))
    return importer


def _claimed(content: Content) -> Importer | None:
    """The one importer that claims a content; a problem where several do."""
    claims = [importer for importer in IMPORTERS.values() if importer.claims(content)]
    if len(claims) > 1:
        names = " and ".join(f"`{importer.name}`" for importer in claims)
        advice = f"Say which one: `--as {claims[0].name}`."
        raise one_problem(f"{names} both know this file", advice, Place(content.name, 1, 1))
    return claims[0] if claims else None


def _unknown(name: str, contents: Sequence[Content]) -> Problems:
    """Why no importer knows a file, and the way out."""
    whole = Place(name, 1, 1)
    content = contents[0] if len(contents) == 1 else None
    if not contents or (content is not None and not content.text.strip()):
        return one_problem("the file is empty", "Name a file that lists systems.", whole)
    if content is not None and content.suffix in {".yaml", ".yml", ".json"} and not content.trees:
        broken = parse(name, content.text).problems
        if broken:
            return one_problem(broken[0].message, broken[0].help, broken[0].place)
    if content is not None and content.table is not None and not content.table.rows:
        return one_problem("a table without rows", "Export it again with its rows, or name another file.", whole)
    if content is not None and content.table is not None and len(content.table.header) == 1:
        advice = "Write `Tool` above the names, as the heading of their column."
        return one_problem("a single column whose heading does not say that it names systems", advice, whole)
    message = "no importer knows this file: nothing in it shows a list of systems"
    advice = (
        "Say which column holds their names: `--map COLUMN=name`; or see what is read with `stackaudit import --help`."
    )
    return one_problem(message, advice, whole)
