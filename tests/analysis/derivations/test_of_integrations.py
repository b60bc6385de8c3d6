from __future__ import annotations

import pytest

from stacks import stack_of


def facts_of_flow(stated: str) -> dict[str, object]:
    stack = stack_of(f"""
        systems: {{a: A, b: B}}
        integrations: [{{from: a, to: b, {stated}}}]
    """)
    return dict(stack.inventory.integrations[0].facts)


@pytest.mark.parametrize(
    ("stated", "personal", "sensitive"),
    [
        ("data: [contact]", True, False),
        ("data: [product, payment]", True, True),
        ("data: [product]", False, False),
        ("data: []", False, False),
        ("data: [contact, unknown]", True, None),
        ("data: [product, unknown]", None, None),
        ("data: [footfall]", None, None),
        ("data: [footfall, user.financial]", True, True),
        ("method: api", None, None),
    ],
)
def test_a_flow_is_as_grave_as_the_gravest_kind_of_data_in_it(
    stated: str,
    personal: bool | None,
    sensitive: bool | None,
) -> None:
    facts = facts_of_flow(stated)

    assert (facts.get("personal"), facts.get("sensitive")) == (personal, sensitive)
