"""The JSON Schema of the JSON reconciliation, version 1."""

from __future__ import annotations

from stackaudit.model.evidence import SOURCES, TRACES
from stackaudit.model.matches import Sureness
from stackaudit.model.reconciliation import STANDINGS
from stackaudit.reports.schemas.records import COUNT, DAY, TEXT, list_of, or_null, record
from stackaudit.reports.schemas.spelling import DRAFT, Schema

RECONCILIATION_VERSION = "stackaudit-reconciliation/1"
"""The contract that a JSON reconciliation keeps: keys are added within a version, never taken away or changed."""

_MONEY: Schema = {"type": "number"}
_SOURCE: Schema = {"enum": list(SOURCES)}

_TEAM = record(
    team=("The team, or the cost centre as ledgers write it; empty where they do not say.", TEXT),
    amount=("What it paid in the last twelve months that ledgers cover, less refunds.", _MONEY),
    times=("How many payments.", COUNT),
)

_PLACE = record(
    file=("The file.", TEXT),
    line=("The line, from 1.", {"type": "integer", "minimum": 1}),
    column=("The column, from 1.", {"type": "integer", "minimum": 1}),
)

_TOOL = record(
    id=("A product's id, or one made from the vendor, the company or the name.", TEXT),
    name=("What people call it.", TEXT),
    product=("The product's id in the catalogue; empty where it has none.", TEXT),
    vendor=("Who sells it; empty where nobody knows.", TEXT),
    category=("What it is for; empty where nobody knows.", TEXT),
    systems=("The systems of the inventory that it is.", list_of(TEXT)),
    standing=("; ".join(f"{name}: {about}" for name, about in STANDINGS.items()), {"enum": list(STANDINGS)}),
    expected=("The sources that were read and would have to show it.", list_of(_SOURCE)),
    sureness=("How sure it is which tool this is.", {"enum": [sureness.word for sureness in Sureness]}),
    whys=("How its traces were recognised.", list_of(TEXT)),
    payments=(
        "What ledgers say; null where no payment is known.",
        or_null(
            record(
                annual=("Paid in the last twelve months that ledgers cover, less refunds.", _MONEY),
                total=("Paid in all of them.", _MONEY),
                times=("How many payments in those twelve months.", COUNT),
                shares=("By team or cost centre, the largest amount first.", list_of(_TEAM)),
                cards=("How many cards paid; null where they are not told apart.", or_null(COUNT)),
                unconverted=("Currencies without a rate; their amounts stand in no figure.", list_of(TEXT)),
            )
        ),
    ),
    sightings=(
        "What each source says.",
        list_of(
            record(
                source=("The source.", _SOURCE),
                times=("How often it was recorded.", COUNT),
                first=("The first day; null where no trace has one.", or_null(DAY)),
                last=("The last day.", or_null(DAY)),
                users=("The most people that a list names; null where none says.", or_null(COUNT)),
                texts=("What evidence calls it, the most frequent first.", list_of(TEXT)),
                place=("Where the latest trace stands.", _PLACE),
            )
        ),
    ),
)


def reconciliation_schema() -> Schema:
    """The schema of `stackaudit reconcile --format json`."""
    return {
        "$schema": DRAFT,
        "$id": "urn:stackaudit:reconciliation:1",
        "title": "Reconciliation by stackaudit",
        "description": "The JSON reconciliation. Keys may be added within this version: pass over unknown ones.",
        **record(
            schema=("The version of this contract.", {"const": RECONCILIATION_VERSION}),
            stackaudit=("The version of the program that wrote it.", TEXT),
            today=("The date of the reconciliation.", DAY),
            organization=("The organisation's name; empty where the inventory states none.", TEXT),
            currency=("The currency of every amount; empty where the inventory states none.", TEXT),
            tools=("All tools that are declared or shown.", list_of(_TOOL)),
            guesses=("Tools that are only guessed; they count nowhere.", list_of(_TOOL)),
            teams=("What each team or cost centre paid for tools.", list_of(_TEAM)),
            coverage=("What each source covers; a source that is missing was not read.", list_of(_COVERAGE)),
            ignored=("The entries of `ignore:`, and how many traces each took out.", list_of(_IGNORED)),
            files=("The files that were read.", list_of(_FILE)),
            unread=("Files that no reader knows.", list_of(_UNREAD)),
        ),
    }


_COVERAGE = record(
    source=("The source.", _SOURCE),
    files=("How many files.", COUNT),
    traces=("How many traces: the sum of `matched`, `guessed`, `ignored` and `unknown`.", COUNT),
    first=("The first day; null where none is known.", or_null(DAY)),
    last=("The last day.", or_null(DAY)),
    matched=("Traces of tools.", COUNT),
    guessed=("Traces of tools that are only guessed.", COUNT),
    ignored=("Traces that `ignore:` took out.", COUNT),
    unknown=("Traces of nothing that is known to be a tool.", COUNT),
    unknown_names=("How many different texts these have.", COUNT),
    unknown_texts=(
        "The most frequent of these.",
        list_of(record(text=("What evidence says.", TEXT), traces=("How often.", COUNT))),
    ),
)

_IGNORED = record(name=("The pattern.", TEXT), reason=("The stated reason.", TEXT), traces=("How many traces.", COUNT))

_FILE = record(
    name=("The file, with the sheet of a workbook.", TEXT),
    reader=("The reader that knew it.", TEXT),
    kinds=("What it holds.", list_of({"enum": list(TRACES)})),
    traces=("How many traces.", COUNT),
    rows=("How many rows stood there.", COUNT),
    skipped=("How many of them were no traces.", COUNT),
    first=("The first day; null where none is known.", or_null(DAY)),
    last=("The last day.", or_null(DAY)),
    notes=("What is worth knowing about it.", list_of(TEXT)),
)

_UNREAD = record(name=("The file.", TEXT), reason=("Why it was not read.", TEXT))
