"""Columns below the map are about equally high, and sections stay whole where that costs little."""

from __future__ import annotations

from stackaudit.drawing.columns import Entry, Section, balanced


def section(heading: str, entries: int) -> Section:
    return Section(heading, tuple(Entry((), ((f"{heading} {number}", False),)) for number in range(entries)))


def told(columns: list[list]) -> list[list[tuple[str, int, bool]]]:
    return [[(block.section.heading, len(block.entries), block.begins) for block in column] for column in columns]


def test_a_long_section_goes_on_in_the_next_column_without_its_heading() -> None:
    columns = balanced([section("Lines", 12)], 2)

    assert told(columns) == [[("Lines", 6, True)], [("Lines", 6, False)]]


def test_sections_of_one_height_stay_whole() -> None:
    columns = balanced([section("Lines", 6), section("Signs", 5), section("Notices", 6)], 3)

    assert told(columns) == [[("Lines", 6, True)], [("Signs", 5, True)], [("Notices", 6, True)]]


def test_nothing_to_list_takes_no_room() -> None:
    assert balanced([], 4) == [[]]


def test_no_entry_is_lost() -> None:
    sections = [section("Lines", 12), section("Signs", 11), section("Notices", 15), section("Elsewhere", 3)]

    columns = balanced(sections, 4)

    entries = [entry for column in columns for block in column for entry in block.entries]
    assert entries == [entry for each in sections for entry in each.entries]
    assert len(columns) == 4
