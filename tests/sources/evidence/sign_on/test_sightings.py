from __future__ import annotations

from datetime import date

from stackaudit.sources.evidence.reader import Content, Reading
from stackaudit.sources.evidence.sign_on.sightings import Sighting, Tally, read_lines


def read(*sightings: Sighting) -> Reading:
    shown = {seen.at: seen.name for seen in sightings}
    return read_lines(Content("x.csv", ".csv", ""), sightings, shown, Tally())


def test_sightings_of_one_app_are_one_trace_at_the_first_line() -> None:
    reading = read(
        Sighting("Miro", 5, "k", date(2026, 1, 2), "jo", team="Sales"),
        Sighting("MIRO", 7, "K", date(2026, 3, 4), "kim", team="Sales"),
        Sighting("miro", 9, "k", None, "jo"),
    )

    ((trace),) = reading.traces
    assert (trace.text, trace.key, trace.times, trace.users) == ("Miro", "k", 3, 2)
    assert (trace.on, trace.team, trace.place.line) == (date(2026, 3, 4), "Sales", 5)


def test_one_name_with_two_keys_is_two_apps() -> None:
    assert [trace.key for trace in read(Sighting("Miro", 1, "a"), Sighting("Miro", 2, "b")).traces] == ["a", "b"]


def test_traces_stand_in_the_order_of_their_lines() -> None:
    assert [trace.text for trace in read(Sighting("B", 4), Sighting("A", 2)).traces] == ["A", "B"]


def test_of_counts_that_were_written_down_the_largest_stands() -> None:
    reading = read(Sighting("Miro", 1, users=3), Sighting("Miro", 2, users=7), Sighting("Miro", 3))

    assert reading.traces[0].users == 7


def test_a_count_of_nobody_is_known() -> None:
    assert read(Sighting("Miro", 1, users=0)).traces[0].users == 0


def test_teams_that_differ_say_no_team() -> None:
    assert read(Sighting("Miro", 1, team="Sales"), Sighting("Miro", 2, team="IT")).traces[0].team == ""


def test_permissions_are_sorted_and_bounded_and_all_count_for_the_risk() -> None:
    many = tuple(f"a{number:03}" for number in range(300))

    ((trace),) = read(Sighting("Miro", 1, scopes=(*many, "zz.write"))).traces

    assert trace.scopes == many[:200]
    assert (trace.kind, trace.risk) == ("grant", "modify")
