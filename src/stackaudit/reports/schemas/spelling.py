"""How single values may be spelled in a file, as definitions that the schemas refer to."""

from __future__ import annotations

import json

from stackaudit.model.language.spelling import HIGHEST_RATE, ID_LENGTH, MOST, NOBODY_WORDS, UNSTATED_WORDS
from stackaudit.model.language.words import RHYTHMS

Schema = dict[str, object]

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def _any_case(word: str) -> str:
    """A pattern for a word in upper, lower or mixed case, as patterns have no flags."""
    return "".join(f"[{c}{c.upper()}]" if c.isalpha() else f"\\{c}" if c == "?" else c for c in word)


UNSTATED = rf"^\s*(?:{'|'.join(_any_case(word) for word in UNSTATED_WORDS)}|<[^<>]+>)?\s*$"
"""A pattern of texts that say that nothing is stated."""

_OF_31, _OF_30 = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])", "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
_MONTH_DAY = f"(?:{_OF_31}|{_OF_30}|02-(?:0[1-9]|1[0-9]|2[0-8]))"
_LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_DAY = rf"^\s*(?!0000)(?:[0-9]{{4}}-{_MONTH_DAY}|{_LEAP_YEAR}-02-29)\s*$"
SPAN = "^[0-9]{1,5}(?:d|w|mo|y)$"
"""A pattern of durations."""

_FIRST = r"[^\u0000-/:-@\[-\^`{-\u00a9]"  # letters, digits and `_` of any script
_OTHERS = r"[^\u0000-,/:-@\[-\^`{-\u00a9]"  # the same, `-` and `.`
ID = f"^{_FIRST}{_OTHERS}*(?: {_OTHERS}+)*$"
"""A pattern of the keys that name systems, teams and kinds of data."""

HOLDS_A_LETTER = _FIRST
"""A pattern of names from which an id can be made."""

_UNSTATED_REF: Schema = {"$ref": "#/$defs/unstated"}
_GROUPED: Schema = {"type": "string", "pattern": "^[0-9]+(?:_[0-9]+)+(?:[.][0-9]*)?$"}

DEFINITIONS: dict[str, Schema] = {
    "unstated": {
        "$comment": "Says that nothing is stated: empty, unknown, TBD, ?, or a placeholder such as <Owner>.",
        "type": ["null", "string"],
        "pattern": UNSTATED,
    },
    "text": {"type": ["string", "number", "boolean", "null"]},
    "stated-text": {
        "type": ["string", "number", "boolean"],
        "not": _UNSTATED_REF,
    },
    "flag": {"anyOf": [{"type": "boolean"}, _UNSTATED_REF]},
    "grouped-digits": {
        "$comment": "1_200_000: a number to stackaudit, though editors that read YAML 1.2 take it for text.",
        **_GROUPED,
    },
    "date": {"examples": ["2026-11-21"], "anyOf": [{"type": "string", "pattern": _DAY}, _UNSTATED_REF]},
    "date-or-no": {"examples": ["2026-11-21", False], "anyOf": [{"const": False}, {"$ref": "#/$defs/date"}]},
    "duration": {
        "examples": ["90d", "8w", "36mo", "2y"],
        "anyOf": [{"type": "string", "pattern": SPAN}, _UNSTATED_REF],
    },
    "duration-or-no": {"examples": ["36mo", False], "anyOf": [{"const": False}, {"$ref": "#/$defs/duration"}]},
    "rhythm": {"anyOf": [{"enum": list(RHYTHMS)}, {"$ref": "#/$defs/duration"}]},
    "money": {
        "examples": [48000, {"amount": 1200, "currency": "USD"}],
        "anyOf": [
            {"$ref": "#/$defs/amount"},
            _UNSTATED_REF,
            {
                "type": "object",
                "properties": {
                    "amount": {"description": "The amount.", "$ref": "#/$defs/amount"},
                    "currency": {
                        "description": "Its currency, such as USD.",
                        "type": "string",
                        "pattern": "^[A-Z]{3}$",
                    },
                },
                "required": ["amount", "currency"],
                "additionalProperties": False,
            },
            {
                "type": "object",
                "properties": {
                    "amount": {"description": "The amount.", **_UNSTATED_REF},
                    "currency": {"description": "Its currency, such as USD."},
                },
                "required": ["amount", "currency"],
                "additionalProperties": False,
            },
        ],
    },
    "amount": {
        "anyOf": [{"type": "number", "minimum": 0, "exclusiveMaximum": MOST}, {"$ref": "#/$defs/grouped-digits"}],
    },
    "reference": {"anyOf": [{"type": ["string", "null"]}, {"const": False}]},
    "stated-reference": {
        "type": "string",
        "not": {"anyOf": [_UNSTATED_REF, {"enum": list(NOBODY_WORDS)}]},
    },
    "exchange-rates": {
        "type": ["object", "string", "null"],
        "pattern": UNSTATED,
        "patternProperties": {
            "^[A-Z]{3}$": {
                "description": "What one unit is worth.",
                "type": "number",
                "exclusiveMinimum": 0,
                "maximum": HIGHEST_RATE,
            },
        },
        "additionalProperties": False,
    },
    "mapping": {"type": ["object", "string", "null"], "pattern": UNSTATED},
    "mapping-or-none": {
        "$comment": "A single `none` says that there is no such thing.",
        "anyOf": [{"$ref": "#/$defs/mapping"}, {"enum": [*NOBODY_WORDS, False]}],
    },
    "mapping-or-list": {"type": ["object", "array", "string", "null"], "pattern": UNSTATED},
    "id": {"type": "string", "pattern": ID, "maxLength": ID_LENGTH},
}


def schema_text(schema: Schema) -> str:
    """A schema as a file holds it."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
