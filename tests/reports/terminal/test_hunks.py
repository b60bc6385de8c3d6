from __future__ import annotations

from difflib import unified_diff

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.reports.terminal.hunks import hunks

LINES = st.lists(st.sampled_from([f"{letter}\n" for letter in "abcdefgh"]) | st.text("xyz", min_size=1, max_size=3))


@pytest.mark.parametrize(
    ("before", "after"),
    [("", "a\n"), ("a\n", ""), ("a\nb\nc\nd\ne\nf\n", "a\nb\nc\nX\ne\nf\n"), ("a\nb\n", "a\nb\n"), ("a\n" * 9, "b\n")],
)
def test_a_short_diff_is_the_librarys(before: str, after: str) -> None:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)

    assert list(hunks(old, new)) == list(unified_diff(old, new, n=2))[2:]


@given(LINES, LINES)
def test_a_diff_leads_from_one_text_to_the_other(before: list[str], after: list[str]) -> None:
    found = list(hunks(before, after))

    assert _patched(before, found) == after


def test_unchanged_texts_have_no_diff() -> None:
    assert list(hunks(["a\n"] * 50, ["a\n"] * 50)) == []


def test_far_apart_changes_are_hunks_of_their_own() -> None:
    before = [f"{number}\n" for number in range(100)]
    after = [*before[:10], "new\n", *before[11:80], *before[81:]]

    heads = [line for line in hunks(before, after) if line.startswith("@@")]

    assert heads == ["@@ -9,5 +9,5 @@\n", "@@ -79,5 +79,4 @@\n"]


def _patched(before: list[str], diff: list[str]) -> list[str]:
    """What a diff makes of a text."""
    result: list[str] = []
    at = 0
    for line in diff:
        if line.startswith("@@ "):
            first, _, length = line.split()[1][1:].partition(",")
            begin = int(first) - (length != "0")
            result += before[at:begin]
            at = begin
        elif line[0] in " -":
            assert before[at] == line[1:]
            at += 1
            result += [line[1:]] * (line[0] == " ")
        else:
            result.append(line[1:])
    return [*result, *before[at:]]
