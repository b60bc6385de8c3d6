"""Lists that are written as one text, and what stands in a list twice."""

from __future__ import annotations

import pytest

from repairs import changes, found, system
from stackaudit.model.edits import Drop


@pytest.mark.parametrize(
    ("fact", "written", "right"),
    [
        ("regions: %s", "eu, us", "[eu, us]"),
        ("data: {categories: %s}", "Contact; sales", "[contact, sales]"),
        ("data: {subjects: %s}", "customer, prospect,", "[customer, prospect]"),
        ("security: {certifications: %s}", "SOC 2, ISO 27001", "[soc2, iso27001]"),
        ("security: {encrypted: %s}", "at rest, in transit", "[at-rest, in-transit]"),
        ("bought: {approved_by: %s}", "it, finance", "[it, finance]"),
    ],
)
def test_a_text_with_commas_is_a_list(fact: str, written: str, right: str) -> None:
    assert changes(system(fact % f"'{written}'")) == [("lists", written, right)]


@pytest.mark.parametrize(
    "fact",
    [
        "aliases: 'Acme, Inc.'",
        "regions: 'Frankfurt, Germany'",
        "data: {categories: 'contact, loyalty'}",
        "data: {master_of: 'customer, order'}",
        "bought: {approved_by: 'it, a@example.org'}",
    ],
)
def test_a_text_with_a_comma_that_may_be_one_item_is_left(fact: str) -> None:
    assert changes(system(fact)) == []


def test_what_stands_twice_is_taken_out_the_last_first() -> None:
    repairs = found(system("regions: [eu, us, eu, eu]"))

    at = ("systems", "crm", "regions")
    assert [repair.edits for repair in repairs] == [(Drop((*at, 3)),), (Drop((*at, 2)),)]
    assert {(repair.kind, repair.before, repair.after) for repair in repairs} == {("lists", "eu", "")}


def test_what_stands_twice_stays_where_somebody_wrote_beside_it() -> None:
    behind = "systems:\n  a:\n    name: A\n    regions:\n    - eu  # one\n    - eu  # two\n    - us\n"
    above = "systems:\n  a:\n    name: A\n    regions:\n    - eu\n    # two\n    - eu\n    - eu\n"

    assert changes(behind) == []
    assert [str(repair.place) for repair in found(above)] == ["1.yaml:8:7"]


def test_items_are_mended_before_it_is_asked_what_stands_twice() -> None:
    assert changes(system("data: {categories: [contact, Contact]}")) == [("words", "Contact", "contact")]


def test_a_journey_may_pass_a_system_twice() -> None:
    text = system("public: true") + "journeys:\n  lead: {systems: [crm, crm]}\n"

    assert changes(text) == []


def test_lists_and_texts_that_nobody_wrote_by_hand_are_left() -> None:
    assert changes(system(f"regions: [{'eu, ' * 1001}]")) == []
    assert changes(system(f"regions: '{'eu, ' * 1001}'")) == []
