"""What becomes of each fact of an entry that is there already: whose word counts, the source's or a hand's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.merging.standing import alike, written
from stackaudit.model.edits import Drop, Put
from stackaudit.model.merging import Act

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from stackaudit.analysis.merging.standing import Standing
    from stackaudit.model.edits import Edit
    from stackaudit.model.imports import Draft, Value


class Verdict(NamedTuple):
    """What becomes of one fact: the act, what the inventory says, and what the source says; None for nothing.

    An act of None changes nothing and is not worth telling.
    """

    fact: str
    act: Act | None
    here: object
    now: Value | None


def verdicts(
    draft: Draft, before: Mapping[str, Value], standing: Standing, still: Collection[str]
) -> Iterator[Verdict]:
    """A verdict for each fact that the source states or stated, in the order of the draft.

    A fact that nobody stated is filled in. One that stands as the source wrote it last follows the source. Any other
    was written or edited by hand and is kept. `still` are the facts that the source states of any entry: where it has
    given up a column altogether, nothing is dropped.
    """
    for fact, now in draft.facts.items():
        could, here = written(standing.keys, fact)
        if alike(here, now):
            yield Verdict(fact, None, here, now)
        elif here is None and could and fact not in before:
            yield Verdict(fact, Act.FILLED, None, now)
        elif here is not None and fact in before and alike(here, before[fact]):
            yield Verdict(fact, Act.CHANGED, here, now)
        elif fact in before and alike(before[fact], now):
            yield Verdict(fact, None, here, now)  # edited by hand, and the source says what it said
        else:
            yield Verdict(fact, Act.KEPT, here, now)
    for fact, was in before.items():
        if fact in draft.facts or fact == "name" or fact not in still:
            continue
        here = written(standing.keys, fact)[1]
        if here is not None:
            yield Verdict(fact, Act.DROPPED if alike(here, was) else Act.KEPT, here, None)


def edits_of(found: Collection[Verdict], draft: Draft, standing: Standing) -> Iterator[Edit]:
    """The edits that carry verdicts out; an entry that is its name alone becomes a mapping."""
    puts = [each for each in found if each.act in {Act.FILLED, Act.CHANGED}]
    if standing.bare and puts:
        value = nested({**{key: str(name) for key, name in standing.keys.items()}, **_now(puts)})
        yield Put(standing.path, value, "; ".join(_doubts(puts, draft)))
        return
    for each in puts:
        assert each.now is not None
        yield Put((*standing.path, *each.fact.split(".")), each.now, "; ".join(_doubts([each], draft)))
    for each in found:
        if each.act is Act.DROPPED:
            yield Drop((*standing.path, *each.fact.split(".")))


def nested(facts: Mapping[str, Value]) -> dict[str, Value]:
    """Facts by dotted names as mappings in mappings."""
    top: dict[str, Value] = {}
    for fact, value in facts.items():
        *steps, last = fact.split(".")
        at: dict[str, Value] = top
        for step in steps:
            below = at.setdefault(step, {})
            assert isinstance(below, dict)
            at = below
        at[last] = value
    return top


def _now(puts: Collection[Verdict]) -> dict[str, Value]:
    return {each.fact: each.now for each in puts if each.now is not None}


def _doubts(puts: Collection[Verdict], draft: Draft) -> list[str]:
    return [check(draft.doubts[each.fact]) for each in puts if each.fact in draft.doubts]


def check(reason: str) -> str:
    """The comment behind a value that is likely only."""
    return f"check: {reason}"
