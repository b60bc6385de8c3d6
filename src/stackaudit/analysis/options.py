"""The `with:` of a rule, read as the options that its check takes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.expectations import Compiler, Path, RuleFault
from stackaudit.model.suggesting import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping


class Takes(StrEnum):
    """What an option holds."""

    CATEGORIES = "categories"
    WORDS = "words"
    WORD = "word"
    NUMBER = "number"
    FLAG = "flag"


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
    """The options as keyword arguments, lists as frozen sets, and what is wrong with them."""
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
        value = _value(option, _setting(raw, compiler), compiler)
        if value is None:
            wanted = option.takes.value + (f" out of {', '.join(option.words)}" if option.words else "")
            faults.append(RuleFault(path, f"`{name}` takes {wanted}", option.about))
        options[name] = value
    for name, option in table.items():
        if option.default is None and name not in stated:
            faults.append(RuleFault((), f"the check needs the option `{name}`", option.about))
    return {name.replace("-", "_"): value for name, value in options.items()}, faults


def _setting(raw: object, compiler: Compiler) -> object:
    """A stated value, or the setting that it names."""
    if isinstance(raw, dict) and raw.keys() == {"setting"}:
        return compiler.settings.get(str(raw["setting"]))
    return raw


def _value(option: Option, raw: object, compiler: Compiler) -> object:
    """The value as the check takes it, or None where it is none."""
    if option.takes in (Takes.CATEGORIES, Takes.WORDS):
        items = raw if isinstance(raw, list) else [raw]
        known = compiler.categories if option.takes is Takes.CATEGORIES else option.words
        good = bool(items) and all(isinstance(item, str) and (not known or item in known) for item in items)
        return frozenset(items) if good else None
    if option.takes is Takes.WORD:
        return raw if isinstance(raw, str) and (not option.words or raw in option.words) else None
    if option.takes is Takes.FLAG:
        return raw if isinstance(raw, bool) else None
    return raw if isinstance(raw, int | float) and not isinstance(raw, bool) else None
