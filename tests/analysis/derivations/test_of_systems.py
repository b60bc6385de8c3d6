from __future__ import annotations

import pytest

from stackaudit.analysis.derivations.of_systems import CENTRAL
from stacks import catalogue, facts_of_system


def test_the_catalogue_has_all_central_categories() -> None:
    assert catalogue().categories.keys() >= CENTRAL


@pytest.mark.parametrize(
    ("stated", "central"),
    [
        ("category: crm", True),
        ("category: survey", False),
        ("product: Salesforce Sales Cloud", True),
        ("brand: x", None),
    ],
)
def test_the_category_tells_whether_a_system_is_central(stated: str, central: bool | None) -> None:
    assert facts_of_system(stated).get("central") is central


@pytest.mark.parametrize(
    ("stated", "group"),
    [("category: crm", "social"), ("category: erp", "business"), ("product: Pipedrive", "social"), ("brand: x", None)],
)
def test_the_category_brings_its_group(stated: str, group: str | None) -> None:
    assert facts_of_system(stated).get("group") == group


def test_the_catalogue_brings_vendor_category_and_capabilities_where_none_are_stated() -> None:
    product = catalogue().products["hubspot-marketing-hub"]

    known = facts_of_system("product: HubSpot Marketing Hub")
    stated = facts_of_system("product: HubSpot Marketing Hub, vendor: Us, category: erp, capabilities: [survey]")

    assert (known["vendor"], known["category"]) == ("HubSpot", "marketing-automation")
    assert known["jobs"] == ("marketing-automation", *product.capabilities)
    assert "crm" in product.capabilities
    assert (stated["vendor"], stated["jobs"]) == ("Us", ("erp", "survey"))


@pytest.mark.parametrize(
    ("stated", "jobs"),
    [("category: crm", ("crm",)), ("category: crm, capabilities: [survey]", ("crm", "survey")), ("brand: x", None)],
)
def test_jobs_are_the_category_and_the_capabilities(stated: str, jobs: tuple[str, ...] | None) -> None:
    assert facts_of_system(stated).get("jobs") == jobs


@pytest.mark.parametrize(
    ("stated", "run_by_us"),
    [
        ("hosting: on-premises", True),
        ("hosting: saas", False),
        ("hosting: paas, bought: {how: built}", False),
        ("hosting: hybrid", False),
        ("hosting: agency", False),
        ("bought: {how: built}", True),
        ("bought: {how: card}", False),
        ("brand: x", False),
    ],
)
def test_hosting_tells_who_runs_a_system_and_else_the_purchase(stated: str, run_by_us: bool) -> None:
    assert facts_of_system(stated)["run_by_us"] is run_by_us


@pytest.mark.parametrize(
    ("stated", "personal", "sensitive"),
    [
        ("data: {categories: [contact]}", True, False),
        ("data: {categories: [payment]}", True, True),
        ("data: {categories: [product]}", False, False),
        ("data: {subjects: [customer]}", True, None),
        ("data: {categories: [contact], production: true}", True, False),
        ("data: {categories: [payment], subjects: [customer], production: false}", False, False),
        ("data: {production: false}", False, False),
        ("data: {production: true}", None, None),
    ],
)
def test_real_data_about_people_is_personal_and_invented_data_is_not(
    stated: str,
    personal: bool | None,
    sensitive: bool | None,
) -> None:
    facts = facts_of_system(stated)

    assert (facts.get("data.personal"), facts.get("data.sensitive")) == (personal, sensitive)


