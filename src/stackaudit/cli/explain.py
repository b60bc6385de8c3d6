"""`stackaudit explain`: everything that a rule says."""

from __future__ import annotations

from typing import Annotated

import typer

from stackaudit.cli.choosing import Rules
from stackaudit.cli.rules import explain_rule


def explain(
    rule: Annotated[str, typer.Argument(help="A rule's id, with or without its theme.")],
    rules: Rules = None,
) -> None:
    """Explain a rule: why it matters, what it asks, and what to do."""
    explain_rule(rule, rules)
