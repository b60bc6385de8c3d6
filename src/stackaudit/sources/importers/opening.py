"""Opens a file to import once: as text, as a table where it is one, or as the sheets of a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.documents import Place
from stackaudit.model.problems import one_problem
from stackaudit.model.suggesting import did_you_mean, shortened
from stackaudit.sources.evidence.opening import contents_of as evidence_of
from stackaudit.sources.importers.importer import Content
from stackaudit.sources.inventory.finding import shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def contents_of(path: Path, said: Mapping[str, str], sheet: str = "") -> list[Content]:
    """The contents of a file: one, or of a workbook one for each sheet, or the `sheet` that is named.

    Raises `Problems` for what cannot be read, is of a kind that is not read, or has no such sheet.
    """
    name = shown(path)
    opened = evidence_of(name, path, {})
    if isinstance(opened, str):
        what, _, way = opened.rpartition("; ")
        advised = bool(what) or way.startswith("save ")
        message = f"not a file to import: {what or ('a kind that is not read' if advised else way)}"
        advice = f"{way[:1].upper()}{way[1:]}." if advised else "Export it as .csv or .xlsx."
        raise one_problem(message, advice, Place(name, 1, 1))
    contents = [Content(each.name, each.suffix, each.text, each.table, said) for each in opened]
    if not sheet:
        return contents
    sheets = {content.name.removeprefix(f"{name} [").removesuffix("]"): content for content in contents}
    if contents == [] or contents[0].name == name or sheet not in sheets:
        near = did_you_mean(sheet, sheets)
        advice = f"Did you mean `{near}`?" if near else f"Its sheets are: {', '.join(map(shortened, sheets))}."
        raise one_problem(f"no sheet is called `{shortened(sheet)}`", advice, Place(name, 1, 1))
    return [sheets[sheet]]
