"""A questionnaire as letters in Markdown: a heading and a table for each team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.money import grouped
from stackaudit.model.questionnaire import ANSWER, QUESTION, question_id
from stackaudit.reports.brief.writing import further, name, names, plain, table
from stackaudit.reports.questionnaire.wording import addressee, how_to_answer, question
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.questionnaire import Ask, Letter, Questionnaire

_HEADINGS = (QUESTION, "question", "how to answer", "verdicts waiting:", ANSWER)
_ASK = (
    "An audit of our systems could not decide what follows, as nobody has written it down. Please fill in the last "
    "column and send this back. Leave empty what you do not know: unknown is not no. `import` reads the answers."
)


def letters_markdown(questionnaire: Questionnaire, most: int) -> str:
    """All letters one after the other, each with at most `most` questions and how many more there are."""
    lines = [_title(questionnaire), "", _ASK if questionnaire.letters else "Nothing is open: every fact is stated.", ""]
    for letter in questionnaire.letters:
        lines += _letter(letter, questionnaire, most)
    return "\n".join(lines).rstrip("\n") + "\n"


def _title(questionnaire: Questionnaire) -> str:
    organization = plain(questionnaire.name)
    return f"# Questions about the systems of {organization}" if organization else "# Questions about our systems"


def _letter(letter: Letter, questionnaire: Questionnaire, most: int) -> Iterator[str]:
    to = plain(addressee(letter))
    yield f"## To {to}" if letter.team else f"## To whom it may concern: {to}"
    yield ""
    if letter.asks:
        yield from table(_HEADINGS, (_row(ask, questionnaire) for ask in letter.asks[:most]))
        yield from further(len(letter.asks) - most, "questions")
    yield from _beyond_a_cell(letter, most)


def _row(ask: Ask, questionnaire: Questionnaire) -> tuple[str, ...]:
    subject = ask.subject
    return (
        f"`{question_id(subject.kind, subject.id, ask.fact)}`",
        plain(question(ask, questionnaire)),
        plain(how_to_answer(ask, questionnaire)),
        grouped(ask.verdicts),
        "",
    )


def _beyond_a_cell(letter: Letter, most: int) -> Iterator[str]:
    """What cannot be answered in a cell: links, tools to be declared, and facts with parts of their own."""
    tools = list(dict.fromkeys(ask.subject.name for ask in letter.by_hand if ask.subject.kind == "evidence"))
    lines = []
    if tools:
        lines.append(f"- Who uses {names(tools, most)}, and what for? Evidence shows it, and nobody declared it.")
    if any(ask.fact == "integrations" for ask in letter.by_hand):
        lines.append("- Which systems send data to which others? A list with from, to and what flows will do.")
    rest = [ask for ask in letter.by_hand if ask.subject.kind != "evidence" and ask.fact != "integrations"]
    lines += [f"- About {name(ask.subject.name)}: {plain(f'`{ask.fact}`')}" for ask in rest[:most]]
    if lines:
        yield f"{counted(len(letter.by_hand), 'question')} that no cell can answer:"
        yield ""
        yield from lines
        yield ""
    yield from further(len(rest) - most, "such questions")
