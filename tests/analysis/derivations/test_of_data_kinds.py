from __future__ import annotations

import pytest

from stacks import stack_of


def kinds_of(text: str) -> dict[str, dict[str, object]]:
    return {kind: dict(subject.facts) for kind, subject in stack_of(text).inventory.data_kinds.items()}


def test_a_kind_that_only_a_master_names_is_a_subject_too() -> None:
    kinds = kinds_of("systems: {crm: {name: Our CRM, data: {master_of: [customer, order]}}}")

    assert sorted(kinds) == ["customer", "order"]
    assert kinds["customer"]["masters"] == ("crm",)


def test_governance_names_the_master_of_the_customer() -> None:
    kinds = kinds_of("""
        governance: {customer: {master: crm}}
        systems: {crm: Our CRM, shop: {name: Our shop, data: {master_of: [customer]}}}
    """)

    assert kinds["customer"]["masters"] == ("crm", "shop")


def test_a_master_that_says_so_and_that_governance_names_counts_once() -> None:
    kinds = kinds_of("""
        governance: {customer: {master: crm}}
        systems: {crm: {name: Our CRM, data: {master_of: [customer]}}}
    """)

    assert kinds["customer"]["masters"] == ("crm",)


def test_a_retired_system_is_master_of_nothing() -> None:
    kinds = kinds_of("systems: {old: {name: Old, lifecycle: retired, data: {master_of: [customer]}}}")

    assert kinds["customer"]["masters"] == ()


def test_a_kind_that_is_not_known_yet_is_no_subject() -> None:
    kinds = kinds_of("systems: {crm: {name: Our CRM, data: {master_of: [customer, unknown]}}}")

    assert sorted(kinds) == ["customer"]


@pytest.mark.parametrize(("fact", "owner"), [("owned", "business"), ("kept", "technical")])
class TestOwnersOfData:
    def test_its_own_owner_counts(self, fact: str, owner: str) -> None:
        kinds = kinds_of(f"data: {{customer: {{owner: {{{owner}: sales}}}}}}")

        assert kinds["customer"][fact] is True

    def test_a_stated_nobody_counts_whoever_owns_the_master(self, fact: str, owner: str) -> None:
        kinds = kinds_of(f"""
            data: {{customer: {{owner: {{{owner}: nobody}}}}}}
            systems: {{crm: {{name: Our CRM, owner: {{{owner}: sales}}, data: {{master_of: [customer]}}}}}}
        """)

        assert kinds["customer"][fact] is False

    def test_otherwise_the_owner_of_its_master_counts(self, fact: str, owner: str) -> None:
        kinds = kinds_of(f"systems: {{crm: {{name: C, owner: {{{owner}: sales}}, data: {{master_of: [customer]}}}}}}")

        assert kinds["customer"][fact] is True

    def test_a_master_that_nobody_owns_leaves_it_to_nobody(self, fact: str, owner: str) -> None:
        kinds = kinds_of(f"systems: {{crm: {{name: C, owner: {{{owner}: nobody}}, data: {{master_of: [customer]}}}}}}")

        assert kinds["customer"][fact] is False

    def test_a_master_whose_owner_is_not_stated_leaves_it_open(self, fact: str, owner: str) -> None:
        kinds = kinds_of(f"""
            systems:
              crm: {{name: Our CRM, owner: {{{owner}: nobody}}, data: {{master_of: [customer]}}}}
              shop: {{name: Our shop, data: {{master_of: [customer]}}}}
        """)

        assert fact not in kinds["customer"]

    def test_the_other_owner_does_not_count(self, fact: str, owner: str) -> None:
        other = {"business": "technical", "technical": "business"}[owner]

        kinds = kinds_of(f"data: {{customer: {{owner: {{{other}: sales}}}}}}")

        assert fact not in kinds["customer"]


@pytest.mark.parametrize(
    ("text", "defined"),
    [
        ("data: {order: {definition: A paid basket.}}", {"order": True}),
        ("data: {order: {definition: unknown}}", {"order": False}),
        (
            "data: {customer: {}, order: {}}\ngovernance: {customer: {definition: X.}}",
            {"customer": True, "order": False},
        ),
    ],
)
def test_the_customer_may_be_defined_in_governance(text: str, defined: dict[str, bool]) -> None:
    assert {kind: facts["is_defined"] for kind, facts in kinds_of(text).items()} == defined
