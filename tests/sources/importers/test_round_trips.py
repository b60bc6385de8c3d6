"""What our exports write, read back: the same inventory, as far as each format carries it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.exports.exported_stacks import example, small_stack
from sources.importers.drafted import content, inventory_text
from stackaudit.model.language.taxonomy import DATA_CATEGORIES
from stackaudit.model.language.words import CRITICALITIES, ENVIRONMENTS, HOSTINGS, LIFECYCLES, METHODS, PURCHASES
from stackaudit.model.money import Money
from stackaudit.reports.exports import exported
from stackaudit.sources.importers.importers import IMPORTERS
from stackaudit.sources.importers.models.own_words import CONCLUDED, OF_INTEGRATIONS, OF_SYSTEMS, OF_TEAMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stackaudit.model.audit import Audit
    from stackaudit.model.imports import Draft
    from stackaudit.model.inventory import Inventory


class Format(NamedTuple):
    """The importer of a format, and the facts that it carries of each kind of subject."""

    importer: str
    systems: frozenset[str]
    integrations: frozenset[str]
    teams: frozenset[str]


_OF_OWNERS = frozenset({"owner.business", "owner.technical"})
_OF_NODES = frozenset({"name", "cost.annual", *OF_SYSTEMS.values()})
_OF_EDGES = frozenset({"from", "to", *OF_INTEGRATIONS.values()})
_OF_TEAMS = frozenset({"name", "part_of", *OF_TEAMS.values()})
FORMATS = {
    "cyclonedx": Format(
        "cyclonedx",
        (_OF_NODES - {"public"}) | {"url", "bought.by", "bought.how", "cost.auto_renews"},
        frozenset({"from", "to", "direction", "data", "name"}),
        frozenset(),
    ),
    "backstage": Format(
        "backstage",
        frozenset("name vendor category description url hosting lifecycle data.master_of".split()) | _OF_OWNERS,
        frozenset("from to via name data method direction owner".split()),
        _OF_TEAMS,
    ),
    "archimate": Format("archimate", _OF_NODES | {"data.master_of"}, _OF_EDGES, _OF_TEAMS),
    "tables": Format("graph-table", _OF_NODES, _OF_EDGES, _OF_TEAMS),
}


def imported(word: str, inventory: Inventory, audit: Audit) -> tuple[Draft, ...]:
    """The drafts of all files of an export."""
    drafts: list[Draft] = []
    for name, text in exported(word, inventory, audit).items():
        assert isinstance(text, str)
        found = content(text, f".{name.rpartition('.')[2]}")
        assert [each.name for each in IMPORTERS.values() if each.claims(found)] == [FORMATS[word].importer]
        read = IMPORTERS[FORMATS[word].importer].read(found)
        assert read.remarks == ()
        assert [each.remarks for each in read.drafts if each.remarks] == []
        drafts += read.drafts
    return tuple(drafts)


def again(word: str, drafts: tuple[Draft, ...]) -> tuple[tuple[Inventory, Audit], tuple[Draft, ...]]:
    """The stack that drafts make, and what comes back of its export."""
    stack = small_stack(inventory_text(drafts))
    return stack, imported(word, *stack)


def comes_back(word: str, inventory: Inventory, audit: Audit) -> None:
    """Assert that the export is read as what it was, and that a second time changes nothing."""
    first = imported(word, inventory, audit)
    (back, _), second = again(word, first)

    assert sorted(map(_plain, second), key=str) == sorted(map(_plain, first), key=str)
    carried = FORMATS[word]
    for kind, facts in (("systems", carried.systems), ("teams", carried.teams)):
        before, after = getattr(inventory, kind), getattr(back, kind)
        for key in before if facts else ():
            assert _carried(word, after[key].facts, facts) == _carried(word, before[key].facts, facts)
    after_flows, before_flows = (
        sorted((_carried(word, each.facts, carried.integrations) for each in one.integrations), key=str)
        for one in (back, inventory)
    )
    assert after_flows == before_flows


def _plain(draft: Draft) -> tuple[Any, ...]:
    """A draft without the line that it stands on; integrations between the same systems have no order."""
    key = "" if draft.kind == "integration" else draft.key
    return (draft.kind, key, draft.id, dict(sorted(draft.facts.items())), dict(draft.doubts))


def _carried(word: str, stated: Mapping[str, object], facts: Iterable[str]) -> dict[str, object]:
    """The facts of a subject that a format carries: lists in any order, amounts as figures."""
    found: dict[str, object] = {}
    for fact in sorted(facts):
        value: Any = stated.get("data.mastered" if fact == "data.master_of" else fact)
        if isinstance(value, Money):
            value = value.amount
        found[fact] = sorted(dict.fromkeys(value)) if isinstance(value, tuple) else value
        if value is False and fact in {*_OF_OWNERS, "owner"} and word != "backstage":
            found[fact] = None  # only Backstage's groups tell `nobody` from what is not stated
        if found[fact] == []:
            found[fact] = None
    if word == "cyclonedx":
        ends = found.get("from"), found.get("to")
        if found.get("direction") == "two-way":  # of two that send both ways, a bill does not say who comes first
            found["from"], found["to"] = sorted(map(str, ends))
        if "bought.by" in found and not (found["bought.by"] or found["cost.renews"]):
            found["bought.how"] = found["cost.auto_renews"] = None  # there is no contract to say it of
    return found


@pytest.mark.parametrize("word", FORMATS)
@pytest.mark.parametrize("name", ["fjordline", "minimal", "tidy"])
def test_an_example_comes_back(word: str, name: str) -> None:
    comes_back(word, *example(name))


def test_every_property_of_exports_is_a_fact_or_concluded_from_others() -> None:
    from stackaudit.reports.exports.network import EDGE_PROPERTIES, NODE_PROPERTIES

    ours = {*OF_SYSTEMS, *OF_TEAMS, *CONCLUDED}
    assert {*NODE_PROPERTIES} == ours | {"annual_cost", "currency"}
    assert {*EDGE_PROPERTIES} == {*OF_INTEGRATIONS, "personal", "sensitive"}


_TEXTS = st.text(alphabet="aZ0äßéш日 -_.,:#&<>\"'{}[]()|/\\`*=+@!?%$", max_size=12).map(
    lambda text: " ".join(f"Quay{text}".split())
)
_TEAMS = st.sampled_from(["t1", "t2", "nobody", "warehouse"])
_DAYS = st.dates().filter(lambda day: day.year >= 1).map(str)
_KINDS = st.lists(st.sampled_from(sorted({*DATA_CATEGORIES, "own-kind"})), max_size=3)
_SYSTEM = st.fixed_dictionaries(
    {"name": _TEXTS},
    optional={
        "vendor": _TEXTS,
        "description": _TEXTS,
        "brand": _TEXTS,
        "category": st.sampled_from(["crm", "web-analytics"]),
        "environment": st.sampled_from(sorted(ENVIRONMENTS)),
        "lifecycle": st.sampled_from(sorted(LIFECYCLES)),
        "hosting": st.sampled_from(sorted(HOSTINGS)),
        "url": st.sampled_from(["https://a.example.com/x?y=z", "http://b.example:8080"]),
        "regions": st.lists(_TEXTS, max_size=3),
        "public": st.booleans(),
        "owner": st.fixed_dictionaries({}, optional={"business": _TEAMS, "technical": _TEAMS}),
        "bought": st.fixed_dictionaries(
            {}, optional={"by": st.sampled_from(["t1", "t2"]), "how": st.sampled_from(sorted(PURCHASES))}
        ),
        "cost": st.fixed_dictionaries(
            {},
            optional={
                "annual": st.integers(0, 10**9) | st.floats(0, 10**6).map(lambda amount: round(amount, 2)),
                "renews": _DAYS,
                "auto_renews": st.booleans(),
            },
        ),
        "data": st.fixed_dictionaries(
            {}, optional={"categories": _KINDS, "records": st.integers(0, 10**9), "master_of": _KINDS}
        ),
        "security": st.fixed_dictionaries({}, optional={"sso": st.booleans(), "mfa": st.booleans()}),
        "service": st.fixed_dictionaries({}, optional={"criticality": st.sampled_from(sorted(CRITICALITIES))}),
    },
)
_ENDS = st.sampled_from(["a", "b", "c"])
_FLOW = st.fixed_dictionaries(
    {"from": _ENDS, "to": _ENDS, "direction": st.sampled_from(["one-way", "two-way"])},
    optional={
        "name": _TEXTS,
        "via": _ENDS,
        "data": _KINDS,
        "method": st.sampled_from(sorted(METHODS)),
        "owner": st.sampled_from(["t1", "t2"]),
        "runs": st.sampled_from(["real-time", "minutes", "hourly", "daily", "2d", "weekly", "yearly"]),
        "last_ran": _DAYS,
        "encrypted": st.booleans(),
        "monitored": st.booleans(),
    },
)
_INVENTORY = st.fixed_dictionaries(
    {
        "organization": st.just({"name": "Us", "currency": "EUR"}),
        "teams": st.fixed_dictionaries(
            {
                "t1": st.fixed_dictionaries(
                    {}, optional={"name": _TEXTS, "side": st.sampled_from(["it", "marketing"])}
                ),
                "t2": st.fixed_dictionaries({}, optional={"lead": _TEXTS, "part_of": st.just("t1")}),
            }
        ),
        "systems": st.fixed_dictionaries(dict.fromkeys("abc", _SYSTEM)),
        "integrations": st.lists(_FLOW, max_size=4),
    }
)


@pytest.mark.parametrize("word", FORMATS)
@settings(max_examples=25, deadline=None)
@given(stated=_INVENTORY)
def test_any_inventory_comes_back(word: str, stated: dict[str, Any]) -> None:
    comes_back(word, *small_stack(json.dumps(stated)))
