"""Headings as people write them, and what they state."""

from __future__ import annotations

import pytest

from stackaudit.sources.importers.columns.headings import VAGUE, readings
from stackaudit.sources.importers.columns.names_of_columns import SYSTEM_COLUMNS
from stackaudit.sources.importers.columns.names_of_flow_columns import FLOW_COLUMNS
from stackaudit.sources.importers.columns.ways import FLOW_WAYS, WAYS


@pytest.mark.parametrize(
    ("heading", "way"),
    [
        ("Tool", "name"),
        ("APPLICATION NAME", "name"),
        ("toolName", "name"),
        ("Anwendung", "name"),
        ("Logiciel", "name"),
        ("Supplier", "vendor"),
        ("Hersteller", "vendor"),
        ("Business owner", "owner.business"),
        ("business_owner", "owner.business"),
        ("System Owner:", "owner.some"),
        ("System owner (technical)", "owner.technical"),
        ("System owner (business)", "owner.business"),
        ("Owned by", "owner.some"),
        ("Dept.", "owner.department"),
        ("Owning team", "owner.department"),
        ("IT owner", "owner.technical"),
        ("Admin team", "owner.technical"),
        ("Responsable technique", "owner.technical"),
        ("Annual cost (USD)", "cost.annual"),
        ("Annual Cost, EUR", "cost.annual"),
        ("Annual spend FY26", "cost.annual"),
        ("Jährliche Kosten", "cost.annual"),
        ("ACV", "cost.annual"),
        ("Monthly spend", "cost.monthly"),
        ("Cost/yr", "cost.annual"),
        ("Contract expiry date", "cost.renews"),
        ("Date of last security review", "security.reviewed"),
        ("Cost", "cost.some"),
        ("Billing cycle", "cost.period"),
        ("Renewal Date", "cost.renews"),
        ("Contract End", "cost.renews"),
        ("Vertragsende", "cost.renews"),
        ("Notice period (days)", "cost.notice"),
        ("Kündigungsfrist", "cost.notice"),
        ("Auto-renewal?", "cost.auto_renews"),
        ("# of licenses", "cost.seats"),
        ("Users purchased", "cost.seats"),
        ("Active users (30d)", "cost.seats_used"),
        ("Cost centre", "cost.paid_by"),
        ("SSO?", "security.sso"),
        ("Is SSO enabled", "security.sso"),
        ("Authentication method", "security.sso"),
        ("2FA", "security.mfa"),
        ("PII", "data.personal"),
        ("Contains PII? (Y/N)", "data.personal"),
        ("Data types", "data.categories"),
        ("Data subjects", "data.subjects"),
        ("DPA signed", "privacy.agreement"),
        ("AV-Vertrag", "privacy.agreement"),
        ("Data residency", "regions"),
        ("Hosted in", "regions"),
        ("Hosting", "hosting"),
        ("SaaS", "hosting.saas"),
        ("SaaS (yes/no)", "hosting.saas"),
        ("Tier", "service.criticality"),
        ("critical_systems_tier", "service.criticality"),
        ("Business critical?", "service.is_critical"),
        ("Status", "lifecycle"),
        ("Category", "category"),
        ("Use case", "description"),
        ("Login link", "url"),
        ("Purchased by", "bought.by"),
        ("Approved by IT", "bought.it_agreed"),
        ("Payment method", "bought.how"),
        ("Purchase date", "bought.on"),
        ("Last security review", "security.reviewed"),
        ("Certifications", "security.certifications"),
        ("Last verified", "verified.on"),
        ("Comments", "notes"),
        ("contract.renewalDate", "cost.renews"),
        ("vendor.name", "vendor"),
        ("Employee or customer facing app", "public"),
        ("Sends data to", "sends_to"),
        ("Owner's department", "owner.department"),
        ("life_cycle_stage", "lifecycle"),
        ("tags:Hosting", "hosting"),
        ("contract.annualValue.amount", "cost.annual"),
        ("Cost.amount", "cost.some"),
        ("functionalSuitability", "fit.business"),
        ("license.renewal_date", "cost.renews"),
        ("subscription:RESPONSIBLE/Business Owner", "owner.business"),
        ("Product / Service", "name"),
        ("Spend last 12 months", "cost.annual"),
        ("Stack Layer", "category"),
    ],
)
def test_a_heading_states(heading: str, way: str) -> None:
    assert readings(heading)[0].way == way


@pytest.mark.parametrize(
    ("heading", "way"),
    [
        ("From", "from"),
        ("Source system", "from"),
        ("Target", "to"),
        ("Data exchanged", "data"),
        ("How", "method"),
        ("Frequency", "runs"),
        ("Direction", "direction"),
        ("Last sync", "last_ran"),
        ("Owner", "owner"),
    ],
)
def test_a_heading_of_integrations_states(heading: str, way: str) -> None:
    assert readings(heading, of_flows=True)[0].way == way


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "Ticket",
        "Owner email",
        "SSO cost",
        "SSO available",
        "Renewal notes",
        "System of record",
        "column 7",
        "x" * 5_000,
        "Cost/seat",
        "Price/user",
    ],
)
def test_a_heading_that_states_nothing_known(heading: str) -> None:
    assert readings(heading) == ()


def test_a_heading_that_need_not_be_about_the_fact_is_vague() -> None:
    (reading,) = (reading for reading in readings("Integration method") if reading.way == "security.sso")

    assert reading.rank >= VAGUE


def test_the_more_exact_name_comes_first() -> None:
    exact, vague = (next(r.rank for r in readings(heading) if r.way == "name") for heading in ("Tool name", "Service"))

    assert exact < vague


@pytest.mark.parametrize(("table", "ways"), [(SYSTEM_COLUMNS, WAYS), (FLOW_COLUMNS, FLOW_WAYS)])
def test_every_line_of_names_is_of_something_that_columns_can_state(table: str, ways: dict[str, object]) -> None:
    named = [line.split(":")[0].strip() for line in table.splitlines() if ":" in line]

    assert set(named) <= set(ways)
    assert len(named) == len(set(named))


def test_every_fact_of_a_system_has_names_apart_from_a_few_that_no_list_has() -> None:
    named = {line.split(":")[0].strip() for line in SYSTEM_COLUMNS.splitlines() if ":" in line}

    assert set(WAYS) - named == {
        "data.production",
        "name.vendor",
        "security.key_deputy",
        "service.load_time",
    }
