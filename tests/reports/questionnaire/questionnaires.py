"""Questionnaires for tests: of a small inventory, and with names of strangers."""

from __future__ import annotations

from stackaudit.model.audit import SubjectName
from stackaudit.model.questionnaire import Ask, Letter, Questionnaire

CRM = SubjectName("system", "crm", "Salesforce")
HOUSE = SubjectName("organization", "organization", "organization")


def questionnaire(*letters: Letter, currency: str = "EUR") -> Questionnaire:
    return Questionnaire("Fjordline", currency, ("marketing", "it"), ("crm", "mail"), letters)


def asks(*facts: str, of: SubjectName = CRM) -> tuple[Ask, ...]:
    """Questions for facts, for the first of which most verdicts wait."""
    return tuple(Ask(of, fact, len(facts) - index) for index, fact in enumerate(facts))


def letter(*asked: Ask, team: str = "it", name: str = "", lead: str = "cio", by_hand: tuple[Ask, ...] = ()) -> Letter:
    return Letter(team, name or team, lead, asked, by_hand)


def of_strangers(text: str) -> Questionnaire:
    """A questionnaire in which every name that an inventory holds is a text."""
    named = SubjectName("system", "crm", text)
    tool = SubjectName("evidence", "tool", text)
    beyond = (Ask(tool, "agreed.found", 1), Ask(SubjectName("team", text, text), "side", 1))
    letters = (
        Letter(
            "it", text, text, (*asks("security.sso", "bought.by", of=named), *asks("cost.annual", of=named)), beyond
        ),
        Letter("", "", "", asks("organization.regions", of=HOUSE), ()),
    )
    return Questionnaire(text, text, ("it",), ("crm",), letters)
