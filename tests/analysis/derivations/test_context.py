from __future__ import annotations

import pytest

from stackaudit.analysis.derivations.context import side_of
from stacks import stack_of

TEAMS = stack_of("teams: {web: {side: marketing}, sales: {side: service}, new: {}}").inventory.teams


@pytest.mark.parametrize(
    ("team", "side"),
    [("web", "marketing"), ("sales", "service"), ("new", None), ("it", None), (False, None), (None, None)],
)
def test_a_declared_team_is_on_its_stated_side_and_no_name_is_guessed_beside_it(team: object, side: str | None) -> None:
    assert side_of(team, TEAMS, states_teams=True) == side


@pytest.mark.parametrize(("team", "side"), [("it", "it"), ("sales", "sales"), ("web", None), (False, None)])
def test_where_no_team_is_declared_a_team_is_on_the_side_it_is_named_after(team: object, side: str | None) -> None:
    assert side_of(team, {}, states_teams=False) == side
