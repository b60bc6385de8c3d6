"""Questionnaires to send out: what to ask whom, as a letter or as a table, both of which can be read back."""

from stackaudit.reports.questionnaire.filing import one_file_each
from stackaudit.reports.questionnaire.letter import letters_markdown
from stackaudit.reports.questionnaire.table import letters_table

__all__ = ["letters_markdown", "letters_table", "one_file_each"]
