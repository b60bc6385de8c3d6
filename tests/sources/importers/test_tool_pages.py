"""Pages with a heading or a point for each tool: every tool is kept, none is invented, and nothing is guessed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sources.importers.drafted import content, draft, facts, inventory_text, read, sample, told
from stackaudit.model.imports import Draft, Remark
from stackaudit.sources.importers.html_tables import HTML_TABLES
from stackaudit.sources.importers.markdown_tables import MARKDOWN_TABLES
from stackaudit.sources.importers.tool_pages import TOOL_PAGES
from stackaudit.sources.inventory import read_inventory_text

ROOT = Path(__file__).parents[3]
MELTANO = ROOT.parent / "shared" / "data" / "inventories"
SAMPLES = ("tool-page--handbook.md", "tool-page--points.md", "tool-page--wiki.html")


def test_headings_that_are_links_are_tools_with_what_stands_below_them() -> None:
    imported = TOOL_PAGES.read(sample("tool-page--handbook.md"))

    assert facts(imported) == {
        "HubSpot": {
            "name": "HubSpot",
            "description": "Customers, deals and newsletters. The sales floor lives in it.",
            "owner.business": "marketing",
            "cost.annual": {"amount": 14400, "currency": "GBP"},
            "cost.renews": "2027-02-28",
            "security.sso": True,
        },
        "Xero": {
            "name": "Xero",
            "description": "Bookkeeping.",
            "owner.business": "finance",
            "cost.annual": {"amount": 504, "currency": "GBP"},
            "cost.renews": "2026-12-01",
            "security.shared_accounts": True,
        },
        "Calendly": {"name": "Calendly"},
        "Stock Ledger": {"name": "Stock Ledger"},
        "Kitchen Display": {"name": "Kitchen Display", "owner.business": "operations", "cost.annual": 0},
        "PagerDuty": {
            "name": "PagerDuty",
            "description": "Formerly used for telling cooks that the freezer is down."
            " This account will be sunset in the spring.",
            "lifecycle": "retiring",
        },
    }


def test_what_sentences_say_is_to_be_checked() -> None:
    imported = TOOL_PAGES.read(sample("tool-page--handbook.md"))

    assert {each.key: each.doubts for each in imported.drafts if each.kind == "system" and each.doubts} == {
        "HubSpot": {"security.sso": "the page says “People sign in with their Google Workspace account.”"},
        "Xero": {"security.shared_accounts": "the page says “Account details are in the Finance vault.”"},
        "PagerDuty": {"lifecycle": "the page says “This account will be sunset in the spring.”"},
    }


def test_what_has_no_place_in_the_language_is_a_remark_of_its_tool() -> None:
    imported = TOOL_PAGES.read(sample("tool-page--handbook.md"))
    unclear = "leaves open whether several people use one account"

    assert {each.key: told(each.remarks) for each in imported.drafts if each.remarks} == {
        "HubSpot": [
            ("text", "Integrations review:", 17, ""),
            ("text", "orders come in from the shop every hour", 18, ""),
            ("text", "nobody knows who built it", 19, ""),
            ("Sequences", "Only for the partner programme.", 25, ""),
        ],
        "Calendly": [
            ("text", "Everyone has their own account.", 41, unclear),
            ("text", "The main account and its login are in the Finance vault.", 41, unclear),
        ],
        "Stock Ledger": [("code", "", 47, "code is not read")],
    }


def test_what_belongs_to_no_tool_is_a_remark_of_the_file() -> None:
    imported = TOOL_PAGES.read(sample("tool-page--handbook.md"))

    assert told(imported.remarks) == [
        ("text", "Everything that we sign in to. Ask Operations before you add a tool.", 3, "belongs to no tool"),
        ("heading", "Contents", 5, "names no tool"),
        ("text", "HubSpot", 7, "belongs to no tool"),
        ("text", "Xero", 8, "belongs to no tool"),
        ("Password", "", 10, "holds secrets, which are not carried"),
        ("heading", "How to ask for a tool", 59, "names no tool"),
        ("text", "Write to Operations.", 61, "belongs to no tool"),
    ]


def test_secrets_are_counted_and_go_nowhere() -> None:
    imported = TOOL_PAGES.read(sample("tool-page--handbook.md"))

    assert imported.left == {"Password": 1, "text": 1, "Sequences": 1, "text that may give a secret away": 1}
    assert re.search("Blue-Kettle|Teapot", repr(imported)) is None


@pytest.mark.parametrize(
    "below",
    [
        "- Credentials:\n  - admin / Teapot99",
        "### Credentials\n\n- admin / Teapot99",
        "- Owner: IT, password: Teapot99",
        "Note: the password is Teapot99",
        "Shared login, password: Teapot99",
        "**Password** Teapot99",
        "Password\n: Teapot99",
        "| Password | Teapot99 |\n|--|--|\n| API key | Teapot99 |",
        "```\nTeapot99\n```",
    ],
)
def test_no_form_of_a_secret_is_carried(below: str) -> None:
    tools = "".join(f"## [{name}](https://{name}.example)\n\n{below}\n\n" for name in "abc")

    imported = TOOL_PAGES.read(content(tools, ".md"))

    assert [each.key for each in imported.drafts if each.kind == "system"] == ["a", "b", "c"]
    assert "Teapot" not in repr(imported)


def test_points_are_tools_and_the_headings_above_them_say_what_they_are() -> None:
    imported = TOOL_PAGES.read(sample("tool-page--points.md"))

    assert [each for each in imported.drafts if each.kind == "system"] == [
        Draft(
            "system",
            "Pipedrive",
            5,
            {
                "name": "Pipedrive",
                "description": "leads and offers",
                "owner.business": "sales",
                "cost.annual": {"amount": 2400, "currency": "USD"},
                "category": "CRM",
            },
            {"category": "below the heading “CRM”"},
            host="www.pipedrive.com",
        ),
        Draft(
            "system",
            "Calendly",
            8,
            {"name": "Calendly", "description": "appointments", "category": "CRM"},
            {"category": "below the heading “CRM”"},
            host="calendly.com",
        ),
        Draft(
            "system",
            "Buffer",
            12,
            {"name": "Buffer", "description": "posts on three networks", "owner.business": "marketing"},
            {"owner.business": "below the heading “Marketing team”"},
            host="buffer.com",
        ),
        Draft(
            "system",
            "Poster Press",
            13,
            {"name": "Poster Press", "description": "prints posters", "owner.business": "marketing"},
            {"name": "no link, unlike the other names", "owner.business": "below the heading “Marketing team”"},
        ),
        Draft(
            "system",
            "Wufoo",
            17,
            {"name": "Wufoo", "description": "forms", "lifecycle": "retired"},
            {"lifecycle": "below the heading “Retired tools”"},
            host="www.wufoo.com",
        ),
        Draft(
            "system",
            "Hootsuite",
            18,
            {"name": "Hootsuite", "lifecycle": "retired"},
            {"lifecycle": "its name is struck through"},
            host="www.hootsuite.com",
        ),
    ]
    assert facts(imported, "team") == {
        "marketing": {"name": "Marketing team", "side": "marketing"},
        "sales": {"side": "sales"},
    }


def test_headings_without_links_are_tools_where_most_have_labelled_lines() -> None:
    imported = TOOL_PAGES.read(sample("tool-page--wiki.html"))

    assert facts(imported) == {
        "Salesforce": {
            "name": "Salesforce",
            "vendor": "Salesforce",
            "description": "Bookings of groups.",
            "url": "https://amberline.my.salesforce.com/",
            "owner.business": "sales",
        },
        "Brevo": {
            "name": "Brevo",
            "vendor": "Brevo",
            "description": "Letters to travellers.",
            "owner.business": "marketing",
        },
        "Harbour Desk": {"name": "Harbour Desk", "vendor": "Amberline Travel", "owner.business": "operations"},
    }
    assert draft(imported, "Harbour Desk").remarks == (
        Remark("Colour of the icon", "green", 14),
        Remark("Interfaces", "None known.", 16),
    )


def test_what_the_user_says_of_parts_of_the_page_counts() -> None:
    page = content("## CRM\n\n- [A](https://a.example): x\n- [B](https://b.example)\n- [C](https://c.example)\n", ".md")

    imported = TOOL_PAGES.read(
        page.__class__(page.name, page.suffix, page.text, said={"heading above": "brand", "first paragraph": "notes"})
    )

    assert facts(imported) == {
        "A": {"name": "A", "brand": "CRM", "notes": "x"},
        "B": {"name": "B", "brand": "CRM"},
        "C": {"name": "C", "brand": "CRM"},
    }


def test_the_site_of_the_page_is_no_products_host() -> None:
    labels = "- Owner: IT\n- SSO: yes\n- Seats: 5\n\n"
    text = "".join(f"## [{name}](https://wiki.example/{name})\n\n{labels}" for name in ("Alba", "Bora", "Cima"))

    imported = read(TOOL_PAGES, text, ".md")

    assert [(each.key, each.host) for each in imported.drafts if each.kind == "system"] == [
        ("Alba", ""),
        ("Bora", ""),
        ("Cima", ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Readme\n\n## Installation\n\nRun it.\n\n## Usage\n\nRun it again.\n\n## License\n\nMIT\n",
        "# Changelog\n\n"
        + "".join(f"## [1.{n}.0](https://host{n}.example) (2026-01-0{n})\n\n- Fix\n\n" for n in range(1, 6)),
        "# Our tools\n\n## Chat\n\nWe use Slack.\n\n## Analytics\n\nWe use Matomo.\n\n## Design\n\nWe use Figma.\n",
        "# Docs\n\n" + "".join(f"- [Part {n}](part{n}.md): read this\n" for n in range(9)),
        "# Docs\n\n" + "".join(f"## [Part {n}](https://docs.example/{n})\n\nText\n\n" for n in range(9)),
        "# API\n\n" + "".join(f"## [`get_{n}()`](https://host{n}.example)\n\nText\n\n" for n in range(9)),
        "# Notices\n\n" + "".join(f"## part {n}\n\nUpstream: https://host{n}.example\n\nMIT\n\n" for n in range(5)),
        "Long text.\n\n" * 9 + "- [A](https://a.example)\n- [B](https://b.example)\n- [C](https://c.example)\n",
        "- **Fast**: it is fast\n- **Safe**: it is safe\n- **Small**: it is small\n",
        "",
        "# Title\n",
    ],
)
def test_other_pages_are_refused(text: str) -> None:
    assert not TOOL_PAGES.claims(content(text, ".md"))


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("docs/**/*.md")) + sorted(ROOT.glob("*.md")), ids=lambda path: path.name
)
def test_no_page_of_this_repository_is_taken_for_a_list_of_tools(path: Path) -> None:
    page = content(path.read_text(encoding="utf-8"), ".md")

    assert [importer.name for importer in (TOOL_PAGES, MARKDOWN_TABLES, HTML_TABLES) if importer.claims(page)] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_an_inventory_accepts_all_facts(name: str) -> None:
    imported = TOOL_PAGES.read(sample(name))
    words = {str(entry["category"]) for entry in facts(imported).values() if "category" in entry}
    drafts = (
        each._replace(key=re.sub(r"\W+", "-", each.key)) for each in imported.drafts if each.kind != "integration"
    )

    inventory = read_inventory_text("inventory.yaml", inventory_text(tuple(drafts)), words)

    assert {system.name for system in inventory.systems.values()} == set(facts(imported))


@pytest.mark.skipif(not MELTANO.is_dir(), reason="the published pages are not here")
@pytest.mark.parametrize(("day", "count"), [("2021-11-22", 40), ("2022-08-17", 48), ("2023-08-04", 59)])
def test_every_tool_of_a_published_tech_stack_is_kept_and_none_invented(day: str, count: int) -> None:
    text = (MELTANO / f"meltano-tech-stack-{day}.md").read_text(encoding="utf-8")

    imported = read(TOOL_PAGES, text, ".md")

    listed = re.findall(r"^## \[([^\]]+)\]", re.sub("(?s)<!--.*?-->", "", text), re.MULTILINE)
    assert list(facts(imported)) == listed
    assert len(listed) == count


@pytest.mark.parametrize(
    "text",
    [
        "## [Tool](https://x.example)\n\n- Owner: IT\n\n" * 3_000,
        "- [Tool](https://x.example)\n  - Owner: IT\n" * 3_000,
        "## [Tool](https://x.example)\n" + "- point\n" * 20_000,
        "## [Tool](https://x.example)\n" + "### deeper\ntext.\n\n" * 5_000,
    ],
)
def test_hostile_pages_are_read(text: str) -> None:
    imported = TOOL_PAGES.read(content(text, ".md"))

    assert imported.rows in {1, 3_000}


DEPARTMENTS = """# Our tools by department

