"""The tests that rules are made of: one visible table, each compiled to a closure over a subject's facts.

A test over a fact that is not stated is unknown. A stated `false` where a date or a team is expected says that there is
none, and fails every test but `not`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.globs import fits
from stackaudit.model.language import Kind
from stackaudit.model.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from stackaudit.analysis.kleene import Truth

    Facts = Mapping[str, object]
    Test = Callable[[Facts], Truth]
    Make = Callable[[str, object, date], Test]


LISTS = frozenset({Kind.MANY})
NUMBERS = frozenset({Kind.WHOLE, Kind.NUMBER, Kind.MONEY, Kind.SPAN, Kind.SPAN_OR_NO, Kind.RHYTHM})
DATES = frozenset({Kind.DAY, Kind.DAY_OR_NO})
WORDS = frozenset({Kind.TEXT, Kind.WORD, Kind.TEAM, Kind.SYSTEM, Kind.CATEGORY})
SINGLE = NUMBERS | DATES | WORDS | {Kind.FLAG}


class Operator(NamedTuple):
    """A test: what it says, what its operand is (`value`, `values`, `flag`, `number`, `days`, `pattern`), and how.

    `of` are the kinds of fact that it can be asked of; `may_wait` tells whether it stays undecided while its fact is
    not stated.
    """

    about: str
    operand: str
    make: Make
    of: Collection[Kind]
    may_wait: bool = True


def _equals(fact: str, wanted: object, _: date) -> Test:
    def equals(facts: Facts) -> Truth:
        value = facts.get(fact)
        return None if value is None else value == wanted

    return equals


def _not(fact: str, unwanted: object, _: date) -> Test:
    def differs(facts: Facts) -> Truth:
        value = facts.get(fact)
        return None if value is None else value != unwanted

    return differs


def _in(fact: str, wanted: object, _: date) -> Test:
    allowed = frozenset(wanted)  # type: ignore[call-overload]

    def is_in(facts: Facts) -> Truth:
        value = facts.get(fact)
        return None if value is None else value in allowed

    return is_in


def _not_in(fact: str, unwanted: object, _: date) -> Test:
    barred = frozenset(unwanted)  # type: ignore[call-overload]

    def is_not_in(facts: Facts) -> Truth:
        value = facts.get(fact)
        return None if value is None else value not in barred

    return is_not_in


def _stated(fact: str, wanted: object, _: date) -> Test:
    return lambda facts: (fact in facts) is wanted


def _includes(fact: str, wanted: object, _: date) -> Test:
    def includes(facts: Facts) -> Truth:
        items = facts.get(fact)
        if items is None:
            return None
        return True if wanted in items else (None if None in items else False)  # type: ignore[operator]

    return includes


def _includes_any(fact: str, wanted: object, _: date) -> Test:
    choice = frozenset(wanted)  # type: ignore[call-overload]

    def includes_any(facts: Facts) -> Truth:
        items = facts.get(fact)
        if items is None:
            return None
        return True if not choice.isdisjoint(items) else (None if None in items else False)  # type: ignore[operator]

    return includes_any


def _excludes(fact: str, unwanted: object, _: date) -> Test:
    def excludes(facts: Facts) -> Truth:
        items = facts.get(fact)
        if items is None:
            return None
        return False if unwanted in items else (None if None in items else True)  # type: ignore[operator]

    return excludes


def _empty(fact: str, wanted: object, _: date) -> Test:
    def is_empty(facts: Facts) -> Truth:
        items = facts.get(fact)
        return None if items is None else (not items) is wanted

    return is_empty


def _at_least(fact: str, least: object, _: date) -> Test:
    def at_least(facts: Facts) -> Truth:
        value = facts.get(fact)
        if value is None or value.__class__ is Money:
            return None
        return value is not False and value >= least  # type: ignore[operator]

    return at_least


def _at_most(fact: str, most: object, _: date) -> Test:
    def at_most(facts: Facts) -> Truth:
        value = facts.get(fact)
        if value is None or value.__class__ is Money:
            return None
        return value is not False and value <= most  # type: ignore[operator]

    return at_most


def _matches(fact: str, pattern: object, _: date) -> Test:
    wanted = str(pattern)

    def matches(facts: Facts) -> Truth:
        value = facts.get(fact)
        return None if value is None else isinstance(value, str) and fits(value, wanted)

    return matches


def _date_test(holds: Callable[[date], bool], fact: str) -> Test:
    """A test over a date; a stated `false` in its place fails."""

    def test(facts: Facts) -> Truth:
        value = facts.get(fact)
        return None if value is None else isinstance(value, date) and holds(value)

    return test


def _within(fact: str, days: object, today: date) -> Test:
    since = _shifted(today, -int(days))  # type: ignore[call-overload]
    return _date_test(lambda value: value >= since, fact)


def _older_than(fact: str, days: object, today: date) -> Test:
    before = _shifted(today, -int(days))  # type: ignore[call-overload]
    return _date_test(lambda value: value < before, fact)


def _due_within(fact: str, days: object, today: date) -> Test:
    until = _shifted(today, int(days))  # type: ignore[call-overload]
    return _date_test(lambda value: today <= value <= until, fact)


def _past(fact: str, wanted: object, today: date) -> Test:
    return _date_test(lambda value: (value < today) is wanted, fact)


def _shifted(day: date, days: int) -> date:
    """A date some days away, kept within the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


OPERATORS: dict[str, Operator] = {
    "equals": Operator("is this value; `fact: value` for short", "value", _equals, SINGLE),
    "in": Operator("is one of these values; `fact: [values]` for short", "values", _in, SINGLE),
    "not": Operator("is another value", "value", _not, SINGLE),
    "not-in": Operator("is none of these values", "values", _not_in, SINGLE),
    "present": Operator("is stated at all; never unknown", "flag", _stated, frozenset(Kind), may_wait=False),
    "includes": Operator("is a list with this item", "value", _includes, LISTS),
    "includes-any": Operator("is a list with one of these items", "values", _includes_any, LISTS),
    "excludes": Operator("is a list without this item", "value", _excludes, LISTS),
    "empty": Operator("is a list without items", "flag", _empty, LISTS),
    "at-least": Operator("is this number or more", "number", _at_least, NUMBERS),
    "at-most": Operator("is this number or less", "number", _at_most, NUMBERS),
    "matches": Operator(
        "is text of this form, `*` and `?` standing for anything; case does not matter", "pattern", _matches, WORDS
    ),
    "within": Operator("is a date not longer ago than this", "days", _within, DATES),
    "older-than": Operator("is a date longer ago than this", "days", _older_than, DATES),
    "due-within": Operator("is a date from today until so far ahead", "days", _due_within, DATES),
    "past": Operator("is a date before today", "flag", _past, DATES),
}
