"""Names of teams as ids, and what a cell says of an owner."""

from __future__ import annotations

import pytest

from stackaudit.sources.importers.cells.cells import understood
from stackaudit.sources.importers.cells.manners import USUAL
from stackaudit.sources.importers.cells.teams import department, owner, side_of, team, team_id, teams_in
from stackaudit.sources.importers.cells.understanding import Understood, unclear


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Marketing Operations", "marketing-operations"),
        ("Finance Team", "finance"),
        ("Team Web", "web"),
        ("Dept. of things", "dept-of-things"),
        ("Marketing (EMEA)", "marketing-emea"),
        ("Vertrieb & Service", "vertrieb-service"),
        ("Qualité", "qualite"),
    ],
)
def test_the_id_of_a_team(name: str, id_: str) -> None:
    assert team_id(name) == id_


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Marketing Operations", "marketing"),
        ("Web Team", "marketing"),
        ("IT", "it"),
        ("Security Assurance", "it"),
        ("Vertrieb", "sales"),
        ("Customer Support", "service"),
        ("Procurement", "finance"),
        ("Marketing IT", ""),
        ("People Experience", ""),
    ],
)
def test_the_side_that_a_name_tells(name: str, side: str) -> None:
    assert side_of(name) == side


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("Marketing Operations", Understood("marketing-operations", teams=("Marketing Operations",))),
        ("person-014", Understood("person-014")),
        ("Jane Example", Understood("Jane Example")),
        ("Head of Marketing", Understood("Head of Marketing")),
        ("CMO", Understood("CMO")),
        ("nobody", Understood("nobody")),
        ("none", unclear("may say that nobody does")),
        ("jane@example.com", unclear("a person's address")),
        ("Jane Example <jane@example.com>", unclear("a person's address")),
        ("@jane", unclear("a person's address")),
        ("person-041, person-042", unclear("several owners")),
        ("Marketing / IT", unclear("several owners")),
        ("various", unclear("several owners")),
        ("external", unclear("somebody outside, not named")),
        ("Please ask in the channel. They will know.", unclear("more than a name")),
    ],
)
def test_a_cell_names_an_owner(cell: str, meant: Understood) -> None:
    assert owner(cell, USUAL)._replace(fits=False) == meant


def test_a_team_is_taken_only_where_it_is_clearly_one() -> None:
    assert team("Brand", USUAL) == Understood("brand", teams=("Brand",))
    assert team("Jane Example", USUAL) == unclear("not clearly a team")


def test_under_a_heading_of_departments_any_name_is_one() -> None:
    assert department("Nordics", USUAL) == Understood("nordics", teams=("Nordics",))


def test_several_teams_are_all_teams_or_none_is_taken() -> None:
    assert teams_in("IT, Legal", USUAL) == Understood(["it", "legal"], teams=("IT", "Legal"))
    assert teams_in("IT, Jane Example", USUAL) == unclear("not clearly teams")


@pytest.mark.parametrize(
    ("cell", "team"),
    [
        ("4100 - Support", "support"),
        ("4200 Marketing", "marketing"),
        ("Marketing (https://www.example.so/Marketing-0f1e2d)", "marketing"),
    ],
)
def test_the_code_of_a_cost_centre_and_the_address_of_a_page_are_no_part_of_a_team(cell: str, team: str) -> None:
    assert understood("cost.paid_by", cell).value == team


@pytest.mark.parametrize("cell", ["4100", "41 00"])
def test_a_cost_centre_that_is_a_figure_alone_is_no_team(cell: str) -> None:
    assert understood("cost.paid_by", cell) == unclear("not a name")


@pytest.mark.parametrize("role", ["Chef de projet CRM", "Abteilungsleiterin Marketing", "Directora comercial", "DAF"])
def test_a_role_in_another_language_is_kept_as_it_is(role: str) -> None:
    assert understood("owner.business", role) == Understood(role)


def test_a_sentence_is_no_team_though_it_begins_with_one() -> None:
    assert understood("owner.business", "IT. Ask them first") == unclear("more than a name")
