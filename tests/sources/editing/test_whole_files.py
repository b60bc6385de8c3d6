"""A new inventory reads as if written by hand."""

from __future__ import annotations

from stackaudit.model.edits import Add, Put
from stackaudit.sources.editing import edited, written_inventory

SECTIONS = {
    "integrations": [
        {"from": "crm", "to": "mail", "data": ["contact"], "method": "api", "runs": "hourly", "last_ran": "2026-11-20"},
    ],
    "systems": {
        "crm": {
            "name": "Salesforce Sales Cloud",
            "aliases": ["SFDC*"],
            "owner": {"business": "sales", "technical": "it"},
            "cost": {"annual": 240_000, "seats": 120, "renews": "2027-04-01"},
            "lifecycle": "live",
            "regions": ["eu", "NO"],
            "security": {
                "sso": True,
                "mfa": True,
                "shared_accounts": False,
                "encrypted": ["at-rest", "in-transit"],
                "certifications": ["soc2", "iso27001"],
            },
            "notes": "A text that is longer than a line: it says what the contract holds, who signed it, "
            "and why nobody read it.",
        },
        "mail": {"name": "Mailchimp", "cost": {"annual": {"amount": 1200, "currency": "USD"}}},
    },
    "stackaudit": 1,
    "teams": {"it": {"side": "it"}, "sales": {"name": "Wholesale", "side": "sales"}},
    "organization": {"name": "Fjordline: Outdoor", "currency": "EUR", "spend": {"it": 2_400_000}},
}

WRITTEN = """\
# Imported from tools.csv.
stackaudit: 1

organization:
  name: "Fjordline: Outdoor"
  currency: EUR
  spend: {it: 2_400_000}

teams:
  it:    {side: it}
  sales: {name: Wholesale, side: sales}

systems:
  crm:
    name: Salesforce Sales Cloud
    aliases: [SFDC*]
    owner:     {business: sales, technical: it}
    cost:      {annual: 240_000, seats: 120, renews: 2027-04-01}
    lifecycle: live
    regions:   [eu, "NO"]
    security:  {sso: true, mfa: true, shared_accounts: false, encrypted: [at-rest, in-transit],
                certifications: [soc2, iso27001]}
    notes: >-
      A text that is longer than a line: it says what the contract holds, who signed it, and why nobody read
      it.

  mail:
    name: Mailchimp
    cost: {annual: {amount: 1_200, currency: USD}}

integrations:
  - {from: crm, to: mail, data: [contact], method: api, runs: hourly, last_ran: 2026-11-20}
"""


def test_sections_stand_in_the_order_of_the_language() -> None:
    assert written_inventory(SECTIONS, ["Imported from tools.csv."]) == WRITTEN


def test_systems_that_all_fit_on_a_line_stand_on_one_each() -> None:
    systems = {
        "slack": {"name": "Slack", "security": {"sso": True}},
        "read-the-docs-our-site": {"name": "Read the Docs"},
    }

    assert written_inventory({"systems": systems}) == (
        "systems:\n  slack: {name: Slack, security: {sso: true}}\n  read-the-docs-our-site: {name: Read the Docs}\n"
    )


def test_a_list_of_names_stays_one() -> None:
    assert written_inventory({"systems": ["Slack", "Zoom"]}) == "systems:\n  - Slack\n  - Zoom\n"


def test_empty_sections_say_so() -> None:
    assert written_inventory({"systems": {}, "integrations": []}) == "systems: {}\n\nintegrations: []\n"


def test_edits_of_an_empty_text_write_the_same() -> None:
    edits = [Put((section,), value) for section, value in SECTIONS.items() if section not in ("systems", "teams")]
    edits += [Add(("teams",), key, entry) for key, entry in SECTIONS["teams"].items()]  # type: ignore[attr-defined]
    edits += [Add(("systems",), key, entry) for key, entry in SECTIONS["systems"].items()]  # type: ignore[attr-defined]

    assert edited("inventory.yaml", "", edits) == written_inventory(SECTIONS)
