"""Names of questions, and which facts a cell can answer."""

from __future__ import annotations

import pytest

from stackaudit.model.audit import SubjectName
from stackaudit.model.language import SUBJECTS, Kind
from stackaudit.model.language.fields import flat
from stackaudit.model.questionnaire import KINDS, asked_for, fits_a_cell, question_id, question_meant


@pytest.mark.parametrize(
    ("kind", "subject", "fact", "name"),
    [
        ("system", "crm", "security.sso", "system:crm:security.sso"),
        ("team", "it", "side", "team:it:side"),
        ("organization", "organization", "organization.currency", "organization::currency"),
        ("organization", "organization", "governance.roadmap", "organization::governance.roadmap"),
        ("integration", "a -> b", "runs", "integration:a -> b:runs"),
    ],
)
def test_a_question_is_named_by_its_subject_and_its_fact(kind: str, subject: str, fact: str, name: str) -> None:
    assert question_id(kind, subject, fact) == name
    assert question_meant(f" {name} ") == (kind, "" if kind == "organization" else subject, fact)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "system",
        "system:crm",
        "system:crm:",
        "system::name",
        "system:crm:nothing",
        "system:crm:security",
        "organization:us:currency",
        "organization::organization.currency",
        "evidence:x:vendor",
        "data kind:customer:definition",
        ":::",
    ],
)
def test_what_names_no_question_means_none(text: str) -> None:
    assert question_meant(text) is None


def test_every_fact_but_those_with_parts_can_be_asked_for() -> None:
    left = {
        (kind, name): field.kind
        for kind in KINDS
        for name, field in flat(SUBJECTS[kind])
        if asked_for(kind, name) is None
    }

    assert left == {
        ("organization", "organization.exchange_rates"): Kind.NUMBERS,
        ("organization", "governance.roadmap.items"): Kind.LISTED,
    }


def test_what_may_be_none_is_asked_for_by_its_first_key() -> None:
    asked = asked_for("organization", "governance.joint_group")

    assert asked is not None
    assert (asked.key, asked.or_none) == ("governance.joint_group.name", True)


@pytest.mark.parametrize(
    ("subject", "fits"),
    [
        ("crm", True),
        ("Jane Example", True),
        ("a|b", False),
        ("`a`", False),
        ("a\nb", False),
        ("=1+1", False),
        ("", False),
    ],
)
def test_a_subject_whose_id_means_something_elsewhere_is_named_in_no_cell(subject: str, fits: bool) -> None:
    assert fits_a_cell(SubjectName("team", subject, "Its name"), "side") is fits
