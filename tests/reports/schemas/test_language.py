"""The published schema of the inventory language says of every file what the reader says of it."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from stackaudit.model.language import INVENTORY, Kind
from stackaudit.model.problems import Problems
from stackaudit.reports.schemas import inventory_schema, schema_text
from stackaudit.sources.catalogue import read_catalogue
from stackaudit.sources.inventory import read_inventory_text
from stackaudit.sources.inventory.finding import EXCEPTIONS, SET_ASIDE
from stackaudit.sources.yaml_reading import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.model.language import Field

CATEGORIES = read_catalogue().categories
SCHEMA = inventory_schema(CATEGORIES)
VALIDATOR = Draft202012Validator(SCHEMA)
EXAMPLES = Path(__file__).parents[3] / "examples"

Step = str | int


def accepted_by_reader(text: str) -> bool:
    """Whether the reader takes a file, apart from names of systems that other files may declare."""
    try:
        read_inventory_text("inventory.yaml", text, CATEGORIES)
    except Problems as problems:
        return all("is declared as" in problem.message for problem in problems.problems)
    return True


def accepted_by_schema(text: str) -> bool:
    parsed = parse("inventory.yaml", text)
    assert parsed.whole
    return VALIDATOR.is_valid(parsed.document.value)


GOOD = {
    "a list of names": "systems: [HubSpot, Salesforce]",
    "a list of names and mappings": "systems: [HubSpot, {name: Salesforce, lifecycle: live}]",
    "a mapping of names": "systems: {crm: Salesforce}",
    "no systems yet": "systems:",
    "systems unknown": "systems: TBD",
    "only an organisation": "organization: {name: Fjordline, revenue: 84_000_000, regions: eu}",
    "own keys everywhere": "{x-ours: 1, systems: {crm: {name: A, x-b: [1], owner: {x-c: {}}}}, organization: {x-d: 1}}",
    "a team without facts": "teams: {web: , it: {side: it}}",
    "a number as a name": "systems: {forms: {name: 123}}",
    "dates": "systems: {crm: {name: A, bought: {on: 2024-02-29}, security: {reviewed: false}}}",
    "unstated words": 'systems: {crm: {name: A, vendor: "?", lifecycle: tbd, cost: unknown, regions: [eu, <Region>]}}',
    "money in another currency": "systems: {crm: {name: A, cost: {annual: {amount: 12.5, currency: USD}}}}",
    "money whose amount is unknown": 'systems: {crm: {name: A, cost: {annual: {amount: "?", currency: USD}}}}',
    "a single value for a list": "systems: {crm: {name: A, data: {categories: contact, subjects: customer}}}",
    "a word of one's own in an open vocabulary": "systems: {crm: {name: A, data: {categories: [horoscope]}}}",
    "nobody": "systems: {crm: {name: A, owner: {business: nobody, technical: false}}}",
    "an integration": "integrations: [{from: a, to: b, runs: 2d, method: native, data: [contact]}]",
    "no integrations": "integrations: []",
    "integrations left empty": "integrations:",
    "exchange rates": "organization: {currency: EUR, exchange_rates: {USD: 0.92}}",
    "what does not exist": "governance: {joint_group: none, liaison: nobody, survey: false, roadmap: {owners: []}}",
    "a roadmap": "governance: {roadmap: {owners: [it], items: [{name: One customer, cost: 240_000}]}}",
    "ids with spaces, dots and letters of all scripts": "systems: {a b.c-d_e: A, ärger: B, 顧客: C, 1st: D}",
}

BAD = {
    "nothing": "{}",
    "a list": "[HubSpot]",
    "an unknown section": "system: [HubSpot]",
    "an unknown key": "systems: {crm: {name: A, secruity: {}}}",
    "an unknown key below": "systems: {crm: {name: A, security: {ssso: true}}}",
    "a system without a name": "systems: {crm: {vendor: B}}",
    "a system whose name is unknown": "systems: {crm: {name: TBD}}",
    "a system that is nothing": "systems: {crm: }",
    "a system that is unknown": "systems: {crm: unknown}",
    "a number in a list of names": "systems: [2024]",
    "a number as a name in a list": "systems: [{name: 2024}]",
    "a name without a letter": "systems: ['!!!']",
    "an id with a slash": "systems: {a/b: A}",
    "an id with two spaces": "systems: {a  b: A}",
    "an id that begins with a dash": "systems: {-a: A}",
    "too long an id": f"systems: {{{'a' * 121}: A}}",
    "yes for true": "systems: {crm: {name: A, security: {sso: yes}}}",
    "a date that is none": "systems: {crm: {name: A, bought: {on: 2026-02-29}}}",
    "the year zero": "systems: {crm: {name: A, bought: {on: 0000-01-01}}}",
    "a date in another order": "systems: {crm: {name: A, bought: {on: 21.11.2026}}}",
    "true for a date": "systems: {crm: {name: A, security: {reviewed: true}}}",
    "false for a date that has to be": "systems: {crm: {name: A, bought: {on: false}}}",
    "a duration in words": "systems: {crm: {name: A, cost: {notice: 60 days}}}",
    "a word that is not known": "systems: {crm: {name: A, lifecycle: alive}}",
    "a word in capitals": "systems: {crm: {name: A, lifecycle: Live}}",
    "a category that is not known": "systems: {crm: {name: A, category: horoscopes}}",
    "text for money": "systems: {crm: {name: A, cost: {annual: 12k}}}",
    "money below nothing": "systems: {crm: {name: A, cost: {annual: -1}}}",
    "money with a small currency": "systems: {crm: {name: A, cost: {annual: {amount: 1, currency: usd}}}}",
    "money without a currency": "systems: {crm: {name: A, cost: {annual: {amount: 1}}}}",
    "money in money": "systems: {crm: {name: A, cost: {annual: {amount: {amount: 1, currency: USD}, currency: USD}}}}",
    "half a seat": "systems: {crm: {name: A, cost: {seats: 1.5}}}",
    "more than the best": "systems: {crm: {name: A, fit: {business: 5}}}",
    "a number for a team": "systems: {crm: {name: A, owner: {business: 5}}}",
    "a list in a list": "systems: {crm: {name: A, regions: [[eu]]}}",
    "a list for a mapping": "systems: {crm: {name: A, owner: [it]}}",
    "a text for a mapping": "systems: {crm: {name: A, owner: marketing}}",
    "nobody for a mapping that has to be": "systems: {crm: {name: A, owner: nobody}}",
    "true for a mapping that may be none": "governance: {roadmap: true}",
    "an integration to nowhere": "integrations: [{from: a}]",
    "an integration from nobody": "integrations: [{from: nobody, to: a}]",
    "an integration that is text": "integrations: [a -> b]",
    "integrations that are unknown": "integrations: unknown",
    "a mapping of integrations": "integrations: {a: {from: b, to: c}}",
    "a team that is text": "teams: {it: IT}",
    "a free rate": "organization: {exchange_rates: {USD: 0}}",
    "a rate for a word": "organization: {exchange_rates: {dollar: 1}}",
    "a roadmap item without a name": "governance: {roadmap: {items: [{cost: 1}]}}",
    "another version of the language": "{stackaudit: 2, systems: [A]}",
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_a_file_that_is_read_is_valid(text: str) -> None:
    assert accepted_by_reader(text)
    assert list(VALIDATOR.iter_errors(parse("inventory.yaml", text).document.value)) == []


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_a_file_that_is_refused_is_invalid(text: str) -> None:
    assert not accepted_by_reader(text)
    assert not accepted_by_schema(text)


ANY_VALUES: tuple[object, ...] = (
    *(
        None,
        "",
        "unknown",
        " TBD ",
        "?",
        "N/K",
        "<Owner>",
        f"<{'x' * 60}>",
        "<a> or <b>",
        "<>",
        "text",
        "none",
        "nobody",
        "crm",
    ),
    *(True, False, 0, 1, 2.0, 2.5, 4, 5, 101, -1, 10**15, 1e16, 0.5, "yes"),
    *("2026-02-28", "2026-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "2026-04-31", "0001-01-01", " 2026-11-21 "),
    *("90d", "36mo", "8 w", "123456d", "daily", "live", "Live", "at-rest", "soc2", "contact", "customer", "crm"),
    *(
        [],
        ["unknown"],
        ["crm", None],
        [1],
        [[]],
        [{}],
        {},
        {"x-a": 1},
        {"zzz": 1},
        {"USD": 0.9},
        {"USD": 1e10},
        {"name": "A"},
    ),
    *({"amount": 1, "currency": "USD"}, {"amount": [1], "currency": "USD"}, {"amount": None, "currency": 5}),
    *({"crm": "A"}, {"a/b": "A"}, {"crm": {"name": 5}}, [{"name": "A"}], [{"name": 5}], ["A", "<b>"]),
    *({"crm": {"name": "A", "zzz": 1}}, [{"from": "crm", "to": "crm", "zzz": 1}]),
    *([{"from": "crm", "to": "crm"}], [{"from": "crm"}], [{"from": False, "to": "crm"}]),
)


def paths(fields: Mapping[str, Field], *before: Step) -> Iterator[tuple[Step, ...]]:
    """Every key of the language with the keys above it; the entries of a section stand under `crm` or at 0."""
    for key, field in fields.items():
        yield (*before, key)
        if field.kind is Kind.RECORD:
            yield from paths(field.fields, *before, key)
        elif field.kind in (Kind.KEYED, Kind.SYSTEMS):
            yield from paths(field.fields, *before, key, "crm")
        elif field.kind is Kind.LISTED:
            yield from paths(field.fields, *before, key, 0)


def inventory_with(path: tuple[Step, ...], value: object) -> str:
    """An inventory that is in order but for the value at a path."""
    whole: dict[str, object] = {"systems": {"crm": {"name": "Our CRM"}}}
    at = whole
    for step, after in pairwise(path):
        if after == 0:
            item = {"from": "crm", "to": "crm"} if step == "integrations" else {"name": "One customer"}
            at[str(step)] = [item]
            at = item  # type: ignore[assignment]
        elif step != 0:
            at = at.setdefault(str(step), {})  # type: ignore[assignment]
    at[str(path[-1])] = value
    return json.dumps(whole)


@pytest.mark.parametrize("path", list(paths(INVENTORY)), ids=lambda path: ".".join(map(str, path)))
def test_every_key_takes_by_the_schema_what_the_reader_takes(path: tuple[Step, ...]) -> None:
    texts = [inventory_with(path, value) for value in ANY_VALUES]

    differing = [text for text in texts if accepted_by_reader(text) != accepted_by_schema(text)]

    assert differing == []


def test_figures_that_an_editor_takes_for_text_are_valid() -> None:
    """YAML 1.2 reads 84_000_000 as text, and an editor shows what its own YAML says."""
    inventory = {
        "organization": {"revenue": "84_000_000"},
        "systems": {"crm": {"name": "A", "cost": {"seats": "1_000"}}},
    }

    assert VALIDATOR.is_valid(inventory)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)

    assert json.loads(schema_text(SCHEMA)) == SCHEMA
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"] == "urn:stackaudit:inventory:1"
    assert SCHEMA["title"]


def properties_in(schema: object) -> Iterator[tuple[str, dict[str, object]]]:
    """Every key that a schema knows, with what it says of it."""
    if isinstance(schema, list):
        for item in schema:
            yield from properties_in(item)
    elif isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield from schema["properties"].items()
        for part in schema.values():
            yield from properties_in(part)


def test_every_key_has_a_description() -> None:
    described = [(key, schema.get("description")) for key, schema in properties_in(SCHEMA)]

    silent = [key for key, about in described if not about]

    assert {key for key, _ in described} >= {"systems", "sso", "legal_basis", "last_ran", "exchange_rates", "amount"}
    assert silent == []


def test_words_are_offered_and_explained() -> None:
    lifecycle = SCHEMA["$defs"]["system"]["properties"]["lifecycle"]  # type: ignore[index]
    category = SCHEMA["$defs"]["category"]  # type: ignore[index]

    assert lifecycle["default"] == "live"
    assert "retiring: in use, to be switched off" in lifecycle["description"]
    assert lifecycle["anyOf"][0]["enum"] == ["evaluating", "sandbox", "live", "retiring", "retired", "rejected"]
    assert {"crm", "marketing-automation", "ipaas"} <= set(category["anyOf"][0]["enum"])


def example_files() -> list[Path]:
    every = (path for suffix in ("yaml", "yml") for path in EXAMPLES.glob(f"*/**/*.{suffix}"))
    return sorted(path for path in every if SET_ASIDE.isdisjoint(path.parts) and path.name not in EXCEPTIONS)


@pytest.mark.parametrize("path", example_files(), ids=lambda path: path.relative_to(EXAMPLES).as_posix())
def test_an_example_is_valid(path: Path) -> None:
    value = parse(path.name, path.read_text(encoding="utf-8")).document.value

    errors = [(list(error.absolute_path), error.message) for error in VALIDATOR.iter_errors(value)]

    assert errors == []
