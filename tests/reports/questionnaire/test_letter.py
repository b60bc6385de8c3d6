"""Letters in Markdown: what they hold, and that names of strangers stay names."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from reports.nasty import NASTY, unseen
from reports.questionnaire.questionnaires import CRM, asks, letter, of_strangers, questionnaire
from reports.rendering import blocks, texts
from stackaudit.model.audit import SubjectName
from stackaudit.model.questionnaire import Ask
from stackaudit.reports.questionnaire import letters_markdown, one_file_each

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def test_a_letter_has_a_table_with_an_empty_cell_for_each_answer() -> None:
    found = letters_markdown(questionnaire(letter(*asks("security.sso", "cost.annual"))), 20)

    assert found == (
        "# Questions about the systems of Fjordline\n"
        "\n"
        "An audit of our systems could not decide what follows, as nobody has written it down. Please fill in the last "
        "column and send this back. Leave empty what you do not know: unknown is not no. `import` reads the answers.\n"
        "\n"
        "## To IT (cio)\n"
        "\n"
        "| stackaudit question | question | how to answer | verdicts waiting | answer |\n"
        "| --- | --- | --- | ---: | --- |\n"
        "| `system:crm:security.sso` | Salesforce: whether people sign in through the organisation's single sign-on "
        "| yes or no | 2 |  |\n"
        "| `system:crm:cost.annual` | Salesforce: what it costs per year | an amount in EUR a year; 0 for a free plan "
        "| 1 |  |\n"
    )


def test_what_is_left_out_is_counted() -> None:
    found = letters_markdown(questionnaire(letter(*asks("url", "security.mfa", "notes"))), 1)

    assert [line for line in found.splitlines() if line.startswith(("| `", "…"))] == [
        "| `system:crm:url` | Salesforce: where people find it | a few words | 3 |  |",
        "… and 2 more questions.",
    ]


def test_what_no_cell_can_answer_is_asked_in_words() -> None:
    beyond = (
        Ask(SubjectName("evidence", "klaviyo", "Klaviyo"), "agreed.found", 2),
        Ask(SubjectName("evidence", "adobe", "Adobe"), "agreed.found", 1),
        Ask(SubjectName("organization", "inventory", "inventory"), "integrations", 3),
        Ask(CRM, "cost.annual", 1),
    )

    found = letters_markdown(questionnaire(letter(team="", by_hand=beyond)), 20)

    assert found.splitlines()[4:] == [
        "## To whom it may concern: nobody who would know is named",
        "",
        "4 questions that no cell can answer:",
        "",
        "- Who uses Klaviyo, Adobe, and what for? Evidence shows it, and nobody declared it.",
        "- Which systems send data to which others? A list with from, to and what flows will do.",
        "- About Salesforce: `cost.annual`",
    ]


def test_where_nothing_is_open_nobody_is_asked() -> None:
    assert letters_markdown(questionnaire(), 20) == (
        "# Questions about the systems of Fjordline\n\nNothing is open: every fact is stated.\n"
    )


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_changes_nothing_but_the_words(word: str) -> None:
    found = letters_markdown(of_strangers(NASTY[word]), 20)

    assert blocks(found) == blocks(letters_markdown(of_strangers("tame"), 20))
    assert unseen(found) == []


@pytest.mark.parametrize("word", NASTY)
def test_questions_keep_their_names_whatever_systems_are_called(word: str) -> None:
    found = texts(letters_markdown(of_strangers(NASTY[word]), 20))

    assert [text for text in found if re.fullmatch(r"`\w+:\w*:[\w.]+`", text)] == [
        "`system:crm:security.sso`",
        "`system:crm:bought.by`",
        "`system:crm:cost.annual`",
        "`organization::regions`",
    ]


def test_each_team_can_get_a_file_of_its_own() -> None:
    letters = [letter(*asks("url"), team=team) for team in ("it", "Web & Shop", "web-shop", "../../etc", "con", "")]

    found = dict(one_file_each(questionnaire(*letters), "md"))

    assert {name: [each.team for each in part.letters] for name, part in found.items()} == {
        "questions-it.md": ["it"],
        "questions-web-shop.md": ["Web & Shop"],
        "questions-web-shop-2.md": ["web-shop"],
        "questions-etc.md": ["../../etc"],
        "questions-con.md": ["con"],
        "questions-to-nobody-named.md": [""],
    }
