"""The table of lines."""

from __future__ import annotations

from pathlib import Path

from stackaudit.analysis.mapping.homes import home_of
from stackaudit.analysis.mapping.lines import MOST_LINES, PURPOSES
from stackaudit.model.language.taxonomy import IMPERSONAL_KINDS, PERSONAL_KINDS
from stacks import catalogue, drawn

CATEGORIES = catalogue().categories


def test_there_are_no_more_lines_than_a_map_has() -> None:
    assert len(PURPOSES) <= MOST_LINES


def test_lines_are_told_apart_by_id_name_and_badge() -> None:
    for word in ("id", "name", "badge"):
        words = [getattr(purpose, word) for purpose in PURPOSES]
        assert sorted(set(words)) == sorted(words)


def test_lines_stop_at_categories_that_the_catalogue_has_each_once() -> None:
    for purpose in PURPOSES:
        named = [category for stage in purpose.stages for category in stage.split()]
        assert set(named) - CATEGORIES.keys() == set()
        assert sorted(set(named)) == sorted(named), purpose.id


def test_the_heart_of_a_line_is_one_of_its_stops_and_every_line_names_some_at_home() -> None:
    for purpose in PURPOSES:
        assert set(purpose.heart.split()) <= purpose.stops.keys(), purpose.id
        assert any(home_of(CATEGORIES[category]) == purpose.id for category in purpose.stops), purpose.id


def test_lines_are_about_kinds_of_data_that_the_taxonomy_has_or_stock() -> None:
    kinds = {kind for purpose in PURPOSES for kind in purpose.data.split()}

    assert kinds - PERSONAL_KINDS.keys() - IMPERSONAL_KINDS == {"stock"}


def test_the_documentation_lists_the_lines_as_they_are() -> None:
    page = (Path(__file__).parents[3] / "docs" / "map.md").read_text(encoding="utf-8")
    table = page.partition("<!-- lines -->\n")[2].partition("\n\n")[0].splitlines()[2:]

    assert table == [
        f"| {line.badge} | {line.name} | `{line.id}` | {line.about} | {', '.join(line.heart.split())} |"
        for line in PURPOSES
    ]


def test_a_flow_concerns_a_line_by_what_it_carries_or_where_that_is_not_stated() -> None:
    campaigns = next(purpose for purpose in PURPOSES if purpose.id == "campaigns")
    stack = drawn(
        "a -> b {data: [contact]}",
        "a -> c {data: [contact.email]}",
        "a -> d {data: [invoice]}",
        "a -> e {data: [x]}",
        "a -> f",
    )

    about = [str(flow.facts["to"]) for flow in stack.inventory.integrations if campaigns.concerns(flow)]

    assert about == ["b", "c", "f"]
