"""What speaks for a page's being about tools, and for a heading's being the name of one."""

from __future__ import annotations

import pytest

from stackaudit.sources.importers.pages.blocks import Heading, Link, Page, Phrase
from stackaudit.sources.importers.pages.hosts import own_hosts
from stackaudit.sources.importers.pages.signs import are_names, is_about_tools, may_be_tool
from stackaudit.sources.importers.pages.telling import lifecycle_in


@pytest.mark.parametrize(
    ("title", "is_about"),
    [
        ("Tech Stack", True),
        ("The software we use", True),
        ("Our tools", True),
        ("Tools", True),
        ("Application inventory", True),
        ("Systems and services", True),
        ("Marketing stack 2026", True),
        ("Tools of the trade", False),
        ("Stacktraces", False),
        ("System requirements", False),
        ("Writing software", False),
        ("Changes", False),
    ],
)
def test_a_title_says_whether_a_page_lists_tools(title: str, is_about: bool) -> None:
    heading = Heading(1, Phrase(title, (1,)))

    assert is_about_tools(Page(title, ())) is is_about
    assert is_about_tools(Page("", (heading,))) is is_about


@pytest.mark.parametrize(
    ("text", "address", "may_be"),
    [
        ("HubSpot", "", True),
        ("Overview", "", False),
        ("Overview", "https://overview.example", True),
        ("How to ask", "", False),
        ("Requesting access", "", False),
        ("Is it safe?", "", False),
        ("Table of contents", "", False),
        ("Inhalt", "", False),
    ],
)
def test_a_heading_may_name_a_tool(text: str, address: str, may_be: bool) -> None:
    links = (Link(0, len(text), address),) if address else ()

    assert may_be_tool(Phrase(text, (1,), links)) is may_be


def test_versions_and_code_are_no_names() -> None:
    assert are_names(["HubSpot", "Seamless.ai", "OpenAI (GPT)", "QuickBooks Online"])
    assert not are_names(["1.2.0", "v1.3", "Unreleased"])
    assert not are_names(["read_file", "match.read_all", "run()"])


def test_a_host_that_many_names_lead_to_is_the_pages_own() -> None:
    hosts = ["wiki.example", "a.example", "wiki.example", "", "wiki.example", "b.example"]

    assert own_hosts(hosts) == {"wiki.example"}
    assert own_hosts(["a.example", "a.example", "b.example"]) == frozenset()


@pytest.mark.parametrize(
    ("heading", "state"),
    [
        ("Deprecated", "retired"),
        ("Deprecated tools", "retired"),
        ("No longer used", "retired"),
        ("Retired applications", "retired"),
        ("Under evaluation", "evaluating"),
        ("To be retired", "retiring"),
        ("Active", None),
        ("CRM", None),
        ("Tools", None),
    ],
)
def test_a_heading_says_what_state_of_life_stands_below_it(heading: str, state: str | None) -> None:
    assert lifecycle_in(heading) == state
