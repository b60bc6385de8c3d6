"""The JSON Schema of a trace in JSON, version 1."""

from __future__ import annotations

from stackaudit.model.journey import FAULTS, OUTCOMES
from stackaudit.model.language.words import METHODS
from stackaudit.model.transit import TRACKS
from stackaudit.reports.schemas.records import COUNT, DAY, FLAG, SUBJECT, TEXT, list_of, or_null, record
from stackaudit.reports.schemas.spelling import DRAFT, Schema

JOURNEY_VERSION = "stackaudit-journey/1"
"""The contract that a trace in JSON keeps: within a version keys are added, never taken away or changed in meaning."""


def journey_schema() -> Schema:
    """The schema of `stackaudit trace --format json`."""
    return {
        "$schema": DRAFT,
        "$id": "urn:stackaudit:journey:1",
        "title": "Trace by stackaudit",
        "description": "How data gets from one system to another. Keys may be added within this version: pass over "
        "those that you do not know.",
        **record(
            schema=("The version of this contract.", {"const": JOURNEY_VERSION}),
            stackaudit=("The version of the program that wrote the trace.", TEXT),
            today=("The date for which it is worked out what is late.", DAY),
            organization=("The organisation's name; empty where the inventory states none.", TEXT),
            start=("Where the data comes from.", _STOP),
            end=("Where it should get to.", _STOP),
            data=("The kind of data that was asked for; empty for any.", TEXT),
            outcome=("What the trace finds. " + _told(OUTCOMES), {"enum": list(OUTCOMES)}),
            hops=(
                "The way; where it breaks off, also over hops that data does not pass, or empty where none is known.",
                list_of(_HOP),
            ),
            first_faulty=("The place in `hops`, from 0, of the first that has faults; null for none.", or_null(COUNT)),
            reached=(
                "Where it breaks off, all systems that data of the start gets to, the nearest first.",
                list_of(SUBJECT),
            ),
            senders=(
                "Where it breaks off, all systems whose data gets to the end, the nearest first.",
                list_of(SUBJECT),
            ),
        ),
    }


def _told(words: dict[str, str]) -> str:
    return "; ".join(f"{word}: {meaning}" for word, meaning in words.items()) + "."


_HOLDER = record(
    team=("The team; `nobody` where that is stated, empty where nothing is.", TEXT),
    side=("Its side; empty where it is not known.", TEXT),
)

_STOP = record(
    system=("The system.", SUBJECT),
    business=("Who decides about it.", _HOLDER),
    technical=("Who keeps it.", _HOLDER),
    note=("Where it stands in its life, unless it is live.", TEXT),
)

_FLOW = record(
    integration=("The integration.", SUBJECT),
    via=("The name of the platform that carries it; empty for none.", TEXT),
    method=("How the data gets across; empty where it is not stated.", {"enum": ["", *METHODS]}),
    runs=("The days between two runs; null where they are not stated.", or_null({"type": "number", "minimum": 0})),
    last_ran=("When it last ran; null where it is not stated.", or_null(DAY)),
    days_late=("Days beyond its rhythm; null where they are not known.", or_null(COUNT)),
    data=("The kinds of data that it carries; null where they are not stated.", or_null(list_of(TEXT))),
    two_way=("Whether data flows back as well.", FLAG),
    owner=("Who answers for it.", _HOLDER),
    others=("How many more flows data may take here.", COUNT),
)

_HOP = record(
    start=("Where it begins.", _STOP),
    end=("Where it ends.", _STOP),
    state=("In what state it is. " + _told(TRACKS), {"enum": list(TRACKS)}),
    note=("Why it is not open; may be empty.", TEXT),
    faults=("What is wrong with it. " + _told(FAULTS), list_of({"enum": list(FAULTS)})),
    flow=("The flow that carries the data, or that comes nearest to it; null for none.", or_null(_FLOW)),
)
