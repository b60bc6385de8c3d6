"""Whatever an inventory looks like and whatever is changed in it: it says what is meant, and the rest stays."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sources.editing.inventories import COMMENTS, WORDS, inventories, plain_values
from stackaudit.model.edits import Add, Drop, Note, Put, Rename, Sort
from stackaudit.sources.editing import edited
from stackaudit.sources.yaml_reading import parse_strictly

slow = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


KINDS = [Put, Put, Add, Drop, Rename, Sort]


def value_of(text: str) -> Any:
    return parse_strictly("inventory.yaml", text.lstrip("\ufeff")).value


def paths(value: Any, above: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every path in a value, apart from the empty one."""
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path for key, each in below for path in ((*above, key), *paths(each, (*above, key)))]


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def drawn_path(data: st.DataObject, text: str, kind: type = object) -> tuple[str | int, ...]:
    value = value_of(text)
    found = [path for path in paths(value) if isinstance(at(value, path), kind)]
    assume(found)
    return data.draw(st.sampled_from(found))


def are_all_in(some: list[str], others: list[str]) -> bool:
    """Whether lines stand among others, in their order."""
    rest = iter(others)
    return all(line in rest for line in some)


@slow
@given(inventories(), st.data())
def test_what_is_said_already_changes_nothing(text: str, data: st.DataObject) -> None:
    path = drawn_path(data, text)

    assert edited("i.yaml", text, [Put(path, at(value_of(text), path))]) == text


@slow
@given(inventories(), plain_values(), st.data())
def test_a_value_is_put_in_the_place_of_another(text: str, value: Any, data: st.DataObject) -> None:
    path = drawn_path(data, text)

    after = value_of(edited("i.yaml", text, [Put(path, value)]))

    before = value_of(text)
    assert at(after, path) == value
    at(before, path[:-1])[path[-1]] = value
    assert after == before


@slow
@given(inventories(), st.sampled_from(WORDS), st.data())
def test_a_word_in_the_place_of_another_touches_one_line(text: str, word: str, data: st.DataObject) -> None:
    path = drawn_path(data, text, str)
    before = at(value_of(text), path)
    assume(before in WORDS and ">-" not in text and "|-" not in text and max(map(len, text.splitlines())) < 110)

    after = edited("i.yaml", text, [Put(path, word)])

    old, new = text.splitlines(), after.splitlines()
    assert len([line for line, other in zip(old, new, strict=False) if line != other]) <= 1
    assert edited("i.yaml", after, [Put(path, before)]) == text


@slow
@given(inventories(), plain_values(), st.data())
def test_a_new_key_is_put_and_taken_out_again(text: str, value: Any, data: st.DataObject) -> None:
    path = (*drawn_path(data, text, dict), "x-new")
    assume(at(value_of(text), path[:-1]))

    there = edited("i.yaml", text, [Put(path, value)])

    assert at(value_of(there), path) == value
    gone = edited("i.yaml", there, [Drop(path)])
    assert value_of(gone) == value_of(text)
    assert (
        gone == text
        or len(there.splitlines()) > len(text.splitlines()) + 1
        or any(len(line) > 100 for line in there.splitlines())
    )


@slow
@given(inventories(), st.data())
def test_a_key_is_dropped_and_other_lines_stay(text: str, data: st.DataObject) -> None:
    path = drawn_path(data, text)
    before = value_of(text)
    assume(isinstance(path[-1], str) and len(at(before, path[:-1])) > 1)

    after = edited("i.yaml", text, [Drop(path)])

    del at(before, path[:-1])[path[-1]]
    assert value_of(after) == before
    assert list(at(value_of(after), path[:-1])) == list(at(before, path[:-1]))
    assert len(after) < len(text)


@slow
@given(inventories(), st.data())
def test_a_key_is_renamed_in_its_line_and_back(text: str, data: st.DataObject) -> None:
    path = drawn_path(data, text)
    assume(isinstance(path[-1], str) and len(path) > 1 and len(path[-1]) > 2 and " " not in path[-1])
    other = "z" * len(path[-1])

    after = edited("i.yaml", text, [Rename(path, other)])

    parent = at(value_of(text), path[:-1])
    assert list(at(value_of(after), path[:-1])) == [other if key == path[-1] else key for key in parent]
    quoted = f'"{path[-1]}"' in text
    assert edited("i.yaml", after, [Rename((*path[:-1], other), path[-1])]) == text or quoted


