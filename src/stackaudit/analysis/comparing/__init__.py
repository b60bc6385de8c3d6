"""Holds two inventories of one organisation against each other that were written apart."""

from stackaudit.analysis.comparing.stories import compare

__all__ = ["compare"]
