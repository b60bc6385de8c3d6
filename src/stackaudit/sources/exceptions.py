"""Reading `exceptions.yaml`: entries out of it, or every problem in it at once. Nothing here ever writes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.documents import Document, Entry
from stackaudit.model.exceptions import EXCEPTION_FIELDS, RuleException
from stackaudit.model.problems import Problem, Problems, in_order
from stackaudit.model.suggesting import did_you_mean, shortened
from stackaudit.sources.files import read_text
from stackaudit.sources.language.checking import Fault, Findings, Plan, facts_of, plan
from stackaudit.sources.language.locating import Locator
from stackaudit.sources.yaml_reading import parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from stackaudit.model.inventory import Inventory

_OUGHT = "Write a list of entries, such as `- {rule: shadow-it/paid-by-card, subject: crm, reason: …}`."


def read_exceptions(
    files: Iterable[tuple[str, Path]],
    problems: Iterable[Problem],
    rules: Collection[str],
    inventory: Inventory | None,
) -> list[RuleException]:
    """The exceptions in files, in the order of the files.

    `problems` are those of finding the files, `rules` the ids of all rules that there are. Without an inventory nobody
    knows the approvers. Raises `Problems` with everything that is wrong in any file.
    """
    problems = list(problems)
    documents: dict[str, Document] = {}
    found: list[RuleException] = []
    for name, path in files:
        try:
            text = read_text(path, name)
        except Problems as unreadable:
            problems += unreadable.problems
            documents |= unreadable.documents
            continue
        parsed = parse(name, text)
        documents[name] = parsed.document
        problems += parsed.problems
        if parsed.whole:
            reading = _Reading(Entry(parsed.document, parsed.document.value, 0, 0), rules, _approvers(inventory))
            found += reading.exceptions()
            problems += reading.problems()
    if problems:
        raise Problems(in_order(problems), documents)
    return found


class _Reading:
    """One file on its way to exceptions."""

    def __init__(self, root: Entry, rules: Collection[str], approvers: Collection[str]) -> None:
        self._root = root
        self._rules = rules
        self._approvers = approvers
        self._out = Findings()

    def exceptions(self) -> Iterator[RuleException]:
        """Every entry that can be read."""
        value = self._root.value
        if value is None:
            return
        if not isinstance(value, list):
            self._out.faults.append(Fault((), "expected a list of exceptions", _OUGHT))
            return
        fields: Plan = plan("exception", EXCEPTION_FIELDS, ())
        for index, entry in self._root.children():
            if not isinstance(entry.value, dict):
                self._out.faults.append(Fault((index,), "expected the keys of an exception", _OUGHT))
                continue
            before = len(self._out.faults)
            facts = facts_of(fields, entry.value, (index,), self._out)
            self._check(index, facts)
            if len(self._out.faults) == before:
                yield _exception(facts, entry)

    def problems(self) -> list[Problem]:
        """What is wrong with the file, with places."""
        locator = Locator(self._root)
        return [Problem(f.message, f.advice, locator.place(f.path, at_key=f.at_key)) for f in self._out.faults]

    def _check(self, index: str | int, facts: Mapping[str, object]) -> None:
        """Hold the names in an entry against what there is."""
        rule = facts.get("rule")
        if isinstance(rule, str) and rule not in self._rules:
            near = _meant(rule, self._rules)
            advice = f"Did you mean `{near}`?" if near else "See `stackaudit rules list`, or name the rule's folder."
            self._out.faults.append(Fault((index, "rule"), f"there is no rule `{shortened(rule)}`", advice))
        if "subject" not in facts and "subjects" not in facts:
            advice = "Add `subject:` with an id, or `subjects:` with a pattern such as `mail-*`."
            self._out.faults.append(Fault((index,), "an exception needs `subject` or `subjects`", advice, at_key=True))
        for approver in _texts(facts.get("approvers")):
            near = did_you_mean(approver, self._approvers) if approver not in self._approvers else None
            if near:
                message = f"nobody is known as `{shortened(approver)}`"
                self._out.faults.append(Fault((index, "approvers"), message, f"Did you mean `{near}`?"))


def _exception(facts: Mapping[str, object], entry: Entry) -> RuleException:
    return RuleException(
        rule=str(facts["rule"]),
        subject=str(facts.get("subject", "")),
        patterns=_texts(facts.get("subjects")),
        reason=str(facts.get("reason", "")),
        approvers=_texts(facts.get("approvers")),
        approved=facts.get("approved"),  # type: ignore[arg-type]
        ticket=str(facts.get("ticket", "")),
        until=facts.get("until"),  # type: ignore[arg-type]
        entry=entry,
    )


def _texts(value: object) -> tuple[str, ...]:
    """The stated items of a list."""
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, tuple) else ()


def _meant(rule: str, rules: Collection[str]) -> str | None:
    """The rule that was most likely meant; its theme may have been left out."""
    name = rule.rpartition("/")[2]
    same = [known for known in sorted(rules) if known.rpartition("/")[2] == name]
    return same[0] if len(same) == 1 else did_you_mean(rule, sorted(rules))


def _approvers(inventory: Inventory | None) -> list[str]:
    """The teams and the roles that lead them."""
    if inventory is None:
        return []
    leads = (team.facts.get("lead") for team in inventory.teams.values())
    return sorted({*inventory.teams, *(lead for lead in leads if isinstance(lead, str))})
