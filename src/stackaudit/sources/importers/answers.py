"""Questionnaires of `stackaudit ask` that were filled in, as tables or as pages: only what was answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.language.fields import Kind
from stackaudit.model.questionnaire import ANSWER, QUESTION, asked_for, question_meant
from stackaudit.sources.importers.cells.cells import as_kind, understood
from stackaudit.sources.importers.cells.plain import one_line, says_nothing, words
from stackaudit.sources.importers.cells.understanding import Understood
from stackaudit.sources.importers.importer import Importer
from stackaudit.sources.importers.models.own_words import unguarded
from stackaudit.sources.importers.models.sketches import Said, Sketches
from stackaudit.sources.importers.pages.blocks import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.model.imports import Imported
    from stackaudit.model.questionnaire import Asked
    from stackaudit.sources.importers.importer import Content
    from stackaudit.sources.importers.models.sketches import Sketch

_ID = re.compile(r"[^\W_A-Z][a-z0-9._-]{0,119}")
_PARTS = re.compile(r"\s*[,;]\s*")
_NONE = frozenset({"none", "no", "nobody", "nothing"})


class _Answered(NamedTuple):
    """A question by its name, the answer as it is written, and the line of both."""

    question: str
    answer: str
    line: int


def _claims(content: Content) -> bool:
    if content.table is not None:
        return _columns(content.table.header) is not None
    return QUESTION in content.text and next(_on_page(content), None) is not None


def _read(content: Content) -> Imported:
    sketches = Sketches(ANSWERS.name, content.name)
    subjects: dict[tuple[str, str], Sketch] = {}
    for answered in _in_table(content) if content.table is not None else _on_page(content):
        sketches.rows += 1
        meant = question_meant(answered.question)
        if meant is None:
            said = Said(QUESTION, answered.question, answered.line)
            sketches.leave(None, said, "no question that is known here")
        elif not says_nothing(answered.answer):
            kind, subject, fact = meant
            sketch = subjects.get((kind, subject))
            if sketch is None:
                sketch = sketches.begin(kind, subject or kind, answered.line, subject)
                subjects[kind, subject] = sketch
            _take(sketches, sketch, fact, answered)
    return sketches.imported(is_whole=False)._replace(columns={})


def _take(sketches: Sketches, sketch: Sketch, fact: str, answered: _Answered) -> None:
    """State the fact that a question asks for; of a record that may be none its first key, or that there is none."""
    asked = asked_for(sketch.kind, fact)
    assert asked is not None
    said = Said(fact, answered.answer, answered.line)
    if asked.or_none and words(answered.answer) in _NONE:
        sketches.state(sketch, fact, Understood("none"), said)
    else:
        meant = _understood(sketch.kind, asked, answered.answer)
        sketches.state(sketch, asked.key.removeprefix("organization."), meant, said)


def _understood(kind: str, asked: Asked, answer: str) -> Understood:
    """What an answer means; the ids of teams and systems count as they are written."""
    field = asked.field
    item = field.item if field.kind is Kind.MANY and field.item is not None else None
    if item is not None and words(answer) in _NONE:
        return Understood([])
    if field.kind in {Kind.TEAM, Kind.SYSTEM} and _ID.fullmatch(answer):
        return Understood(answer)
    if item is not None and item.kind is Kind.TEAM:
        parts = _PARTS.split(answer)
        if all(_ID.fullmatch(part) for part in parts):
            return Understood(list(dict.fromkeys(parts)))
    if kind in {"system", "integration"}:
        return understood(asked.key, answer)
    return as_kind(field, answer)


def _in_table(content: Content) -> Iterator[_Answered]:
    columns = _columns(content.table.header) if content.table is not None else None
    if content.table is None or columns is None:
        return
    for row, line in zip(content.table.rows, content.table.lines, strict=True):
        question, answer = (unguarded(row[place]) if place < len(row) else "" for place in columns)
        yield _Answered(one_line(question), answer.strip(), line)


def _on_page(content: Content) -> Iterator[_Answered]:
    """The rows of all tables of a page that are headed as a questionnaire is."""
    for table in (block for block in content.page.blocks if isinstance(block, Table)):
        head, *rows = table.rows
        places = [*head.cells]
        columns = _columns([head.cells[place].text for place in places])
        for row in rows if columns is not None else ():
            question, answer = (row.cells.get(places[column]) for column in columns or ())
            if question is not None:
                yield _Answered(one_line(question.text), answer.text.strip() if answer is not None else "", row.line)


def _columns(header: Sequence[str]) -> tuple[int, int] | None:
    """The places of the columns with the names of questions and with the answers; None where one is missing."""
    headings = [words(cell) for cell in header]
    return (headings.index(QUESTION), headings.index(ANSWER)) if {QUESTION, ANSWER} <= {*headings} else None


ANSWERS = Importer("answers", "a questionnaire of `stackaudit ask` with its answers", _claims, _read)
