"""Profiles: sets of choices that stand between the defaults and a team's own settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stackaudit.analysis.selecting import selected
from stackaudit.model.settings import PROFILES
from stackaudit.sources.rulebook import builtin_folder, read_rules
from stackaudit.sources.settings import PROFILE_FOLDER, read_settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_is_understood_and_every_pattern_in_it_names_a_rule(profile: str) -> None:
    settings = read_settings(None, {"profile": profile})

    rules = selected(read_rules([builtin_folder()]), settings.words("select"), settings.words("ignore"))

    assert rules
    assert settings.choices["profile"].value == profile


def test_every_profile_file_is_offered() -> None:
    assert {path.stem for path in PROFILE_FOLDER.glob("*.toml")} | {"standard"} == set(PROFILES)


def test_starter_asks_less_and_strict_no_less_than_standard() -> None:
    rules = read_rules([builtin_folder()])
    chosen = {name: read_settings(None, {"profile": name}) for name in PROFILES}

    asked = {
        name: {rule.id for rule in selected(rules, settings.words("select"), settings.words("ignore"))}
        for name, settings in chosen.items()
    }

    assert asked["starter"] < asked["standard"] == asked["strict"]
    assert chosen["strict"].word("unknown") == "fail"


def test_a_file_wins_over_its_profile_and_the_command_line_over_both(tmp_path: Path) -> None:
    file = tmp_path / "stackaudit.toml"
    file.write_text('profile = "strict"\nextend-select = ["island"]\n\n[thresholds]\nmost-admins = 7\n')

    settings = read_settings(file, {"fail-on": "critical"})

    assert settings.thresholds["most-admins"] == (7, file.as_posix(), 7)
    assert settings.thresholds["verification-age"].origin == "profile strict"
    assert settings.choices["fail-on"].origin == "command line"
    assert settings.words("extend-select") == ("island",)


def test_the_command_line_chooses_another_profile_than_the_file(tmp_path: Path) -> None:
    file = tmp_path / "stackaudit.toml"
    file.write_text('profile = "strict"\n')

    settings = read_settings(file, {"profile": "starter"})

    assert settings.choices["profile"].value == "starter"
    assert settings.choices["fail-on"].origin == "profile starter"
