"""The report of the examples that we ship: its figures are those of the other formats, and it is always the same."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from stackaudit.analysis.briefing import briefing_of
from stackaudit.cli.auditing import stack_and_audit
from stackaudit.cli.doors import settings_for
from stackaudit.model.briefing import AUDIENCES
from stackaudit.model.money import grouped
from stackaudit.reports.brief.markdown import CHAPTERS, CHAPTERS_FOR, markdown_report
from stackaudit.reports.json_report import audit_json
from stackaudit.reports.json_scorecard import scorecard_json
from stacks import TODAY

if TYPE_CHECKING:
    from stackaudit.model.briefing import Briefing

EXAMPLES = Path(__file__).parents[3] / "examples"
NAMES = ["fjordline", "meltano", "minimal", "tidy", "two-stories/cio", "two-stories/cmo"]
_PARSER = MarkdownIt("commonmark").enable("table")


@cache
def briefing(name: str, audience: str = "everyone") -> Briefing:
    paths = [EXAMPLES / name]
    stack, audit = stack_and_audit(paths, settings_for(paths, {}, None), TODAY.isoformat())
    return briefing_of(stack, audit, audience)


def tables(markdown: str) -> list[list[list[str]]]:
    """Each table as rows of cells."""
    found: list[list[list[str]]] = []
    for token in _PARSER.parse(markdown):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type == "inline" and token.level > 3 and found:
            found[-1][-1].append("".join(child.content for child in token.children or ()))
    return found


def table(markdown: str, heading: str) -> list[list[str]]:
    """The rows below the heading row that holds a word."""
    return next(rows[1:] for rows in tables(markdown) if heading in rows[0])


def headings(markdown: str) -> list[str]:
    tokens = _PARSER.parse(markdown)
    return [
        tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h2"
    ]


@pytest.mark.parametrize("name", NAMES)
def test_scores_are_those_of_the_other_formats(name: str) -> None:
    told = json.loads(audit_json(briefing(name).audit))

    rows = table(markdown_report(briefing(name)), "Score")

    scores = [*told["scores"], told["overall"]]
    assert [(row[0], row[2], row[3], row[4]) for row in rows] == [
        (each.get("theme", "overall"), ends(each), grouped(each["fails"]), grouped(each["undetermined"]))
        for each in scores
    ]


def ends(score: dict[str, float]) -> str:
    low, high = int(score["low"]), int(score["high"])
    return f"{low}" if low == high else f"{low} to {high}"


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_was_found_is_told_by_rule(name: str) -> None:
    audit = briefing(name).audit
    report = markdown_report(briefing(name))

    rows = table(report, "Times") if audit.findings else []

    times = {row[0]: int(row[3]) for row in rows}
    assert times == {
        rule: sum(each.rule == rule for each in audit.findings) for rule in {f.rule for f in audit.findings}
    }


def test_spend_is_that_of_the_scorecard() -> None:
    told = json.loads(scorecard_json(briefing("fjordline").card))["spending"]

    rows = table(markdown_report(briefing("fjordline")), "Side that pays")

    sides = [(row[0].lower(), int(row[1].replace("\u00a0", "")), int(row[3])) for row in rows]
    assert sides == [(each["id"] or "?", round(each["amount"]), each["systems"]) for each in told["sides"]]


def test_grades_of_links_are_those_of_the_scorecard() -> None:
    told = json.loads(scorecard_json(briefing("fjordline").card))["crm_links"]["links"]

    rows = table(markdown_report(briefing("fjordline")), "Grade")

    assert [(row[0], row[1]) for row in rows] == [(each["grade"], each["system"]["name"]) for each in told]


def test_undeclared_tools_are_those_of_the_reconciliation() -> None:
    reconciliation = briefing("fjordline").reconciliation
    assert reconciliation is not None

    rows = table(markdown_report(briefing("fjordline")), "Not declared")

    assert [row[0] for row in rows] == [tool.name for tool in reconciliation.tools if tool.standing == "undeclared"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_audience_has_its_chapters_in_its_order(name: str, audience: str) -> None:
    report = markdown_report(briefing(name, audience))

    chapters = [CHAPTERS[each].heading for each in CHAPTERS_FOR[audience] if each != "changes"]
    assert headings(report) == ["In short", *chapters]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_chapters_are_linked_by_the_names_that_code_hosts_give_them(audience: str) -> None:
    report = markdown_report(briefing("fjordline", audience))

    links = [
        child.attrs["href"]
        for token in _PARSER.parse(report)
        for child in token.children or ()
        if child.type == "link_open"
    ]
    anchors = ["".join(sign for sign in each.lower() if sign.isalnum() or sign == " ") for each in headings(report)]
    assert links == [f"#{anchor.replace(' ', '-')}" for anchor in anchors[1:]]


@pytest.mark.parametrize("name", NAMES)
def test_a_report_holds_no_lines_and_no_folders(name: str) -> None:
    audit = briefing(name).audit
    report = markdown_report(briefing(name))

    assert [each.place.file for each in audit.findings if each.place.file in report] == []
    assert str(EXAMPLES) not in report


def test_no_line_ends_with_spaces_and_no_two_blank_lines_follow() -> None:
    report = markdown_report(briefing("fjordline"))

    assert [line for line in report.split("\n") if line != line.rstrip(" ")] == []
    assert "\n\n\n" not in report
    assert report.endswith(".\n")
