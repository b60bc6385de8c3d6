"""The JSON Schema of the JSON report, version 1."""

from __future__ import annotations

from stackaudit.model.rules import SEVERITIES
from stackaudit.reports.schemas.spelling import DRAFT, Schema

AUDIT_VERSION = "stackaudit-audit/1"
"""The contract that a JSON report keeps: within a version keys are added, never taken away or given another meaning."""


def audit_schema() -> Schema:
    """The schema of `stackaudit scan --format json`."""
    return {
        "$schema": DRAFT,
        "$id": "urn:stackaudit:audit:1",
        "title": "Audit by stackaudit",
        "description": "The JSON report. Within this version keys may be added: pass over those that you do not know.",
        **_record(
            schema=("The version of this contract.", {"const": AUDIT_VERSION}),
            stackaudit=("The version of the program that wrote the report.", _TEXT),
            today=("The date on which the inventory was audited.", {"type": "string", "format": "date"}),
            organization=("The organisation's name; empty where the inventory states none.", _TEXT),
            currency=("The currency of every amount; empty where the inventory states none.", _TEXT),
            totals=("Figures of the inventory and of the audit.", _TOTALS),
            scores=("How well each theme stands, in the order of the rulebook.", _list(_SCORE)),
            findings=("What is wrong, the worst first.", _list(_FINDING)),
            undetermined=("Questions that the stated facts do not decide.", _list(_UNDETERMINED)),
            missing=("Facts that are not stated, those first for which most questions wait.", _list(_MISSING)),
            rules=(
                "Every rule that was asked, by id.",
                {"type": "object", "additionalProperties": {"$ref": "#/$defs/rule"}},
            ),
        ),
        "$defs": {
            "severity": {"enum": list(SEVERITIES)},
            "place": _record(
                file=("The file, as a path from where stackaudit ran if it lies below.", _TEXT),
                line=("The line, counted from 1.", _POSITION),
                column=("The column in characters, counted from 1.", _POSITION),
            ),
            "subject": _record(
                kind=("What it is: organization, team, system, integration, data kind or roadmap item.", _TEXT),
                id=("Its id in the inventory.", _TEXT),
                name=("What people call it.", _TEXT),
            ),
            "rule": _RULE,
        },
    }


def _record(**keys: tuple[str, Schema]) -> Schema:
    """An object that has all of these keys, each with what it says and what it holds."""
    return {
        "type": "object",
        "properties": {key: {"description": about, **holds} for key, (about, holds) in keys.items()},
        "required": list(keys),
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_POSITION: Schema = {"type": "integer", "minimum": 1}
_AMOUNT: Schema = {"type": "number", "minimum": 0}
_PERCENT: Schema = {"type": "number", "minimum": 0, "maximum": 100}
_SEVERITY: Schema = {"$ref": "#/$defs/severity"}
_PLACE: Schema = {"$ref": "#/$defs/place"}
_SUBJECTS: Schema = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/subject"}}

_TOTALS = _record(
    systems=("Systems in the inventory, retired ones too.", _COUNT),
    integrations=("Integrations in the inventory.", _COUNT),
    teams=("Teams in the inventory.", _COUNT),
    annual_cost=("The stated costs per year of systems in use, added up.", _AMOUNT),
    costs_stated=("How many costs stand in that sum.", _COUNT),
    unconverted=("Currencies whose amounts stand in no total, for want of an exchange rate.", _list(_TEXT)),
    at_stake=(
        "Money per year that findings concern. A subject of several findings counts once, with its largest amount.",
        _AMOUNT,
    ),
    files=("Files that were read.", _COUNT),
    lines=("Their lines.", _COUNT),
    unstated=("Values that were written as unknown.", _COUNT),
    findings=(
        "How many findings there are of each severity.",
        _record(**{word: (f"Findings of severity {word}.", _COUNT) for word in SEVERITIES}),
    ),
    undetermined=("How many questions are undetermined.", _COUNT),
)

_SCORE = _record(
    theme=("The theme.", _TEXT),
    low=("The score from 0 to 100 if every unknown were a failure.", _PERCENT),
    high=("The score from 0 to 100 if every unknown were a pass.", _PERCENT),
    passes=("How many verdicts pass.", _COUNT),
    fails=("How many fail.", _COUNT),
    undetermined=("How many are undetermined.", _COUNT),
)

_FINDING = _record(
    rule=("The rule's id.", _TEXT),
    theme=("The rule's theme.", _TEXT),
    severity=("How much this finding matters.", _SEVERITY),
    subjects=("What it is about; a group that does the same job is one finding.", _SUBJECTS),
    message=("What is wrong, in a sentence.", _TEXT),
    fix=("What to do about it.", _TEXT),
    place=("The place to look at first.", _PLACE),
    note=("A few words on that place; may be empty.", _TEXT),
    related=(
        "Further places.",
        _list(_record(place=("The place.", _PLACE), note=("A few words on it.", _TEXT))),
    ),
    money=("Money per year that it concerns, or null where no amount is known.", {"type": ["number", "null"]}),
    stakes=(
        "The amounts that make up `money`.",
        _list(_record(subject=("The subject's id.", _TEXT), amount=("Money per year.", _AMOUNT))),
    ),
    fingerprint=(
        "The same for the same rule and subjects, wherever in the files they stand.",
        {"type": "string", "pattern": "^[0-9a-f]{16}$"},
    ),
)

_UNDETERMINED = _record(
    rule=("The rule's id.", _TEXT),
    theme=("The rule's theme.", _TEXT),
    severity=("How much it would matter.", _SEVERITY),
    subjects=("What the question is about.", _SUBJECTS),
    missing=(
        "The facts that would decide it.",
        _list(_record(subject=("The id of what the fact is about.", _TEXT), fact=("The fact's dotted name.", _TEXT))),
    ),
    place=("Where such a fact would stand.", _PLACE),
)

_MISSING = _record(
    fact=("The fact's dotted name.", _TEXT),
    subjects=("For how many subjects it is missing.", _COUNT),
    questions=("How many questions wait for it.", _COUNT),
)

_RULE = _record(
    theme=("Its theme.", _TEXT),
    title=("What holds where it passes.", _TEXT),
    severity=("Its most severe case.", _SEVERITY),
    why=("Why it matters.", _TEXT),
    fix=("What to do where it fails.", _TEXT),
    references=("Rows of the requirements that it comes from.", _list(_TEXT)),
)
