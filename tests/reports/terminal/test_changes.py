"""Changes and trends in a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.changes.nasty_changes import nasty_changes, nasty_trend
from reports.nasty import NASTY, unseen
from stackaudit.model.changes import Trend
from stackaudit.reports.terminal.changes import changes_lines
from stackaudit.reports.terminal.painting import plain
from stackaudit.reports.terminal.trend import broken_lines, sparkline, trend_lines


def test_the_whole_report() -> None:
    report = plain(changes_lines(nasty_changes("Shop"), 100)).replace("\u00a0", " ")

    assert report == WHOLE


WHOLE = """\
Shop · from Shop to Shop · 2026-11-21

                             before        now  difference
  overall score           not asked          5
  systems                         4          4
  integrations                    0          0
  findings                        2          2
  questions undetermined          1          1
  known cost a year       EUR 1 200  EUR 1 200

New findings · 1
  Shop/unsafe  high
    Shop
    stack/Shop.yaml:5:3

No longer behind an exception · 1
  Shop/unsafe  high
    Shop
    stack/Shop.yaml:5:3

Resolved · 1
  Shop/unsafe  high
    Shop
    stack/Shop.yaml:6:3

Behind an exception now · 1
  Shop/unsafe  high
    Shop
    stack/Shop.yaml:6:3

Of another severity · 1
  Shop/unsafe  high → high: Shop

Systems · 1 came, 1 went
  + Shop
  - Shop

Systems under another id · 1
  Shop → Shop

Facts · 2
  of    fact     before      now
  Shop  regions  Shop        not stated
  Shop  name     not stated  Shop

Flows of data · 2
  + Shop → Shop: Shop
  - Shop → Shop: Shop

Regions in which data lives · 2
  + Shop: Shop
  - Shop: Shop

Scores · 2
  theme       before     now  points
  Shop        1 to 2  3 to 4      +2
  overall  not asked       5

2 new findings: 2 high · 1 resolved · 1 behind an exception now · 1 unchanged
"""


def test_the_first_twenty_of_a_kind_are_shown_or_all() -> None:
    changes = nasty_changes("Shop")
    crowd = replace(changes, flows_added=changes.flows_added * 30, flows_removed=())

    some = plain(changes_lines(crowd, 100))
    every = plain(changes_lines(crowd, 100, show_all=True))

    assert [text.count("  + Shop → Shop: Shop\n") for text in (some, every)] == [20, 30]
    assert "  … and 10 more (--all shows every one)\n" in some
    assert "more" not in every


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_moves_no_cursor(word: str) -> None:
    changes, trend = nasty_changes(NASTY[word]), nasty_trend(NASTY[word])

    report = plain([*changes_lines(changes, 80), *trend_lines(trend, 80), *broken_lines(trend, 80)])

    assert unseen(report) == []
    assert report.count("New findings") == 1 + NASTY[word].count("New findings")


TREND = """\
Fjordline · 2026-01-05 to 2026-02-09 · 2 states

  score, at least  40 to 60   ▄▅  50 to 60
  findings         3          ▅▅  3
  systems          3          ▁█  9
  cost a year      EUR 1 200  ▁█  EUR 2.40 M

  day         commit      critical  high  medium  low  info     score  systems  cost a year
  2026-01-05  aaaaaaaaaa         0     2       1    0     0  40 to 60        3    EUR 1 200
  2026-02-09  aaaaaaaaaa         0     2       1    0     0  50 to 60        9   EUR 2.40 M
"""


def test_a_trend_is_curves_and_a_table() -> None:
    trend = nasty_trend("Fjordline")
    trend = Trend(tuple(moment._replace(currency="EUR") for moment in trend.moments))

    report = plain(trend_lines(trend, 100)).replace("\u00a0", " ")

    assert report == TREND


def test_states_that_are_passed_over_are_told_the_first_five_of_them() -> None:
    broken = nasty_trend("wrong").broken[0]

    lines = plain(broken_lines(Trend((broken,) * 7), 100))

    assert lines == "passed over bbbbbbbbbb of 2026-01-05: wrong\n" * 5 + "… and 2 more states passed over\n"
    assert broken_lines(Trend(()), 100) == []


def test_a_long_curve_is_cut_to_its_width_and_ends_with_the_last() -> None:
    curve = sparkline([0.0] * 99 + [1.0], 0, 1)

    assert (len(curve), curve[0], curve[-2:]) == (48, "▁", "▁█")
