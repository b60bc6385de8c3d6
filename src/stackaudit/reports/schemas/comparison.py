"""The JSON Schema of a comparison of two stories, version 1."""

from __future__ import annotations

from stackaudit.reports.schemas.records import AMOUNT, COUNT, TEXT, list_of, or_null, record
from stackaudit.reports.schemas.spelling import DRAFT, Schema

COMPARISON_VERSION = "stackaudit-comparison/1"
"""The contract that a JSON comparison keeps: within a version keys are added, never taken away."""


def comparison_schema() -> Schema:
    """The schema of `stackaudit compare --format json`."""
    return {
        "$schema": DRAFT,
        "$id": "urn:stackaudit:comparison:1",
        "title": "Comparison of two stories by stackaudit",
        "description": "Two inventories of one organisation that were written apart, held against each other. Lists of "
        "two speak of the first and of the second story. Within this version keys may be added: pass over those that "
        "you do not know.",
        **record(
            schema=("The version of this contract.", {"const": COMPARISON_VERSION}),
            stackaudit=("The version of the program that wrote the comparison.", TEXT),
            stories=("Both stories.", _two(_STORY)),
            tolerance=(
                "The share by which amounts and counts may differ and still agree.",
                {"type": "number", "minimum": 0, "maximum": 1},
            ),
            counts=("How much there is of everything.", _COUNTS),
            money=("Money per year, by currency.", _SUMS),
            contradictions=(
                "Facts of which both stories speak, and that cannot both be right.",
                list_of(_CONTRADICTION),
            ),
            told=("What one story says and the other leaves out.", list_of(_TELLING)),
            agreed=("Facts of which both stories say the same.", list_of(_AGREEMENT)),
            unclear=("What could not be compared.", list_of(_UNCLEAR)),
            matches=("What both stories know, and why it is taken to be the same.", list_of(_MATCH)),
        ),
        "$defs": {"place": _PLACE, "money": _MONEY, "subject": _SUBJECT, "placed": _PLACED, "statement": _STATEMENT},
    }


def _two(items: Schema) -> Schema:
    """A list of two: the first story's and the second's."""
    return {"type": "array", "items": items, "minItems": 2, "maxItems": 2}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


_POSITION: Schema = {"type": "integer", "minimum": 1}

_PLACE = record(
    file=("The file, as a path from where stackaudit ran if it lies below.", TEXT),
    line=("The line, counted from 1.", _POSITION),
    column=("The column in characters, counted from 1.", _POSITION),
)

_MONEY = record(
    amount=("The amount.", AMOUNT),
    currency=("Its currency; empty where neither story states one.", TEXT),
)

_SUBJECT = record(
    id=("Its id in the story's inventory.", TEXT),
    name=("What the story calls it.", TEXT),
)

_PLACED = record(
    id=("Its id in the story's inventory.", TEXT),
    name=("What the story calls it.", TEXT),
    place=("Where it stands.", _ref("place")),
)

_STATEMENT = record(
    value=("The value: a date as text, money in a foreign currency with that currency, null for a stated absence.", {}),
    text=("The value in words.", TEXT),
    place=("Where it is stated.", _ref("place")),
)

_KIND: Schema = {"enum": ["organization", "data kind", "system", "integration", "roadmap item", "team"]}
_FACT: Schema = {"type": "string"}

_STORY = record(
    name=("What the story is called.", TEXT),
    organization=("The organisation's name; empty where none is stated.", TEXT),
    currency=("The currency of its plain amounts; the other story's where it states none itself.", TEXT),
    systems=("Systems in it, retired ones too.", COUNT),
    integrations=("Integrations in it.", COUNT),
    files=("Files that were read.", COUNT),
    annual=("The stated costs per year of systems in use, added up.", list_of(_ref("money"))),
)

_COUNTS = record(
    contradictions=("Contradictions.", COUNT),
    told=("What each story tells alone, subjects and facts.", _two(COUNT)),
    agreed=("Facts that both state alike.", COUNT),
    unclear=("What could not be compared.", COUNT),
    systems_in_both=("Systems that both know.", COUNT),
    systems_in_one=("Systems that only the one story knows.", _two(COUNT)),
)

_SUMS = record(
    alone=("What systems in use cost that only the one story knows.", _two(list_of(_ref("money")))),
    apart=("How far the stated costs of common systems lie apart where they contradict.", list_of(_ref("money"))),
    disputed=(
        "What systems cost of which the stories contradict each other, each once with the larger stated cost.",
        list_of(_ref("money")),
    ),
)

_WHO = {
    "kind": ("What it is about.", _KIND),
    "subjects": (
        "What each story calls it; null for a story that has nothing like it.",
        _two(or_null(_ref("subject"))),
    ),
    "reason": ("Why it is taken to be the same thing.", TEXT),
}
_WHAT = {
    "fact": ("The fact's dotted name; empty where its very existence is meant.", _FACT),
    "says": ("What each story says.", _two(_ref("statement"))),
}

_CONTRADICTION = record(**_WHO, **_WHAT, money=("How far two amounts lie apart.", or_null(_ref("money"))))

_AGREEMENT = record(**_WHO, **_WHAT)

_TELLING = record(
    story=("Which story tells it: 0 the first, 1 the second.", {"enum": [0, 1]}),
    kind=("What it is about.", _KIND),
    subject=("What that story calls it.", _ref("subject")),
    fact=("The fact's dotted name; empty where the other story does not know the whole subject.", _FACT),
    says=("What that story says.", _ref("statement")),
    other=(
        "Where the other story speaks of the same subject; null where it does not know it.",
        or_null(_ref("placed")),
    ),
    note=("A few words on it; may be empty.", TEXT),
    money=("The cost per year of a system in use that only this story knows.", or_null(_ref("money"))),
)

_UNCLEAR = record(
    reason=("Why it cannot be compared.", TEXT),
    fact=("The fact's dotted name; empty where it is not known which subjects are the same.", _FACT),
    subjects=("The subjects of each story.", _two(list_of(_ref("placed")))),
)

_MATCH = record(
    kind=("What it is.", _KIND),
    reason=("Why it is taken to be the same thing; empty for the organisation itself.", TEXT),
    subjects=("What each story calls it, and where it stands.", _two(_ref("placed"))),
)
