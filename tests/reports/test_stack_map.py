"""The lines of a map in figures."""

from __future__ import annotations

from collections import Counter

from reports.maps import nasty_network
from stackaudit.reports.stack_map import line_states


def test_each_line_has_its_stops_and_counts_its_track_by_state() -> None:
    states = list(line_states(nasty_network("tame")))

    assert [(each.number, each.line.id, [stop.id for stop in each.stops], each.tracks) for each in states] == [
        (0, "journey", ["crm", "mail", "letter"], Counter({"by hand": 1, "missing": 1})),
        (1, "campaigns", ["crm", "desk", "old"], Counter({"late": 1, "closed": 1})),
    ]
