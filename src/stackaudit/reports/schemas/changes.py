"""The JSON Schemas of the JSON reports on changes and on a trend, version 1."""

from __future__ import annotations

from stackaudit.model.rules import SEVERITIES
from stackaudit.reports.schemas.audit import _FINDING, audit_schema
from stackaudit.reports.schemas.records import (
    AMOUNT,
    COUNT,
    DAY,
    FLAG,
    PERCENT,
    SUBJECT,
    TEXT,
    list_of,
    or_null,
    record,
)
from stackaudit.reports.schemas.spelling import DRAFT, Schema

CHANGES_VERSION = "stackaudit-changes/1"
"""The contract that JSON changes keep: within a version keys are added, never taken away or changed in meaning."""

TREND_VERSION = "stackaudit-trend/1"
"""The contract that a JSON trend keeps, as above."""


def changes_schema() -> Schema:
    """The schema of `stackaudit diff --format json`."""
    return {
        "$schema": DRAFT,
        "$id": "urn:stackaudit:changes:1",
        "title": "Changes by stackaudit",
        "description": "What changed between two states. Keys may be added within this version: pass over others.",
        **record(
            schema=("The version of this contract.", {"const": CHANGES_VERSION}),
            stackaudit=("The version of the program that wrote the report.", TEXT),
            today=("The date on which both states were audited.", DAY),
            organization=("The organisation's name in the new state; empty where it states none.", TEXT),
            old=("What the old state is called: a path or a revision.", TEXT),
            new=("What the new state is called.", TEXT),
            is_empty=("Whether nothing is different.", FLAG),
            before=("Figures of the old state.", _FIGURES),
            after=("Figures of the new state.", _FIGURES),
            scores=("Every score, those of themes in the order of the rulebook, then the overall one.", list_of(_MOVE)),
            new_findings=("Findings that only the new state has, the worst first.", _FINDINGS),
            returned_findings=("Findings that stood behind an exception and no longer do.", _FINDINGS),
            resolved_findings=("Findings that only the old state has.", _FINDINGS),
            accepted_findings=("Findings that stand behind an exception now.", _FINDINGS),
            reweighed_findings=(
                "Findings of both states whose severity is another.",
                list_of(record(before=("As it was.", _FINDING), after=("As it is.", _FINDING))),
            ),
            unchanged_findings=("How many findings both states have.", COUNT),
            subjects=("What came and went, for each kind of which any did.", list_of(_MOVED)),
            renamed=(
                "Systems that go by another id; what hangs on the id is compared as if it had not changed.",
                list_of(record(before=("As it was.", SUBJECT), after=("As it is.", SUBJECT))),
            ),
            facts=("Facts that are others now.", list_of(_EDIT)),
            flows_added=("Kinds of data that flow where they did not.", list_of(_FLOW)),
            flows_removed=("Kinds of data that no longer flow where they did.", list_of(_FLOW)),
            regions_added=("Regions in which data of systems in use did not live.", list_of(_REGION)),
            regions_removed=(
                "Regions in which it no longer lives, with the systems of the old state.",
                list_of(_REGION),
            ),
        ),
        "$defs": audit_schema()["$defs"],
    }


def trend_schema() -> Schema:
    """The schema of `stackaudit trend --format json`."""
    return {
        "$schema": DRAFT,
        "$id": "urn:stackaudit:trend:1",
        "title": "Trend by stackaudit",
        "description": "How an inventory did over time. Keys may be added within this version: pass over others.",
        **record(
            schema=("The version of this contract.", {"const": TREND_VERSION}),
            stackaudit=("The version of the program that wrote the report.", TEXT),
            organization=("The organisation's name in the latest state; empty where it states none.", TEXT),
            currency=("The currency of the latest state.", TEXT),
            moments=("The states that could be audited, the oldest first.", list_of(_MOMENT)),
            broken=("Those that could not.", list_of(_BROKEN)),
        ),
    }


_FINDINGS = list_of(_FINDING)

_FIGURES = record(
    systems=("Systems in the inventory, retired ones too.", COUNT),
    integrations=("Integrations in the inventory.", COUNT),
    teams=("Teams in the inventory.", COUNT),
    annual_cost=("The stated costs per year of systems in use, added up.", AMOUNT),
    currency=("Their currency; empty where the inventory states none.", TEXT),
    findings=("How many findings there are.", COUNT),
    excepted=("How many stand behind exceptions.", COUNT),
    undetermined=("How many questions are undetermined.", COUNT),
)

_INTERVAL = record(
    low=("If every unknown were a failure.", PERCENT),
    high=("If every unknown were a pass.", PERCENT),
)

_MOVE = record(
    theme=("The theme, or `overall`.", TEXT),
    before=("The score of the old state; null where it was not asked.", or_null(_INTERVAL)),
    after=("The score of the new state; null where it is not asked.", or_null(_INTERVAL)),
)

_MOVED = record(
    kind=("The kind of subject.", TEXT),
    added=("Those that came.", list_of(SUBJECT)),
    removed=("Those that went.", list_of(SUBJECT)),
)

_EDIT = record(
    subject=("What the fact is about.", SUBJECT),
    fact=("The fact's name.", TEXT),
    before=("What it was, in words; null where it was not stated.", or_null(TEXT)),
    after=("What it is, in words; null where it is not stated.", or_null(TEXT)),
)

_FLOW: Schema = record(
    **{
        "from": ("The id of the system that sends.", TEXT),
        "to": ("The id of the system that receives.", TEXT),
        "data": ("The kind of data.", TEXT),
    }
)

_REGION = record(
    region=("The region, in lower case.", TEXT),
    systems=("The systems whose data lives there.", list_of(SUBJECT)),
)

_MOMENT = record(
    revision=("The commit.", TEXT),
    on=("Its day, on which it was audited.", DAY),
    systems=("Systems in the inventory, retired ones too.", COUNT),
    annual_cost=("The stated costs per year of systems in use, added up.", AMOUNT),
    currency=("Their currency; empty where the state names none.", TEXT),
    findings=(
        "How many findings there are of each severity.",
        record(**{word: (f"Findings of severity {word}.", COUNT) for word in SEVERITIES}),
    ),
    low=("The overall score if every unknown were a failure.", PERCENT),
    high=("The overall score if every unknown were a pass.", PERCENT),
)

_BROKEN = record(
    revision=("The commit.", TEXT),
    on=("Its day.", DAY),
    problem=("The first thing that is wrong with it.", TEXT),
)