@slow
@given(inventories(), st.data())
def test_keys_are_sorted_and_nothing_is_lost(text: str, data: st.DataObject) -> None:
    path = drawn_path(data, text, dict)
    order = tuple(data.draw(st.permutations(list(at(value_of(text), path)))))

    after = edited("i.yaml", text, [Sort(path, order)])

    assert value_of(after) == value_of(text)
    assert tuple(at(value_of(after), path)) == order
    assert edited("i.yaml", after, [Sort(path, order)]) == after
    for comment in COMMENTS:
        assert after.count(comment) == text.count(comment)


@slow
@given(inventories(), plain_values(), st.booleans(), st.data())
def test_entries_are_added_between_lines_that_stay(text: str, value: Any, remarked: bool, data: st.DataObject) -> None:
    section = data.draw(st.sampled_from(["teams", "systems", "integrations"]))
    before = value_of(text)
    key = None if section == "integrations" else "x-new"
    entry = {"name": "New", "owner": {"business": "it"}, "x-value": value}
    remarks = {("name",): "check: the name"} if remarked else {}

    after = edited("i.yaml", text, [Add((section,), key, entry, remarks=remarks)])

    if key is None:
        before.setdefault(section, []).append(entry)
    else:
        before.setdefault(section, {})[key] = entry
    assert value_of(after) == before
    assert are_all_in([line for line in text.splitlines() if line.strip()], after.splitlines())
    assert ("# check: the name" in after) is remarked or "# check: the name" in text


@slow
@given(inventories(), st.data())
def test_a_note_comes_once_and_goes_without_a_trace(text: str, data: st.DataObject) -> None:
    path = drawn_path(data, text)

    noted = edited("i.yaml", text, [Note(path, "gone:", "not in the list since 2026-11-21 " * 5)])

    assert value_of(noted) == value_of(text)
    assert are_all_in(text.splitlines(), noted.splitlines())
    assert edited("i.yaml", noted, [Note(path, "gone:", "not in the list since 2026-11-21 " * 5)]) == noted
    assert edited("i.yaml", noted, [Note(path, "gone:")]) == text


@slow
@given(inventories(), st.lists(st.tuples(st.sampled_from(KINDS), plain_values()), min_size=1, max_size=5), st.data())
def test_many_edits_at_once_say_what_they_say_one_by_one(text: str, kinds: Any, data: st.DataObject) -> None:
    wanted = value_of(text)
    edits: list[Any] = []
    for number, (kind, value) in enumerate(kinds):
        places = [path for path in paths(wanted) if not any(isinstance(step, int) for step in path)]
        places = [path for path in places if isinstance(at(wanted, path), dict) or kind in (Put, Drop, Rename)]
        places = [path for path in places if kind is not Drop or len(at(wanted, path[:-1])) > 1]
        if places:
            edits.append(edit_of(kind, data.draw(st.sampled_from(places)), deepcopy(value), f"new-{number}"))
            carried_out(edits[-1], wanted)
    assume(edits)

    after = value_of(edited("i.yaml", text, edits))

    assert after == wanted
    if not any(
        isinstance(edit, Put) and isinstance(edit.value, dict) for edit in edits
    ):  # keys that stay keep their order
        assert orders(after) == orders(wanted)


def orders(value: Any) -> list[list[str]]:
    """The keys of every mapping in a value, in their order."""
    return [list(at(value, path)) for path in paths(value) if isinstance(at(value, path), dict)]


def edit_of(kind: type, path: tuple[str | int, ...], value: Any, name: str) -> Any:
    """An edit of a kind at a path."""
    return {
        Put: Put(path, value),
        Drop: Drop(path),
        Rename: Rename(path, name),
        Sort: Sort(path, ("name", "owner", "annual", "crm")),
        Add: Add((*path, "x-more"), name, {"below": value}, above=("a comment",), within=("another",)),
    }[kind]


def carried_out(edit: Any, value: Any) -> None:
    """Make plain values say what an edit does to them."""
    *above, last = edit.path
    parent = at(value, tuple(above))
    match edit:
        case Put():
            parent[last] = deepcopy(edit.value)
        case Drop():
            del parent[last]
        case Rename():
            items = [(edit.key if key == last else key, each) for key, each in parent.items()]
            parent.clear()
            parent.update(items)
        case Sort():
            items = sorted(
                parent[last].items(),
                key=lambda item: [*edit.order, item[0]].index(item[0]) if item[0] in edit.order else 99,
            )
            parent[last].clear()
            parent[last].update(items)
        case Add():
            parent.setdefault(last, {})[edit.key] = deepcopy(dict(edit.entry))
