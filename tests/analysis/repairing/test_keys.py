"""Which keys are taken for misspelt or misplaced, and which are left as they are."""

from __future__ import annotations

import pytest

from repairs import changes, found, system
from stackaudit.analysis.repairing.keys import _PLAIN_ANYWHERE
from stackaudit.model.edits import Drop, Put, Rename
from stackaudit.model.language.fields import flat
from stackaudit.model.language.systems import SYSTEM


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("categroy: crm", "category"),
        ("Category: crm", "category"),
        ("ifGone: nobody sells", "if_gone"),
        ("end-of-life: 2027-01-01", "end_of_life"),
        ("lifecyle: live", "lifecycle"),
        ("end: 2027-01-01", "ends"),
        ("costs: {annual: 1}", "cost"),
    ],
)
def test_a_slip_of_the_pen_is_told_from_the_key_that_is_near(written: str, right: str) -> None:
    assert changes(system(written)) == [("keys", f"{written.partition(':')[0]}:", f"{right}:")]


def test_a_key_below_another_is_looked_at_too() -> None:
    repairs = found(system("owner: {busines: sales}"))

    assert [repair.edits for repair in repairs] == [(Rename(("systems", "crm", "owner", "busines"), "business"),)]
    assert str(repairs[0].place) == "1.yaml:2:32"


def test_a_section_and_keys_of_integrations_are_looked_at() -> None:
    text = "integration:\n- {from: crm, to: mail}\n"

    assert changes(text) == [("keys", "integration:", "integrations:")]
    assert changes("integrations:\n- {from: a, to: b, last_run: 2026-01-01}\n") == [("keys", "last_run:", "last_ran:")]


@pytest.mark.parametrize(
    "written",
    [
        "x-categroy: crm",
        "product_id: 4711",
        "vendor_id: A-12",
        "date: 2026-01-01",
        "costs: 1200",
        "url2: https://example.org",
        "vendor: Acme, vendors: Acme",
        "vendr: Acme, vendorr: Acme",
        "reviewed: 2026-01-01",
        "production: true",
        "categories: [crm]",
        "by: marketing",
        "business: marketing",
    ],
)
def test_a_key_that_may_mean_something_else_is_left(written: str) -> None:
    assert changes(system(written)) == []


def test_what_is_near_two_keys_is_left() -> None:
    assert changes("teams:\n  it: {sise: it}\n") == []


@pytest.mark.parametrize(
    ("written", "way", "value"),
    [
        ("sso: true", ("security", "sso"), True),
        ("Seats: 12", ("cost", "seats"), 12),
        ("annual: 240.000 €", ("cost", "annual"), {"amount": 240000, "currency": "EUR"}),
        ("cost_annual: 5", ("cost", "annual"), 5),
        ("security.mfa: no", ("security", "mfa"), False),
        ("owner_business: sales", ("owner", "business"), "sales"),
    ],
)
def test_a_key_that_stands_too_high_is_moved(written: str, way: tuple[str, str], value: object) -> None:
    repairs = found(system(written))

    key = written.partition(":")[0]
    moved = (Drop(("systems", "crm", key)), Put(("systems", "crm", *way), value))
    assert [(repair.kind, repair.edits) for repair in repairs] == [("keys", moved)]


def test_a_comment_moves_with_its_key() -> None:
    repairs = found("systems:\n  crm:\n    name: Our CRM\n    sso: yes   # since May\n")

    assert [repair.edits[1] for repair in repairs] == [Put(("systems", "crm", "security", "sso"), True, "since May")]


@pytest.mark.parametrize(
    ("written", "remark"),
    [
        ("sso: 'yes' # since May", "since May"),
        ("sso: yes # since # May", "since # May"),
        ("sso: yes\t# since May", "since May"),
        ("seats: '1,200' # all", "all"),
        ("master_of: [customer, order] # both", "both"),
    ],
)
def test_what_stands_behind_a_value_is_its_comment(written: str, remark: str) -> None:
    repairs = found(f"systems:\n  crm:\n    name: Our CRM\n    {written}\n")

    assert [edit.remark for repair in repairs for edit in repair.edits if isinstance(edit, Put)] == [remark]


def test_a_comment_behind_brackets_stays_where_it_is() -> None:
    repairs = found("systems:\n  crm: {name: Our CRM, sso: yes}  # ours\n")

    assert [edit.remark for repair in repairs for edit in repair.edits if isinstance(edit, Put)] == [""]


def test_a_key_below_a_comment_is_not_moved() -> None:
    assert found("systems:\n  crm:\n    name: Our CRM\n    # as they told us\n    sso: yes\n") == []


@pytest.mark.parametrize("there", ["security: {sso: false}", "security: none", "security.sso: true"])
def test_a_key_is_not_moved_to_where_something_stands(there: str) -> None:
    assert ("sso:", "security: {sso: …}") not in [change[1:] for change in changes(system(f"sso: true, {there}"))]


def test_a_key_is_moved_only_once_nothing_beside_it_is_misspelt() -> None:
    assert changes(system("sso: true, securty: {mfa: true}")) == [("keys", "securty:", "security:")]


def test_keys_that_mean_the_same_wherever_they_stand_are_each_the_last_word_of_one_fact() -> None:
    facts = [name for name, _ in flat(SYSTEM)]

    assert set(facts).issuperset(_PLAIN_ANYWHERE)
    for fact in _PLAIN_ANYWHERE:
        assert [name for name in facts if name.rpartition(".")[2] == fact.rpartition(".")[2]] == [fact]
