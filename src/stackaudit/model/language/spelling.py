"""Words and bounds of single values that the reader and the published schema share."""

UNSTATED_WORDS = ("unknown", "tbd", "tba", "tbc", "todo", "?", "??", "???", "n/k", "not known")
"""What people write in upper or lower case where they do not know; an empty text says so as well."""

NOBODY_WORDS = ("nobody", "none")
"""What stands for a stated absence where a team or a system is named."""

MOST = 10**15
"""Figures end here."""

HIGHEST_RATE = 10**9
"""Exchange rates end here."""

ID_LENGTH = 120
"""How many characters an id may have."""
