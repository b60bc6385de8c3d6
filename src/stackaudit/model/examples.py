"""Examples of rules: tests, documentation and demonstration at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from stackaudit.model.audit import Verdict
    from stackaudit.model.documents import Entry
    from stackaudit.model.evidence import Evidence
    from stackaudit.model.inventory import Inventory


@dataclass(frozen=True, slots=True)
class Example:
    """A small inventory with what a rule must say of it: the ids of exactly the subjects with this verdict.

    `evidence` is what the example's `traces` say; there is none where it has none.
    """

    verdict: Verdict
    why: str
    finds: frozenset[str]
    inventory: Inventory
    today: date
    settings: Mapping[str, object]
    entry: Entry
    evidence: Evidence | None = None
