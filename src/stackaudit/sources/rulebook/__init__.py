"""Reading rules: one YAML file each, held against the anatomy of a rule."""

from stackaudit.sources.rulebook.examples import read_examples
from stackaudit.sources.rulebook.reading import builtin_folder, read_rules

__all__ = ["builtin_folder", "read_examples", "read_rules"]
