"""Sandboxes, the order of keys, and what holds of all repairs."""

from __future__ import annotations

from repairs import changes, document, found, system
from stackaudit.analysis.repairing import orderings
from stackaudit.model.edits import Put, Sort


def test_a_sandbox_whose_end_has_passed_is_retiring_which_is_not_safe() -> None:
    (repair,) = found(system("lifecycle: sandbox, ends: 2026-11-20"))

    assert (repair.kind, repair.before, repair.after, repair.is_safe) == ("sandboxes", "sandbox", "retiring", False)
    assert repair.edits == (Put(("systems", "crm", "lifecycle"), "retiring"),)


def test_a_sandbox_that_ends_today_or_never_or_in_no_known_form_is_left() -> None:
    assert changes(system("lifecycle: sandbox, ends: 2026-11-21")) == []
    assert changes(system("lifecycle: sandbox")) == []
    assert changes(system("lifecycle: sandbox, ends: soon")) == []


def test_keys_are_sorted_as_the_language_lists_them_with_ones_own_behind() -> None:
    text = "systems:\n  b: {x-ours: 1, cost: {seats: 1, annual: 2}, name: B}\n  a: {name: A}\nteams: {}\n"

    assert [repair.edits for repair in orderings(document("1.yaml", text))] == [
        (Sort((), ("teams", "systems")),),
        (Sort(("systems", "b"), ("name", "cost", "x-ours")),),
        (Sort(("systems", "b", "cost"), ("annual", "seats")),),
    ]


def test_what_aliases_share_is_left() -> None:
    text = "systems:\n  a: {name: A, cost: &c {annual: 1.200 €}}\n  b: {name: B, cost: *c}\n  c: &d {sso: yes}\n"

    assert changes(text) == []


def test_the_roadmap_is_looked_at() -> None:
    text = "governance: {roadmap: {items: [{name: One, ends: 31.12.2027}]}, customer: {master: CRM}}\n"

    assert changes(system("public: true"), text) == [
        ("references", "CRM", "crm"),
        ("dates", "31.12.2027", "2027-12-31"),
    ]


def test_a_document_of_anything_has_nothing_to_repair() -> None:
    assert (
        changes("- 1\n- 2\n", "12\n", "systems: none\nteams: [1, [2], {3: 4}]\nintegrations: {a: b}\ndata: [x]\n") == []
    )
