"""The file of positions: written, read again, and refused where it is broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drawing.measuring import measured, overlaps
from drawing.networks import generated
from stackaudit.drawing.composing import compose
from stackaudit.drawing.positions import VERSION, positions_in, positions_text
from stackaudit.drawing.svg import map_svg
from stackaudit.model.problems import Problems


@given(some.dictionaries(some.text(), some.tuples(some.integers(0, 2000), some.integers(0, 2000))))
def test_what_is_written_is_read_again(positions: dict[str, tuple[int, int]]) -> None:
    assert positions_in(positions_text(positions), "map.json") == positions


def test_a_station_is_one_line_so_that_a_change_shows_as_one() -> None:
    assert positions_text({"web": (4, 2), "crm": (6, 2)}) == (
        '{\n"positions": "stackaudit-positions/1",\n"stations": {\n"crm": [6, 2],\n"web": [4, 2]\n}\n}\n'
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
        ("[]", "this is no file of positions"),
        (f'{{"positions": "{VERSION}"}}', "this is no file of positions"),
        (f'{{"positions": "{VERSION}", "stations": {{"crm": [1]}}}}', "`crm` has no column and row"),
        (f'{{"positions": "{VERSION}", "stations": {{"crm": [1, -1]}}}}', "`crm` has no column and row"),
        (f'{{"positions": "{VERSION}", "stations": {{"crm": [1, 1e9]}}}}', "`crm` has no column and row"),
        (f'{{"positions": "{VERSION}", "stations": {{"crm": [true, 1]}}}}', "`crm` has no column and row"),
    ],
)
def test_a_broken_file_is_refused(text: str, message: str) -> None:
    with pytest.raises(Problems) as raised:
        positions_in(text, "map.json")

    assert str(raised.value) == f"map.json:1:1: {message}"


@pytest.mark.parametrize(
    "spots",
    [
        [(0, 0)] * 20,
        [(number * 100, 0) for number in range(20)],
        [(number % 5, number // 5) for number in range(20)],
    ],
    ids=["all in one place", "far apart", "too close"],
)
def test_positions_that_no_map_had_do_no_harm(spots: list[tuple[int, int]]) -> None:
    town = generated(20, 11)

    drawing = compose(town, dict(zip(town.stations, spots, strict=True))).drawing

    assert overlaps(measured(map_svg(drawing))) == []


def test_a_map_with_its_own_positions_stays_as_it_is() -> None:
    town = generated(24, 12)
    first = compose(town)

    again = compose(town, first.positions)

    assert again.positions == first.positions
