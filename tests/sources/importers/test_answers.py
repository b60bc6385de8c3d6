"""Questionnaires that were filled in."""

from __future__ import annotations

import pytest

from sources.importers.drafted import content, draft, facts, read, sample, told
from stackaudit.sources.importers.answers import ANSWERS

TABLE = ANSWERS.read(sample("answers--questionnaire.csv"))
HEADER = "stackaudit question,ask,about,question,how to answer,verdicts waiting,answer\n"


def test_answered_questions_are_facts_of_the_entries_that_they_name() -> None:
    assert [(each.kind, each.key, each.id) for each in TABLE.drafts] == [
        ("system", "crm", "crm"),
        ("system", "mail", "mail"),
        ("team", "it", "it"),
        ("organization", "organization", ""),
        ("integration", "crm -> mail", "crm -> mail"),
    ]
    assert facts(TABLE) == {
        "crm": {
            "security.sso": True,
            "cost.annual": {"amount": 1200, "currency": "USD"},
            "owner.technical": "web-and-shop",
            "bought.approved_by": [],
        },
        "mail": {"data.categories": ["contact", "order"]},
    }
    assert facts(TABLE, "team") == {"it": {"side": "it"}}
    assert facts(TABLE, "organization") == {"organization": {"currency": "EUR", "governance.liaison": "none"}}
    assert facts(TABLE, "integration") == {"crm -> mail": {"runs": "daily"}}


def test_what_is_not_understood_or_not_asked_is_told() -> None:
    assert told(draft(TABLE, "mail").remarks) == [("security.mfa", "when it rains", 7, "neither yes nor no")]
    assert told(TABLE.remarks) == [("stackaudit question", "system:crm:magic", 13, "no question that is known here")]
    assert TABLE.rows == 12


def test_a_file_of_answers_says_nothing_of_the_rest() -> None:
    assert not TABLE.is_whole
    assert TABLE.columns == {}


def test_a_letter_in_markdown_is_read_as_well() -> None:
    letter = ANSWERS.read(sample("answers--letter.md"))

    assert facts(letter) == {"crm": {"security.sso": False, "vendor": "Seaway | Sons"}}
    assert draft(letter, "crm").line == 7
    assert letter.rows == 3


@pytest.mark.parametrize("answer", ["", " ", "?", "unknown", "TBD", "n/a", "-"])
def test_a_question_without_an_answer_states_nothing(answer: str) -> None:
    imported = read(ANSWERS, f"{HEADER}system:crm:security.sso,,,,,,{answer}\n", ".csv")

    assert imported.drafts == ()


@pytest.mark.parametrize(
    ("question", "answer", "fact", "value"),
    [
        ("system:crm:owner.business", "nobody", "owner.business", "nobody"),
        ("system:crm:owner.business", "it-team", "owner.business", "it-team"),
        ("system:crm:bought.approved_by", '"it, legal-and-tax"', "bought.approved_by", ["it", "legal-and-tax"]),
        ("system:crm:security.certifications", "none", "security.certifications", []),
        ("system:crm:privacy.agreement", "no", "privacy.agreement", False),
        ("system:crm:privacy.agreement", "2026-02-28", "privacy.agreement", "2026-02-28"),
        ("system:crm:cost.notice", "60 days", "cost.notice", "60d"),
        ("system:crm:cost.annual", "48000", "cost.annual", 48000),
        ("system:crm:service.criticality", "High", "service.criticality", "high"),
        ("system:crm:category", "crm", "category", "crm"),
        ("organization::governance.liaison", "Bridge", "governance.liaison.name", "Bridge"),
        ("organization::regions", "eu", "regions", ["eu"]),
        ("integration:a -> b #2:encrypted", "Yes", "encrypted", True),
        ("team:web:embeds", "it", "embeds", ["it"]),
    ],
)
def test_answers_are_understood(question: str, answer: str, fact: str, value: object) -> None:
    imported = read(ANSWERS, f"{HEADER}{question},,,,,,{answer}\n", ".csv")

    assert [dict(each.facts) for each in imported.drafts] == [{fact: value}]


@pytest.mark.parametrize(
    "question", ["crm", "system:crm", "system::name", "planet:mars:name", "organization:us:currency"]
)
def test_a_question_that_nobody_asked_is_a_remark(question: str) -> None:
    imported = read(ANSWERS, f"{HEADER}{question},,,,,,yes\n", ".csv")

    assert imported.drafts == ()
    assert told(imported.remarks) == [("stackaudit question", question, 2, "no question that is known here")]


@pytest.mark.parametrize(
    ("text", "suffix"),
    [("question,answer\na,b\n", ".csv"), ("| question | answer |\n|---|---|\n| a | b |\n", ".md"), ("", ".md")],
)
def test_other_tables_are_not_claimed(text: str, suffix: str) -> None:
    assert not ANSWERS.claims(content(text, suffix))
