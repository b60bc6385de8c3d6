"""The tables of nodes and edges that our own export writes."""

from __future__ import annotations

import pytest

from sources.importers.drafted import content, facts, sample
from stackaudit.sources.importers.models.graph_tables import GRAPH_TABLES
from stackaudit.sources.importers.models.own_words import cost, take_of, unguarded


def test_nodes_are_systems_and_teams() -> None:
    imported = GRAPH_TABLES.read(sample("graph-table--nodes.csv"))

    assert facts(imported) == {
        "booking": {
            "name": "=Booking",
            "vendor": "Seaway",
            "lifecycle": "live",
            "environment": "production",
            "hosting": "saas",
            "regions": ["eu", "no"],
            "owner.business": "deck",
            "owner.technical": "it",
            "cost.annual": {"amount": 1200.5, "currency": "NOK"},
            "cost.renews": "2027-05-01",
            "data.categories": ["contact", "order"],
            "data.records": 12,
            "security.sso": True,
            "security.mfa": False,
        },
        "mailer": {"name": "Mailer", "lifecycle": "retiring", "environment": "production"},
    }
    assert facts(imported, "team") == {
        "deck": {"name": "Deck crew", "side": "service"},
        "it": {"side": "it", "lead": "cio"},
    }
    assert imported.left == {"side": 1, "notice_by": 1, "personal": 1, "sensitive": 1, "findings": 4}


def test_edges_are_integrations_and_parts_of_teams() -> None:
    imported = GRAPH_TABLES.read(sample("graph-table--edges.csv"))

    assert facts(imported, "integration") == {
        "booking -> mailer": {
            "from": "booking",
            "to": "mailer",
            "via": "booking",
            "name": "=Booking to Mailer",
            "data": ["contact"],
            "method": "api",
            "direction": "two-way",
            "owner": "it",
            "runs": "hourly",
            "encrypted": True,
        }
    }
    assert facts(imported, "team") == {"it": {"part_of": "deck"}}
    assert imported.left == {"personal": 1, "sensitive": 1, "owns": 1, "runs": 1}


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("'=1+1", "=1+1"),
        ("a; '-b", "a; '-b"),
        ("a;'-b", "a;-b"),
        ("it's", "it's"),
        ("'quoted'", "'quoted'"),
        ("''=1", "'=1"),
    ],
)
def test_apostrophes_before_formulas_are_taken_away(cell: str, text: str) -> None:
    assert unguarded(cell) == text


@pytest.mark.parametrize(
    ("kind", "fact", "text", "value"),
    [
        ("integration", "runs", "0.041666666666666664", "hourly"),
        ("integration", "runs", "2.0", "2d"),
        ("integration", "runs", "0", "real-time"),
        ("integration", "runs", "weekly", "weekly"),
        ("integration", "runs", "0.3", None),
        ("system", "privacy.agreement", "false", False),
        ("system", "privacy.agreement", "2026-01-31", "2026-01-31"),
        ("system", "no.such.fact", "x", None),
        ("system", "regions", "eu; us; eu", ["eu", "us"]),
        ("system", "data.records", "12.0", 12),
        ("system", "public", "perhaps", None),
    ],
)
def test_facts_are_read_as_our_exports_spell_them(kind: str, fact: str, text: str, value: object) -> None:
    assert take_of(kind, fact)(text).value == value


def test_an_amount_without_a_currency_is_a_plain_figure() -> None:
    assert [cost("12.50", "").value, cost("12", "EUR").value, cost("", "EUR").value] == [
        12.5,
        {"amount": 12, "currency": "EUR"},
        None,
    ]


@pytest.mark.parametrize("text", ["id,kind,name\n1,system,CRM\n", "id,kind,source,target\n1,sends,a,b\n"])
def test_other_tables_are_not_claimed(text: str) -> None:
    assert not GRAPH_TABLES.claims(content(text, ".csv"))
