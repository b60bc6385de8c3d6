"""A questionnaire: what to ask whom, how each question is named, and which facts one cell can answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.language import SUBJECTS, Field, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.model.audit import SubjectName

QUESTION, ANSWER = "stackaudit question", "answer"
"""The headings under which a questionnaire names its questions and takes the answers."""

HEADER = (QUESTION, "ask", "about", "question", "how to answer", "verdicts waiting", ANSWER)
"""The headings of a questionnaire, in their order."""

KINDS = ("organization", "team", "system", "integration")
"""The kinds of subject of which an answer can be read back."""

_NO_CELL = frozenset({Kind.NUMBERS, Kind.RECORD, Kind.KEYED, Kind.SYSTEMS, Kind.LISTED, Kind.ANY})
_OWN = "organization."
_PLAIN = re.compile(r"\w[\w.> -]{0,260}")


class Ask(NamedTuple):
    """A fact of a subject that nobody stated, and how many verdicts wait for it."""

    subject: SubjectName
    fact: str
    verdicts: int


class Letter(NamedTuple):
    """What to ask one team, that first for which most verdicts wait.

    `team` is its id, empty where nobody is named who would know; `name` and `lead` are what it and its leading role are
    called. `asks` can be answered in a cell each; what `by_hand` holds takes more than that.
    """

    team: str
    name: str
    lead: str
    asks: tuple[Ask, ...]
    by_hand: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """All letters of an organisation, with what its questions are worded with: its currency, and the ids that it has.

    `name` and `currency` are empty where they are not stated.
    """

    name: str
    currency: str
    teams: tuple[str, ...]
    systems: tuple[str, ...]
    letters: tuple[Letter, ...]


class Asked(NamedTuple):
    """How the language describes a fact that is asked for: its field, and what the record that holds it is about.

    A record that may be `none` is asked for by its first key, which `key` names in full.
    """

    field: Field
    record: str
    key: str
    or_none: bool = False


def question_id(kind: str, subject: str, fact: str) -> str:
    """The name of a question: `system:crm:security.sso`, `team:it:side`, `organization::currency`."""
    if kind == "organization":
        return f"organization::{fact.removeprefix(_OWN)}"
    return f"{kind}:{subject}:{fact}"


def question_meant(text: str) -> tuple[str, str, str] | None:
    """The kind, the id and the fact of the language that a question's name means; None where it means none."""
    kind, first, rest = text.strip().partition(":")
    subject, second, fact = rest.rpartition(":")
    if not (first and second and fact) or bool(subject) is (kind == "organization"):
        return None
    if kind == "organization" and not fact.startswith("governance."):
        fact = _OWN + fact
    return (kind, subject, fact) if asked_for(kind, fact) else None


def fits_a_cell(subject: SubjectName, fact: str) -> bool:
    """Whether one cell can name a question and another answer it; undeclared owners may be called anything."""
    return asked_for(subject.kind, fact) is not None and _PLAIN.fullmatch(subject.id) is not None


def asked_for(kind: str, fact: str) -> Asked | None:
    """How to ask for a fact; None where it is none of the language, or takes more than a cell to answer."""
    return _asked(kind).get(fact) if kind in KINDS else None


@cache
def _asked(kind: str) -> Mapping[str, Asked]:
    return dict(_described(SUBJECTS[kind], "", ""))


def _described(fields: Mapping[str, Field], prefix: str, record: str) -> Iterator[tuple[str, Asked]]:
    for key, field in fields.items():
        name = prefix + key
        if field.or_none:
            first = next(iter(field.fields))
            yield name, Asked(field.fields[first], field.about, f"{name}.{first}", or_none=True)
        if field.kind is Kind.RECORD:
            yield from _described(field.fields, f"{name}.", field.about)
        elif field.kind not in _NO_CELL:
            yield name, Asked(field, record, name)
