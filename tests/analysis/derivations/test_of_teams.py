from __future__ import annotations

from textwrap import indent

from stacks import stack_of


def sides_inside(teams: str, team: str) -> object:
    stack = stack_of(f"teams:\n{indent(teams, '  ')}\nsystems: [HubSpot]")
    return stack.inventory.teams[team].facts.get("sides_inside")


def test_people_of_other_sides_who_sit_in_a_team_bring_their_sides() -> None:
    assert sides_inside("web: {side: marketing, embeds: [it, sales]}", "web") == ("it", "sales")


def test_nobody_sits_there_where_the_list_is_empty() -> None:
    assert sides_inside("web: {side: marketing, embeds: []}", "web") == ()


def test_a_team_that_says_nothing_leaves_it_open() -> None:
    assert sides_inside("web: {side: marketing}", "web") is None


def test_parts_bring_their_own_side_and_those_inside_them() -> None:
    teams = """\
marketing: {side: marketing, embeds: []}
web: {side: marketing, part_of: marketing, embeds: [sales]}
martech: {side: it, part_of: marketing, embeds: []}"""

    assert sides_inside(teams, "marketing") == ("it", "marketing", "sales")


def test_a_part_that_says_nothing_leaves_it_at_what_the_team_says() -> None:
    teams = """\
marketing: {side: marketing, embeds: []}
web: {part_of: marketing}"""

    assert sides_inside(teams, "marketing") == ()


def test_a_team_that_says_nothing_stays_open_beside_its_parts() -> None:
    teams = """\
marketing: {side: marketing}
web: {side: marketing, part_of: marketing, embeds: [unknown]}"""

    assert sides_inside(teams, "marketing") == (None, "marketing")


def test_a_team_that_is_part_of_itself_is_no_part() -> None:
    assert sides_inside("web: {side: marketing, part_of: web, embeds: []}", "web") == ()
