"""What changed between two states of one inventory, audited with the same rules on the same day."""

from stackaudit.analysis.changing.changing import State, changes_between

__all__ = ["State", "changes_between"]
