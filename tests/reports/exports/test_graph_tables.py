"""Nodes and edges as comma-separated values, read back cell by cell."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from reports.exports.exported_stacks import NAMES, example, nasty_stack, small_stack
from reports.nasty import NASTY, unseen
from stackaudit.reports.exports.graph_tables import edges_csv, nodes_csv
from stackaudit.reports.exports.network import EDGE_PROPERTIES, NODE_PROPERTIES
from stackaudit.reports.exports.stated import seen

if TYPE_CHECKING:
    from collections.abc import Callable

READERS: dict[type, Callable[[str], object]] = {
    str: str,
    int: int,
    float: float,
    bool: lambda cell: {"true": True, "false": False}[cell],
    date: date.fromisoformat,
}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_an_unknown_is_an_empty_cell_and_a_stated_no_is_false() -> None:
    stack = small_stack("systems: {a: {name: A, security: {sso: false}, cost: {annual: 0, renews: 2027-01-02}}}")

    assert [{name: cell for name, cell in row.items() if cell} for row in rows(nodes_csv(*stack))] == [
        {
            "id": "system:a",
            "kind": "system",
            "name": "A",
            "lifecycle": "live",
            "environment": "production",
            "annual_cost": "0",
            "renews": "2027-01-02",
            "sso": "false",
            "findings": "0",
        }
    ]
    assert edges_csv(*stack) == (
        "id,kind,source,target,name,data,method,direction,via,owner,days_between_runs,last_ran,personal,sensitive,"
        "encrypted,monitored\r\n"
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_of_a_column_has_its_type(name: str) -> None:
    stack = example(name)

    for written, columns in ((nodes_csv(*stack), NODE_PROPERTIES), (edges_csv(*stack), EDGE_PROPERTIES)):
        for row in rows(written):
            read = {name: READERS[kind](row[name]) for name, kind in columns.items() if row[name]}
            assert {name: type(value) for name, value in read.items()} == {name: columns[name] for name in read}


def test_every_end_of_an_edge_is_a_node() -> None:
    stack = example("fjordline")
    ids = {row["id"] for row in rows(nodes_csv(*stack))}

    ends = {row[end] for row in rows(edges_csv(*stack)) for end in ("source", "target", "via")}

    assert ends - ids <= {""}


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_text_is_data_and_no_formula(word: str) -> None:
    text = seen(NASTY[word])
    stack = nasty_stack(NASTY[word])

    nodes, edges = nodes_csv(*stack), edges_csv(*stack)

    assert [row["name"].replace("'", "") for row in rows(nodes)] == [text.replace("'", "")] * 5
    assert [row["id"] for row in rows(edges)] == [
        "sends:1",
        "sends:2",
        "owns:first",
        "owns:second",
        "runs:first",
        "part-of:ops",
    ]
    for written in (nodes, edges):
        cells = [cell for row in rows(written) for cell in row.values()]
        assert not [cell for cell in cells if re.match(r"[\s\"`]*[=+@-]", cell)]
        assert unseen(written) == ["\r"]
