"""Whatever strangers write, the report keeps its shape, shows what they wrote, and does nothing else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from reports.brief.briefings import nasty_briefing
from reports.nasty import NASTY, unseen
from stackaudit.model.briefing import AUDIENCES
from stackaudit.reports.brief.markdown import markdown_report
from stackaudit.reports.brief.writing import LONGEST_NAME
from stackaudit.reports.ci.wording import shown

if TYPE_CHECKING:
    from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_CALLS = re.compile(r"(?:^|[^\w/])@\w|[^&]#[1-9]|www\.\w|GH-\d|\w://|:\w+:", re.ASCII)
_DRAWN = re.compile(
    r"""flowchart\ LR
    | \ {4}n\d+\["[\w\ ,#;]*"\](?::::\w+)?
    | \ {4}n\d+\ <?(?:--|-\.-)>(?:\|"\w+"\|)?\ n\d+
    | \ {4}classDef\ \w+\ [\w#:,]+
    | pie\ showData | \ {4}title\ [\w\ ]* | \ {4}"[\w\ ]*"\ :\ \d+""",
    re.VERBOSE,
)


@cache
def report(text: str, audience: str = "everyone") -> str:
    return markdown_report(nasty_briefing(text, audience))


@cache
def read(text: str, audience: str = "everyone") -> list[Token]:
    """The report as a parser of CommonMark and GitHub's tables reads it."""
    return _PARSER.parse(report(text, audience))


@cache
def shape(text: str, audience: str = "everyone") -> list[str]:
    """All blocks and all that is more than text; words in backticks count as text, for rules quote facts so."""
    found = []
    for token in read(text, audience):
        found.append(token.type + token.markup + token.info)
        found += [child.type for child in token.children or () if child.type not in ("text", "code_inline")]
    return found


def words(tokens: list[Token]) -> set[str]:
    """What each piece of the report shows, without the spaces of no width."""
    inline = (token.children or () for token in tokens if token.type == "inline")
    return {"".join(child.content for child in children).replace("\u200b", "") for children in inline}


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_changes_nothing_but_the_words(word: str) -> None:
    assert shape(NASTY[word]) == shape("tame")
    assert unseen(report(NASTY[word])) == []


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_shows_as_it_is(word: str) -> None:
    name = " ".join(shown(NASTY[word], LONGEST_NAME).replace("`", "").split())

    told = {" ".join(each.replace("`", "").split()) for each in words(read(NASTY[word]))}

    assert f"Technology audit: {name}" in told or (not name and "Technology audit" in told)


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_calls_nobody(word: str) -> None:
    lines = [token.content for token in read(NASTY[word]) if token.type == "inline"]

    calls = [line for line in lines if _CALLS.search(line.replace("&#8203;", "\u200b"))]

    assert [line for line in calls if not line.startswith("Chapters: [")] == []


@pytest.mark.parametrize("word", NASTY)
def test_drawings_keep_to_their_few_forms(word: str) -> None:
    lines = [line for token in read(NASTY[word]) if token.type == "fence" for line in token.content.splitlines()]

    assert len(lines) > 10
    assert [line for line in lines if not _DRAWN.fullmatch(line)] == []


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("word", ["table", "heading", "link", "details", "backticks", "long-text"])
def test_every_audience_is_as_safe(audience: str, word: str) -> None:
    assert shape(NASTY[word], audience) == shape("tame", audience)


def test_the_length_of_a_report_does_not_follow_that_of_names() -> None:
    assert len(report(NASTY["long-text"])) < 4 * len(report("tame"))
