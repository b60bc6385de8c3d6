"""The map beside a report in Markdown: where it is linked, what is told of it, and what strangers cannot do with it."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from reports.brief.briefings import nasty_briefing
from reports.maps import nasty_network
from reports.nasty import NASTY, TAME, unseen
from stackaudit.model.briefing import AUDIENCES
from stackaudit.reports.brief.map_chapter import MAP_HEADING, MapFile
from stackaudit.reports.brief.markdown import markdown_report

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def report(text: str = TAME, name: str = "report.map.svg", audience: str = "everyone") -> str:
    return markdown_report(nasty_briefing(text, audience), MapFile(name, nasty_network(text)))


def chapter(text: str = TAME, name: str = "report.map.svg") -> list[str]:
    """The lines of the chapter."""
    return report(text, name).split(f"## {MAP_HEADING}\n\n")[1].split("\n## ")[0].rstrip().splitlines()


def test_the_chapter_shows_the_picture_and_tells_its_lines() -> None:
    assert chapter() == [
        "[![Transit map of 6 systems on 2 lines](report.map.svg)](report.map.svg)",
        "",
        (
            "Stations are systems, lines are flows that serve one purpose. Dashed track is missing, a bus stands where "
            "somebody carries the data, a clock where it is late."
        ),
        "",
        "| Line | What it is about | Systems | Missing | By hand | Late |",
        "| --- | --- | --- | ---: | ---: | ---: |",
        "| tame tame | tame | tame crm, tame mail, tame | 1 | 1 |  |",
        "| CA Campaigns | Speaking to people. | tame crm, tame desk, tame old |  |  | 1 |",
    ]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_reader_finds_it_after_what_is_most_pressing(audience: str) -> None:
    headings = re.findall(r"^## (.*)$", report(audience=audience), re.MULTILINE)

    at = headings.index(MAP_HEADING)
    assert headings[at - 2 : at] == ["What matters most, one by one", "What changed since the last report"]


def test_without_a_file_there_is_no_chapter() -> None:
    assert MAP_HEADING not in markdown_report(nasty_briefing(TAME))


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("a b.map.svg", "a%20b.map.svg"),
        ("a) [b](c.map.svg", "a%29%20%5Bb%5D%28c.map.svg"),
        ("javascript:alert(1).map.svg", "javascript%3Aalert%281%29.map.svg"),
        ("æ.map.svg", "%C3%A6.map.svg"),
    ],
)
def test_any_name_of_a_file_is_an_address(name: str, address: str) -> None:
    assert chapter(name=name)[0] == f"[![Transit map of 6 systems on 2 lines]({address})]({address})"


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_changes_nothing_but_the_words(word: str) -> None:
    written = report(NASTY[word])

    assert shape(written) == shape(report())
    assert unseen(written) == []


def shape(markdown: str) -> list[str]:
    """All blocks and all that is more than text; words in backticks count as text, for rules quote facts so."""
    found = []
    for token in _PARSER.parse(markdown):
        found.append(token.type + token.markup + token.info)
        found += [child.type for child in token.children or () if child.type not in ("text", "code_inline")]
    return found
