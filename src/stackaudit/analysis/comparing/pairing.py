"""Pairs what two lists have in common, step by step, and never by guessing among several."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from stackaudit.model.inventory import Subject


class Step(NamedTuple):
    """One way to recognise the same thing.

    `key` takes the story (0 or 1) and a subject; None says that this step cannot tell. Subjects are paired where
    exactly one of each story has the key; with `alike` those of one key are interchangeable, and are paired as far as
    they go. `apart` says of two subjects that they are known to be different things.
    """

    reason: str
    key: Callable[[int, Subject], Hashable | None]
    apart: Callable[[Subject, Subject], bool] = lambda _one, _two: False
    alike: bool = False


class Pairs(NamedTuple):
    """The pairs with the reason for each, and what is left of each list."""

    pairs: list[tuple[Subject, Subject, str]]
    left: tuple[list[Subject], list[Subject]]


def paired(stories: tuple[Iterable[Subject], Iterable[Subject]], steps: Sequence[Step]) -> Pairs:
    """Take one step after the other; each looks only at what the steps before it have left."""
    pairs: list[tuple[Subject, Subject, str]] = []
    left = (list(stories[0]), list(stories[1]))
    for step in steps:
        if not left[0] or not left[1]:
            break
        found = [
            (one, two)
            for ones, twos in bucketed(left, step.key).values()
            if step.alike or len(ones) == len(twos) == 1
            for one, two in zip(ones, twos, strict=False)
            if not step.apart(one, two)
        ]
        pairs += [(one, two, step.reason) for one, two in found]
        left = (_without(left[0], [one for one, _ in found]), _without(left[1], [two for _, two in found]))
    return Pairs(pairs, left)


def bucketed(
    stories: tuple[Iterable[Subject], Iterable[Subject]],
    key: Callable[[int, Subject], Hashable | None],
) -> dict[Hashable, tuple[list[Subject], list[Subject]]]:
    """The subjects of both stories by a key, without those that have none."""
    buckets: dict[Hashable, tuple[list[Subject], list[Subject]]] = defaultdict(lambda: ([], []))
    for story, subjects in enumerate(stories):
        for subject in subjects:
            value = key(story, subject)
            if value is not None:
                buckets[value][story].append(subject)
    return buckets


def _without(subjects: list[Subject], taken: list[Subject]) -> list[Subject]:
    """The subjects that are not taken; two of one story may be equal in everything, so it is the very ones that go."""
    gone = set(map(id, taken))
    return [subject for subject in subjects if id(subject) not in gone]
