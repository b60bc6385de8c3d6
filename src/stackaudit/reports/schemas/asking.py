"""How rules ask: tests over facts, and the options of checks, as JSON Schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.checks import CHECKS
from stackaudit.analysis.facts import facts_of
from stackaudit.analysis.options import Takes
from stackaudit.analysis.vocabulary import OPERATORS
from stackaudit.model.language import Kind
from stackaudit.model.settings import THRESHOLDS
from stackaudit.reports.schemas.spelling import SPAN, Schema

if TYPE_CHECKING:
    from collections.abc import Collection

    from stackaudit.analysis.facts import Fact
    from stackaudit.analysis.options import Option

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


def asking_definitions(categories: Collection[str], kinds: Collection[str]) -> dict[str, Schema]:
    """Definitions that the schemas of tests and options refer to."""
    return {
        "category": {"enum": sorted(categories)},
        "setting": {
            "type": "object",
            "properties": {
                "setting": {"description": "The threshold whose value is meant.", "enum": list(THRESHOLDS)},
            },
            "required": ["setting"],
            "additionalProperties": False,
        },
        "test": {"anyOf": [_SINGLE, _SEVERAL, _operators()]},
        **{_name(kind): _tests_of(kind) for kind in kinds},
    }


def asked_of(kind: str) -> Schema:
    """The condition that a rule for one kind of subject tests facts of that kind."""
    tests: Schema = {"$ref": f"#/$defs/{_name(kind)}"}
    return {
        "if": {"properties": {"for": {"const": kind}}, "required": ["for"]},
        "then": {"properties": {"where": tests, "expect": tests}},
    }


def asked_by(check: str) -> Schema:
    """The condition that a rule with one check states the options of that check."""
    options = CHECKS[check].options
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
    takes: dict[Takes, Schema] = {
        Takes.CATEGORIES: _some(_CATEGORY),
        Takes.STATIONS: {"type": "object", "minProperties": 1, "additionalProperties": _some(_CATEGORY)},
        Takes.WORDS: _some(words),
        Takes.WORD: words,
        Takes.NUMBER: {"type": "number"},
        Takes.FLAG: {"type": "boolean"},
    }
    return {"description": option.about, "anyOf": [takes[option.takes], _SETTING]}


def _some(item: Schema) -> Schema:
    """A single item or a list of them."""
    return {"anyOf": [item, {"type": "array", "minItems": 1, "items": item}]}


def _operators() -> Schema:
    """Tests by name, each with its operand."""
    return {
        "type": "object",
        "properties": {
            name: {"description": operator.about, "anyOf": [_OPERANDS[operator.operand], _SETTING]}
            for name, operator in OPERATORS.items()
        },
        "additionalProperties": False,
    }


def _tests_of(kind: str) -> Schema:
    """Facts of a kind of subject with the tests that they must pass; alternatives go one level deep."""
    facts: Schema = {name: {"description": fact.about, **_test(fact)} for name, fact in facts_of(kind).items()}
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
