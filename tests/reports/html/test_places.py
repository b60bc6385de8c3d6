"""Places lose the folder that they share, and nothing else."""

from __future__ import annotations

import pytest

from stackaudit.model.documents import Place
from stackaudit.reports.html.places import Places


@pytest.mark.parametrize(
    ("names", "folder"),
    [
        ([], ""),
        (["inventory.yaml"], ""),
        (["stack/inventory.yaml"], "stack/"),
        (["a/systems/x.yaml", "a/teams.yaml"], "a/"),
        (["abc/x.yaml", "abd/x.yaml"], ""),
        (["a/b", "a/b/c"], "a/"),
        (["/inventory.yaml", "/teams.yaml"], "/"),
    ],
)
def test_the_shared_folder_is_that_of_all_names(names: list[str], folder: str) -> None:
    assert Places(names).folder == folder


def test_a_place_is_told_below_the_shared_folder() -> None:
    places = Places(["a/systems/x.yaml", "a/teams.yaml"])

    assert places.short(Place("a/systems/x.yaml", 4, 11)) == "systems/x.yaml:4:11"
    assert places.short(Place("elsewhere.yaml", 1, 1)) == "elsewhere.yaml:1:1"


def test_a_line_of_the_same_file_stands_alone() -> None:
    places = Places(["a/x.yaml", "a/y.yaml"])

    assert places.line(Place("a/x.yaml", 4, 11), "a/x.yaml") == ":4"
    assert places.line(Place("a/y.yaml", 4, 11), "a/x.yaml") == "y.yaml:4"
