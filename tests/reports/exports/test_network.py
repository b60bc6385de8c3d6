"""The stack as nodes and edges."""

from __future__ import annotations

from datetime import date

from reports.exports.exported_stacks import NAMES, example, small_stack
from reports.exports.rows import edges, nodes
from stackaudit.reports.exports.network import EDGE_PROPERTIES, NODE_PROPERTIES
from stacks import audit_of, rules_of, stack_of

INVENTORY = """
organization: {name: Us, currency: EUR, exchange_rates: {GBP: 1.2}}
teams: {it: {side: it, lead: cio}, web: {name: Web, side: marketing, part_of: it}}
systems:
  crm:
    name: CRM
    owner: {business: web, technical: it}
    cost: {annual: {amount: 10, currency: GBP}, renews: 2027-03-01, notice: 30d}
    regions: [eu, us]
    security: {sso: false}
  mail: {name: Mail, owner: {business: agency, technical: nobody}}
integrations:
  - {from: crm, to: mail, via: crm, data: [contact], runs: 2d, last_ran: 2026-11-20}
  - {from: mail, to: crm}
"""


def test_systems_come_before_teams_and_named_teams_last() -> None:
    assert [(node.id, node.kind, node.name) for node in nodes(*small_stack(INVENTORY))] == [
        ("system:crm", "system", "CRM"),
        ("system:mail", "system", "Mail"),
        ("team:it", "team", "it"),
        ("team:web", "team", "Web"),
        ("team:agency", "team", "agency"),
    ]


def test_a_system_has_what_is_stated_and_nothing_else() -> None:
    crm, mail, it, *_ = nodes(*small_stack(INVENTORY))

    assert {name: value for name, value in crm.properties.items() if value not in (None, "")} == {
        "lifecycle": "live",
        "environment": "production",
        "side": "marketing",
        "regions": "eu; us",
        "business_owner": "web",
        "technical_owner": "it",
        "annual_cost": 12.0,
        "currency": "EUR",
        "renews": date(2027, 3, 1),
        "notice_by": date(2027, 1, 30),
        "sso": False,
        "findings": 0,
    }
    assert mail.properties["technical_owner"] == ""
    assert it.properties == {"side": "it", "lead": "cio", "findings": 0, "worst": None}


def test_integrations_come_before_owners_and_these_before_teams_of_teams() -> None:
    inventory, _ = small_stack(INVENTORY)

    assert [edge[:4] for edge in edges(inventory)] == [
        ("sends:1", "sends", "system:crm", "system:mail"),
        ("sends:2", "sends", "system:mail", "system:crm"),
        ("owns:crm", "owns", "team:web", "system:crm"),
        ("owns:mail", "owns", "team:agency", "system:mail"),
        ("runs:crm", "runs", "team:it", "system:crm"),
        ("part-of:web", "part-of", "team:web", "team:it"),
    ]


def test_an_integration_says_what_flows_how() -> None:
    flow = next(edges(small_stack(INVENTORY)[0]))

    assert {name: value for name, value in flow.properties.items() if value not in (None, "")} == {
        "name": "CRM to Mail",
        "direction": "one-way",
        "data": "contact",
        "via": "system:crm",
        "days_between_runs": 2.0,
        "last_ran": date(2026, 11, 20),
        "personal": True,
        "sensitive": False,
    }


def test_findings_are_counted_by_system_with_the_worst() -> None:
    rules = rules_of(*[f"id: {word}\n" + _rule(word) for word in ("low", "high")])

    crm, mail, *_ = nodes(stack_of(INVENTORY).inventory, audit_of(INVENTORY, rules))

    assert (crm.properties["findings"], crm.properties["worst"]) == (2, "high")
    assert (mail.properties["findings"], mail.properties["worst"]) == (0, None)


def _rule(severity: str) -> str:
    return f"""title: Systems have single sign-on
severity: {severity}
why: Why.
fix: Fix.
for: system
expect: {{security.sso: true}}
message: No."""


def test_every_property_has_the_type_of_its_column() -> None:
    for name in NAMES:
        inventory, audit = example(name)
        for columns, found in ((NODE_PROPERTIES, nodes(inventory, audit)), (EDGE_PROPERTIES, edges(inventory))):
            for each in found:
                assert [*each.properties] == [key for key in each.properties if key in columns]
                stated = {key: value for key, value in each.properties.items() if value is not None}
                assert {key: type(value) for key, value in stated.items()} == {key: columns[key] for key in stated}
