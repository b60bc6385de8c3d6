"""Texts of other tools as trees of values."""

from __future__ import annotations

import pytest

from sources.importers.drafted import content
from stackaudit.model.documents import Place
from stackaudit.sources.importers.models.paths import child_of, children_of, line_of
from stackaudit.sources.importers.trees import read_trees, trees_of


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a: 1\n", [({"a": 1}, 1)]),
        ("a: 1\n---\nb: 2\n", [({"a": 1}, 1), ({"b": 2}, 3)]),
        ("%YAML 1.2\n# a note\n---\na: 1\n---\n", [({"a": 1}, 4)]),
        ("---\n---\n---\n- 1\n", [([1], 4)]),
        ("--- {a: 1}\n--- [2]\n", [({"a": 1}, 1), ([2], 2)]),
        ("a: |\n  ---\nb: ---x\n", [({"a": "---\n", "b": "---x"}, 1)]),
        ('{"a": "\\ud83d\\ude00", "b":"\\/"}', [({"a": "😀", "b": "/"}, 1)]),
        (
            '{"a": "\\ud83d!", "b": "\\\\ud83d", "c": "\\\\\\ud83d\\ude00"}',
            [({"a": "\ufffd!", "b": "\\ud83d", "c": "\\😀"}, 1)],
        ),
        ('{\n\t"a":\t[1,2]\n}', [({"a": [1, 2]}, 1)]),
        ("just words\n", []),
        ("", []),
    ],
)
def test_documents_are_read_one_by_one(text: str, values: list[tuple[object, int]]) -> None:
    assert [(entry.value, entry.place().line) for entry in trees_of("f", ".yaml", text)] == values


def test_every_node_of_every_document_knows_its_line() -> None:
    trees = trees_of("f", ".yaml", "a:\n  b: [1, {c: 2}]\n---\nd:\n  e:\n    - f\n    - g: 3\n")

    items = child_of(trees[1], "d", "e")
    assert items is not None
    assert [line_of(child) for _, child in items.children()] == [6, 7]
    assert trees[0].place("a", "b", 1, "c") == Place("f", 2, 14)
    assert trees[0].document is trees[1].document  # lines are counted once for all


def test_a_broken_document_gives_none_and_says_where_it_is_broken() -> None:
    trees = read_trees("f", ".yaml", "a: 1\n---\nb: {c: ]\n")

    assert trees.roots == ()
    assert [(problem.message, problem.place) for problem in trees.problems] == [
        ("not valid YAML: did not find expected node content", Place("f", 3, 8))
    ]


@pytest.mark.parametrize("suffix", [".md", ".csv", ".xml"])
def test_other_files_are_no_trees(suffix: str) -> None:
    assert content("a: 1\n", suffix).trees == ()


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: &d [*c, *c, *c, *c]\n"
        + "".join(f"e{number}: [*d, *d, *d, *d]\n" for number in range(100)),
        "a: &a [*a]\n*a : 1\n",
        "---\n" * 200_002,
    ],
    ids=["deep", "aliases", "self", "documents"],
)
def test_bombs_are_refused(text: str) -> None:
    assert trees_of("f", ".yaml", text) == ()


def test_keys_of_a_mapping_win_over_merged_ones_and_earlier_merges_over_later() -> None:
    (tree,) = trees_of(
        "f",
        ".yaml",
        """
        - &a {x: 1, y: 1, z: 1}
        - &b {<<: *a, x: 2, w: 2}
        - {<<: [*b, *a], y: 3}
        - {<<: no mapping}
        """,
    )

    found = [{key: child.value for key, child in children_of(item)} for _, item in tree.children()]
    assert found == [
        {"x": 1, "y": 1, "z": 1},
        {"x": 2, "w": 2, "y": 1, "z": 1},
        {"y": 3, "x": 2, "w": 2, "z": 1},
        {"<<": "no mapping"},
    ]
