"""What the user says of columns, on the command line or in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spreadsheets import imported
from stackaudit.model.problems import Problems
from stackaudit.sources.importers.columns.mapping import mapping_text, read_mapping, read_options
from stackaudit.sources.importers.reading import read_import

if TYPE_CHECKING:
    from pathlib import Path


def test_options_name_columns_and_facts() -> None:
    said = read_options(["Price=cost.annual", "Who = owner.business,owner.technical", "a=b=-"])

    assert said == {"Price": "cost.annual", "Who": "owner.business, owner.technical", "a=b": "-"}


@pytest.mark.parametrize(
    ("option", "message", "advice"),
    [
        ("Price", "`Price` says of no column what it states", "Write `--map COLUMN=FACT`, such as"),
        ("=cost.annual", "`=cost.annual` says of no column what it states", "Write `--map COLUMN=FACT`"),
        ("Price=cost.anual", "there is no fact `cost.anual`", "Did you mean `cost.annual`?"),
        ("Price=", "there is no fact ``", "See `stackaudit rules facts system`"),
    ],
)
def test_options_that_say_nothing(option: str, message: str, advice: str) -> None:
    with pytest.raises(Problems) as raised:
        read_options([option])

    (problem,) = raised.value.problems
    assert problem.message == message
    assert problem.help.startswith(advice)


def test_a_file_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / "mapping.yaml"
    path.write_text('columns:\n  Price: cost.annual\n  Who: [owner.business, owner.technical]\n  Ticket: "-"\n')

    assert read_mapping(path) == {"Price": "cost.annual", "Who": "owner.business, owner.technical", "Ticket": "-"}


def test_faults_of_a_file_have_places(tmp_path: Path) -> None:
    path = tmp_path / "mapping.yaml"
    path.write_text("columns:\n  Price: cost.anual\n  Who: nobody\n")

    with pytest.raises(Problems) as raised:
        read_mapping(path)

    assert [(problem.place and problem.place.line, problem.message) for problem in raised.value.problems] == [
        (2, "there is no fact `cost.anual`"),
        (3, "there is no fact `nobody`"),
    ]


@pytest.mark.parametrize("text", ["", "- a\n", "columns: []\n", "columns: {}\nother: 1\n", "systems: {}\n"])
def test_a_file_without_columns_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mapping.yaml"
    path.write_text(text)

    with pytest.raises(Problems) as raised:
        read_mapping(path)

    assert [problem.message for problem in raised.value.problems] == ["expected `columns:` alone"]


@pytest.mark.parametrize(
    ("said", "message", "advice"),
    [
        ({"Prise": "cost.annual"}, "no column is called `Prise`", "Did you mean `Price`?"),
        ({"zzzzzz": "cost.annual"}, "no column is called `zzzzzz`", "Its columns are: Tool, Owner, Price."),
        ({"Price": "from"}, "`Price` cannot state `from` in this file", "Take it out of the mapping"),
    ],
)
def test_columns_that_a_file_does_not_have(tmp_path: Path, said: dict[str, str], message: str, advice: str) -> None:
    path = tmp_path / "stack.csv"
    path.write_text("Tool,Owner,Price\nZoom,IT,400\n")

    with pytest.raises(Problems) as raised:
        read_import(path, said)

    (problem,) = raised.value.problems
    assert problem.message == message
    assert problem.help.startswith(advice)


def test_a_name_that_the_user_gives_makes_any_table_one_of_systems(tmp_path: Path) -> None:
    path = tmp_path / "stack.csv"
    path.write_text("Ding,Wert\nZoom,400\n")

    found = read_import(path, {"Ding": "name"})

    assert [draft.key for draft in found.drafts] == ["Zoom"]


def test_what_was_recognised_is_a_file_that_reads_as_the_same(tmp_path: Path) -> None:
    sheet = """
        Tool | Price | Who  | Ticket | "Odd": #1
        Zoom | 400   | IT   | T-1    | x
    """
    said = {"Who": "owner.business, owner.technical", '"Odd": #1': "-"}

    text = mapping_text(imported(sheet, said))
    path = tmp_path / "mapping.yaml"
    path.write_text(text)

    assert text == (
        "columns:\n"
        "  Tool: name\n"
        "  Who: [owner.business, owner.technical]\n"
        "  Price: cost.some\n"
        '  "\\"Odd\\": #1": "-"\n'
        "  # Ticket: no fact; `-` leaves it out\n"
    )
    assert read_mapping(path) == {"Tool": "name", "Price": "cost.some", **said}
