"""The JSON Schema of the JSON scorecard, version 1."""

from __future__ import annotations

from stackaudit.model.scorecard import DISPUTES, GRADES
from stackaudit.reports.schemas.records import (
    AMOUNT,
    COUNT,
    DAY,
    FLAG,
    SCORE,
    SUBJECT,
    TEXT,
    list_of,
    or_null,
    record,
)
from stackaudit.reports.schemas.spelling import DRAFT, Schema

SCORE_VERSION = "stackaudit-score/1"
"""The contract that a JSON scorecard keeps: within a version keys are added, never taken away or changed in meaning."""


def score_schema() -> Schema:
    """The schema of `stackaudit score --format json`."""
    return {
        "$schema": DRAFT,
        "$id": "urn:stackaudit:score:1",
        "title": "Scorecard by stackaudit",
        "description": "The JSON scorecard. Keys may be added within this version: pass over those you do not know.",
        **record(
            schema=("The version of this contract.", {"const": SCORE_VERSION}),
            stackaudit=("The version of the program that wrote the scorecard.", TEXT),
            today=("The date on which the inventory was audited.", DAY),
            organization=("The organisation's name; empty where the inventory states none.", TEXT),
            currency=("The currency of every amount but foreign ones; empty where the inventory states none.", TEXT),
            scores=("How well each theme stands, in the order of the rulebook.", list_of(SCORE)),
            overall=("How well the whole stands; null where nothing was asked.", or_null(SCORE)),
            spending=("What systems in use cost per year.", _SPENDING),
            crm_links=("How well systems that should reach the CRM do.", _CRM_LINKS),
            ownership=("Who owns what.", _OWNERSHIP),
        ),
    }


_SUBJECTS = list_of(SUBJECT)
_GRADE: Schema = {"enum": list(GRADES)}
_MEANINGS = {**GRADES, "F": "missing", "?": "not decided by the stated facts"}

_SPENT = record(
    id=("The side, the team, the category or the answer; empty where it is not stated.", TEXT),
    name=("What people call it.", TEXT),
    systems=("How many systems: the sum of `stated`, `unconverted`, `unstated` and `free`.", COUNT),
    amount=("The stated costs in the organisation's currency, added up.", AMOUNT),
    stated=("How many costs stand in `amount`.", COUNT),
    foreign=(
        "Sums in currencies without an exchange rate; they stand in no total.",
        list_of(record(amount=("The sum.", AMOUNT), currency=("Its currency.", TEXT))),
    ),
    unconverted=("How many costs stand in `foreign`.", COUNT),
    unstated=("How many systems say nothing of their cost.", COUNT),
    free=("How many state no amount because they are free plans or our own work.", COUNT),
)

_SHARE = record(
    id=("Which share it is.", TEXT),
    part=("The part; null where it is not known.", or_null(AMOUNT)),
    whole=("What it is a part of; null where it is not known.", or_null(AMOUNT)),
    percent=("The part in percent of the whole; null where either is not known.", or_null(AMOUNT)),
    missing=("The facts that are not stated, or not in the organisation's currency.", list_of(TEXT)),
)

_SPENDING = record(
    total=("All systems in use.", _SPENT),
    sides=("By the side of the team that pays.", list_of(_SPENT)),
    teams=("By the team that pays.", list_of(_SPENT)),
    categories=("By category.", list_of(_SPENT)),
    outside_it=(
        "What another side than IT pays, by whether IT agreed: `agreed`, `not agreed` or empty.",
        list_of(_SPENT),
    ),
    switched_off=("Retired and rejected systems that still cost money; in no other sum.", _SPENT),
    shares=("Amounts as parts of others.", list_of(_SHARE)),
)

_LINK = record(
    system=("The system.", SUBJECT),
    category=("Its category, for which it should reach the CRM.", TEXT),
    grade=("The grade, `?` where the stated facts do not decide it.", _GRADE),
    worst=("The worst grade that the stated facts leave open.", _GRADE),
    best=("The best grade that the stated facts leave open.", _GRADE),
    path=(
        "The names of the systems on the best way, from sender to receiver; empty where there is none.",
        list_of(TEXT),
    ),
    note=("What keeps the grade from being better; may be empty.", TEXT),
    missing=(
        "The facts that would decide the grade.",
        list_of(record(subject=("The id of what the fact is about.", TEXT), fact=("The fact's name.", TEXT))),
    ),
)

_CRM_LINKS = record(
    crm=("The systems that are the CRM.", _SUBJECTS),
    grades=(
        "How many links have each grade.",
        record(**{grade: (f"Links that are {about}.", COUNT) for grade, about in _MEANINGS.items()}),
    ),
    links=("Every system that should reach the CRM, the worst first.", list_of(_LINK)),
    unsorted=("Live systems of which nobody knows whether they should.", _SUBJECTS),
)

_HOLDINGS = record(
    id=("The team's id.", TEXT),
    name=("What people call it.", TEXT),
    side=("Its side; empty where it is not known.", TEXT),
    declared=("Whether a file declares it.", FLAG),
    business=("Systems that it decides about.", _SUBJECTS),
    technical=("Systems that it keeps.", _SUBJECTS),
    data_business=("Kinds of data that it decides about.", _SUBJECTS),
    data_technical=("Kinds of data that it keeps.", _SUBJECTS),
    amount=("The stated costs per year of the systems that it decides about.", AMOUNT),
)

_DISPUTE = record(
    about=("The kind of dispute.", {"enum": list(DISPUTES)}),
    says=("What it is, in a few words.", TEXT),
    subjects=("What it is about.", _SUBJECTS),
)

_OWNERSHIP = record(
    teams=("Every team, those first that own most.", list_of(_HOLDINGS)),
    disputes=("Questions of ownership with two answers, or none.", list_of(_DISPUTE)),
    without_business=("Systems in use that name no business owner.", _SUBJECTS),
    without_technical=("Systems in use that name no technical owner.", _SUBJECTS),
)
