"""The parts that the schemas of our JSON reports are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stackaudit.reports.schemas.spelling import Schema


def record(**keys: tuple[str, Schema]) -> Schema:
    """An object that has all of these keys, each with what it says and what it holds."""
    return {
        "type": "object",
        "properties": {key: {"description": about, **holds} for key, (about, holds) in keys.items()},
        "required": list(keys),
    }


def list_of(items: Schema) -> Schema:
    """A list of these."""
    return {"type": "array", "items": items}


def or_null(schema: Schema) -> Schema:
    """This, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date"}
COUNT: Schema = {"type": "integer", "minimum": 0}
AMOUNT: Schema = {"type": "number", "minimum": 0}
PERCENT: Schema = {"type": "number", "minimum": 0, "maximum": 100}

SUBJECT = record(
    kind=("What it is: organization, team, system, integration, data kind or roadmap item.", TEXT),
    id=("Its id in the inventory.", TEXT),
    name=("What people call it.", TEXT),
)

SCORE = record(
    theme=("The theme, or `overall`.", TEXT),
    low=("The score from 0 to 100 if every unknown were a failure.", PERCENT),
    high=("The score from 0 to 100 if every unknown were a pass.", PERCENT),
    passes=("How many verdicts pass.", COUNT),
    fails=("How many fail.", COUNT),
    undetermined=("How many are undetermined.", COUNT),
)
