"""Whatever an inventory looks like and whatever is changed in it: it says what is meant, and the rest stays."""

from __future__ import annotations

from typing import Any
import os

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sources.editing.inventories import COMMENTS, WORDS, inventories, plain_values
from stackaudit.model.edits import Add, Drop, Note, Put, Rename, Sort
from stackaudit.sources.editing import edited
from stackaudit.sources.yaml_reading import parse_strictly

slow = settings(max_examples=int(os.environ.get('EX','60')), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


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
    assume(before in WORDS)

    after = edited("i.yaml", text, [Put(path, word)])

    old, new = text.splitlines(), after.splitlines()
    assert len([line for line, other in zip(old, new, strict=False) if line != other]) <= 1 or ">-" in text or "|-" in text
    assert edited("i.yaml", after, [Put(path, before)]) == text or ">-" in text or "|-" in text


@slow
@given(inventories(), plain_values(), st.data())
def test_a_new_key_is_put_and_taken_out_again(text: str, value: Any, data: st.DataObject) -> None:
    path = (*drawn_path(data, text, dict), "x-new")
    assume(at(value_of(text), path[:-1]))

    there = edited("i.yaml", text, [Put(path, value)])

    assert at(value_of(there), path) == value
    gone = edited("i.yaml", there, [Drop(path)])
    assert value_of(gone) == value_of(text)
    assert gone == text or len(there.splitlines()) > len(text.splitlines()) + 1 or any(
        len(line) > 100 for line in there.splitlines()
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
@given(inventories(), st.lists(st.tuples(st.integers(0, 5), plain_values()), min_size=1, max_size=5), st.data())
def test_many_edits_at_once_say_what_they_say_one_by_one(text: str, kinds: Any, data: st.DataObject) -> None:
    wanted = value_of(text)
    edits: list[Any] = []
    for kind, value in kinds:
        mappings = [path for path in paths(wanted) if isinstance(at(wanted, path), dict) and not _is_in_list(path)]
        keyed = [path for path in paths(wanted) if isinstance(path[-1], str) and not _is_in_list(path) and len(path) > 1]
        if kind == 0 and keyed:
            path = data.draw(st.sampled_from(keyed))
            edits.append(Put(path, value))
            at(wanted, path[:-1])[path[-1]] = value
        elif kind == 1 and mappings:
            path = data.draw(st.sampled_from(mappings))
            edits.append(Put((*path, f"n{len(edits)}", "below"), value))
            at(wanted, path)[f"n{len(edits) - 1}"] = {"below": value}
        elif kind == 2 and keyed:
            path = data.draw(st.sampled_from(keyed))
            if len(at(wanted, path[:-1])) > 1:
                edits.append(Drop(path))
                del at(wanted, path[:-1])[path[-1]]
        elif kind == 3 and keyed:
            path = data.draw(st.sampled_from(keyed))
            edits.append(Rename(path, f"r{len(edits)}"))
            parent = at(wanted, path[:-1])
            items = [(f"r{len(edits) - 1}" if key == path[-1] else key, each) for key, each in parent.items()]
            parent.clear()
            parent.update(items)
        elif kind == 4 and mappings:
            path = data.draw(st.sampled_from(mappings))
            edits.append(Sort(path, tuple(reversed(at(wanted, path)))))
            items = list(at(wanted, path).items())[::-1]
            at(wanted, path).clear()
            at(wanted, path).update(items)
        elif kind == 5 and mappings:
            path = data.draw(st.sampled_from(mappings))
            edits.append(Add(path, f"a{len(edits)}", {"below": value}, above=("a comment",)))
            at(wanted, path)[f"a{len(edits) - 1}"] = {"below": value}
    assume(edits)

    after = edited("i.yaml", text, edits)

    assert value_of(after) == wanted


def _is_in_list(path: tuple[str | int, ...]) -> bool:
    return any(isinstance(step, int) for step in path)
