"""Compiles `where` and `expect` of a rule into one closure each, and says what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.facts import Fact, facts_of
from stackaudit.analysis.vocabulary import DATES, NUMBERS, OPERATORS
from stackaudit.model.durations import days_of
from stackaudit.model.language import Kind
from stackaudit.model.suggesting import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from stackaudit.analysis.kleene import Truth
    from stackaudit.analysis.vocabulary import Facts, Test

Path = tuple[str | int, ...]


class RuleFault(NamedTuple):
    """Something wrong at a path of a rule's file."""

    path: Path
    message: str
    advice: str


class Compiler:
    """Compiles tests over one kind of subject; collects the faults in them.

    `asked` are the facts whose absence would leave a test compiled so far undecided.
    """

    def __init__(self, kind: str, settings: Mapping[str, object], categories: Collection[str], today: date) -> None:
        self.known = facts_of(kind)
        self.kind = kind
        self.settings = settings
        self.categories = categories
        self.today = today
        self.asked: dict[str, None] = {}
        self.faults: list[RuleFault] = []

    def compile(self, tests: object, path: Path, *, nested: bool = False) -> Test:
        """One closure that asks all the tests of a mapping of facts; alternatives under `any` go one level deep."""
        compiled: list[Test] = []
        for key, operand in tests.items() if isinstance(tests, dict) else ():
            here = (*path, key)
            if key == "any":
                compiled.append(self._alternatives(operand, here, nested))
            elif self._has_fact(key, here):
                compiled += self._tests(self.known[key], operand, here)
        if not isinstance(tests, dict):
            self.faults.append(RuleFault(path, "tests are a mapping of facts", "Such as {lifecycle: live}."))
        return _all_of(compiled)

    def setting(self, stated: object, path: Path) -> object:
        """The value of a setting, or None and a fault."""
        name = str(stated)
        if name in self.settings:
            return self.settings[name]
        near = did_you_mean(name, self.settings)
        advice = f"Did you mean `{near}`?" if near else f"Use one of: {', '.join(self.settings)}."
        return self._refuse(path, f"there is no setting `{name}`", advice)

    def _has_fact(self, name: str, path: Path) -> bool:
        """Whether a fact of this name exists; notes the fault where it does not."""
        if name in self.known:
            return True
        near = did_you_mean(name, self.known)
        advice = (
            f"Did you mean `{near}`?" if near else "See the facts that rules can ask for with `stackaudit rules facts`."
        )
        self.faults.append(RuleFault(path, f"a {self.kind} has no fact `{name}`", advice))
        return False

    def _alternatives(self, operand: object, path: Path, nested: bool) -> Test:
        if nested or not isinstance(operand, list) or not operand:
            advice = "List alternatives one level deep: any: [{…}, {…}]."
            self.faults.append(RuleFault(path, "`any` holds a list of tests and stands in no other `any`", advice))
            return _all_of([])
        choices = [self.compile(choice, (*path, index), nested=True) for index, choice in enumerate(operand)]
        return _any_of(choices)

    def _tests(self, fact: Fact, operand: object, path: Path) -> list[Test]:
        """The tests of one fact: a value, a list of values, or a mapping of operators."""
        if isinstance(operand, list):
            operand = {"in": operand}
        elif not isinstance(operand, dict):
            operand = {"equals": operand}
        compiled = []
        for name, value in operand.items():
            operator = OPERATORS.get(name)
            if operator is None:
                near = did_you_mean(name, OPERATORS)
                advice = f"Did you mean `{near}`?" if near else f"Use one of: {', '.join(OPERATORS)}."
                self.faults.append(RuleFault((*path, name), f"there is no test `{name}`", advice))
                continue
            if fact.kind not in operator.of:
                fitting = ", ".join(other for other in OPERATORS if fact.kind in OPERATORS[other].of)
                message = f"`{name}` cannot be asked of `{fact.name}` ({fact.kind})"
                self.faults.append(RuleFault((*path, name), message, f"Use one of: {fitting}."))
                continue
            if operator.may_wait:
                self.asked[fact.name] = None
            known = self._operand(fact, operator.operand, value, (*path, name))
            if known is not None:
                compiled.append(operator.make(fact.name, known, self.today))
        return compiled

    def _operand(self, fact: Fact, wanted: str, value: object, path: Path) -> object:
        """The operand as its operator takes it, or None and a fault."""
        if isinstance(value, dict) and value.keys() == {"setting"}:
            return self.setting(value["setting"], path)
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if wanted == "days":
            days = days_of(value)
            return days if days is not None else self._refuse(path, "expected a duration", "Such as 90d or 2y.")
        if (wanted == "number" and not number) or (wanted == "flag" and not isinstance(value, bool)):
            return self._refuse(
                path, f"expected a {wanted}", "Write a number." if wanted == "number" else "Write true."
            )
        if wanted == "values":
            if not isinstance(value, list) or not value:
                return self._refuse(path, "expected a list of values", "Such as [card, expense].")
            wrong = [item for item in value if not self._is_value(fact, item, path)]
            return None if wrong else value
        return value if wanted != "value" or self._is_value(fact, value, path) else None

    def _is_value(self, fact: Fact, value: object, path: Path) -> bool:
        """Whether the fact could ever have this value."""
        kind = fact.items or fact.kind
        words = self.categories if kind is Kind.CATEGORY else fact.words
        if isinstance(value, dict | list) or value is None:
            self._refuse(path, "expected a single value", "Write one value.")
        elif words and value is not False and value not in words:
            near = did_you_mean(str(value), words)
            advice = f"Did you mean `{near}`?" if near else f"Use one of: {', '.join(list(words)[:12])}."
            self._refuse(path, f"`{fact.name}` is never `{value}`", advice)
        elif kind is Kind.FLAG and not isinstance(value, bool):
            self._refuse(path, f"`{fact.name}` is true or false", "Write `true` or `false`.")
        elif kind in DATES and value is not False:
            self._refuse(path, f"`{fact.name}` is a date", "Ask with within, older-than, due-within or past.")
        elif kind in NUMBERS and value is not False and (value is True or not isinstance(value, int | float)):
            self._refuse(path, f"`{fact.name}` is a number", "Write a number.")
        else:
            return True
        return False

    def _refuse(self, path: Path, message: str, advice: str) -> object:
        """Note a fault; None, as there is no operand."""
        self.faults.append(RuleFault(path, message, advice))
        return None


def _both(first: Test, second: Test) -> Test:
    """`_all_of` for two tests, which most rules have: a loop over them would take half as long again."""

    def both(facts: Facts) -> Truth:
        one = first(facts)
        if one is False:
            return False
        other = second(facts)
        if other is False:
            return False
        return None if one is None or other is None else True

    return both


def _all_of(tests: list[Test]) -> Test:
    """One test that holds where all hold; the first falsehood ends it."""
    if len(tests) == 1:
        return tests[0]
    if len(tests) == 2:
        return _both(*tests)

    def all_of(facts: Facts) -> Truth:
        result: Truth = True
        for test in tests:
            truth = test(facts)
            if truth is False:
                return False
            if truth is None:
                result = None
        return result

    return all_of


def _any_of(tests: list[Test]) -> Test:
    """One test that holds where any holds; the first truth ends it."""

    def any_of(facts: Facts) -> Truth:
        result: Truth = False
        for test in tests:
            truth = test(facts)
            if truth:
                return True
            if truth is None:
                result = None
        return result

    return any_of
