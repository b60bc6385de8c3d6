"""What a text in an inventory means beyond doubt, and what the language takes as it stands."""

from __future__ import annotations

import pytest

from repairs import document
from stackaudit.model.language.fields import flat
from stackaudit.model.language.systems import SYSTEM
from stackaudit.sources.certain import Certainty, Language

FIELDS = dict(flat(SYSTEM))


def understood(fact: str, text: str, *others: str) -> object:
    """What a text means as a fact of a system, or as an item of it, in a document that has other texts as well."""
    of = Certainty([document("1.yaml", f"x-others: [{', '.join(repr(other) for other in others)}]\n")])
    return of.understood("1.yaml", f"system.{fact}", FIELDS[fact].item or FIELDS[fact], text)


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        ("cost.annual", "1.200,50 €", {"amount": 1200.5, "currency": "EUR"}),
        ("cost.annual", "2,5k EUR", {"amount": 2500, "currency": "EUR"}),
        ("cost.annual", "1.200.000", 1_200_000),
        ("cost.renews", "21. November 2026", "2026-11-21"),
        ("cost.notice", "three months", "3mo"),
        ("cost.seats", "1,200 users", 1200),
        ("data.retention", "unlimited", False),
        ("privacy.agreement", "never", False),
        ("hosting", "self-hosted", "on-premises"),
        ("data.categories", "E-mail address", "contact.email"),
    ],
)
def test_a_text_with_one_meaning_is_understood(fact: str, text: str, value: object) -> None:
    assert understood(fact, text) == value


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("cost.annual", "~ 12k"),
        ("cost.annual", "1.200 OMR"),
        ("cost.annual", "9" * 1000),
        ("cost.renews", "03/04/2026"),
        ("cost.renews", "Q3 2026"),
        ("service.load_time", "1.200"),
        ("service.uptime", "three nines"),
        ("hosting", "cloud"),
        ("security.sso", "planned"),
        ("data.categories", "contact, e-mail"),
        ("lifecycle", "n/a"),
    ],
)
def test_a_text_with_a_doubt_means_nothing(fact: str, text: str) -> None:
    assert understood(fact, text) is None


def test_dates_with_the_same_sign_tell_what_comes_first_as_long_as_they_agree() -> None:
    assert understood("cost.renews", "03/04/2026", "12/31/2026") == "2026-03-04"
    assert understood("cost.renews", "03/04/2026", "31/12/2026") == "2026-04-03"
    assert understood("cost.renews", "03/04/2026", "31-12-2026") is None
    assert understood("cost.renews", "03/04/2026", "31/12/2026", "12/31/2026") is None
    assert understood("cost.renews", "03.04.2026") == "2026-04-03"
    assert understood("cost.renews", "03.04.2026", "12.31.2026") is None


def test_the_language_takes_what_its_readers_take() -> None:
    language = Language(["crm"])

    assert [language.accepts(FIELDS["cost.renews"], raw) for raw in ("2026-11-21", "TBD", None, "21.11.2026")] == [
        True,
        True,
        True,
        False,
    ]
    assert [language.accepts(FIELDS["category"], raw) for raw in ("crm", "CRM")] == [True, False]
