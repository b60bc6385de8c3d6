"""A list that a company published, where it lies beside the repository: every system of it is kept."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from stackaudit.sources.importers.reading import read_import

LIST = Path(__file__).parents[4] / "shared/data/inventories/gitlab-tech-stack-2022-08.yml"

pytestmark = pytest.mark.skipif(not LIST.exists(), reason="the list is not beside the repository")


def test_every_system_of_the_list_is_kept() -> None:
    found = read_import(LIST, {})

    systems = [draft for draft in found.drafts if draft.kind == "system"]
    assert (found.importer, found.rows, len(systems), len({draft.key for draft in systems})) == ("list", 220, 220, 220)
    assert found.remarks == ()


def test_the_columns_of_the_list_are_recognised() -> None:
    assert read_import(LIST, {}).columns == {
        "title": "name",
        "description": "description",
        "employee_or_customer_facing_app": "public",
        "business_owner": "owner.business",
        "group_owner": "owner.department",
        "technical_owner": "owner.technical",
        "saas": "hosting.saas",
        "collected_data": "data.categories",
        "integration_method": "security.sso",
        "critical_systems_tier": "service.criticality",
    }


def test_the_thirteen_spellings_of_a_tier_are_all_understood() -> None:
    drafts = [draft for draft in read_import(LIST, {}).drafts if draft.kind == "system"]

    tiers = Counter(str(draft.facts.get("service.criticality")) for draft in drafts)
    left = [remark for draft in drafts for remark in draft.remarks if remark.heading == "critical_systems_tier"]
    assert tiers == {"critical": 34, "high": 42, "low": 125, "None": 19}
    assert left == []
