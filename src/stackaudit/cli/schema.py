"""`stackaudit schema`: print a JSON Schema."""

from __future__ import annotations

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


def schema(
    of: Annotated[
        Published,
        typer.Argument(help="The inventory language, exceptions, a rule, YAML files of evidence, or a JSON report."),
    ] = Published.INVENTORY,
) -> None:
    """Print the JSON Schema (draft 2020-12) by which editors and other programs check files."""
    from stackaudit.reports.schemas import (
        audit_schema,
        comparison_schema,
        evidence_schema,
        exceptions_schema,
        inventory_schema,
        reconciliation_schema,
        schema_text,
        score_schema,
    )
    from stackaudit.sources.catalogue import read_catalogue

    with problems_told():
        if of is Published.AUDIT:
            found = audit_schema()
        elif of is Published.RULE:
            found = _rule_schema()
        elif of is Published.SCORE:
            found = score_schema()
        elif of is Published.COMPARISON:
            found = comparison_schema()
        elif of is Published.EXCEPTIONS:
            found = exceptions_schema()
        elif of is Published.RECONCILIATION:
            found = reconciliation_schema()
        elif of is Published.EVIDENCE:
            found = evidence_schema()
        else:
            found = inventory_schema(read_catalogue().categories)
        say(schema_text(found))


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
