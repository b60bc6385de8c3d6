"""Changes as a comment for a pull request."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from reports.changes.nasty_changes import nasty_changes
from reports.nasty import NASTY, unseen
from reports.rendering import blocks, texts
from stackaudit.reports.changes.comment import MOST, changes_comment
from stackaudit.reports.ci.wording import shown

if TYPE_CHECKING:
    from stackaudit.model.changes import Changes

TITLES = (
    "New findings",
    "Resolved findings",
    "Findings behind an exception now",
    "Findings of another severity",
    "What came and went",
    "Facts",
    "Data",
    "Scores",
)


def html(markdown: str) -> list[str]:
    """Every line of HTML in it, which only we may write."""
    parsed = MarkdownIt("commonmark").enable("table").parse(markdown)
    return [line for token in parsed if token.type == "html_block" for line in token.content.splitlines() if line]


FOLDED = [line for title in TITLES for line in ("<details>", f"<summary>{title}</summary>", "</details>")]


def test_the_verdict_and_a_table_come_first_and_the_rest_is_folded() -> None:
    comment = changes_comment(nasty_changes("Shop"))

    assert comment.partition("<details>")[0] == (
        "### stackaudit: 2 new findings: 2 high · 1 resolved · 1 behind an exception now · 1 unchanged\n"
        "\n"
        "From Shop to Shop, audited on 2026-11-21.\n"
        "\n"
        "|  | Before | Now | Difference |\n"
        "| --- | ---: | ---: | ---: |\n"
        "| overall score | not asked | 5 |  |\n"
        "| systems | 4 | 4 |  |\n"
        "| integrations | 0 | 0 |  |\n"
        "| findings | 2 | 2 |  |\n"
        "| questions undetermined | 1 | 1 |  |\n"
        "| known cost a year | EUR\u00a01\u00a0200 | EUR\u00a01\u00a0200 |  |\n"
        "\n"
        "- **high** Shop\n"
        "- **high** Shop\n"
        "\n"
    )
    assert html(comment) == FOLDED


def test_nothing_different_is_said_in_two_lines() -> None:
    empty = unchanged(nasty_changes("Shop"))

    assert changes_comment(empty) == (
        "### stackaudit: 0 new findings · 1 unchanged\n"
        "\n"
        "From Shop to Shop, audited on 2026-11-21: nothing is different.\n"
    )


def unchanged(changes: Changes) -> Changes:
    every = """
    moved edits flows_added flows_removed regions_added regions_removed scores appeared resolved renamed accepted
    returned reweighed
    """
    return replace(changes, **dict.fromkeys(every.split(), ()))


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_shows_and_does_nothing(word: str) -> None:
    text = NASTY[word]

    comment = changes_comment(nasty_changes(text))

    name, words = shown(text, 60).strip(), shown(text, 400).strip()
    found = texts(comment)
    assert found[1] == f"From {name} to {name}, audited on 2026-11-21."
    assert found.count(f"**high** {words}".strip()) == 2
    assert f"New: 1 system: {name}".strip() in found
    assert f"Flows now from {name} to {name}: {words}".strip() in found
    assert [found[at : at + 4] for at in range(len(found)) if found[at + 1 : at + 2] == ["`regions`"]] == [
        [name, "`regions`", words or "not stated", "not stated"]
    ]
    assert html(comment) == FOLDED
    assert set(blocks(comment)) <= BLOCKS
    assert unseen(comment) == []


BLOCKS = {
    "html_block",
    *(
        f"{name}_{end}"
        for name in ("heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td", "bullet_list", "list_item")
        for end in ("open", "close")
    ),
}
"""What a comment is built of."""


@pytest.mark.parametrize("sign", ["a", "<", "|", "@a", "\x1b", "\U000e0041", "😀"])
def test_a_comment_has_room_at_github_and_says_what_is_left_out(sign: str) -> None:
    few = nasty_changes(sign * 5_000)
    crowd = replace(
        few,
        appeared=few.appeared * 80,
        resolved=few.resolved * 80,
        accepted=few.accepted * 80,
        edits=few.edits * 80,
        flows_added=few.flows_added * 80,
        moved=tuple(replace_all(each, 80) for each in few.moved * 4),
        scores=few.scores * 80,
    )

    comment = changes_comment(crowd)

    assert len(comment) < MOST
    told = [line.removeprefix("<summary>").removesuffix("</summary>") for line in html(comment) if "summary" in line]
    left_out = [title for title in TITLES if title not in told]
    assert [*told, *left_out] == sorted([*told, *left_out], key=lambda title: (title in left_out, TITLES.index(title)))
    assert comment.endswith(f"Left out for want of room: {', '.join(left_out)}.\n" if left_out else "</details>\n\n")


def replace_all(moved: object, times: int) -> object:
    return moved._replace(added=moved.added * times, removed=moved.removed * times)  # type: ignore[attr-defined]
