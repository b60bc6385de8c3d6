"""The JSON Schema of the inventory language, written from the language's own table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.exceptions import EXCEPTION_FIELDS
from stackaudit.model.language import INVENTORY, VERSION, Field, Kind
from stackaudit.model.language.evidence import EVIDENCE
from stackaudit.model.language.spelling import ID_LENGTH, MOST
from stackaudit.model.language.taxonomy import DATA_CATEGORIES, DATA_SUBJECTS
from stackaudit.reports.schemas.spelling import DEFINITIONS, DRAFT, HOLDS_A_LETTER, Schema

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from stackaudit.model.catalogue import Category

_UNSTATED: Schema = {"$ref": "#/$defs/unstated"}
_VOCABULARIES: dict[str, Mapping[str, str]] = {"kind-of-data": DATA_CATEGORIES, "group-of-people": DATA_SUBJECTS}
_MOST_EXPLAINED = 12
_MUST_FIT_WHOLE = 1_000  # figures below this are not written with underscores


def inventory_schema(categories: Mapping[str, Category]) -> Schema:
    """The schema of one inventory file; `categories` are the ids that `category:` may hold.

    It takes what the reader takes, with three exceptions that a schema cannot express: whether a team or system that is
    named is declared (perhaps in another file), a word of an open vocabulary that is almost a known one, and a figure
    such as "1_000" in quotes.
    """
    named = {"description": INVENTORY["systems"].fields["name"].about, "$ref": "#/$defs/name-for-id"}
    return {
        "$schema": DRAFT,
        "$id": f"urn:stackaudit:inventory:{VERSION}",
        "title": "Inventory of a company's marketing and IT systems",
        "description": "One file of an inventory as stackaudit reads it; several files are merged.",
        **_mapping(INVENTORY),
        "minProperties": 1,
        "type": "object",
        "$defs": {
            **DEFINITIONS,
            "category": {"anyOf": [{"enum": sorted(categories)}, _UNSTATED]},
            **{name: _words(words, open_words=True) for name, words in _VOCABULARIES.items()},
            "system": {
                "$comment": "Its name alone will do.",
                **_mapping(INVENTORY["systems"].fields),
                "type": ["object", "string"],
                "not": _UNSTATED,
            },
            "named-system": {
                "$comment": "A system in a plain list: its id is made from its name.",
                "allOf": [
                    {"$ref": "#/$defs/system"},
                    {"$ref": "#/$defs/name-for-id", "properties": {"name": named}},
                ],
            },
            "name-for-id": {
                "type": ["string", "object"],
                "pattern": HOLDS_A_LETTER,
                "maxLength": ID_LENGTH,
                "not": _UNSTATED,
            },
        },
    }


def exceptions_schema() -> Schema:
    """The schema of `exceptions.yaml`; whether rules, subjects and approvers are there, it cannot say."""
    entry = {"type": "object", **_mapping(EXCEPTION_FIELDS)}
    return {
        "$schema": DRAFT,
        "$id": "urn:stackaudit:exceptions:1",
        "title": "Exceptions: findings that are accepted for a while",
        "description": "The list in exceptions.yaml, beside an inventory.",
        "type": ["array", "null"],
        "items": {**entry, "anyOf": [{"required": ["subject"]}, {"required": ["subjects"]}]},
        "$defs": DEFINITIONS,
    }


def evidence_schema() -> Schema:
    """The schema of YAML files in a folder of evidence; that a trace says one thing only, the reader checks."""
    return {
        "$schema": DRAFT,
        "$id": "urn:stackaudit:evidence:1",
        "title": "Evidence: what other files do not tell, and traces noted by hand",
        "description": "A YAML file in a folder of evidence.",
        **_mapping({**EVIDENCE, "files": Field(Kind.ANY, EVIDENCE["files"].about)}),
        "type": ["object", "null"],
        "$defs": DEFINITIONS,
    }


def _property(field: Field) -> Schema:
    """What a key holds, with the words that an editor shows."""
    described: Schema = {"description": _described(field)}
    if field.default is not None:
        described["default"] = field.default
    return described | _value(field)


def _described(field: Field) -> str:
    """What a key says; a few words are explained one by one."""
    field_with_words = field.item or field
    words = field_with_words.words
    if not words or len(words) > _MOST_EXPLAINED or not all(words.values()):
        return field.about
    return "\n".join([field.about, *(f"{word}: {meaning}" for word, meaning in words.items())])


def _value(field: Field) -> Schema:
    return _BY_KIND[field.kind](field)


def _mapping(fields: Mapping[str, Field]) -> Schema:
    """The keys of a mapping; one's own begin with `x-`."""
    required = [key for key, field in fields.items() if field.required]
    return {
        "properties": {key: _property(field) for key, field in fields.items()},
        "patternProperties": {"^x-": {"description": "A key of your own; stackaudit passes it over."}},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _figure(field: Field) -> Schema:
    bounds: Schema = {
        "type": "integer" if field.kind is Kind.WHOLE else "number",
        "minimum": field.low or 0,
        "maximum": MOST if field.high is None else field.high,
    }
    grouped = [{"$ref": "#/$defs/grouped-digits"}] if field.high is None or field.high >= _MUST_FIT_WHOLE else []
    return {"anyOf": [bounds, *grouped, _UNSTATED]}


def _word(field: Field) -> Schema:
    for name, words in _VOCABULARIES.items():
        if field.words is words:
            return {"$ref": f"#/$defs/{name}"}
    return _words(field.words, open_words=field.open_words)


def _words(words: Mapping[str, str], *, open_words: bool) -> Schema:
    """Words that an editor offers; others may be used where the vocabulary is open."""
    return {"anyOf": [{"enum": list(words)}, {"type": ["string", "null"]} if open_words else _UNSTATED]}


def _many(field: Field) -> Schema:
    assert field.item is not None
    item = _value(field.item)
    return {"anyOf": [item, {"type": "array", "items": {"description": field.item.about} | item}]}


def _record(field: Field) -> Schema:
    return {"$ref": f"#/$defs/{'mapping-or-none' if field.or_none else 'mapping'}", **_mapping(field.fields)}


def _keyed(field: Field) -> Schema:
    return {
        "$ref": "#/$defs/mapping",
        "propertyNames": {"$ref": "#/$defs/id"},
        "additionalProperties": _record(field),
    }


def _listed(field: Field) -> Schema:
    return {"type": ["array", "null"], "items": {"type": "object", **_mapping(field.fields)}}


def _systems(_: Field) -> Schema:
    return {
        "$ref": "#/$defs/mapping-or-list",
        "propertyNames": {"$ref": "#/$defs/id"},
        "additionalProperties": {"$ref": "#/$defs/system"},
        "items": {"$ref": "#/$defs/named-system"},
    }


def _defined(name: str) -> Callable[[Field], Schema]:
    return lambda _: {"$ref": f"#/$defs/{name}"}


def _text(field: Field) -> Schema:
    return {"$ref": "#/$defs/stated-text" if field.required else "#/$defs/text"}


def _reference(field: Field) -> Schema:
    return {"$ref": "#/$defs/stated-reference" if field.required else "#/$defs/reference"}


_BY_KIND: dict[Kind, Callable[[Field], Schema]] = {
    Kind.TEXT: _text,
    Kind.FLAG: _defined("flag"),
    Kind.WHOLE: _figure,
    Kind.NUMBER: _figure,
    Kind.DAY: _defined("date"),
    Kind.DAY_OR_NO: _defined("date-or-no"),
    Kind.SPAN: _defined("duration"),
    Kind.SPAN_OR_NO: lambda _: {"anyOf": [{"$ref": "#/$defs/duration"}, {"const": False}]},
    Kind.SPAN_OR_NO: _defined("duration-or-no"),
    Kind.RHYTHM: _defined("rhythm"),
    Kind.MONEY: _defined("money"),
    Kind.WORD: _word,
    Kind.TEAM: _reference,
    Kind.SYSTEM: _reference,
    Kind.CATEGORY: _defined("category"),
    Kind.MANY: _many,
    Kind.NUMBERS: _defined("exchange-rates"),
    Kind.RECORD: _record,
    Kind.KEYED: _keyed,
    Kind.SYSTEMS: _systems,
    Kind.LISTED: _listed,
    Kind.ANY: lambda _: {},
}
