"""What sentences of a page say by their form; what is not sure stays as it is."""

from __future__ import annotations

import pytest

from stackaudit.sources.importers.pages.sentences import holds_a_secret, said_in


@pytest.mark.parametrize(
    ("sentence", "fact", "value"),
    [
        (
            "Account details are in the `Engineering` 1Password vault.".replace("`", ""),
            "security.shared_accounts",
            True,
        ),
        ("The login is kept in our LastPass vault.", "security.shared_accounts", True),
        ("Shared login", "security.shared_accounts", True),
        ("We use a shared team account.", "security.shared_accounts", True),
        ("Credentials are shared among the team.", "security.shared_accounts", True),
        ("Es gibt ein gemeinsames Konto.", "security.shared_accounts", True),
        ("Every team member has their own account.", "security.shared_accounts", False),
        ("Select team members have access through their own account.", "security.shared_accounts", False),
        ("Team members have access through their Google Workspace account.", "security.sso", True),
        ("Everybody signs in with Okta.", "security.sso", True),
        ("Log in via SSO.", "security.sso", True),
        ("Currently unused.", "lifecycle", "retired"),
        ("It\u2019s no longer in use.", "lifecycle", "retired"),
        ("We don't use it any more.", "lifecycle", "retired"),
        ("Was previously used to plan releases.", "lifecycle", "retired"),
        ("This account will be sunset in the near future.", "lifecycle", "retiring"),
        ("Is being phased out.", "lifecycle", "retiring"),
    ],
)
def test_a_sentence_that_says_something_is_understood(sentence: str, fact: str, value: object) -> None:
    assert said_in([sentence])[0].facts == {fact: (value, sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no shared account.",
        "Password manager.",
        "Accounts of customers are in it.",
        "People have access through their personal LinkedIn account.",
        "Sign in with Google Ads.",
        "Shared calendars and documents.",
        "Notices were previously managed by Zapier.",
        "Connected to Google Workspace.",
        "Formerly used by Sales, now used by Marketing.",
        "It has replaced the old login.",
    ],
)
def test_any_other_sentence_stays_as_it_is(sentence: str) -> None:
    (said,) = said_in([sentence])

    assert (said.facts, said.rest, said.unclear) == ({}, sentence, ())


def test_accounts_of_their_own_beside_one_in_a_vault_decide_nothing() -> None:
    own, shared = "Everyone has their own account.", "Main account details are in the Finance vault."

    first, second = said_in([f"Payments. {own} {shared}", shared])

    assert (first.facts, first.rest, first.unclear) == ({}, "Payments.", (own, shared))
    assert (second.facts, second.rest, second.unclear) == ({}, "", (shared,))


def test_a_main_account_alone_decides_nothing() -> None:
    sentence = "Main account details are in the Marketing vault."

    assert said_in([sentence])[0].unclear == (sentence,)


def test_what_will_be_switched_off_is_still_there() -> None:
    formerly, soon = "Formerly used for hosting our site.", "This account will be sunset soon."

    (said,) = said_in([f"{formerly} {soon}"])

    assert said.facts == {"lifecycle": ("retiring", soon)}
    assert said.rest == f"{formerly} {soon}"


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("The password is hunter2.", True),
        ("Login: team, password: hunter2", True),
        ("API key: abc123", True),
        ("The recovery codes are 1234 and 5678.", True),
        ("Passwords are kept in the vault.", False),
        ("The password is in the vault.", False),
        ("Password manager.", False),
    ],
)
def test_a_text_that_gives_a_secret_away_is_known(text: str, holds: bool) -> None:
    assert holds_a_secret(text) is holds
