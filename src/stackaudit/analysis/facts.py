"""Every fact that a rule may ask for, stated or derived, by kind of subject."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.derivations import DERIVED
from stackaudit.model.language import SUBJECTS, Kind
from stackaudit.model.language.fields import flat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.model.rules import Rule


class Fact(NamedTuple):
    """A fact's name and kind, what it says, its words where they are closed, and the stated facts that decide it.

    `items` is the kind of a list's items.
    """

    name: str
    kind: Kind
    about: str
    words: tuple[str, ...]
    needs: tuple[str, ...]
    items: Kind | None


@cache
def facts_of(kind: str) -> Mapping[str, Fact]:
    """The facts of a kind of subject by name; derived ones name what they need, stated ones need themselves."""
    found = {"id": Fact("id", Kind.TEXT, "The subject's id.", (), (), None)}
    for name, field in flat(SUBJECTS[kind]):
        item = field.item or field
        words = () if item.open_words or item.kind is not Kind.WORD else tuple(item.words)
        if field.kind is not Kind.LISTED:
            found[name] = Fact(name, field.kind, field.about, words, (name,), field.item.kind if field.item else None)
    for derived in DERIVED.get(kind, ()):
        found[derived.name] = Fact(derived.name, derived.kind, derived.about, (), derived.needs, derived.items)
    return found


def facts_asked(rule: Rule) -> Mapping[str, tuple[str, ...]]:
    """The facts that a rule's `where` and `expect` ask for, each with the stated facts that decide it."""
    known = facts_of(rule.asks_for) if rule.asks_for else {}
    names = [name for tests in (rule.where, rule.expect) for name in _names(tests or {})]
    return {name: known[name].needs for name in dict.fromkeys(names) if name in known}


def _names(tests: Mapping[str, object]) -> Iterator[str]:
    """The names of the facts in a mapping of tests and in its alternatives."""
    for name, test in tests.items():
        if name == "any" and isinstance(test, list):
            for choice in test:
                yield from _names(choice)
        else:
            yield name
