"""What an import does to an inventory: which facts are new, which were edited by hand, what is gone."""

from stackaudit.analysis.merging.merging import Source, merge

__all__ = ["Source", "merge"]
