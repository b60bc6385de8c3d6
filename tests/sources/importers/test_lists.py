"""Lists in YAML and JSON: which hold systems, and how their keys become columns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stackaudit.model.imports import Remark
from stackaudit.model.problems import Problems
from stackaudit.sources.importers.importers import IMPORTERS
from stackaudit.sources.importers.opening import contents_of
from stackaudit.sources.importers.reading import read_import

if TYPE_CHECKING:
    from stackaudit.model.imports import Imported

ROOT = Path(__file__).parents[3]


def _read(folder: Path, text: str, name: str = "stack.yaml") -> Imported:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_import(path, {})


def _facts(found: Imported) -> dict[str, dict[str, object]]:
    return {draft.key: dict(draft.facts) for draft in found.drafts if draft.kind == "system"}


def test_nested_keys_are_joined_by_dots(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        """
- title: Zoom
  contract: {renewal_date: 2027-01-01, notice: {period: 60 days}}
  people:
    business_owner: Sales
    codes: [1, 2]
""",
    )

    assert _facts(found) == {
        "Zoom": {"name": "Zoom", "owner.business": "sales", "cost.renews": "2027-01-01", "cost.notice": "60d"}
    }
    assert found.columns == {
        "title": "name",
        "people.business_owner": "owner.business",
        "contract.renewal_date": "cost.renews",
        "contract.notice.period": "cost.notice",
    }
    assert found.drafts[-1].remarks == (Remark("people.codes", "1; 2", 6),)


def test_the_keys_of_a_mapping_name_its_entries(tmp_path: Path) -> None:
    found = _read(tmp_path, '{"tools": {"Zoom": {"owner": "IT", "sso": true}, "Slack": {"owner": "Sales"}}}', "a.json")

    assert _facts(found) == {
        "Zoom": {"name": "Zoom", "owner.business": "it", "security.sso": True},
        "Slack": {"name": "Slack", "owner.business": "sales"},
    }


def test_lists_under_several_keys_are_read_together(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        "marketing:\n- {tool: Canva, owner: Brand, sso: no}\nit:\n- {tool: Zoom, owner: IT, sso: yes}\n",
    )

    assert [*_facts(found)] == ["Canva", "Zoom"]
    assert found.rows == 2


def test_integrations_beside_systems_name_their_ends_by_key_or_name(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        """
applications:
  crm: {name: Pipedrive, owner: Sales, sso: yes}
  shop: {name: Shopify, owner: Web, sso: no}
flows:
- {from: shop, to: pipedrive, data: orders, method: api}
""",
    )

    assert [(draft.key, dict(draft.facts)) for draft in found.drafts if draft.kind == "integration"] == [
        ("Shopify -> Pipedrive", {"from": "Shopify", "to": "Pipedrive", "data": ["order"], "method": "api"})
    ]


def test_an_entry_that_is_no_mapping_is_a_remark(tmp_path: Path) -> None:
    found = _read(tmp_path, "tools:\n- {tool: Zoom, owner: IT}\n- {tool: Miro, owner: IT}\n- and some more\n")

    assert [*_facts(found)] == ["Zoom", "Miro"]
    assert found.rows == 3
    assert found.remarks == (Remark("", "and some more", 4, "names no system"),)


def test_secrets_below_a_list_are_not_carried(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        "- {tool: Zoom, owner: IT, admin: {password: hunter2}, logins: [{user: a, password: swordfish}]}\n",
    )

    assert "hunter2" not in repr(found)
    assert "swordfish" not in repr(found)
    assert found.left == {"logins": 1, "admin.password": 1}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("package.json", '{"name": "site", "contributors": [{"name": "Jane", "email": "j@example.com"}]}'),
        ("compose.yaml", "services:\n  web: {image: nginx, ports: ['80:80']}\n  db: {image: postgres}\n"),
        ("openapi.yaml", "openapi: 3.1.0\ntags:\n- {name: orders, description: Orders}\nservers:\n- {url: /v1}\n"),
        ("ci.yml", "on: push\njobs:\n  test: {runs-on: ubuntu, steps: [{name: Check, run: make, uses: a}]}\n"),
        ("people.json", '[{"name": "Jane", "title": "Analyst", "department": "IT", "email": "j@example.com"}]'),
        ("words.json", '["Zoom", "Slack"]'),
        ("empty.yaml", ""),
        ("text.yaml", "just words"),
        ("broken.yaml", "a: [1\nb: }"),
    ],
)
def test_what_lists_no_systems_is_not_claimed(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(Problems):
        _read(tmp_path, text, name)


@pytest.mark.parametrize(
    "text",
    [
        "stackaudit: 1\nsystems: [Zoom]\n",
        "systems:\n  zoom: {name: Zoom, owner: {business: it}}\n",
        "systems:\n- {name: Zoom}\nteams:\n  it: {side: it}\n",
    ],
)
def test_an_inventory_is_not_imported_into_itself(tmp_path: Path, text: str) -> None:
    with pytest.raises(Problems) as raised:
        _read(tmp_path, text)

    assert [problem.message for problem in raised.value.problems] == ["this is an inventory already"]


def test_other_lists_under_the_word_systems_are_in_other_words(tmp_path: Path) -> None:
    found = _read(tmp_path, "systems:\n- {name: Zoom, owner: IT, annual_cost: 400}\n")

    assert _facts(found) == {"Zoom": {"name": "Zoom", "owner.business": "it", "cost.annual": 400}}


def test_the_claim_looks_at_some_of_a_long_list_only(tmp_path: Path) -> None:
    path = tmp_path / "long.yaml"
    path.write_text("".join(f"- {{tool: Tool {n}, owner: IT}}\n" for n in range(3_000)), encoding="utf-8")
    (content,) = contents_of(path, {})

    assert IMPORTERS["list"].claims(content)
    assert len([draft for draft in read_import(path, {}).drafts if draft.kind == "system"]) == 3_000


@pytest.mark.parametrize(
    "text",
    [
        '{"records": [{"id": "r1", "fields": {"App": "Zoom", "Owner team": ["IT"], "SSO": true}}]}',
        '{"data": [{"type": "apps", "id": "1", "attributes": {"App": "Zoom", "Owner team": "IT", "SSO": true}}]}',
        '{"apps": {"edges": [{"node": {"App": "Zoom", "Owner team": "IT", "SSO": true}}]}}',
    ],
)
def test_what_a_service_wraps_around_its_entries_is_no_part_of_their_headings(tmp_path: Path, text: str) -> None:
    found = _read(tmp_path, text, "export.json")

    assert _facts(found) == {"Zoom": {"name": "Zoom", "owner.business": "it", "security.sso": True}}
    assert found.columns == {"App": "name", "Owner team": "owner.department", "SSO": "security.sso"}


@pytest.mark.parametrize("rule", ["rules/inventory/facts-missing.yaml", "rules/portfolio/vendor-too-large.yaml"])
def test_our_own_rules_are_no_lists(rule: str) -> None:
    with pytest.raises(Problems) as raised:
        read_import(ROOT / rule, {})

    assert [problem.message for problem in raised.value.problems] == [
        "no importer knows this file: nothing in it shows a list of systems"
    ]
