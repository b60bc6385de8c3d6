"""The record of processing activities."""

from __future__ import annotations

import pytest

from reports.exports.exported_stacks import NAMES, example, small_stack
from stackaudit.reports.exports.processing import COLUMNS, NOT_STATED, STANDINGS, activities

AROUND = """
organization: {name: Us, regions: [eu]}
teams: {it: {name: IT, side: it}}
systems:
"""


def cells(stated: str, after: str = "") -> dict[str, str]:
    """What is said of a system `crm` that states this, but for what is not stated."""
    (found,) = [
        activity
        for activity in activities(*small_stack(f"{AROUND}  crm: {{name: CRM, {stated}}}\n{after}"))
        if activity.cells[1] == "crm"
    ]
    return {column: cell for column, cell in zip(COLUMNS, found.cells, strict=True) if cell != NOT_STATED}


def test_of_a_bare_system_only_its_name_and_life_are_known() -> None:
    assert cells("") == {
        "System": "CRM",
        "Id": "crm",
        "Lifecycle": "live",
        "Controller": "Us",
        "Recipients": f"the vendor (vendor, if it runs the system: {NOT_STATED}); other systems: {NOT_STATED}",
        "Security measures": (
            "single sign-on, second factor, audit log, monitoring, backup, encryption, certifications: (not stated)"
        ),
    }


def test_every_cell_of_a_full_system_is_filled() -> None:
    after = """
  mail: {name: Mail, vendor: Letters}
  bus: {name: Bus}
integrations:
  - {from: crm, to: mail, data: [contact], via: bus}
  - {from: crm, to: mail, data: [product]}
  - {from: mail, to: crm, direction: two-way}
"""

    found = cells(
        "vendor: Acme, hosting: saas, description: Offers and orders, regions: [eu, us], lifecycle: retiring, "
        "owner: {business: it, technical: nobody}, "
        "data: {categories: [contact, order], subjects: [customer], retention: 36mo}, "
        "privacy: {agreement: 2024-05-02, legal_basis: contract, transfer: standard contractual clauses}, "
        "security: {sso: true, mfa: false, audit_log: true, monitoring: true, backup: false, "
        "encrypted: [at-rest, in-transit], certifications: []}",
        after,
    )

    assert found == {
        "System": "CRM",
        "Id": "crm",
        "Personal data": "yes",
        "Lifecycle": "retiring",
        "Controller": "Us",
        "Purpose": "Offers and orders",
        "Data subjects": "customer",
        "Categories of data": "contact; order",
        "Sensitive data": "no",
        "Recipients": "Acme (vendor); Mail (Letters); Bus; Mail (Letters), personal data not stated",
        "Third countries": "us",
        "Safeguards": "standard contractual clauses",
        "Retention": "36 months",
        "Security measures": (
            "single sign-on; audit log; monitoring; encrypted at rest and in transit; "
            "no second factor; no backup; no certification"
        ),
        "Legal basis": "contract (GDPR Art. 6(1)(b))",
        "Business owner": "IT",
        "Technical owner": "nobody",
        "Processing agreement": "signed 2024-05-02",
    }


@pytest.mark.parametrize(
    ("stated", "column", "cell"),
    [
        ("privacy: {agreement: false}", "Processing agreement", "none"),
        ("privacy: {legal_basis: none}", "Legal basis", "none named"),
        ("data: {retention: false}", "Retention", "never deleted"),
        ("data: {retention: 90d}", "Retention", "90 days"),
        ("data: {retention: 2y}", "Retention", "24 months"),
        ("data: {subjects: []}", "Data subjects", "none"),
        ("regions: [eu]", "Third countries", "none"),
        ("regions: [eu]", "Safeguards", "none needed"),
        ("hosting: agency", "Recipients", f"the agency that runs it; other systems: {NOT_STATED}"),
        ("hosting: on-premises", "Recipients", f"other systems: {NOT_STATED}"),
        ("bought: {how: built}", "Recipients", f"other systems: {NOT_STATED}"),
    ],
)
def test_a_stated_no_is_no_gap(stated: str, column: str, cell: str) -> None:
    assert cells(stated)[column] == cell


def test_where_nothing_flows_there_are_no_recipients() -> None:
    assert cells("hosting: on-premises", "integrations: []")["Recipients"] == "none"


def test_systems_with_personal_data_come_first_and_those_without_last() -> None:
    stack = small_stack(
        """
        systems:
          a: {name: A, data: {categories: [product]}}
          b: {name: B}
          c: {name: C, data: {categories: [contact]}}
        """
    )

    assert [(activity.personal, activity.cells[0]) for activity in activities(*stack)] == [
        (True, "C"),
        (None, "B"),
        (False, "A"),
    ]
    assert [*STANDINGS] == [True, None, False]


@pytest.mark.parametrize("name", NAMES)
def test_no_system_of_an_example_is_dropped_and_no_cell_is_empty(name: str) -> None:
    inventory, audit = example(name)

    found = activities(inventory, audit)

    assert sorted(activity.cells[1] for activity in found) == sorted(inventory.systems)
    assert all(cell for activity in found for cell in activity.cells)
