"""The door of editing: an inventory's text and what is to be changed in it, and the text after that."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from stackaudit.model.problems import Problems, one_problem
from stackaudit.sources.editing.lines import Lines
from stackaudit.sources.editing.manner import manner_of, sections_in_brackets
from stackaudit.sources.editing.named_lists import by_id, by_index, named_list, needs_ids, with_ids
from stackaudit.sources.editing.nodes import root_of
from stackaudit.sources.editing.parts import plain, same
from stackaudit.sources.editing.rows import Page
from stackaudit.sources.editing.splices import Splice, applied
from stackaudit.sources.editing.splicing import splices_for
from stackaudit.sources.editing.stating import stated
from stackaudit.sources.editing.writing import Writing
from stackaudit.sources.yaml_reading import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stackaudit.model.documents import Document
    from stackaudit.model.edits import Edit
    from stackaudit.sources.editing.nodes import Node

_RETURN = re.compile(r"\r(?=\n)")
_BOM = "\ufeff"


def edited(name: str, text: str, edits: Iterable[Edit]) -> str:
    """The text after edits, byte for byte as it was wherever none of them is meant.

    `name` is the file's, for problems. The text may begin with a byte-order mark and may be empty. Indexes in paths
    count the items that the text has before all edits. The new text is read again and must say what the old one said
    with the edits; otherwise, and where an edit cannot be made, `Problems` are raised.
    """
    body = text.lstrip(_BOM)
    returns = [match.start() - index for index, match in enumerate(_RETURN.finditer(body))]
    parsed = parse(name, _RETURN.sub("", body))
    document = parsed.document
    if parsed.problems:
        raise Problems(parsed.problems, {name: document})
    try:
        splices = _splices(document, list(edits))
    except Problems as problems:
        raise Problems(problems.problems, {name: document}) from None
    break_ = "\r\n" if len(returns) * 2 > document.text.count("\n") else "\n"
    there = [
        Splice(
            splice.start + bisect_left(returns, splice.start),
            splice.end + bisect_left(returns, splice.end),
            splice.text.replace("\n", break_),
        )
        for splice in splices
    ]
    return text[: len(text) - len(body)] + applied(body, there)


def _splices(document: Document, edits: Sequence[Edit]) -> list[Splice]:
    """The splices that carry edits out on a document, once it is certain that they do."""
    root = root_of(document.text, document.marks)
    section = named_list(root)
    if section is not None and needs_ids(edits):
        return _with_ids(document, section, edits)
    lines = Lines(document)
    parts = stated(document, root, edits if section is None else by_index(edits, section))
    writing = Writing(manner_of(root, lines), sections_in_brackets(root))
    splices = list(splices_for(Page(document, lines, writing), parts))
    if splices:
        _prove(document, applied(document.text, splices), plain(parts))
    return splices


def _with_ids(document: Document, section: Node, edits: Sequence[Edit]) -> list[Splice]:
    """The one splice that carries edits out on a document whose systems are a list of names that first get ids."""
    named = with_ids(section, Lines(document))
    if named is None:
        advice = "Write an id before each name, as in `slack: Slack`, instead of the dash."
        raise one_problem("two systems of this list cannot be told apart", advice, document.place(section.head))
    text = applied(document.text, named)
    parsed = parse(document.name, text)
    if parsed.problems:
        raise _harm(document)
    splices = _splices(parsed.document, list(by_id(edits, section)))
    return [Splice(0, len(document.text), applied(text, splices))]


def _prove(document: Document, text: str, wanted: object) -> None:
    """Raise `Problems` unless a new text says exactly what it is meant to say."""
    parsed = parse(document.name, text)
    if parsed.problems or not same(parsed.document.value, wanted):
        raise _harm(document)


def _harm(document: Document) -> Problems:
    message = "this file cannot be changed without harm to what else stands in it"
    return one_problem(message, "Make the change by hand; nothing was written.", document.place(0))
