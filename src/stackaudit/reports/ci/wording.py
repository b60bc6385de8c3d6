"""Words that several of these formats write: text made safe and cut to a length, and the names of many subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.model.audit import SubjectName

LONGEST = 1_000
"""Characters of one text; code hosts show a thousand of a description and refuse some that are longer."""

REMEMBERED = 8_192
"""How many answers a function keeps that is asked about the same few texts again and again, as formats ask."""

_MOST_SUBJECTS = 20


def shown(text: str, most: int = LONGEST) -> str:
    """The text on one line without unsafe characters, cut to `most` characters."""
    seen = visible(text[: most + 1])
    return seen if len(seen) <= most else f"{seen[: most - 1]}…"


def subject_names(subjects: Sequence[SubjectName]) -> str:
    """The subjects' names on one line: `CRM; Mail`, or the first twenty `and 9 more`."""
    names = "; ".join([shown(subject.name, 200) for subject in subjects[:_MOST_SUBJECTS]])
    further = len(subjects) - _MOST_SUBJECTS
    return f"{names} and {further} more" if further > 0 else names
