"""Tries rules on their own examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.auditing import audit
from stackaudit.analysis.questions import compile_rules
from stackaudit.analysis.stack import build_stack
from stackaudit.model.audit import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.audit import Audit
    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.examples import Example
    from stackaudit.model.rules import Rule


class Trial(NamedTuple):
    """An example with what the rule said of it: the ids found, which should be the example's own."""

    rule: Rule
    example: Example
    found: frozenset[str]
    holds: bool


def try_example(rule: Rule, example: Example, catalogue: Catalogue, settings: Mapping[str, object]) -> Trial:
    """Audit an example with its rule alone.

    A passing example has neither findings nor undetermined questions; any other has exactly its ids under its verdict.
    """
    settings = {**settings, **example.settings}
    currency = str(example.inventory.organization.facts.get("organization.currency", ""))
    questions = compile_rules([rule], settings, catalogue.categories, currency, example.today)
    result = audit(build_stack(example.inventory, catalogue, settings, example.today, example.evidence), questions)
    found = _found(result, example.verdict)
    return Trial(rule, example, found, found == example.finds)


def _found(result: Audit, verdict: Verdict) -> frozenset[str]:
    """The ids of subjects with a verdict; for a pass, of those that do not pass."""
    fails = {name.id for finding in result.findings for name in finding.subjects}
    opens = {name.id for item in result.undetermined for name in item.subjects}
    return frozenset({Verdict.FAILS: fails, Verdict.UNDETERMINED: opens}.get(verdict, fails | opens))
