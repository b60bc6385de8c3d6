"""The JSON Schema of a rule's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.language import INVENTORY, SUBJECTS
from stackaudit.model.language.evidence import EVIDENCE
from stackaudit.model.rules import APPROVERS, RULE_FIELDS, SEVERITIES
from stackaudit.model.settings import THRESHOLDS
from stackaudit.reports.schemas.asking import asked_by, asked_of, asking_definitions
from stackaudit.reports.schemas.spelling import DRAFT, Schema

if TYPE_CHECKING:
    from collections.abc import Collection

    from stackaudit.reports.schemas.asking import Vocabulary

_OUTCOMES = {
    "passes": "Inventories in which the rule finds nothing.",
    "fails": "Inventories in which it finds something.",
    "undetermined": "Inventories whose facts do not decide the question.",
}
_OWN_KEYS: Schema = {"^x-": {"description": "A key of your own; stackaudit passes it over."}}
_SENTENCE: Schema = {"type": "string", "minLength": 1}
_OTHER_FORMS: dict[str, Schema] = {
    "severity": {"anyOf": [{"$ref": "#/$defs/severity"}, {"$ref": "#/$defs/severity-cases"}]},
    "for": {"enum": list(SUBJECTS)},
    "where": {"type": "object"},
    "expect": {"type": "object"},
    "with": {"type": "object"},
    "since": {"type": "string", "format": "date"},
    "approvers": {"enum": list(APPROVERS)},
    "references": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    "examples": {"$ref": "#/$defs/examples"},
}


def rule_schema(categories: Collection[str], vocabulary: Vocabulary) -> Schema:
    """The schema of `rules/<theme>/<id>.yaml`; `categories` are the ids that facts such as `category` may have."""
    forms: dict[str, Schema] = {**_OTHER_FORMS, "check": {"enum": sorted(vocabulary.checks)}}
    return {
        "$schema": DRAFT,
        "$id": "urn:stackaudit:rule:1",
        "title": "Rule of stackaudit",
        "description": "A question that is asked of each subject of a kind, or of the whole stack by a check.",
        "type": "object",
        "properties": {
            key: {"description": field.about, **forms.get(key, _SENTENCE)} for key, field in RULE_FIELDS.items()
        },
        "patternProperties": _OWN_KEYS,
        "required": [key for key, field in RULE_FIELDS.items() if field.required],
        "additionalProperties": False,
        "oneOf": [
            {"required": ["for", "expect"], "properties": {"check": False}},
            {"required": ["check"], "properties": dict.fromkeys(("for", "where", "expect"), False)},
        ],
        "allOf": [
            *(asked_of(kind) for kind in vocabulary.facts),
            *(asked_by(check, options) for check, options in sorted(vocabulary.checks.items())),
        ],
        "$defs": {
            "severity": {"enum": list(SEVERITIES)},
            "severity-cases": _SEVERITY_CASES,
            "examples": _examples(),
            **asking_definitions(categories, vocabulary),
        },
    }


_SEVERITY_CASES: Schema = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "properties": {
            "where": {"description": "Tests over the subject's facts; left out in the last case.", "type": "object"},
            "is": {"description": "The severity where they hold.", "$ref": "#/$defs/severity"},
        },
        "required": ["is"],
        "additionalProperties": False,
    },
}


def _examples() -> Schema:
    """Small inventories by the verdict that they show."""
    return {
        "type": "object",
        "properties": {
            outcome: {"description": about, "type": "array", "items": _example(finds=outcome != "passes")}
            for outcome, about in _OUTCOMES.items()
        },
        "additionalProperties": False,
    }


def _example(*, finds: bool) -> Schema:
    """One example: a small inventory, whose systems need no names, and what the rule says of it."""
    return {
        "type": "object",
        "properties": {
            "why": {"description": "What the example shows, in a few words.", **_SENTENCE},
            "finds": {
                "description": "The ids of exactly the subjects with this verdict; none where the rule passes.",
                "type": "array",
                **({"minItems": 1} if finds else {"maxItems": 0}),
            },
            "today": {"description": "The date to audit on.", "type": "string"},
            "settings": {
                "description": "Thresholds that differ from the defaults.",
                "type": "object",
                "properties": {name: {"description": setting.field.about} for name, setting in THRESHOLDS.items()},
                "additionalProperties": False,
            },
            "traces": {"description": EVIDENCE["traces"].about, "type": "array"},
            **{section: {"description": field.about} for section, field in INVENTORY.items()},
        },
        "patternProperties": _OWN_KEYS,
        "required": ["why", "finds"] if finds else ["why"],
        "additionalProperties": False,
    }
