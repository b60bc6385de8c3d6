"""The JSON Schema of the JSON report, version 1."""

from __future__ import annotations

from stackaudit.model.rules import APPROVERS, SEVERITIES
from stackaudit.reports.schemas.records import AMOUNT, COUNT, DAY, FLAG, SCORE, SUBJECT, TEXT, list_of, or_null, record
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
        **record(
            schema=("The version of this contract.", {"const": AUDIT_VERSION}),
            stackaudit=("The version of the program that wrote the report.", TEXT),
            today=("The date on which the inventory was audited.", DAY),
            organization=("The organisation's name; empty where the inventory states none.", TEXT),
            currency=("The currency of every amount; empty where the inventory states none.", TEXT),
            totals=("Figures of the inventory and of the audit.", _TOTALS),
            scores=("How well each theme stands, in the order of the rulebook.", list_of(SCORE)),
            overall=("How well the whole stands; null where nothing was asked.", or_null(SCORE)),
            findings=("What is wrong, the worst first.", list_of(_FINDING)),
            excepted=("Findings that stand behind an exception; they count nowhere else.", list_of(_EXCEPTED)),
            exceptions=("Every exception that was read, in the order of the files.", list_of(_EXCEPTION)),
            baseline=(
                "What a baseline left out; null without one. With one, findings are the new ones, scores those of all.",
                or_null(_BASELINE),
            ),
            undetermined=("Questions that the stated facts do not decide.", list_of(_UNDETERMINED)),
            evidence=("What was read beside the inventory; null where there is no evidence.", or_null(_EVIDENCE)),
            missing=("Facts that are not stated, those first for which most questions wait.", list_of(_MISSING)),
            rules=(
                "Every rule that was asked, by id.",
                {"type": "object", "additionalProperties": {"$ref": "#/$defs/rule"}},
            ),
        ),
        "$defs": {
            "severity": {"enum": list(SEVERITIES)},
            "place": record(
                file=("The file, as a path from where stackaudit ran if it lies below.", TEXT),
                line=("The line, counted from 1.", _POSITION),
                column=("The column in characters, counted from 1.", _POSITION),
            ),
            "subject": SUBJECT,
            "rule": _RULE,
        },
    }


_EVIDENCE = record(
    files=(
        "The files that were read.",
        list_of(
            record(
                name=("The file, with the sheet of a workbook.", TEXT),
                reader=("The reader that knew it.", TEXT),
                traces=("How many traces of systems it holds.", COUNT),
            )
        ),
    ),
    unread=(
        "Files that no reader knows.",
        list_of(record(name=("The file.", TEXT), reason=("Why it was not read.", TEXT))),
    ),
)

_POSITION: Schema = {"type": "integer", "minimum": 1}
_FINGERPRINT: Schema = {"type": "string", "pattern": "^[0-9a-f]{16}$"}
_DAY_OR_NULL: Schema = {"type": ["string", "null"], "format": "date"}
_SEVERITY: Schema = {"$ref": "#/$defs/severity"}
_PLACE: Schema = {"$ref": "#/$defs/place"}
_SUBJECTS: Schema = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/subject"}}

_TOTALS = record(
    systems=("Systems in the inventory, retired ones too.", COUNT),
    integrations=("Integrations in the inventory.", COUNT),
    teams=("Teams in the inventory.", COUNT),
    annual_cost=("The stated costs per year of systems in use, added up.", AMOUNT),
    costs_stated=("How many costs stand in that sum.", COUNT),
    unconverted=("Currencies whose amounts stand in no total, for want of an exchange rate.", list_of(TEXT)),
    at_stake=(
        "Money per year that findings concern. A subject of several findings counts once, with its largest amount.",
        AMOUNT,
    ),
    files=("Files that were read.", COUNT),
    lines=("Their lines.", COUNT),
    unstated=("Values that were written as unknown.", COUNT),
    findings=(
        "How many findings there are of each severity.",
        record(**{word: (f"Findings of severity {word}.", COUNT) for word in SEVERITIES}),
    ),
    undetermined=("How many questions are undetermined.", COUNT),
    excepted=("How many findings stand behind exceptions.", COUNT),
)

