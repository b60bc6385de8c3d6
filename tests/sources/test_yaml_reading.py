"""YAML text to values and places: held against the words of YAML 1.2 and against PyYAML's own reading."""

from __future__ import annotations

import gc
import math
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from stackaudit.model.documents import Entry
from stackaudit.model.problems import Problems
from stackaudit.sources.yaml_reading import Duplicate, parse, parse_strictly

if TYPE_CHECKING:
    from collections.abc import Iterator

SCALARS = [
    ("NO", "NO"),
    ("no", "no"),
    ("yes", "yes"),
    ("on", "on"),
    ("Off", "Off"),
    ("y", "y"),
    ("true", True),
    ("True", True),
    ("TRUE", True),
    ("tRUE", "tRUE"),
    ("false", False),
    ("'true'", "true"),
    ('"false"', "false"),
    ("~", None),
    ("null", None),
    ("Null", None),
    ("nUll", "nUll"),
    ("", None),
    ("''", ""),
    ("'~'", "~"),
    ("12", 12),
    ("-12", -12),
    ("+12", 12),
    ("0", 0),
    ("012", 12),
    ("0o17", 15),
    ("0o18", "0o18"),
    ("0x1F", 31),
    ("0xG", "0xG"),
    ("0b11", "0b11"),
    ("12:30", "12:30"),
    ("12:30:45", "12:30:45"),
    ("1_000", 1000),
    ("1_200_000", 1_200_000),
    ("1__0", "1__0"),
    ("_1", "_1"),
    ("1_", "1_"),
    ("1,000", "1,000"),
    (".5", 0.5),
    ("-.5", -0.5),
    ("1.", 1.0),
    ("1.5", 1.5),
    ("1_000.5", 1000.5),
    (".", "."),
    ("1.2.3", "1.2.3"),
    ("1e3", 1000.0),
    ("1E-2", 0.01),
    ("1.5e+3", 1500.0),
    ("e3", "e3"),
    ("1e", "1e"),
    (".inf", math.inf),
    ("-.Inf", -math.inf),
    ("+.INF", math.inf),
    ("inf", "inf"),
    ("nan", "nan"),
    ("'12'", "12"),
    ("٣", "٣"),
    ("3 %", "3 %"),
    ("2026-11-21", "2026-11-21"),
    ("2026-11-21 10:00:00", "2026-11-21 10:00:00"),
    ("=", "="),
    ("<<", "<<"),
    ("9" * 100, int("9" * 100)),
    ("9" * 101, "9" * 101),
    ("|\n  a\n  b\n", "a\nb\n"),
    (">-\n  a\n  b\n", "a b"),
    ("|\n  12\n", "12\n"),
    ('"\\u00e9\\x41\\n"', "éA\n"),
    ("! 12", 12),
]


@pytest.mark.parametrize(("text", "value"), SCALARS)
def test_a_scalar_is_what_the_core_schema_of_yaml_1_2_says(text: str, value: object) -> None:
    document = parse_strictly("a.yaml", f"key: {text}\n")

    assert document.value == {"key": value}
    assert isinstance(document.value, dict)
    assert type(document.value["key"]) is type(value)


def test_nan_is_a_number() -> None:
    document = parse_strictly("a.yaml", "[.nan, .NaN, .NAN]")

    assert isinstance(document.value, list)
    assert all(math.isnan(value) for value in document.value)


def test_keys_are_text_whatever_they_look_like() -> None:
    document = parse_strictly("a.yaml", "{on: 1, 12: 2, ~: 3, true: 4, 1.5: 5, '': 6}")

    assert document.value == {"on": 1, "12": 2, "~": 3, "true": 4, "1.5": 5, "": 6}


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "---\n...\n", "%YAML 1.1\n---\n", "\n\n"])
def test_a_file_without_a_value_is_whole_and_none(text: str) -> None:
    parsed = parse("a.yaml", text)

    assert parsed.whole
    assert parsed.document.value is None
    assert parsed.problems == ()


