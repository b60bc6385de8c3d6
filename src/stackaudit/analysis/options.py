"""The `with:` of a rule, read as the options that its check takes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.expectations import Compiler, Path, RuleFault
from stackaudit.analysis.facts import facts_of
from stackaudit.model.suggesting import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


class Takes(StrEnum):
    """What an option holds."""

    CATEGORIES = "categories"
    STATIONS = "names with categories"
    WORDS = "words"
    WORD = "word"
    NUMBER = "number"
    FLAG = "flag"
    WEIGHTS = "facts of systems with weights"


class Station(NamedTuple):
    """A named group of categories, such as the stations of a path."""

    name: str
    categories: frozenset[str]


class Option(NamedTuple):
    """An option of a check; without a `default` a rule must state it. `words` are all that it may hold."""

    takes: Takes
    about: str
    default: object = None
    words: tuple[str, ...] = ()


def read_options(
    table: Mapping[str, Option],
    stated: Mapping[str, object],
    compiler: Compiler,
) -> tuple[dict[str, object], list[RuleFault]]:
    """The options as keyword arguments, and what is wrong with them.

    Lists become frozen sets; named lists of categories become a tuple of `Station` in the order of the file.
    """
    faults: list[RuleFault] = []
    options = {name: option.default for name, option in table.items()}
    for name, raw in stated.items():
        path: Path = ("with", name)
        option = table.get(name)
        if option is None:
            near = did_you_mean(name, table)
            advice = f"Did you mean `{near}`?" if near else f"Options of this check: {', '.join(table) or 'none'}."
            faults.append(RuleFault(path, f"this check has no option `{name}`", advice))
            continue
        if isinstance(raw, dict) and raw.keys() == {"setting"}:
            raw = compiler.setting(raw["setting"], path)  # noqa: PLW2901 - the setting's value stands for it
            if raw is None:
                continue
        value = _value(option, raw, compiler)
        if value is None:
            faults.append(RuleFault(path, f"`{name}` takes {_wanted(option, raw, compiler)}", option.about))
        options[name] = value
    for name, option in table.items():
        if option.default is None and name not in stated:
            faults.append(RuleFault((), f"the check needs the option `{name}`", option.about))
    return {name.replace("-", "_"): value for name, value in options.items()}, faults


def _wanted(option: Option, raw: object, compiler: Compiler) -> str:
    """What an option takes, and the first word of a wrong value that is none of these."""
    words = f" out of {', '.join(option.words)}" if option.words else ""
    if option.takes is not Takes.CATEGORIES:
        return option.takes.value + words
    if raw == []:
        return "categories, and names none"
    items = raw if isinstance(raw, list) else [raw]
    unknown = [item for item in items if not isinstance(item, str) or item not in compiler.categories]
    near = did_you_mean(str(unknown[0]), compiler.categories) if unknown else None
    return f"categories, and `{unknown[0] if unknown else raw}` is none{f'; did you mean `{near}`?' if near else ''}"


def _value(option: Option, raw: object, compiler: Compiler) -> object:
    """The value as the check takes it, or None where it is none."""
    if option.takes is Takes.STATIONS:
        named = raw.items() if isinstance(raw, dict) else ()
        stations = [(name, _words(items, compiler.categories)) for name, items in named]
        good = bool(stations) and all(words is not None for _, words in stations)
        return tuple(Station(name, words) for name, words in stations if words) if good else None
    if option.takes in (Takes.CATEGORIES, Takes.WORDS):
        if raw == [] and option.default is not None:
            return frozenset()
        return _words(raw, compiler.categories if option.takes is Takes.CATEGORIES else option.words)
    if option.takes is Takes.WORD:
        return raw if isinstance(raw, str) and (not option.words or raw in option.words) else None
    if option.takes is Takes.WEIGHTS:
        return _weights(raw)
    if option.takes is Takes.FLAG:
        return raw if isinstance(raw, bool) else None
    return raw if isinstance(raw, int | float) and not isinstance(raw, bool) else None


def _weights(raw: object) -> dict[str, float] | None:
    """Facts of systems with their weights, or None where one is no fact or has no weight."""
    if not isinstance(raw, dict) or not raw.keys() <= facts_of("system").keys():
        return None
    weights = {fact: weight for fact, weight in raw.items() if isinstance(weight, int | float) and weight > 0}
    return weights if weights and len(weights) == len(raw) else None


def _words(raw: object, known: Collection[str]) -> frozenset[str] | None:
    """A word or a list of words, or None where one is not known."""
    items = raw if isinstance(raw, list) else [raw]
    words = [item for item in items if isinstance(item, str) and (not known or item in known)]
    return frozenset(words) if words and len(words) == len(items) else None
