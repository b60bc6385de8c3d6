"""The published schema of exceptions.yaml takes what the reader takes and refuses what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from builders import inventory
from stackaudit.model.problems import Problems
from stackaudit.reports.schemas import exceptions_schema
from stackaudit.sources.exceptions import read_exceptions
from stackaudit.sources.yaml_reading import parse

EXAMPLES = Path(__file__).parents[3] / "examples"
VALIDATOR = Draft202012Validator(exceptions_schema())
WHOLE = "{rule: x/y, subject: a, subjects: [b*], reason: R, approvers: it, approved: 2026-01-01, ticket: 7, until: TBD}"


def read(folder: Path, text: str) -> None:
    (folder / "exceptions.yaml").write_text(text)
    read_exceptions(
        [("exceptions.yaml", folder / "exceptions.yaml")], [], ["x/y"], inventory("systems: {a: {name: A}}")
    )


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("exceptions.yaml")), ids=lambda path: path.parent.name)
def test_the_exceptions_of_an_example_are_valid(path: Path) -> None:
    assert VALIDATOR.is_valid(parse(path.name, path.read_text(encoding="utf-8")).document.value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        f"- {WHOLE}",
        "- {rule: x/y, subjects: a}",
        "- {rule: x/y, subject: a, until: TBD, reason: ?, x-own: {}}",
    ],
)
def test_both_take_what_is_sound(tmp_path: Path, text: str) -> None:
    read(tmp_path, text)

    assert VALIDATOR.is_valid(parse("exceptions.yaml", text).document.value)


@pytest.mark.parametrize(
    "text",
    [
        "rule: x/y",
        "- text",
        "- {rule: x/y}",
        "- {subject: a}",
        "- {rule: TBD, subject: a}",
        "- {rule: x/y, subject: a, untill: 2026-01-01}",
        "- {rule: x/y, subject: a, until: soon}",
        "- {rule: x/y, subject: a, until: 2026-02-30}",
        "- {rule: x/y, subject: [a]}",
        "- {rule: x/y, subject: a, approvers: {it: yes}}",
    ],
)
def test_both_refuse_what_is_not(tmp_path: Path, text: str) -> None:
    with pytest.raises(Problems):
        read(tmp_path, text)

    assert not VALIDATOR.is_valid(parse("exceptions.yaml", text).document.value)
