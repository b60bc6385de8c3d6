"""The chart of a trend: well-formed, described, without scripts, and within its frame."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest

from reports.changes.nasty_changes import nasty_trend
from reports.nasty import NASTY, unseen
from stackaudit.model.changes import Moment, Trend
from stackaudit.reports.changes.chart import trend_chart
from stackaudit.reports.changes.plotting import WIDTH, apart, month_marks, scale
from stackaudit.reports.ci.wording import shown

SVG = "{http://www.w3.org/2000/svg}"
TAGS = {f"{SVG}{name}" for name in ("svg", "title", "desc", "style", "text", "path", "circle")}


def parsed(chart: str) -> ET.Element:
    return ET.fromstring(chart)  # noqa: S314 - we wrote it


def words(chart: str) -> list[str]:
    return [element.text or "" for element in parsed(chart).iter(f"{SVG}text")]


def test_a_chart_says_what_it_shows() -> None:
    chart = parsed(trend_chart(nasty_trend("Shop")))

    assert chart.findtext(f"{SVG}title") == "Shop · 2026-01-05 to 2026-02-09"
    assert chart.findtext(f"{SVG}desc") == (
        "2 states of an inventory. "
        "On 2026-01-05: a score from 40 to 60, 3 findings, 3 systems, Shop\u00a01\u00a0200 a year. "
        "On 2026-02-09: a score from 50 to 60, 3 findings, 9 systems, Shop\u00a02.40\u00a0M a year."
    )


def test_each_panel_has_marks_and_curves_with_their_latest_figures() -> None:
    found = words(trend_chart(nasty_trend("Shop")))

    assert found == [
        "Shop · 2026-01-05 to 2026-02-09",
        *("Overall score", "0", "25", "50", "75", "100", "60 unknown passes", "50 unknown fails"),
        *("Findings", "0", "1", "2", "2 high", "1 medium"),
        *("Systems", "0", "5", "10", "9"),
        *("Known cost a year in Shop", "0", "1.00\u00a0M", "2.00\u00a0M", "3.00\u00a0M", "2.40\u00a0M"),
        *("2026-01-05", "2026-01-10", "2026-01-16", "2026-01-22", "2026-01-28", "2026-02-03", "2026-02-09"),
    ]


def test_a_single_state_is_drawn_in_the_middle() -> None:
    first = nasty_trend("Shop").moments[0]

    chart = parsed(trend_chart(Trend((first,))))

    assert {circle.get("cx") for circle in chart.iter(f"{SVG}circle")} == {"400"}
    assert words(trend_chart(Trend((first,))))[-1] == "2026-01-05"


def test_figures_of_nothing_and_of_very_much_have_a_scale() -> None:
    nothing = Moment("a", date(2026, 1, 5), 0, 0, (), 0, 100)

    chart = trend_chart(Trend((nothing, nothing._replace(on=date(2046, 1, 5), systems=10**9, annual_cost=1e15))))

    assert "nan" not in chart
    assert inside(chart) == []


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_shows_and_does_nothing(word: str) -> None:
    text = NASTY[word]

    chart = trend_chart(nasty_trend(text))

    drawn = parsed(chart)
    assert {element.tag for element in drawn.iter()} == TAGS
    told = shown(f"{text} · 2026-01-05 to 2026-02-09", 400).translate(dict.fromkeys((0xFFFE, 0xFFFF), "?"))
    assert [drawn.findtext(f"{SVG}title"), words(chart)[0]] == [told, told]
    assert {name for element in drawn.iter() for name in element.keys()} == ATTRIBUTES  # noqa: SIM118 - of elements
    assert unseen(chart.replace("\ufffe", "")) == []


ATTRIBUTES = set(
    """
    viewBox width height role aria-labelledby id class x y text-anchor d stroke-dasharray cx cy r
    """.split()
)
"""What elements carry: nothing that runs or leads anywhere."""


def test_a_chart_fetches_and_runs_nothing() -> None:
    chart = trend_chart(nasty_trend("Shop"))

    assert re.findall(r"https?://[^\s\"]*|url\(|@import|<script|\son\w+=|href", chart) == ["http://www.w3.org/2000/svg"]


def inside(chart: str) -> list[str]:
    """The circles that stand outside of the frame."""
    drawn = parsed(chart)
    height = float(drawn.get("height", ""))
    return [
        str(circle.attrib)
        for circle in drawn.iter(f"{SVG}circle")
        if not (0 <= float(circle.get("cx", "")) <= WIDTH and 0 <= float(circle.get("cy", "")) <= height)
    ]


@pytest.mark.parametrize(
    ("most", "marks"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (3, [0, 1, 2, 3]),
        (58, [0, 20, 40, 60]),
        (101, [0, 50, 100, 150]),
        (4e6, [0, 1e6, 2e6, 3e6, 4e6]),
    ],
)
def test_scales_are_of_round_figures(most: float, marks: list[float]) -> None:
    assert scale(most) == marks


def test_words_make_room_for_one_another() -> None:
    assert apart([10, 12, 100], 0, 120) == [10, 24, 100]
    assert apart([118, 119, 120], 0, 120) == [92, 106, 120]


def test_marks_of_two_days_are_two() -> None:
    marks = list(month_marks([date(2026, 1, 5), date(2026, 1, 6)], 100))

    assert [mark for mark in marks if "2026" in mark] == [
        '<text class="faint" x="72" y="120" text-anchor="middle">2026-01-05</text>',
        '<text class="faint" x="728" y="120" text-anchor="middle">2026-01-06</text>',
    ]
