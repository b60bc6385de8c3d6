"""Ids of systems and teams that are written otherwise than they are declared."""

from __future__ import annotations

import pytest

from repairs import changes

DECLARED = """
teams:
  marketing: {side: marketing}
  it-services: {side: it, name: Digital Workplace}
systems:
  crm: {name: Our CRM}
  mail: {name: Our mail}
"""


@pytest.mark.parametrize(
    ("written", "right"),
    [("Marketing", "marketing"), ("IT Services", "it-services"), ("digital workplace", "it-services")],
)
def test_a_team_is_meant_by_other_letters_and_by_its_name(written: str, right: str) -> None:
    text = f"integrations:\n- {{from: crm, to: mail, owner: {written}}}\n"

    assert changes(DECLARED, text) == [("references", written, right)]


@pytest.mark.parametrize(("written", "right"), [("CRM", "crm"), ("our mail", "mail")])
def test_a_system_is_meant_by_other_letters_and_by_its_name(written: str, right: str) -> None:
    text = f"integrations:\n- {{from: {written}, to: mail}}\n"

    assert changes(DECLARED, text) == [("references", written, right)]


@pytest.mark.parametrize("written", ["crmm", "sales", "nobody"])
def test_a_name_in_other_letters_than_any_id_is_left(written: str) -> None:
    assert changes(DECLARED, f"integrations:\n- {{from: crm, to: {written}}}\n") == []


def test_a_name_of_two_systems_is_left() -> None:
    text = "systems:\n  mail-2: {name: Our mail}\nintegrations:\n- {from: Our mail, to: crm}\n"

    assert changes(DECLARED, text) == []


def test_a_system_on_a_list_is_declared_under_what_is_made_of_its_name() -> None:
    text = "systems: [Our Shop]\nintegrations:\n- {from: our-shop, to: OUR SHOP}\n"

    assert changes(text) == [("references", "OUR SHOP", "our-shop")]


def test_an_owner_who_is_no_declared_team_is_left() -> None:
    assert changes(DECLARED.replace("name: Our CRM", "name: Our CRM, owner: {business: Jane}")) == []
