"""What is kept of earlier states: what decides it, and that a broken cache is an empty one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from stackaudit.model.changes import Moment
from stackaudit.sources.history import remembering
from stackaudit.sources.history.remembering import (
    cache_file,
    digest_of_questions,
    key_of,
    moments_text,
    read_moments,
)
from stackaudit.sources.history.repositories import Repository
from stackaudit.sources.history.trees import Blob
from stackaudit.sources.history.unpacking import Past
from stackaudit.sources.settings import read_settings

ON = date(2026, 3, 2)
MOMENT = Moment("abc", ON, 3, 1200.5, (("critical", 0), ("high", 2)), 40.0, 60.5, "", "Fjordline", "EUR")
PAST = Past(Repository(Path("/r")), "abc", "main", ("inventory",), (Blob("inventory/a.yaml", "1", 3),), ())


def test_what_is_written_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "trend.json"
    path.write_text(moments_text({"one": MOMENT}))

    assert read_moments(path) == {"one": MOMENT}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"format": "stackaudit-moments/0", "moments": {}}',
        '{"format": "stackaudit-moments/1", "moments": []}',
        '{"format": "stackaudit-moments/1", "moments": {"one": {}}}',
        '{"format": "stackaudit-moments/1", "moments": {"one": 1}}',
        moments_text({"one": MOMENT._replace(low=-1)}),
        moments_text({"one": MOMENT}).replace("2026-03-02", "yesterday"),
        moments_text({"one": MOMENT}).replace('"EUR"', "7"),
        moments_text({"one": MOMENT}).replace('["high",2]', "2"),
        moments_text({"one": MOMENT})[:-9],
        "[" * 100_000,
    ],
)
def test_a_cache_that_is_broken_is_empty(tmp_path: Path, text: str) -> None:
    path = tmp_path / "trend.json"
    path.write_text(text)

    assert read_moments(path) == {}


def test_a_cache_that_is_missing_is_empty(tmp_path: Path) -> None:
    assert read_moments(tmp_path / "nothing" / "trend.json") == {}


def test_only_the_latest_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "MOST", 2)
    path = tmp_path / "trend.json"
    path.write_text(moments_text(dict.fromkeys("abc", MOMENT)))

    assert list(read_moments(path)) == ["b", "c"]


def test_the_cache_lies_in_the_users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "mine"))
    stated = cache_file()
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    relative = cache_file()

    assert stated == tmp_path / "mine" / "stackaudit" / "trend.json"
    assert relative == tmp_path / ".cache" / "stackaudit" / "trend.json"


def test_a_key_depends_on_content_names_places_day_and_questions_alone() -> None:
    key = key_of(PAST, ON, "q")

    assert key_of(replace(PAST, name="other", commit="def", repository=Repository(Path("/s"))), ON, "q") == key
    others = {
        key_of(PAST, date(2026, 3, 3), "q"),
        key_of(PAST, ON, "r"),
        key_of(replace(PAST, places=("",)), ON, "q"),
        key_of(replace(PAST, files=(Blob("inventory/a.yaml", "2", 3),)), ON, "q"),
        key_of(replace(PAST, files=(Blob("inventory/b.yaml", "1", 3),)), ON, "q"),
    }
    assert (len(others), key in others) == (5, False)


def test_questions_depend_on_rules_and_settings(tmp_path: Path) -> None:
    settings = read_settings(None, {})
    (tmp_path / "own").mkdir()
    rule = tmp_path / "own" / "a.yaml"
    rule.write_text("id: a\n")
    first = digest_of_questions(settings, [tmp_path])
    same = digest_of_questions(read_settings(None, {"rules": (str(tmp_path),)}), [tmp_path])
    other_settings = digest_of_questions(read_settings(None, {"ignore": ("own/*",)}), [tmp_path])
    rule.write_text("id: b\n")

    other_rules = digest_of_questions(settings, [tmp_path])

    assert same == first
    assert len({first, other_settings, other_rules}) == 3
