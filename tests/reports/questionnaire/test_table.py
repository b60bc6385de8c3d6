"""Questionnaires as tables: what a spreadsheet reads, and what it does not calculate."""

from __future__ import annotations

import csv
import io
import re

import pytest

from reports.nasty import NASTY, unseen
from reports.questionnaire.questionnaires import asks, letter, of_strangers, questionnaire
from stackaudit.model.audit import SubjectName
from stackaudit.model.questionnaire import HEADER, Questionnaire
from stackaudit.reports.questionnaire import letters_table

_FORMULA = re.compile(r"""[\s"`]*[=+\-@\uff1d\uff0b\uff0d\uff20]""")


def rows(found: Questionnaire, most: int = 20) -> list[list[str]]:
    text = letters_table(found, most)
    assert text[0] == "\ufeff"
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def test_a_table_has_a_line_for_each_question_and_an_empty_cell_for_its_answer() -> None:
    flow = SubjectName("integration", "a -> b", "A to B")

    found = rows(questionnaire(letter(*asks("url")), letter(*asks("direction", of=flow), team="web", lead="")))

    assert found == [
        list(HEADER),
        ["system:crm:url", "IT (cio)", "Salesforce", "Salesforce: where people find it", "a few words", "1", ""],
        [
            "integration:a -> b:direction",
            "web",
            "A to B",
            "A to B: whether data flows back as well",
            "one of: one-way, two-way",
            "1",
            "",
        ],
    ]


def test_each_team_is_asked_no_more_than_the_most() -> None:
    found = rows(questionnaire(letter(*asks("url", "notes")), letter(*asks("brand", "public"), team="web")), most=1)

    assert [row[0] for row in found[1:]] == ["system:crm:url", "system:crm:brand"]


@pytest.mark.parametrize("word", NASTY)
def test_no_cell_is_a_formula_and_every_question_keeps_its_name(word: str) -> None:
    found = rows(of_strangers(NASTY[word]))

    assert [row[0] for row in found] == [
        "stackaudit question",
        "system:crm:security.sso",
        "system:crm:bought.by",
        "system:crm:cost.annual",
        "organization::regions",
    ]
    assert [cell for row in found for cell in row if _FORMULA.match(cell)] == []
    assert unseen(letters_table(of_strangers(NASTY[word]), 20).replace("\r\n", "\n")[1:]) == []