@pytest.mark.parametrize(
    ("stated", "around", "mastered"),
    [
        ("data: {master_of: [customer, order]}", "", ("customer", "order")),
        ("data: {master_of: []}", "", ()),
        ("brand: x", "", None),
        ("data: {master_of: [unknown]}", "", None),
        ("brand: x", "governance: {customer: {master: it}}", ("customer",)),
        ("data: {master_of: [order]}", "governance: {customer: {master: it}}", ("order", "customer")),
        ("data: {master_of: [customer]}", "governance: {customer: {master: it}}", ("customer",)),
        ("brand: x", "governance: {customer: {master: nobody}}", None),
    ],
)
def test_a_system_is_master_by_its_own_word_or_by_governance(
    stated: str,
    around: str,
    mastered: tuple[str, ...] | None,
) -> None:
    assert facts_of_system(stated, around).get("data.mastered") == mastered


@pytest.mark.parametrize(
    ("regions", "allowed", "outside"),
    [
        ("[eu]", "[eu]", ()),
        ("[eu, us]", "[eu]", ("us",)),
        ("[DE]", "[eu]", ()),
        ("[]", "[eu]", ()),
        ("[us]", "[]", ("us",)),
        ("[us, unknown]", "[eu]", ("us",)),
        ("[eu, unknown]", "[eu]", None),
        ("[us]", "[eu, unknown]", None),
        ("[eu]", "[eu, unknown]", ()),
        ("unknown", "[eu]", None),
        ("[us]", "unknown", None),
    ],
)
def test_regions_are_outside_where_none_of_the_allowed_ones_holds_them(
    regions: str,
    allowed: str,
    outside: tuple[str, ...] | None,
) -> None:
    facts = facts_of_system(f"regions: {regions}", f"organization: {{regions: {allowed}}}")

    assert facts.get("regions.outside") == outside


@pytest.mark.parametrize(
    ("stated", "second_factor"),
    [
        ("security: {mfa: true}", True),
        ("security: {mfa: false}", False),
        ("security: {sso: true}", True),
        ("security: {sso: true, mfa: false}", False),
        ("security: {sso: false}", None),
        ("security: {sso: false, mfa: true}", True),
        ("brand: x", None),
        ("category: identity, security: {sso: true}", None),
        ("category: identity, security: {sso: true, mfa: true}", True),
    ],
)
def test_single_sign_on_brings_a_second_factor_unless_something_else_is_stated(
    stated: str,
    second_factor: bool | None,
) -> None:
    assert facts_of_system(stated).get("security.second_factor") is second_factor


@pytest.mark.parametrize(
    ("annual", "counted"),
    [
        ("1200", True),
        ("0", True),
        ("{amount: 1200, currency: EUR}", True),
        ("{amount: 1200, currency: USD}", True),
        ("{amount: 1200, currency: GBP}", False),
        ("unknown", None),
    ],
)
def test_a_cost_counts_where_a_rate_brings_it_into_the_own_currency(annual: str, counted: bool | None) -> None:
    around = "organization: {currency: EUR, exchange_rates: {USD: 0.92}}"

    facts = facts_of_system(f"cost: {{annual: {annual}}}", around)

    assert facts.get("cost.counted") is counted


@pytest.mark.parametrize(
    ("stated", "exposed"),
    [
        ("data: {categories: [contact]}", True),
        ("data: {categories: [product]}", False),
        ("public: true", True),
        ("data: {categories: [product]}, public: true", True),
        ("data: {categories: [product]}, service: {criticality: high}", True),
        ("data: {categories: [product]}, service: {criticality: medium}", False),
        ("service: {criticality: critical}", True),
        ("service: {criticality: low}, public: false", None),
        ("brand: x", None),
    ],
)
def test_people_the_public_and_a_grave_outage_expose_a_system(stated: str, exposed: bool | None) -> None:
    assert facts_of_system(stated).get("exposed") is exposed


@pytest.mark.parametrize(
    ("certificates", "certified"),
    [("[soc2]", True), ("[]", False), ("[unknown]", None), ("[unknown, soc2]", True), ("unknown", None)],
)
def test_one_known_certificate_is_enough(certificates: str, certified: bool | None) -> None:
    assert facts_of_system(f"security: {{certifications: {certificates}}}").get("security.certified") is certified
