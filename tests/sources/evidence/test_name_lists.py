from __future__ import annotations

from pathlib import Path

import pytest

from stackaudit.sources.evidence.name_lists import NAME_LIST
from stackaudit.sources.evidence.reader import Content
from stackaudit.sources.evidence.tables import read_tables

SHARED = Path(__file__).parents[4] / "shared" / "data" / "inventories"


def content(text: str, suffix: str = ".txt") -> Content:
    table = read_tables("list", suffix, text) if suffix in {".csv", ".txt"} else None
    return Content(f"list{suffix}", suffix, text, table)


def names(text: str, suffix: str = ".txt") -> list[tuple[str, int]]:
    """The names with their lines, of a list that is claimed."""
    assert NAME_LIST.claims(content(text, suffix))
    return [(trace.text, trace.place.line) for trace in NAME_LIST.read(content(text, suffix)).traces]


def test_a_text_of_names_has_one_on_each_line() -> None:
    reading = NAME_LIST.read(content("Miro\n\n  Slack \r\nAcme, Inc\n"))

    assert [(trace.kind, trace.text, trace.place.line) for trace in reading.traces] == [
        ("listing", "Miro", 1),
        ("listing", "Slack", 3),
        ("listing", "Acme, Inc", 4),
    ]
    assert (reading.rows, reading.skipped, reading.notes) == (3, 0, ())


def test_points_are_names_without_their_remarks() -> None:
    text = "# Our tools\n\n- **Miro**: boards\n* [Slack](https://slack.com/x) - chat\n1. [x] Asana \u2013 tasks\n---\n"

    assert names(text, ".md") == [("Miro", 3), ("Slack", 4), ("Asana", 5)]


def test_headings_are_names_where_there_are_no_points() -> None:
    assert names("# Tools\n\n## Miro\n## Slack ##\n", ".md") == [("Miro", 3), ("Slack", 4)]


def test_headings_that_are_links_are_names_with_their_hosts_whatever_stands_below() -> None:
    text = "Our tools.\n\n## [Miro](https://miro.com/app)\n\nBoards. Ask Jo.\n\n- admin: Kim\n\n"
    text += "## [Slack](https://slack.com)\n## [Asana](https://asana.com)\n"

    reading = NAME_LIST.read(content(text, ".md"))

    assert NAME_LIST.claims(content(text, ".md"))
    assert [(trace.text, trace.key) for trace in reading.traces] == [
        ("Miro", "miro.com"),
        ("Slack", "slack.com"),
        ("Asana", "asana.com"),
    ]


def test_a_table_of_one_column_is_a_list() -> None:
    assert names("Tool\nMiro\nSlack\n", ".csv") == [("Miro", 2), ("Slack", 3)]


def test_a_name_that_stands_there_twice_is_one_trace() -> None:
    reading = NAME_LIST.read(content("Miro\nSlack\nmiro\n"))

    assert [(trace.text, trace.times) for trace in reading.traces] == [("Miro", 2), ("Slack", 1)]
    assert (reading.rows, reading.skipped) == (3, 0)


def test_only_the_names_may_be_quoted() -> None:
    reading = NAME_LIST.read(content("- Miro: ask jo@example.com, password hunter2\n- Slack\n", ".md"))

    assert reading.document.text == "Miro\nSlack"


def test_tools_that_keep_passwords_are_names() -> None:
    assert names("1Password\nLastPass\nKeeper Password Manager\n") == [
        ("1Password", 1),
        ("LastPass", 2),
        ("Keeper Password Manager", 3),
    ]


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("", ".txt"),
        ("   \n\n", ".txt"),
        ("These are the exports of March, taken by the finance team.\n", ".txt"),
        ("Miro\njo@example.com\n", ".txt"),
        ("Miro\npassword hunter2\n", ".txt"),
        ("Miro\napi_key abc\n", ".txt"),
        ("Miro\tjo\thunter2\nSlack\tjo\thunter2\n", ".txt"),
        ("name;users\nMiro;3\n", ".txt"),
        ("name,users\nMiro,3\n", ".csv"),
        ("Region\nNorth\n", ".csv"),
        ("password\nhunter2\n", ".csv"),
        ("<html>\nMiro\n", ".txt"),
        ('{"name": "Miro"}', ""),
        ("Miro\n", ".json"),
        ("12345\n", ".txt"),
        ("x" * 101, ".txt"),
        ("Miro\x1b[31m\n", ".txt"),
        ("# Evidence\n\nWhat lies here:\n\n- cards.csv\n", ".md"),
        ("a tool\n" * 20_001, ".txt"),
        ("# " + "# " * 500_000 + "x", ".md"),
        ("- x" + " " * 1_000_000 + "y", ".md"),
    ],
)
def test_other_texts_are_none(text: str, suffix: str) -> None:
    assert not NAME_LIST.claims(content(text, suffix))


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data is not here")
@pytest.mark.parametrize("month", ["2021-11-22", "2022-08-17", "2023-08-04"])
def test_a_real_list_gives_the_tools_of_its_headings(month: str) -> None:
    text = (SHARED / f"meltano-tech-stack-{month}.md").read_text(encoding="utf-8")
    headings = [(line, number) for number, line in enumerate(text.split("\n"), start=1) if line.startswith("## [")]

    found = names(text, ".md")

    assert found == [(heading[4:].split("]")[0], number) for heading, number in headings]
