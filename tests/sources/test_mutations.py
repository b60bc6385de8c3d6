"""Inventories with random damage: reading gives an inventory, or problems with places inside the file; nothing else."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import CATEGORIES
from stackaudit.model.inventory import Inventory
from stackaudit.model.problems import Problems
from stackaudit.reports.terminal.painting import plain
from stackaudit.reports.terminal.problems import problem_lines
from stackaudit.sources.files import decode
from stackaudit.sources.inventory import read_inventory_text
from stackaudit.sources.yaml_reading import parse_strictly

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "inventory.yaml"

WHOLE = """\
stackaudit: 1
organization:
  name: Fjordline Outdoor ⛰
  currency: EUR
  exchange_rates: {USD: 0.92, GBP: 1.17}
  revenue: 84_000_000
  regions: [eu]
  spend: {marketing_technology: 1_900_000, it: 2_400_000}
teams:
  marketing: {side: marketing, lead: cmo}
  web: {side: marketing, embeds: [it], part_of: marketing}
  it: {side: it, lead: cio, size: 12}
governance:
  joint_group: {name: Digital group, leads: [cmo, cio], meets: monthly, last_met: 2026-10-28}
  liaison: {team: it}
  roadmap:
    owners: [marketing, it]
    items:
    - {name: One customer record, ends: 2027-03-31, cost: {amount: 240_000, currency: USD}}
    - name: "No more lists by hand"
      owner: web
  customer: {definition: A person or company with an order, master: crm}
  survey: {asked: 2026-06-01, shared_ownership: {it: 70, marketing: 51}}
  sandbox: {longest: 90d, most_cost: 5_000}
data:
  customer: {personal: true, owner: {business: marketing}}
systems:
  crm: &crm
    name: Salesforce Sales Cloud
    category: crm
    owner: {business: marketing, technical: it}
    bought: {by: marketing, approved_by: [it], how: contract, on: 2021-04-01}
    cost: {annual: 240_000, seats: 120, renews: 2027-04-01, notice: 60d, auto_renews: true}
    data: {categories: [contact, sales], subjects: [customer], records: 1_200_000, retention: 36mo}
    privacy: {agreement: 2024-05-02, legal_basis: contract}
    security: {sso: true, encrypted: [at-rest, in-transit], certifications: [soc2], admins: 3}
    service: {uptime: 99.9, support: vendor}
    if_gone: |
      Nobody can see an open offer.
  mail: Mailchimp  # a card payment
  copy: *crm
