"""Which facts are held against each other, and what a story says of one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from stackaudit.analysis.wording import worded
from stackaudit.model.comparison import Statement
from stackaudit.model.language import SUBJECTS, Field, Kind
from stackaudit.model.language.fields import flat
from stackaudit.model.language.words import RHYTHMS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.inventory import Subject

_WORDS_THAT_COUNT = frozenset(
    """
organization.name organization.currency governance.joint_group.name governance.liaison.name
governance.customer.definition brand lead definition privacy.transfer
""".split(),
)
"""Facts in free text that two people must agree on; other text is never the same twice, and is not compared."""

_ABOUT_THE_ENTRY = frozenset({"verified", "verified.on", "verified.by"})
"""Facts that say when somebody looked at the entry itself."""

_TOLD_TOGETHER = frozenset({"data.master_of", "governance.customer.master", "from", "to"})
"""Facts that are compared across systems: who is master of what, and where flows lead."""


@cache
def compared(kind: str) -> Mapping[str, Field]:
    """The facts of a kind of subject that are compared, in the order of the language."""
    aside = _ABOUT_THE_ENTRY | _TOLD_TOGETHER
    return {
        name: field
        for name, field in flat(SUBJECTS[kind])
        if field.kind not in (Kind.LISTED, Kind.ANY)
        and name not in aside
        and (field.kind is not Kind.TEXT or name in _WORDS_THAT_COUNT)
    }


def is_written(subject: Subject, name: str, field: Field) -> bool:
    """Whether a fact is stated, and not just taken for granted by the language."""
    return field.default is None or any(_raw(entry.value, name) == subject.facts[name] for entry in subject.entries)


def statement(subject: Subject, name: str, field: Field, currency: str) -> Statement:
    """What a subject's entry says of a fact."""
    value = subject.facts[name]
    if field.kind is Kind.RHYTHM:
        value = _rhythm(subject, name)
        return Statement(value, value if isinstance(value, str) else worded(value, Kind.SPAN, ""), subject, name)
    if isinstance(value, dict):
        return Statement(value, all_of([f"{key} {figure:g}" for key, figure in value.items()]), subject, name)
    if field.kind is Kind.MANY:
        assert isinstance(value, tuple)
        words = ["(not stated)" if item is None else worded(item, Kind.TEAM, "") for item in value]
        none = "nobody" if field.item is not None and field.item.kind is Kind.TEAM else "nothing"
        return Statement(value, all_of([word for word in words if word != "nobody"], none), subject, name)
    return Statement(value, worded(value, field.kind, currency), subject, name)


def _rhythm(subject: Subject, name: str) -> object:
    """The word for a rhythm where it is written as one, else its days."""
    raw = _raw(subject.entries[0].value, name)
    return raw if isinstance(raw, str) and raw in RHYTHMS else subject.facts[name]


def all_of(words: list[str], none: str = "nothing") -> str:
    """Words as a list in a sentence, none left out, for the difference may be anywhere."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words) or none


def _raw(value: object, name: str) -> object:
    """What is written under a dotted name."""
    for step in name.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value
