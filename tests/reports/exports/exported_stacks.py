"""Stacks to export: of a few lines, of our examples, and of nothing but one nasty text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reports.nasty import TAME, _quoted, renamed
from stackaudit.analysis.auditing import audit
from stackaudit.analysis.stack import build_stack
from stackaudit.cli.auditing import stack_and_audit
from stackaudit.cli.doors import settings_for
from stackaudit.cli.reading import Beside
from stackaudit.model.problems import Problems
from stackaudit.sources.inventory import read_inventory_text
from stacks import TODAY, catalogue, stack_of, thresholds

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory

EXAMPLES = Path(__file__).parents[3] / "examples"
NAMES = ("fjordline", "meltano", "minimal", "tidy")
_INVENTORY = """
organization: {{name: {text}, currency: EUR, regions: [eu]}}
teams:
  it: {{name: {text}, side: it, lead: {text}}}
  ops: {{name: {text}, side: it, part_of: it}}
data:
  lead: {{name: {text}, owner: {{business: it}}}}
systems:
  first:
    name: {text}
    vendor: {text}
    description: {text}
    url: {text}
    brand: {text}
    hosting: saas
    owner: {{business: it, technical: ops}}
    bought: {{by: it, how: contract}}
    cost: {{annual: 1200, renews: 2027-03-01, notice: 60d}}
    regions: [{text}, us]
    data: {{categories: [contact, {text}], subjects: [{text}], master_of: [lead, {text}]}}
    privacy: {{transfer: {text}}}
    security: {{certifications: [{text}]}}
  second: {{name: {text}, owner: {{business: {text}}}}}
integrations:
  - {{from: first, to: second, name: {text}, data: [contact, {text}], direction: two-way}}
  - {{from: second, to: first, via: second, data: [contact], method: manual}}
"""


def small_stack(text: str) -> tuple[Inventory, Audit]:
    """The stack of an inventory in YAML, with an audit by no rules."""
    stack = stack_of(text)
    return stack.inventory, audit(stack, ())


@cache
def example(name: str) -> tuple[Inventory, Audit]:
    """An example that we ship, audited without its evidence."""
    paths = [EXAMPLES / name]
    stack, result = stack_and_audit(paths, settings_for(paths, {}, None), TODAY.isoformat(), Beside(evidence=None))
    return stack.inventory, result


@cache
def nasty_stack(text: str) -> tuple[Inventory, Audit]:
    """Two systems, two integrations and three teams, of which one is only named, in words that are all `text`.

    The inventory is read as YAML where the reader takes the text; other words are put into a finished stack.
    """
    try:
        return _read(text)
    except Problems:
        inventory, result = _read(TAME)
        return renamed(inventory, text), renamed(result, text)


def _read(text: str) -> tuple[Inventory, Audit]:
    inventory = read_inventory_text("stack.yaml", _INVENTORY.format(text=_quoted(text)), ())
    stack = build_stack(inventory, catalogue(), thresholds(), TODAY)
    return stack.inventory, audit(stack, ())
