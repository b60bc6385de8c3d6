"""How rules ask: tests over facts, and the options of checks, as JSON Schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from stackaudit.model.language import Kind
from stackaudit.model.settings import THRESHOLDS
from stackaudit.reports.schemas.spelling import SPAN, Schema

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


class Fact(Protocol):
    """A fact that rules may ask for."""

    @property
    def kind(self) -> Kind: ...  # noqa: D102
    @property
    def items(self) -> Kind | None: ...  # noqa: D102
    @property
    def about(self) -> str: ...  # noqa: D102
    @property
    def words(self) -> tuple[str, ...]: ...  # noqa: D102


class Operator(Protocol):
    """A test that rules may ask of a fact."""

    @property
    def about(self) -> str: ...  # noqa: D102
    @property
    def operand(self) -> str: ...  # noqa: D102


class Option(Protocol):
    """An option of a check."""

    @property
    def takes(self) -> str: ...  # noqa: D102
    @property
    def about(self) -> str: ...  # noqa: D102
    @property
    def default(self) -> object: ...  # noqa: D102
    @property
    def words(self) -> tuple[str, ...]: ...  # noqa: D102


class Vocabulary(NamedTuple):
    """What rules are made of: facts by kind of subject and name, tests by name, and the options of each check."""

    facts: Mapping[str, Mapping[str, Fact]]
    tests: Mapping[str, Operator]
    checks: Mapping[str, Mapping[str, Option]]


_SETTING: Schema = {"$ref": "#/$defs/setting"}
_CATEGORY: Schema = {"$ref": "#/$defs/category"}
_SINGLE: Schema = {"type": ["string", "number", "boolean"]}
_SEVERAL: Schema = {"type": "array", "minItems": 1, "items": _SINGLE}
_OPERANDS: dict[str, Schema] = {
    "value": _SINGLE,
    "values": _SEVERAL,
    "flag": {"type": "boolean"},
    "number": {"type": "number"},
    "days": {"type": "string", "pattern": SPAN},
    "pattern": {"type": "string"},
}


def asking_definitions(categories: Collection[str], vocabulary: Vocabulary) -> dict[str, Schema]:
    """Definitions that the schemas of tests and options refer to."""
    return {
        "category": {"enum": sorted(categories)},
        "fact-of-system": {"enum": list(vocabulary.facts["system"])},
        "setting": {
            "type": "object",
            "properties": {
                "setting": {"description": "The threshold whose value is meant.", "enum": list(THRESHOLDS)},
            },
            "required": ["setting"],
            "additionalProperties": False,
        },
        "test": {"anyOf": [_SINGLE, _SEVERAL, _operators(vocabulary.tests)]},
        **{_name(kind): _tests_of(facts) for kind, facts in vocabulary.facts.items()},
    }


def asked_of(kind: str) -> Schema:
    """The condition that a rule for one kind of subject tests facts of that kind."""
    tests: Schema = {"$ref": f"#/$defs/{_name(kind)}"}
    return {
        "if": {"properties": {"for": {"const": kind}}, "required": ["for"]},
        "then": {"properties": {"where": tests, "expect": tests}},
    }


def asked_by(check: str, options: Mapping[str, Option]) -> Schema:
    """The condition that a rule with one check states the options of that check."""
    required = [name for name, option in options.items() if option.default is None]
    return {
        "if": {"properties": {"check": {"const": check}}, "required": ["check"]},
        "then": {
            "properties": {
                "with": {
                    "properties": {name: _option(option) for name, option in options.items()},
                    "required": required,
                    "additionalProperties": False,
                },
            },
            **({"required": ["with"]} if required else {}),
        },
    }


def _option(option: Option) -> Schema:
    words: Schema = {"type": "string", **({"enum": list(option.words)} if option.words else {})}
    takes: dict[str, Schema] = {
        "categories": _some(_CATEGORY),
        "names with categories": {"type": "object", "minProperties": 1, "additionalProperties": _some(_CATEGORY)},
        "words": _some(words),
        "word": words,
        "number": {"type": "number"},
        "flag": {"type": "boolean"},
        "facts of systems with weights": {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"$ref": "#/$defs/fact-of-system"},
            "additionalProperties": {"type": "number", "exclusiveMinimum": 0},
        },
    }
    return {"description": option.about, "anyOf": [takes[option.takes], _SETTING]}


def _some(item: Schema) -> Schema:
    """A single item or a list of them."""
    return {"anyOf": [item, {"type": "array", "minItems": 1, "items": item}]}


def _operators(operators: Mapping[str, Operator]) -> Schema:
    """Tests by name, each with its operand."""
    return {
        "type": "object",
        "properties": {
            name: {"description": operator.about, "anyOf": [_OPERANDS[operator.operand], _SETTING]}
            for name, operator in operators.items()
        },
        "additionalProperties": False,
    }


def _tests_of(known: Mapping[str, Fact]) -> Schema:
    """Facts of one kind of subject with the tests that they must pass; alternatives go one level deep."""
    facts: Schema = {name: {"description": fact.about, **_test(fact)} for name, fact in known.items()}
    alternative: Schema = {"type": "object", "properties": facts, "additionalProperties": False}
    any_of: Schema = {
        "description": "Alternatives, of which one must hold.",
        "type": "array",
        "minItems": 1,
        "items": alternative,
    }
    return {"type": "object", "properties": {**facts, "any": any_of}, "additionalProperties": False}


def _test(fact: Fact) -> Schema:
    """A test of a fact; where its words are known, an editor offers them and refuses others."""
    test: Schema = {"$ref": "#/$defs/test"}
    if (fact.items or fact.kind) is Kind.CATEGORY:
        words = _CATEGORY
    elif fact.words:
        words = {"enum": list(fact.words)}
    else:
        return test
    listed: Schema = {"if": {"type": "array"}, "then": {"items": {"anyOf": [words, {"const": False}]}}}
    return {**test, "if": {"type": "string"}, "then": words, "else": listed}


def _name(kind: str) -> str:
    return f"tests-of-{kind.replace(' ', '-')}"
