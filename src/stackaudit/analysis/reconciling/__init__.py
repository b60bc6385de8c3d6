"""Reconciling: what is declared held against what evidence shows."""

from stackaudit.analysis.reconciling.reconciling import reconcile

__all__ = ["reconcile"]
