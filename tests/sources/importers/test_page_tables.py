"""Tables of tools on pages in Markdown and HTML: which are taken, and what headings above them say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sources.importers.drafted import content, draft, facts, inventory_text, read, sample, told
from stackaudit.sources.importers.html_tables import HTML_TABLES
from stackaudit.sources.importers.markdown_tables import MARKDOWN_TABLES
from stackaudit.sources.inventory import read_inventory_text

if TYPE_CHECKING:
    from stackaudit.sources.importers.importer import Importer


def test_all_tables_of_a_page_that_list_systems_are_taken() -> None:
    imported = MARKDOWN_TABLES.read(sample("markdown-table--handbook.md"))

    assert facts(imported) == {
        "Google Analytics": {
            "name": "Google Analytics",
            "description": "Visits to the shop",
            "owner.business": "digital-marketing",
            "cost.annual": 0,
            "security.sso": True,
            "category": "Analytics",
        },
        "Hotjar": {
            "name": "Hotjar",
            "description": "Heatmaps and recordings",
            "owner.business": "digital-marketing",
            "cost.annual": {"amount": 1188, "currency": "USD"},
            "cost.renews": "2027-03-01",
            "security.sso": False,
            "category": "Analytics",
        },
        "Tableau": {
            "name": "Tableau",
            "description": "Dashboards | exports",
            "owner.business": "data",
            "cost.annual": {"amount": 14400, "currency": "USD"},
            "cost.renews": "2027-01-31",
            "security.sso": True,
            "category": "Analytics",
        },
        "Mailchimp": {
            "name": "Mailchimp",
            "description": "Newsletters",
            "owner.business": "brand",
            "cost.annual": {"amount": 5988, "currency": "USD"},
            "cost.renews": "2027-06-30",
            "security.sso": False,
            "category": "Campaigns",
        },
        "Canva": {
            "name": "Canva",
            "description": "Pictures for posts",
            "cost.annual": {"amount": 1440, "currency": "USD"},
            "category": "Campaigns",
        },
        "Sendinblue": {
            "name": "Sendinblue",
            "description": "Newsletters until 2024",
            "owner.business": "brand",
            "lifecycle": "retired",
            "category": "Campaigns",
        },
        "Vine": {"name": "Vine", "description": "Clips", "lifecycle": "retired", "category": "Campaigns"},
    }
    assert facts(imported, "integration") == {
        "Mailchimp -> Tableau": {"from": "Mailchimp", "to": "Tableau", "data": ["contact.email"], "method": "api"}
    }


def test_links_of_names_give_hosts_and_headings_above_give_doubts() -> None:
    imported = MARKDOWN_TABLES.read(sample("markdown-table--handbook.md"))

    assert {
        each.key: (each.line, each.host, each.doubts)
        for each in imported.drafts
        if each.doubts and each.kind == "system"
    } == {
        "Google Analytics": (14, "analytics.google.com", {"category": "below the heading “Analytics”"}),
        "Hotjar": (15, "www.hotjar.com", {"category": "below the heading “Analytics”"}),
        "Tableau": (16, "", {"category": "below the heading “Analytics”"}),
        "Mailchimp": (22, "mailchimp.com", {"category": "below the heading “Campaigns”"}),
        "Canva": (23, "www.canva.com", {"category": "below the heading “Campaigns”"}),
        "Sendinblue": (
            30,
            "www.brevo.com",
            {"lifecycle": "below the heading “No longer used”", "category": "below the heading “Campaigns”"},
        ),
        "Vine": (31, "", {"lifecycle": "its name is struck through", "category": "below the heading “Campaigns”"}),
    }


def test_what_is_not_taken_is_told() -> None:
    imported = MARKDOWN_TABLES.read(sample("markdown-table--handbook.md"))

    assert told(draft(imported, "Canva").remarks) == [
        ("Owner", "ana@tidewater.example, Brand team", 23, "several owners"),
    ]
    assert told(draft(imported, "Sendinblue").remarks) == [("Replaced by", "Mailchimp", 30, "")]
    assert told(imported.remarks) == [
        ("Password", "", 22, "holds secrets, which are not carried"),
        ("Tool", "Total; $7,428", 24, "a total, no system"),
        ("", "Question | Person", 43, "a table of 1 row that does not list systems"),
    ]
    assert imported.left == {"Password": 1, "Replaced by": 1}
    assert "hunter2" not in repr(imported)


def test_a_wikis_table_is_read_with_its_spans_and_without_what_is_hidden() -> None:
    imported = HTML_TABLES.read(sample("html-table--wiki.html"))

    assert facts(imported) == {
        "Zendesk": {
            "name": "Zendesk",
            "owner.business": "customer-care",
            "cost.annual": {"amount": 23760, "currency": "EUR"},
            "cost.seats": 40,
            "regions": ["eu"],
            "category": "Customer service",
        },
        "Talkdesk": {
            "name": "Talkdesk",
            "owner.business": "customer-care",
            "cost.annual": {"amount": 31500, "currency": "EUR"},
            "cost.seats": 25,
            "regions": ["eu", "us"],
            "category": "Customer service",
        },
        "Lotus Notes & Domino": {
            "name": "Lotus Notes & Domino",
            "owner.business": "it",
            "cost.annual": {"amount": 12000, "currency": "EUR"},
            "cost.seats": 300,
            "lifecycle": "retired",
        },
    }
    assert told(imported.remarks) == [("", "Server | Room", 26, "a table of 1 row that does not list systems")]
    assert told(draft(imported, "Lotus Notes & Domino").remarks) == [
        ("Hosted in", "on a server in the cellar", 25, "not words that are known here"),
    ]


def test_rows_below_one_name_are_one_system() -> None:
    text = (
        "<table><tr><th>Tool<th>Owner<th>Regions<tr><td rowspan=2>Alba<td rowspan=2>IT<td>EU<tr><td>US"
        "<tr><td>Bora<td>IT<td>EU</table>"
    )

    imported = read(HTML_TABLES, text, ".html")

    assert facts(imported) == {
        "Alba": {"name": "Alba", "owner.business": "it", "regions": ["eu", "us"]},
        "Bora": {"name": "Bora", "owner.business": "it", "regions": ["eu"]},
    }


def test_a_table_with_a_column_for_each_tool_is_turned() -> None:
    rows = ("| Tool | Alba | Bora |", "|--|--|--|", "| Owner | IT | Sales |", "| Seats | 5 | 7 |", "| SSO | yes | no |")
    text = "# Our tools\n\n" + "\n".join(rows)

    imported = read(MARKDOWN_TABLES, text, ".md")

    assert facts(imported) == {
        "Alba": {"name": "Alba", "owner.business": "it", "cost.seats": 5, "security.sso": True},
        "Bora": {"name": "Bora", "owner.business": "sales", "cost.seats": 7, "security.sso": False},
    }


def test_cells_beyond_the_last_column_are_kept() -> None:
    text = "| Tool | Owner | Seats |\n|--|--|--|\n| Alba | IT | 5 | and | more |\n| Bora | IT | 7 |\n"

    imported = read(MARKDOWN_TABLES, text, ".md")

    assert told(draft(imported, "Alba").remarks) == [("beyond the last column", "and | more", 3, "")]


def test_the_same_system_in_two_tables_is_one() -> None:
    text = (
        "| Tool | Owner | Seats |\n|--|--|--|\n| Alba | IT | 5 |\n\n"
        "| Tool | Annual cost | SSO |\n|--|--|--|\n| Alba | $60 | yes |\n"
    )

    imported = read(MARKDOWN_TABLES, text, ".md")

    assert facts(imported) == {
        "Alba": {
            "name": "Alba",
            "owner.business": "it",
            "cost.seats": 5,
            "cost.annual": {"amount": 60, "currency": "USD"},
            "security.sso": True,
        }
    }


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "| Tool | Purpose |\n|--|--|\n| `read_file` | reads |\n| `write_file` | writes |\n| `ask_user` | asks |\n",
            "# Server\n\n",
        ),
        (
            "| Tool | Description |\n|--|--|\n| ruff | lints |\n| mypy | checks |\n| pytest | tests |\n",
            "# Developing\n\n",
        ),
        ("| Option | Default |\n|--|--|\n| `--as` | |\n", "# Our tools\n\n"),
        ("| Name | Role | Email |\n|--|--|--|\n| Ana | CMO | ana@a.example |\n", "# Tools\n\n"),
        ("| Tool | Owner |\n|--|--|\n", "# Tools\n\n"),
        ("Text | text\n", ""),
    ],
)
def test_other_tables_are_refused(text: str, title: str) -> None:
    assert not MARKDOWN_TABLES.claims(content(title + text, ".md"))


@pytest.mark.parametrize(
    "text",
    [
        "# Tools we use\n\n| Tool | How to get it |\n|--|--|\n| Slack | ask |\n| Figma | ask |\n",
        "| Tool | Purpose |\n|--|--|\n" + "".join(f"| [{name}](https://{name}.example) | x |\n" for name in "abc"),
    ],
)
def test_names_with_little_else_are_taken_where_the_page_or_their_links_show_what_they_are(text: str) -> None:
    assert MARKDOWN_TABLES.claims(content(text, ".md"))


@pytest.mark.parametrize(
    ("importer", "name"),
    [(MARKDOWN_TABLES, "markdown-table--handbook.md"), (HTML_TABLES, "html-table--wiki.html")],
)
def test_an_inventory_accepts_all_facts(importer: Importer, name: str) -> None:
    imported = importer.read(sample(name))
    words = {str(entry["category"]) for entry in facts(imported).values() if "category" in entry}
    drafts = (
        each._replace(key=re.sub(r"\W+", "-", each.key)) for each in imported.drafts if each.kind != "integration"
    )

    inventory = read_inventory_text("inventory.yaml", inventory_text(tuple(drafts)), words)

    assert {system.name for system in inventory.systems.values()} == set(facts(imported))


@pytest.mark.parametrize(
    "text",
    [
        "| Tool | Owner | Seats |\n|--|--|--|\n" + "| Alba | IT | 5 |\n" * 5_000,
        "<table><tr><th>Tool<th>Owner<th>Seats" + "<tr><td rowspan=9999>Alba<td>IT<td>5" * 2_000,
        "| Tool | Owner | Seats |\n|--|--|--|\n| Alba | IT | 5 |\n\n" * 500,
    ],
)
def test_hostile_tables_are_read(text: str) -> None:
    suffix = ".html" if text.startswith("<") else ".md"
    importer = HTML_TABLES if suffix == ".html" else MARKDOWN_TABLES

    assert importer.read(content(text, suffix)).rows > 0


@pytest.mark.parametrize(("heading", "public"), [("Customer facing", True), ("Internal tools", False)])
def test_a_heading_above_a_table_says_who_sees_what_is_below(heading: str, public: bool) -> None:
    page = f"# Tools\n\n## {heading}\n\n| Tool | Owner |\n|---|---|\n| Zoom | IT |\n| Slack | IT |\n"

    imported = read(MARKDOWN_TABLES, page, ".md")

    assert facts(imported)["Zoom"] == {"name": "Zoom", "owner.business": "it", "public": public}
    assert draft(imported, "Zoom").doubts == {"public": f"below the heading “{heading}”"}