_FINDING = record(
    rule=("The rule's id.", TEXT),
    theme=("The rule's theme.", TEXT),
    severity=("How much this finding matters.", _SEVERITY),
    subjects=("What it is about; a group that does the same job is one finding.", _SUBJECTS),
    message=("What is wrong, in a sentence.", TEXT),
    fix=("What to do about it.", TEXT),
    place=("The place to look at first.", _PLACE),
    note=("A few words on that place; may be empty.", TEXT),
    related=(
        "Further places.",
        list_of(record(place=("The place.", _PLACE), note=("A few words on it.", TEXT))),
    ),
    money=("Money per year that it concerns, or null where no amount is known.", {"type": ["number", "null"]}),
    stakes=(
        "The amounts that make up `money`.",
        list_of(record(subject=("The subject's id.", TEXT), amount=("Money per year.", AMOUNT))),
    ),
    fingerprint=(
        "The same for the same rule and subjects, wherever in the files they stand.",
        _FINGERPRINT,
    ),
    fails_from=(
        "The day from which it can fail a run, where its rule is still new; until then it warns. Null for all others.",
        _DAY_OR_NULL,
    ),
)

_EXCEPTED: Schema = {
    **_FINDING,
    "properties": {
        **_FINDING["properties"],  # type: ignore[dict-item]
        "exception": {
            "description": "The exception that it stands behind, one of `exceptions`.",
            **record(place=("Where it is written.", _PLACE), until=("The last day on which it holds.", _DAY_OR_NULL)),
        },
    },
    "required": [*_FINDING["required"], "exception"],  # type: ignore[misc]
}

_EXCEPTION = record(
    rule=("The id of the rule.", TEXT),
    subjects=("The ids and patterns of ids that it names.", list_of(TEXT)),
    reason=("Why the finding is accepted; empty where that is not stated.", TEXT),
    approvers=("The teams or roles that accept it.", list_of(TEXT)),
    approved=("When they did; null where that is not stated.", _DAY_OR_NULL),
    ticket=("Where it was discussed; may be empty.", TEXT),
    until=("The last day on which it holds; null where that is not stated.", _DAY_OR_NULL),
    place=("Where it is written.", _PLACE),
    asked=("Whether its rule was asked.", FLAG),
    findings=("How many findings it names, whether or not it holds.", COUNT),
    fault=("Why it does not hold; empty where it does.", TEXT),
    help=("What to do where its rule was asked and it names no finding; otherwise empty.", TEXT),
)

_BASELINE = record(
    file=("The baseline's file.", TEXT),
    known=("Fingerprints of the findings that it knows and that were left out.", list_of(_FINGERPRINT)),
    known_undetermined=("How many undetermined questions it knows and were left out.", COUNT),
    gone=(
        "Its entries that no longer occur.",
        list_of(record(rule=("The rule's id.", TEXT), subjects=("The names of the subjects.", list_of(TEXT)))),
    ),
)

_UNDETERMINED = record(
    rule=("The rule's id.", TEXT),
    theme=("The rule's theme.", TEXT),
    severity=("How much it would matter.", _SEVERITY),
    subjects=("What the question is about.", _SUBJECTS),
    missing=(
        "The facts that would decide it.",
        list_of(record(subject=("The id of what the fact is about.", TEXT), fact=("The fact's dotted name.", TEXT))),
    ),
    place=("Where such a fact would stand.", _PLACE),
    fails_from=("As in a finding, for runs in which undetermined questions fail.", _DAY_OR_NULL),
)

_MISSING = record(
    fact=("The fact's dotted name.", TEXT),
    subjects=("For how many subjects it is missing.", COUNT),
    questions=("How many questions wait for it.", COUNT),
)

_RULE = record(
    theme=("Its theme.", TEXT),
    title=("What holds where it passes.", TEXT),
    severity=("Its most severe case.", _SEVERITY),
    why=("Why it matters.", TEXT),
    fix=("What to do where it fails.", TEXT),
    references=("Rows of the requirements that it comes from.", list_of(TEXT)),
    since=("When the rule came; null where it says nothing.", _DAY_OR_NULL),
    approvers=("Whose agreement an exception needs.", {"enum": list(APPROVERS)}),
)
