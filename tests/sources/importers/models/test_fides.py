"""Manifests of Fides."""

from __future__ import annotations

from pathlib import Path

import pytest

from sources.importers.drafted import content, draft, facts, read, sample, told
from stackaudit.sources.importers.models.fides import FIDES

MANIFEST = FIDES.read(sample("fides--manifest.yml"))
PUBLISHED = Path(__file__).parents[5] / "shared" / "data" / "models"


def test_systems_say_what_their_declarations_and_datasets_say() -> None:
    assert facts(MANIFEST) == {
        "booking": {
            "name": "Booking",
            "description": "Sells tickets",
            "owner.business": "sales",
            "vendor": "Seaway Software Ltd",
            "privacy.transfer": "SCCs; Adequacy Decision",
            "privacy.legal_basis": "contract",
            "data.categories": [
                "contact",
                "financial.bank_account",
                "user.favourite_deck",
                "content.private",
                "system.operations",
                "demographic.date_of_birth",
            ],
            "data.subjects": ["customer", "passenger"],
            "data.retention": "730d",
        },
        "mailer": {
            "name": "Mailer",
            "data.categories": ["contact.email", "behavior"],
            "data.subjects": ["prospect"],
        },
    }
    assert draft(MANIFEST, "booking").doubts == {"data.retention": "a number, taken as days"}


def test_a_flow_that_both_ends_tell_is_one() -> None:
    assert facts(MANIFEST, "integration") == {
        "booking -> mailer": {"from": "booking", "to": "mailer", "data": ["contact.email"]}
    }


def test_what_differs_and_what_leads_nowhere_is_told() -> None:
    assert told(draft(MANIFEST, "booking").remarks) == [
        ("system_type", "Application", 8, ""),
        ("privacy_declarations.name", "Sell tickets", 17, ""),
        ("privacy_declarations.data_use", "essential.service", 19, ""),
        ("privacy_declarations.name", "Answer complaints", 24, ""),
        ("privacy_declarations.data_use", "essential.service.support", 26, ""),
        ("egress", "harbour", 15, "leads to no system of this file"),
    ]
    assert told(draft(MANIFEST, "mailer").remarks) == [
        (
            "privacy_declarations.legal_basis_for_processing",
            "Consent; Legitimate interests",
            38,
            "differs from declaration to declaration",
        ),
        ("privacy_declarations.data_use", "marketing.advertising", 36, ""),
        ("privacy_declarations.data_use", "analytics", 40, ""),
    ]


def test_entries_that_are_no_systems_are_remarks_and_people_are_only_counted() -> None:
    assert told(MANIFEST.remarks) == [
        ("system", "description: nameless", 43, "a system without a key"),
        ("dataset", "Weather", 53, "a dataset that no system refers to"),
    ]
    assert MANIFEST.rows == 5
    assert "person-007" not in str(MANIFEST)
    assert {key: MANIFEST.left[key] for key in ("policy", "data_stewards")} == {"policy": 1, "data_stewards": 1}


def test_the_one_organisation_and_named_departments_are_told() -> None:
    assert facts(MANIFEST, "organization") == {"organization": {"name": "Northern Ferry Line"}}
    assert facts(MANIFEST, "team") == {"sales": {"side": "sales"}}


def test_manifests_may_be_spread_over_documents() -> None:
    text = "system: [{fides_key: a, egress: [{fides_key: b, type: system}]}]\n---\nsystem: [{fides_key: b}]\n"

    imported = read(FIDES, text)

    assert facts(imported) == {"a": {"name": "a"}, "b": {"name": "b"}}
    assert facts(imported, "integration") == {"a -> b": {"from": "a", "to": "b"}}


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published manifests are not here")
def test_the_published_examples_are_read_to_their_end() -> None:
    demo, cookies = (
        read(FIDES, (PUBLISHED / name).read_text(encoding="utf-8"))
        for name in ("demo_system.yml", "sample_systems.yml")
    )

    assert [*facts(demo)] == ["demo_analytics_system", "demo_marketing_system"]
    assert [*facts(demo, "integration")] == ["demo_marketing_system -> demo_analytics_system"]
    assert [*facts(cookies)] == [
        "cookie_house",
        "cookie_house_loyalty_database",
        "cookie_house_postgresql_database",
        "cookie_house_customer_database",
        "cookie_house_marketing_system",
        "cookie_house_custom_request_fields_database",
    ]
    assert len(facts(cookies, "integration")) == 5


@pytest.mark.parametrize("text", ["system: [{name: a}]\n# fides_key\n", "system: {fides_key: a}\n", "- fides_key: a\n"])
def test_other_yaml_is_not_claimed(text: str) -> None:
    assert not FIDES.claims(content(text))


@pytest.mark.parametrize("wrong", ["[]", "1", "null", "{}", "[1, {}]", "true", "x"])
@pytest.mark.parametrize("key", ["name", "privacy_declarations", "egress", "dataset_references", "legal_name"])
def test_values_of_wrong_types_are_no_facts(key: str, wrong: str) -> None:
    imported = read(FIDES, f"system: [{{fides_key: a}}, {{fides_key: b, {key}: {wrong}}}]\ndataset: {wrong}\n")

    assert facts(imported)["a"] == {"name": "a"}
