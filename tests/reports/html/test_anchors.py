"""Anchors are safe, stay, and are there once."""

from __future__ import annotations

import re

import pytest

from reports.nasty import NASTY
from stackaudit.reports.html.anchors import Anchors


def test_an_anchor_tells_what_it_is_of() -> None:
    assert Anchors().of("s", "Marketing_Hub v2") == "s-marketing-hub-v2"


def test_the_same_thing_has_the_same_anchor() -> None:
    anchors = Anchors()

    assert anchors.of("s", "crm") == anchors.of("s", "crm")


def test_things_of_two_kinds_have_two_anchors() -> None:
    anchors = Anchors()

    assert [anchors.of("s", "crm"), anchors.of("r", "crm")] == ["s-crm", "r-crm"]


def test_things_that_look_alike_have_anchors_of_their_own() -> None:
    anchors = Anchors()

    found = [anchors.of("s", thing) for thing in ("a b", "a-b", "a-b-2", "a_b", "", "\u6f22")]

    assert found == ["s-a-b", "s-a-b-2", "s-a-b-2-2", "s-a-b-3", "s", "s-2"]


def test_an_anchor_can_be_called_by_a_part_of_what_it_is_of() -> None:
    anchors = Anchors()

    found = [anchors.of("f", thing, thing[:4]) for thing in ("0a1b22", "0a1b33", "0a1b22")]

    assert found == ["f-0a1b", "f-0a1b-2", "f-0a1b"]


def test_numbers_are_given_in_the_order_of_asking() -> None:
    anchors = Anchors()

    found = [anchors.numbered("r", thing) for thing in ("security/no-mfa", "data/no-master", "security/no-mfa")]

    assert found == ["r-1", "r-2", "r-1"]


@pytest.mark.parametrize("word", NASTY)
def test_whatever_a_thing_is_called_its_anchor_is_safe(word: str) -> None:
    assert re.fullmatch(r"s(-[a-z0-9]+)*", Anchors().of("s", NASTY[word]))
