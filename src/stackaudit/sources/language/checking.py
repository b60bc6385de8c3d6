"""Holds a mapping against the keys of the language: facts out of it, and everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.language.fields import Field, Kind
from stackaudit.model.language.spelling import NOBODY_WORDS
from stackaudit.model.money import Money
from stackaudit.model.suggesting import did_you_mean, shortened
from stackaudit.sources.language.values import Reader, Wrong, is_unstated, reader
from stackaudit.sources.yaml_reading import Duplicate

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

Path = tuple[str | int, ...]


class Fault(NamedTuple):
    """Something wrong at a path below a document's root; `at_key` where the key itself is at fault."""

    path: Path
    message: str
    advice: str
    at_key: bool = False


class Step(NamedTuple):
    """What to do with one key: read its value as the fact `fact`, or go on with the keys below it.

    With `or_none` the value may say instead that there is no such thing; the fact is then False.
    """

    fact: str
    read: Reader | None
    below: Plan | None
    or_none: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The keys of one mapping, ready to be read."""

    what: str
    steps: Mapping[str, Step]
    required: tuple[str, ...]
    defaults: Mapping[str, object]


@dataclass(slots=True)
class Findings:
    """What the reading of one document's mappings adds up to."""

    faults: list[Fault] = field(default_factory=list)
    foreign_money: list[tuple[dict[str, object], str]] = field(default_factory=list)
    unstated: int = 0


def plan(what: str, fields: Mapping[str, Field], categories: Collection[str], prefix: str = "") -> Plan:
    """Prepare the keys of a mapping; keys that hold lists of mappings are left to the caller and have no reader."""
    steps: dict[str, Step] = {}
    defaults: dict[str, object] = {}
    for key, value in fields.items():
        fact = prefix + key
        if value.kind is Kind.RECORD:
            steps[key] = Step(fact, None, plan(key, value.fields, categories, f"{fact}."), value.or_none)
            defaults.update(steps[key].below.defaults)  # type: ignore[union-attr]
        elif value.kind is Kind.LISTED:
            steps[key] = Step(fact, None, None)
        else:
            steps[key] = Step(fact, reader(value, categories), None)
        if value.default is not None:
            defaults[fact] = value.default
    return Plan(what, steps, tuple(key for key, value in fields.items() if value.required), defaults)


def facts_of(plan: Plan, value: Mapping[str, object], path: Path, out: Findings) -> dict[str, object]:
    """The facts that a mapping states, by dotted name, with the language's defaults; faults go to `out`."""
    facts = dict(plan.defaults)
    _collect(plan, value, path, facts, out)
    for key in plan.required:
        if facts.get(key, False) is False:  # not stated, or stated to be nobody
            article = "an" if plan.what[0] in "aeiou" else "a"
            message = f"{article} {plan.what} needs `{key}`"
            out.faults.append(Fault((*path, key) if key in value else path, message, f"Add `{key}:`.", at_key=True))
    return facts


def _collect(plan: Plan, value: Mapping[str, object], path: Path, facts: dict[str, object], out: Findings) -> None:
    """Read every key of a mapping and of the mappings below it into `facts`."""
    steps = plan.steps
    for key, raw in value.items():
        step = steps.get(key)
        if step is None:
            if not key.startswith("x-") and not isinstance(key, Duplicate):
                out.faults.append(unknown_key(key, path, steps, plan.what))
            continue
        fact, read, below, or_none = step
        if read is not None:
            try:
                known = read(raw)
            except Wrong as wrong:
                at = (*path, key) if wrong.index is None else (*path, key, wrong.index)
                out.faults.append(Fault(at, f"`{key}`: {wrong.message}", wrong.advice))
                continue
            if known is None:
                out.unstated += 1
                continue
            facts[fact] = known
            if known.__class__ is Money:
                out.foreign_money.append((facts, fact))
        elif or_none and (raw is False or raw in NOBODY_WORDS):
            facts[fact] = False
        elif below is not None:
            _collect_below(below, raw, (*path, key), facts, out)


def _collect_below(plan: Plan, raw: object, path: Path, facts: dict[str, object], out: Findings) -> None:
    """Read the value of a key that holds further keys."""
    if isinstance(raw, dict):
        _collect(plan, raw, path, facts, out)
    elif not is_unstated(raw):
        keys = ", ".join(list(plan.steps)[:4])
        message = f"`{path[-1]}` holds a mapping, not a single value or a list"
        out.faults.append(Fault(path, message, f"Write the keys below it, such as {keys}."))


def unknown_key(key: str, path: Path, known: Collection[str], what: str) -> Fault:
    """The fault of a key that the language does not have."""
    near = did_you_mean(key, known)
    listed = ", ".join(known) if len(known) <= 12 else "see `stackaudit schema`"
    advice = f"Did you mean `{near}`?" if near else f"Keys of {what}: {listed}. Begin your own keys with `x-`."
    return Fault((*path, key), f"unknown key `{shortened(key)}`", advice, at_key=True)