We use a lot of software.

## Marketing

- **HubSpot**: newsletters and deals. Owner: Marketing Ops. Cost: approx. $32,000/year.
- **Hootsuite** - scheduling posts (being replaced by Buffer)

## Finance

- **Xero** - bookkeeping. Login via Okta.
- **Jamf** - looks after laptops. Owner: IT. $14 per device per month.
"""


def test_points_that_begin_bold_on_a_page_of_tools_are_tools_with_what_their_sentences_are_labelled_for() -> None:
    imported = read(TOOL_PAGES, DEPARTMENTS, ".md")

    assert facts(imported) == {
        "HubSpot": {
            "name": "HubSpot",
            "description": "newsletters and deals.",
            "owner.business": "marketing-ops",
            "cost.annual": {"amount": 32_000, "currency": "USD"},
        },
        "Hootsuite": {
            "name": "Hootsuite",
            "description": "scheduling posts",
            "lifecycle": "retiring",
            "owner.business": "marketing",
        },
        "Xero": {
            "name": "Xero",
            "description": "bookkeeping.",
            "security.sso": True,
            "owner.business": "finance",
        },
        "Jamf": {
            "name": "Jamf",
            "description": "looks after laptops. $14 per device per month.",
            "owner.business": "it",
        },
    }
    assert draft(imported, "Hootsuite").doubts == {
        "lifecycle": "the page says “being replaced by Buffer”",
        "owner.business": "below the heading “Marketing”",
    }
    assert sorted(facts(imported, "team")) == ["finance", "it", "marketing", "marketing-ops"]


def test_a_list_of_contents_names_no_tools_and_a_struck_name_is_of_something_retired() -> None:
    page = """# Open stack of Brightwater

## Contents
- [Chat](#chat)
- [Web](#web)

## Chat
- [Mattermost](https://mattermost.com) - Team chat.
- [Jitsi](https://jitsi.org) - Video calls.

## Web
- [Matomo](https://matomo.org) - Web analytics.
- ~~[Piwik](https://piwik.pro)~~ - replaced by Matomo.
"""

    found = facts(read(TOOL_PAGES, page, ".md"))

    assert sorted(found) == ["Jitsi", "Matomo", "Mattermost", "Piwik"]
    assert {key: each["lifecycle"] for key, each in found.items() if "lifecycle" in each} == {"Piwik": "retired"}


def test_what_has_no_place_is_counted_in_the_order_of_the_page() -> None:
    page = "# Our tools\n\n## Zoom\n\nOwner: IT\n\n### Tips\n\nMute.\n\n### Costs of time\n\nMany.\n\n"

    imported = read(TOOL_PAGES, page + page.replace("Zoom", "Slack").removeprefix("# Our tools\n\n"), ".md")

    assert list(imported.left.items()) == [("Tips", 2), ("Costs of time", 2)]
