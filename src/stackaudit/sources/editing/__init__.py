"""Changing the text of an inventory so that everything that is not meant stays as it is, byte for byte."""

from stackaudit.sources.editing.editing import edited
from stackaudit.sources.editing.whole_files import written_inventory

__all__ = ["edited", "written_inventory"]
