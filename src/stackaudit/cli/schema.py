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


def schema(
    of: Annotated[
        Published,
        typer.Argument(help="The inventory language, the JSON report of an audit, or a rule's file."),
    ] = Published.INVENTORY,
) -> None:
    """Print the JSON Schema (draft 2020-12) by which editors and other programs check files."""
    from stackaudit.reports.schemas import audit_schema, inventory_schema, rule_schema, schema_text
    from stackaudit.sources.catalogue import read_catalogue

    with problems_told():
        if of is Published.AUDIT:
            found = audit_schema()
        elif of is Published.RULE:
            found = rule_schema(read_catalogue().categories)
        else:
            found = inventory_schema(read_catalogue().categories)
        say(schema_text(found))