class Dumper(yaml.SafeDumper):
    """Writes equal lists out instead of naming them."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML passes it
        return True


class LiteralDumper(Dumper):
    """Writes text in blocks behind `|` where it can."""


class FoldedDumper(Dumper):
    """Writes text in blocks behind `>` where it can."""


LiteralDumper.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, "|"))
FoldedDumper.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, ">"))


TEXT = st.text("aZ é𝄞𐍈:#-,[]{}'\"\\\n\t&*!|>%@`?~_.09", max_size=12).filter(lambda text: text[:1] not in tuple("09-.+"))
LEAVES = TEXT | st.integers(-(10**12), 10**12) | st.booleans() | st.none() | st.floats(allow_nan=False)
TREES = st.recursive(LEAVES, lambda below: st.lists(below, max_size=4) | st.dictionaries(TEXT, below, max_size=4))
STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "allow_unicode": st.booleans(),
        "width": st.just(10_000),  # where it breaks quoted lines, PyYAML does not read back what it wrote
        "indent": st.sampled_from([2, 4]),
        "line_break": st.sampled_from(["\n", "\r\n", "\r"]),
    }
)


@settings(max_examples=300, deadline=None)
@given(
    tree=st.dictionaries(TEXT, TREES, max_size=4) | st.lists(TREES, max_size=4),
    style=STYLES,
    dumper=st.sampled_from([Dumper, LiteralDumper, FoldedDumper]),
)
def test_values_and_places_are_those_of_an_independent_reading(
    tree: object, style: dict[str, Any], dumper: type[Dumper]
) -> None:
    text = yaml.dump(tree, Dumper=dumper, sort_keys=False, **style)

    document = parse_strictly("a.yaml", text)

    independent = yaml.compose(text, Loader=yaml.SafeLoader)
    assert independent is not None
    assert document.value == tree
    assert list(our_places(Entry(document, document.value, 0, 0))) == list(their_places(independent))


def our_places(entry: Entry) -> Iterator[tuple[int, int]]:
    """The line and column of every key and every scalar, in the order of the document."""
    if not isinstance(entry.value, dict | list):
        yield entry.document.place(entry.document.marks[entry.first])[1:]
    for key, child in entry.children():
        if isinstance(entry.value, dict):
            yield child.key_place()[1:]
        assert entry.child(key) == child
        yield from our_places(child)


def their_places(node: yaml.Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.line + 1, node.start_mark.column + 1
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from their_places(item)
    else:
        for key, value in node.value:
            yield from their_places(key)
            yield from their_places(value)


def test_an_alias_repeats_a_value_and_keeps_the_places_after_it_right() -> None:
    text = "a: &x {b: [1, 2], c: 3}\nd: *x\ne: [*x, 4]\nf: &y 5\ng: *y\n"

    document = parse_strictly("a.yaml", text)

    repeated = {"b": [1, 2], "c": 3}
    root = Entry(document, document.value, 0, 0)
    assert document.value == {"a": repeated, "d": repeated, "e": [repeated, 4], "f": 5, "g": 5}
    assert root.place("d")[1:] == (2, 4)
    assert root.place("d", "b", 1)[1:] == (1, 15)
    assert root.place("e", 1)[1:] == (3, 9)
    assert root.key_place("g")[1:] == (5, 1)


def test_an_anchor_that_is_set_again_means_its_last_value() -> None:
    document = parse_strictly("a.yaml", "[&a 1, *a, &a [2], *a, {b: &a 3}, *a]")

    assert document.value == [1, 1, [2], [2], {"b": 3}, 3]


def test_a_key_that_stands_twice_leaves_the_first_value_and_every_place_right() -> None:
    parsed = parse("a.yaml", "a: {b: 1, b: [2, 3], b: 4, c: 5}\nd: 6\n")

    root = Entry(parsed.document, parsed.document.value, 0, 0)
    inner = root.child("a")
    assert inner is not None
    assert parsed.whole
    assert [problem.place and problem.place.column for problem in parsed.problems] == [11, 22]
    assert [child.value for _, child in inner.children()] == [1, [2, 3], 4, 5]
    assert inner.place("b")[1:] == (1, 8)
    assert inner.place("c")[1:] == (1, 31)
    assert root.place("d")[1:] == (2, 4)


def test_a_duplicate_is_equal_to_nothing_but_itself() -> None:
    again = Duplicate("name")

    assert again == again  # noqa: PLR0124 - identity is what is asked
    assert again != "name"
    assert "name" not in {again: 1}
    assert str(again) == "name"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: |\n  Owner: ?\nb: ?\n", {"a": "Owner: ?\n", "b": None}),
        ("a: 'Who: ?, when: ?'\nb: [eu, ?]\n", {"a": "Who: ?, when: ?", "b": ["eu", None]}),
        ("- ?\n- '?'\n- a ?\n- {b: ? }\n", [None, "?", "a ?", {"b": None}]),
    ],
)
def test_a_question_mark_alone_is_null_and_one_within_text_stays(text: str, value: object) -> None:
    document = parse_strictly("a.yaml", text)

    assert document.value == value


def test_reading_strictly_raises_what_is_wrong_with_the_document_to_quote_from() -> None:
    with pytest.raises(Problems) as raised:
        parse_strictly("a.yaml", "a: 1\na: 2\n")

    assert str(raised.value) == "a.yaml:2:1: the key `a` stands twice in one mapping"
    assert raised.value.documents["a.yaml"].line(2) == "a: 2"


def test_reading_leaves_the_garbage_collector_as_it_was() -> None:
    parse("a.yaml", "a: [")

    assert gc.isenabled()


def test_a_place_of_a_path_that_is_not_stated_is_the_deepest_part_that_is() -> None:
    document = parse_strictly("a.yaml", "a:\n  b: {c: 1}\n")

    root = Entry(document, document.value, 0, 0)

    assert root.place("a", "b", "x", "y")[1:] == (2, 6)
    assert root.place("a", "x")[1:] == (1, 1)
    assert not root.states("a", "x")
    assert root.states("a", "b", "c")


def test_lines_are_those_of_the_three_ways_to_end_one() -> None:
    document = parse_strictly("a.yaml", "a: 1\r\nb: 2\rc: 3\n\nd: 4")

    assert [document.line(number) for number in range(1, 6)] == ["a: 1", "b: 2", "c: 3", "", "d: 4"]
    assert document.line_count == 5
