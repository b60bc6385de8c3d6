"""What nobody could answer, and whom to ask: a list to work through with each team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.money import grouped
from stackaudit.reports.brief.writing import further, name, plain, table, team
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.briefing import Briefing, OpenQuestion, ToAsk

_MOST_TEAMS = 30
_MOST_SUBJECTS = 12
_MOST_FACTS = 12


def questions_chapter(briefing: Briefing) -> Iterator[str]:
    """For each team the facts that it would know, those first for which most questions wait."""
    if not briefing.to_ask:
        yield "Every question could be answered from what is stated."
        yield ""
        return
    questions = counted(len(briefing.audit.undetermined), "question")
    yield (
        f"{questions} could not be answered, for want of facts that nobody has stated. Unknown counts as failing at "
        "the low end of a score, and as passing at the high end."
    )
    yield ""
    for asked in briefing.to_ask[:_MOST_TEAMS]:
        yield from _team(asked)
    yield from further(len(briefing.to_ask) - _MOST_TEAMS, "teams to ask")


def _team(asked: ToAsk) -> Iterator[str]:
    lead = f" ({name(asked.lead)})" if asked.lead else ""
    yield f"### Ask {team(asked.team)}{lead}" if asked.team else "### Nobody is named who would know"
    yield ""
    rows = (
        (name(each.subject.name), _facts(each), grouped(each.questions)) for each in asked.questions[:_MOST_SUBJECTS]
    )
    yield from table(["About", "What to state", "Questions:"], rows)
    yield from further(len(asked.questions) - _MOST_SUBJECTS, "to ask them about")


def _facts(question: OpenQuestion) -> str:
    """The facts to state; a tool that only evidence shows has to be declared before anything can be stated of it."""
    facts = question.facts
    if question.subject.kind == "evidence":
        return "who uses it for what; then declare it"
    listed = ", ".join(plain(f"`{fact}`") for fact in facts[:_MOST_FACTS])
    rest = len(facts) - _MOST_FACTS
    return f"{listed} and {rest} more" if rest > 0 else listed
