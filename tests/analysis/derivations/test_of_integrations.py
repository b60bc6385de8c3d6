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


@pytest.mark.parametrize(
    ("flow", "encrypted"),
    [
        ("from: open, to: safe, encrypted: true", True),
        ("from: safe, to: safer, encrypted: false", False),
        ("from: safe, to: safer", True),
        ("from: safe, to: safer, method: api", True),
        ("from: safe, to: safer, method: file", None),
        ("from: safe, to: safer, method: file, encrypted: true", True),
        ("from: safe, to: open", None),
        ("from: safe, to: silent", None),
        ("from: safe, to: safer, via: silent", None),
        ("from: safe, to: open, via: safer", None),
    ],
)
def test_a_flow_is_encrypted_where_it_is_said_or_every_system_on_the_way_encrypts(
    flow: str,
    encrypted: bool | None,
) -> None:
    stack = stack_of(f"""
        systems:
          safe: {{name: Safe, security: {{encrypted: [in-transit]}}}}
          safer: {{name: Safer, security: {{encrypted: [at-rest, in-transit]}}}}
          open: {{name: Open, security: {{encrypted: [at-rest]}}}}
          silent: Silent
        integrations: [{{{flow}}}]
    """)

    assert stack.inventory.integrations[0].facts.get("encrypted_all_the_way") is encrypted


@pytest.mark.parametrize(
    ("method", "by_hand"),
    [("method: file", True), ("method: manual", True), ("method: api", False), ("name: x", None)],
)
def test_files_and_people_carry_by_hand(method: str, by_hand: bool | None) -> None:
    assert facts_of_flow(method).get("by_hand") is by_hand


@pytest.mark.parametrize(
    ("stated", "late"),
    [
        ("runs: weekly, last_ran: 2026-11-21", 0),
        ("runs: weekly, last_ran: 2026-11-07", 0),
        ("runs: weekly, last_ran: 2026-11-06", 1),
        ("runs: real-time, last_ran: 2026-11-19", 0),
        ("runs: real-time, last_ran: 2026-11-18", 1),
        ("runs: weekly", None),
        ("last_ran: 2026-01-01", None),
    ],
)
def test_a_flow_is_late_after_two_of_its_rhythms_and_two_days_at_least(stated: str, late: int | None) -> None:
    assert facts_of_flow(stated).get("days_late") == late
