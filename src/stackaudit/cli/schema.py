"""`stackaudit schema`: print a JSON Schema."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

import typer

from stackaudit.cli.doors import problems_told, say


class Published(StrEnum):
    """What has a schema."""

    INVENTORY = "inventory"
    AUDIT = "audit"
    RULE = "rule"
    SCORE = "score"
    COMPARISON = "comparison"
    EXCEPTIONS = "exceptions"
    RECONCILIATION = "reconciliation"
    EVIDENCE = "evidence"
    CHANGES = "changes"
    TREND = "trend"
    JOURNEY = "journey"


def schema(
    of: Annotated[
        Published,
        typer.Argument(
            metavar="WHAT",
            help="What people write: inventory, exceptions, rule, evidence; or what commands write as JSON: audit, "
            "score, comparison, reconciliation, changes, trend, journey.",
        ),
    ] = Published.INVENTORY,
) -> None:
    """Print the JSON Schema (draft 2020-12) by which editors and other programs check files."""
    from stackaudit.reports import schemas
    from stackaudit.sources.catalogue import read_catalogue

    written: dict[Published, Callable[[], dict[str, object]]] = {
        Published.AUDIT: schemas.audit_schema,
        Published.RULE: _rule_schema,
        Published.SCORE: schemas.score_schema,
        Published.COMPARISON: schemas.comparison_schema,
        Published.EXCEPTIONS: schemas.exceptions_schema,
        Published.RECONCILIATION: schemas.reconciliation_schema,
        Published.EVIDENCE: schemas.evidence_schema,
        Published.CHANGES: schemas.changes_schema,
        Published.TREND: schemas.trend_schema,
        Published.JOURNEY: schemas.journey_schema,
        Published.INVENTORY: lambda: schemas.inventory_schema(read_catalogue().categories),
    }
    with problems_told():
        say(schemas.schema_text(written[of]()))


def _rule_schema() -> dict[str, object]:
    """The schema of rules, made of all that they may ask."""
    from stackaudit.analysis.checks import CHECKS
    from stackaudit.analysis.facts import facts_of
    from stackaudit.analysis.vocabulary import OPERATORS
    from stackaudit.model.language import SUBJECTS
    from stackaudit.reports.schemas import Vocabulary, rule_schema
    from stackaudit.sources.catalogue import read_catalogue

    vocabulary = Vocabulary(
        {kind: facts_of(kind) for kind in SUBJECTS},
        OPERATORS,
        {name: check.options for name, check in CHECKS.items()},
    )
    return rule_schema(read_catalogue().categories, vocabulary)
