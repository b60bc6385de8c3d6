"""Terms that the organisation defines in two places."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, Hint, passes
from stackaudit.analysis.checks.check import Check
from stackaudit.model.audit import Verdict
from stackaudit.model.catalogue import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject


def ask(stack: Stack) -> Iterator[Answer]:
    """An answer for each kind of data, or for each group of kinds that go by one word.

    Case, spaces, punctuation and a plural's `s` make no other word. The customer is also defined in governance; the
    same sentence in both places is no fault.
    """
    kinds = stack.inventory.data_kinds
    for word, ids in _groups(list(kinds.values())):
        group = tuple(kinds[each] for each in ids)
        governed = _governed(stack, group)
        if len(group) == 1 and governed is None:
            yield passes(*group)
            continue
        hints = tuple(Hint(kind, "definition", f"`{kind.id}` means it too") for kind in group[1:])
        if governed is not None:
            hints = (*hints, Hint(governed, "governance.customer.definition", "and another definition in governance"))
        values = {"word": word, "count": len(group) + (governed is not None)}
        yield Answer(Verdict.FAILS, group, values, hints=hints)


def _governed(stack: Stack, group: tuple[Subject, ...]) -> Subject | None:
    """The organisation, where it defines the customer otherwise than the kind of that name does."""
    stated = stack.organization.facts.get("governance.customer.definition")
    for kind in group:
        own = kind.facts.get("definition")
        if kind.id == "customer" and stated and own and folded(str(stated)) != folded(str(own)):
            return stack.organization
    return None


def _groups(kinds: list[Subject]) -> Iterator[tuple[str, list[str]]]:
    """Kinds that share a word, each group with a word that it shares, in the order of the kinds."""
    by_word: dict[str, list[Subject]] = defaultdict(list)
    for kind in kinds:
        for word in dict.fromkeys(_word(text) for text in _words(kind)):
            by_word[word].append(kind)
    done: set[str] = set()
    for kind in kinds:
        if kind.id in done:
            continue
        group, shared = {kind.id: kind}, kind.name
        for member in (waiting := [kind]):
            for text in _words(member):
                for other in by_word[_word(text)]:
                    if other.id not in group:
                        group[other.id], shared = other, text
                        waiting.append(other)
        done |= group.keys()
        yield shared, sorted(group)


def _words(kind: Subject) -> Iterator[str]:
    """What a kind is called."""
    yield kind.id
    yield kind.name
    yield from (word for word in kind.facts.get("also", ()) if isinstance(word, str))  # type: ignore[attr-defined]


def _word(text: str) -> str:
    word = folded(text)
    return word.removesuffix("s") if len(word) > 3 else word


CHECK = Check("Each term is defined once.", "data kind", ask, {}, ("word", "count"))
