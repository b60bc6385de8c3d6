"""A questionnaire as a table for spreadsheets, of which no cell is a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.questionnaire import HEADER, question_id
from stackaudit.reports.ci.wording import shown
from stackaudit.reports.exports.separated import separated
from stackaudit.reports.questionnaire.wording import about, addressee, how_to_answer, question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.questionnaire import Questionnaire

_FOR_SPREADSHEETS = "\ufeff"
"""Without this mark, Excel takes the file for one of its country's old encoding, and saves it as such."""


def letters_table(questionnaire: Questionnaire, most: int) -> str:
    """A line for each question, at most `most` for a team, with an empty cell for the answer.

    What takes more than a cell to answer is not in it.
    """
    return _FOR_SPREADSHEETS + separated(HEADER, _rows(questionnaire, most))


def _rows(questionnaire: Questionnaire, most: int) -> Iterator[tuple[str, ...]]:
    for letter in questionnaire.letters:
        asked = addressee(letter)
        for ask in letter.asks[:most]:
            subject = ask.subject
            yield (
                question_id(subject.kind, subject.id, ask.fact),
                asked,
                about(ask, questionnaire),
                question(ask, questionnaire),
                shown(how_to_answer(ask, questionnaire)),
                str(ask.verdicts),
                "",
            )
