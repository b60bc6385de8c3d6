from __future__ import annotations

from pathlib import Path

from stackaudit.analysis import checks
from stackaudit.analysis.checks import CHECKS

FRAME = {"__init__", "check", "linking"}


def test_every_file_of_the_folder_stands_in_the_table_under_its_own_name() -> None:
    files = {path.stem for path in Path(checks.__file__).parent.glob("*.py")} - FRAME

    assert {name.replace("-", "_") for name in CHECKS} == files


def test_every_file_of_tests_is_about_a_check() -> None:
    tested = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")} - {
        "table",
        "linking",
    }

    assert tested <= {name.replace("-", "_") for name in CHECKS}


def test_every_check_and_every_option_say_what_they_are_for() -> None:
    abouts = [*(check.about for check in CHECKS.values())]
    abouts += [option.about for check in CHECKS.values() for option in check.options.values()]

    assert [about for about in abouts if not about.endswith(".")] == []
