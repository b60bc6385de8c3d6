"""How questions are worded, and what they say of an answer."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from reports.questionnaire.questionnaires import CRM, HOUSE, asks, letter, questionnaire
from stackaudit.model.audit import SubjectName
from stackaudit.model.language import SUBJECTS
from stackaudit.model.language.fields import flat
from stackaudit.model.questionnaire import KINDS, Ask, asked_for
from stackaudit.reports.questionnaire.wording import addressee, how_to_answer, question

EVERY = [
    Ask(SubjectName(kind, "x", "X"), fact, 1)
    for kind in KINDS
    for fact, _ in chain(flat(SUBJECTS[kind]), [("governance.joint_group", None), ("governance.roadmap", None)])
    if asked_for(kind, fact)
]


@pytest.mark.parametrize(
    ("fact", "asked", "how"),
    [
        (
            "security.sso",
            "Salesforce: whether people sign in through the organisation's single sign-on",
            "yes or no",
        ),
        (
            "privacy.agreement",
            "Salesforce: when the data-processing agreement was signed",
            "a date such as 2026-11-21; or no where there is none",
        ),
        ("cost.annual", "Salesforce: what it costs per year", "an amount in EUR a year; 0 for a free plan"),
        (
            "owner.technical",
            "Salesforce: the team that keeps it running and connected",
            "a team: marketing, it; or nobody",
        ),
        ("bought.approved_by", "Salesforce: the teams that agreed", "any of: marketing, it; or none"),
        ("regions", "Salesforce: where its data lives, such as eu or us", "such as eu, uk, us or ch, parted by commas"),
        ("service.criticality", "Salesforce: how much an outage hurts", "one of: low, medium, high, critical"),
        (
            "data.subjects",
            "Salesforce: the groups of people that the data is about",
            "such as customer, prospect, employee, visitor, job_applicant, supplier_vendor, parted by commas; or none",
        ),
        (
            "fit.business",
            "Salesforce: how well it fits, from 1 (badly) to 4 (very well), for the people who use it",
            "a whole number from 1 to 4",
        ),
        ("cost.seats", "Salesforce: how many seats are paid", "a whole number"),
        ("verified.on", "Salesforce: when somebody last confirmed this entry", "a date such as 2026-11-21"),
    ],
)
def test_a_system_is_asked_about_in_plain_words(fact: str, asked: str, how: str) -> None:
    (ask,) = asks(fact)

    assert question(ask, questionnaire()) == asked
    assert how_to_answer(ask, questionnaire()) == how


@pytest.mark.parametrize(
    ("fact", "asked", "how"),
    [
        (
            "governance.customer.master",
            "Fjordline: the one customer: the system whose record of a customer wins",
            "a system: crm, mail; or nobody",
        ),
        ("organization.spend.it", "Fjordline: IT's whole budget", "an amount in EUR a year"),
        (
            "governance.joint_group",
            "Fjordline: the group in which marketing and IT decide together: what the group is called",
            "a few words; or none",
        ),
        (
            "governance.survey.shared_ownership.it",
            "Fjordline: percent who see technology as owned together among IT",
            "a number from 0 to 100",
        ),
        (
            "governance.sandbox.longest",
            "Fjordline: the fast lane: how long a sandbox may live",
            "a duration such as 90d, 8w, 36mo or 2y",
        ),
    ],
)
def test_the_house_is_asked_about_by_its_name(fact: str, asked: str, how: str) -> None:
    (ask,) = asks(fact, of=HOUSE)

    assert question(ask, questionnaire()) == asked
    assert how_to_answer(ask, questionnaire()) == how


def test_an_amount_names_a_currency_where_nobody_stated_one() -> None:
    (ask,) = asks("cost.annual")

    assert how_to_answer(ask, questionnaire(currency="")) == "an amount a year, such as 1200 EUR; 0 for a free plan"


@pytest.mark.parametrize("ask", EVERY, ids=lambda ask: f"{ask.subject.kind}-{ask.fact}")
def test_every_question_of_the_language_is_one_sentence_that_speaks_of_no_yaml(ask: Ask) -> None:
    asked, how = question(ask, questionnaire()), how_to_answer(ask, questionnaire())

    assert re.fullmatch(r"(?:X|Fjordline): (?:[a-z]|IT's)[^;\n]*[\w)]", asked)
    assert not re.search(r"false|true|empty list|mapping|Fides", f"{asked} {how}")
    assert how


@pytest.mark.parametrize(
    ("team", "name", "lead", "called"),
    [
        ("it", "it", "cio", "IT (cio)"),
        ("web", "Web and shop", "", "Web and shop"),
        ("", "", "", "nobody who would know is named"),
    ],
)
def test_a_letter_is_addressed_to_a_team_and_its_lead(team: str, name: str, lead: str, called: str) -> None:
    assert addressee(letter(team=team, name=name, lead=lead)) == called


def test_a_system_without_a_plain_name_is_cut_and_shown() -> None:
    (ask,) = asks("security.mfa", of=CRM._replace(name="\x1b[31m" + "w" * 500))

    assert question(ask, questionnaire()) == f"<U+001B>[31m{'w' * 47}…: whether a second factor is needed to sign in"
