"""Baseline files: what is written can be read again, and broken ones are told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.model.baselines import Baseline, Known
from stackaudit.model.problems import Problems
from stackaudit.sources.baselines import baseline_text, read_baseline

if TYPE_CHECKING:
    from pathlib import Path

marks = st.text("0123456789abcdef", min_size=16, max_size=16)
entries = st.dictionaries(marks, st.builds(Known, st.text(), st.lists(st.text()).map(tuple)), max_size=5)


@given(findings=entries, undetermined=entries)
def test_what_was_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, findings: dict[str, Known], undetermined: dict[str, Known]
) -> None:
    path = tmp_path_factory.mktemp("baseline") / "known.json"
    baseline = Baseline(path.as_posix(), findings, undetermined)

    path.write_text(baseline_text(baseline), encoding="utf-8")

    assert read_baseline(path) == baseline


def test_entries_stand_sorted_one_on_a_line() -> None:
    entry = Known("security/no-sso", ("Süß", "B"))
    findings = {"b" * 16: entry, "a" * 16: Known("x/y", ("A",))}

    text = baseline_text(Baseline("known.json", findings, {}))

    assert text.splitlines() == [
        "{",
        '"baseline": "stackaudit-baseline/1",',
        '"findings": {',
        '"aaaaaaaaaaaaaaaa": {"rule": "x/y", "subjects": ["A"]},',
        '"bbbbbbbbbbbbbbbb": {"rule": "security/no-sso", "subjects": ["S\\u00fc\\u00df", "B"]}',
        "}",
        "}",
    ]
    assert text == baseline_text(Baseline("known.json", dict(reversed(findings.items())), {}))


def test_a_missing_baseline_is_told_with_help(tmp_path: Path) -> None:
    with pytest.raises(Problems) as raised:
        read_baseline(tmp_path / "known.json")

    (problem,) = raised.value.problems
    assert problem.message == "there is no such baseline"
    assert "stackaudit baseline create" in problem.help


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not valid JSON: Expecting value"),
        ("{", "not valid JSON"),
        ("<<<<<<< HEAD\n{}", "not valid JSON: Expecting value"),
        ("[" * 100_000, "not valid JSON: nested too deeply"),
        ("9" * 10_000, "not valid JSON: a number has too many digits"),
        ("[]", "this is no baseline"),
        ("{}", "this is no baseline"),
        ('{"baseline": "stackaudit-baseline/2"}', "version 'stackaudit-baseline/2' of baselines is not known"),
        ('{"baseline": "stackaudit-baseline/1", "findings": []}', "`findings` holds no entries by fingerprint"),
        ('{"baseline": "stackaudit-baseline/1", "findings": {"x": {}}}', "`x` is no entry"),
        (
            '{"baseline": "stackaudit-baseline/1", "findings": {"0123456789abcdef": {"rule": 1, "subjects": []}}}',
            "`0123456789abcdef` is no entry",
        ),
        (
            '{"baseline": "stackaudit-baseline/1", "undetermined": {"0123456789abcdef": null}}',
            "`0123456789abcdef` is no",
        ),
    ],
)
def test_a_broken_baseline_is_told(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(text)

    with pytest.raises(Problems) as raised:
        read_baseline(path)

    (problem,) = raised.value.problems
    assert problem.message.startswith(message)
    assert "stackaudit baseline create --force" in problem.help


def test_a_baseline_may_say_nothing(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(json.dumps({"baseline": "stackaudit-baseline/1"}))

    assert read_baseline(path) == Baseline(path.as_posix(), {}, {})
