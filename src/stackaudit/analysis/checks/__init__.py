"""The checks: named questions of the graph that a rule may ask, one file each, in this one table."""

from __future__ import annotations

from stackaudit.analysis.checks.check import Check

CHECKS: dict[str, Check] = {}

__all__ = ["CHECKS", "Check"]
