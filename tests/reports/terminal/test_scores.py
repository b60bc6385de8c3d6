from __future__ import annotations

import pytest
from inline_snapshot import snapshot

from stackaudit.model.audit import Score
from stackaudit.reports.terminal.lines import width_of
from stackaudit.reports.terminal.painting import plain
from stackaudit.reports.terminal.scores import score_lines

SCORES = [
    Score("shadow-it", 40.0, 92.4, 20, 3, 1_200),
    Score("security", 0.0, 0.0, 0, 7, 0),
    Score("inventory", 0.0, 100.0, 0, 0, 12),
    Score("own", 99.9, 99.9, 1_999, 1, 0),
]
OVERALL = Score("overall", 33.3, 66.6, 2_019, 11, 1_212)


def test_a_bar_is_full_to_the_low_end_and_half_to_the_high_end() -> None:
    assert plain(score_lines(SCORES, OVERALL, 100)) == snapshot("""\
Alignment    low ├──────────────────┤ high   unknown counted as failing, and as passing
  shadow-it   40 ▕████████▓▓▓▓▓▓▓▓▓▓  ▏  92   3 failed, 1\xa0200 undetermined
  security     0 ▕                    ▏   0   7 failed
  inventory    0 ▕▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▏ 100   12 undetermined
  own         99 ▕████████████████████▏  99   1 failed
  overall     33 ▕███████▓▓▓▓▓▓       ▏  66   11 failed, 1\xa0212 undetermined

""")


def test_a_narrow_terminal_gets_the_bars_and_what_counts_fit() -> None:
    assert plain(score_lines(SCORES, OVERALL, 60)) == snapshot("""\
Alignment    low ├──────────────────┤ high
  shadow-it   40 ▕████████▓▓▓▓▓▓▓▓▓▓  ▏  92   3 failed
  security     0 ▕                    ▏   0   7 failed
  inventory    0 ▕▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▏ 100
  own         99 ▕████████████████████▏  99   1 failed
  overall     33 ▕███████▓▓▓▓▓▓       ▏  66   11 failed

""")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_bar_is_wider_than_the_terminal(width: int) -> None:
    lines = plain(score_lines(SCORES, OVERALL, width)).splitlines()

    assert [line for line in lines if width_of(line) > width] == []


def test_without_scores_there_are_no_bars() -> None:
    assert score_lines([], None, 80) == []