integrations:
- {from: mail, to: crm, data: [contact], method: native, runs: hourly, last_ran: 2026-11-20, owner: it}
- {from: crm, to: mail, via: copy, direction: two-way}
x-note: {any: [thing, 1, ~]}
"""


def assert_read_or_refused(raw: bytes) -> None:
    """Reads damaged bytes as a file would be read, and holds the problems against them."""
    refused: Problems | None
    lines = re.split(r"\r\n|\r|\n", raw.decode("utf-8", "replace"))
    try:
        inventory = read_inventory_text(NAME, decode(raw, NAME), CATEGORIES)
    except Problems as raised:
        refused = raised
    else:
        refused = None
        assert isinstance(inventory, Inventory)
    if refused is not None:
        assert refused.problems
        for problem in refused.problems:
            assert problem.message
            assert problem.help
            assert problem.place
            for place in (problem.place, *(place for place, _ in problem.related)):
                assert place.file == NAME
                assert 1 <= place.line <= len(lines)
                assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        shown = plain(problem_lines(refused, 80))
        assert re.search(r"^\d+ problems?\.\n\Z", shown, re.MULTILINE)


def test_the_inventory_is_whole_before_it_is_damaged() -> None:
    inventory = read_inventory_text(NAME, WHOLE, CATEGORIES)

    assert list(inventory.systems) == ["copy", "crm", "mail"]


RAW = WHOLE.encode()
OFFSETS = st.integers(0, len(RAW))
PIECES = st.binary(min_size=1, max_size=4) | st.sampled_from(
    [
        sign.encode()
        for sign in "\t : - & * ! | > ' \" % @ ` { } [ ] , # ? ~ \r \n \x00 \x85 \u2028 \ufeff é 𝄞".split(" ")
    ]
    + [b"\n---\n", b"\n...\n", b"*crm", b"&crm ", b"<<: *crm", b"!!python/name:os.system ", b"\n  ", b": ", b"\xff"],
)
DAMAGES = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), OFFSETS, PIECES),
        st.tuples(st.just("overwrite"), OFFSETS, PIECES),
        st.tuples(st.just("delete"), OFFSETS, st.integers(1, 40)),
        st.tuples(st.just("repeat a line"), OFFSETS, OFFSETS),
        st.tuples(st.just("swap lines"), OFFSETS, OFFSETS),
        st.tuples(st.just("cut off"), OFFSETS, st.none()),
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=400, deadline=None)
@given(damages=DAMAGES)
def test_damaged_bytes_are_read_or_refused(damages: list[tuple[str, int, object]]) -> None:
    raw = RAW
    for damage in damages:
        raw = damaged(raw, *damage)

    assert_read_or_refused(raw)


@settings(max_examples=200, deadline=None)
@given(raw=st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace")))
def test_bytes_from_nowhere_are_read_or_refused(raw: bytes) -> None:
    assert_read_or_refused(raw)


def damaged(raw: bytes, damage: str, offset: int, detail: object) -> bytes:
    lines = raw.splitlines(keepends=True)
    match damage, detail:
        case "insert", bytes(piece):
            return raw[:offset] + piece + raw[offset:]
        case "overwrite", bytes(piece):
            return raw[:offset] + piece + raw[offset + len(piece) :]
        case "delete", int(length):
            return raw[:offset] + raw[offset + length :]
        case "repeat a line", int(other) if lines:
            lines.insert(other % len(lines), lines[offset % len(lines)])
        case "swap lines", int(other) if lines:
            one, two = offset % len(lines), other % len(lines)
            lines[one], lines[two] = lines[two], lines[one]
        case "cut off", _:
            return raw[:offset]
    return b"".join(lines)


TREE = parse_strictly(NAME, WHOLE).value
STRANGERS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10**20),
    st.floats(),
    st.sampled_from(
        ["", "unknown", "<Owner>", "nobody", "crm", "it", "2026-02-30", "90d", "live", "USD", "12:30", "[x]"]
    ),
    st.text(max_size=80),
    st.lists(st.sampled_from([None, 1, "it", "crm", True, [], {}]), max_size=3),
    st.dictionaries(
        st.sampled_from(["name", "amount", "currency", "USD", "items", "from", "x-a"]), st.none() | st.text()
    ),
    st.sampled_from(
        [{"amount": 5, "currency": "USD"}, {"amount": {"amount": 1, "currency": "USD"}, "currency": "EUR"}]
    ),
)


def paths(value: object, here: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every value below a value."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, below in steps:
        yield (*here, step)
        yield from paths(below, (*here, step))


PATHS = sorted(paths(TREE), key=repr)


@settings(max_examples=400, deadline=None)
@given(changes=st.lists(st.tuples(st.sampled_from(PATHS), STRANGERS), min_size=1, max_size=3))
def test_values_of_other_kinds_are_read_or_refused(changes: list[tuple[tuple[str | int, ...], object]]) -> None:
    tree = deepcopy(TREE)
    for path, stranger in changes:
        replace(tree, path, stranger)

    assert_read_or_refused(dumped(tree))


@settings(max_examples=200, deadline=None)
@given(path=st.sampled_from([path for path in PATHS if isinstance(path[-1], str)]), name=st.text(max_size=12))
def test_keys_by_other_names_are_read_or_refused(path: tuple[str, ...], name: str) -> None:
    tree = deepcopy(TREE)
    assert isinstance(tree, dict)
    rename(tree, path, name)

    assert_read_or_refused(dumped(tree))


@pytest.mark.parametrize("path", [path for path in PATHS if isinstance(path[-1], str)], ids=str)
def test_a_list_of_lists_belongs_nowhere_but_under_a_key_of_ones_own(path: tuple[str, ...]) -> None:
    tree = deepcopy(TREE)
    replace(tree, path, [[[]]])

    if path[0] == "x-note":
        assert_read_or_refused(dumped(tree))
    else:
        with pytest.raises(Problems):
            read_inventory_text(NAME, dumped(tree).decode(), CATEGORIES)


def replace(tree: object, path: tuple[str | int, ...], value: object) -> None:
    for step in path[:-1]:
        try:
            tree = tree[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):  # an earlier change took that part of the tree away
            return
    if isinstance(tree, dict) or (isinstance(tree, list) and isinstance(path[-1], int) and path[-1] < len(tree)):
        tree[path[-1]] = value  # type: ignore[index]


def rename(tree: dict[str, object], path: tuple[str, ...], name: str) -> None:
    below: object = tree
    for step in path[:-1]:
        below = below[step]  # type: ignore[index]
    assert isinstance(below, dict)
    below[name] = below.pop(path[-1])


def dumped(tree: object) -> bytes:
    return yaml.safe_dump(tree, sort_keys=False, allow_unicode=True).encode("utf-8", "replace")
