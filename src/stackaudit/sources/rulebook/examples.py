"""The examples in rule files: small inventories, and what the rule must say of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stackaudit.model.audit import Verdict
from stackaudit.model.examples import Example
from stackaudit.model.problems import Problem, Problems
from stackaudit.model.settings import THRESHOLDS
from stackaudit.sources.evidence.stated import evidence_of, stated_traces
from stackaudit.sources.inventory import read_inventory_entry
from stackaudit.sources.language.checking import Findings
from stackaudit.sources.language.locating import Locator
from stackaudit.sources.language.values import Wrong, reader
from stackaudit.sources.rulebook.reading import read_rules_and_examples

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from stackaudit.model.documents import Entry
    from stackaudit.model.evidence import Evidence
    from stackaudit.model.rules import Rule

EXAMPLE_DAY = date(2026, 11, 21)
"""The date on which examples are audited unless they state another one."""

_BESIDE = frozenset({"why", "finds", "today", "settings", "traces"})
_OUTCOMES = {verdict.value: verdict for verdict in Verdict}


def read_examples(folders: Iterable[Path], categories: Collection[str]) -> list[tuple[Rule, tuple[Example, ...]]]:
    """Every rule with its examples; raises `Problems` for all that is wrong in any of them."""
    problems: list[Problem] = []
    documents = {}
    found: list[tuple[Rule, tuple[Example, ...]]] = []
    for rule, entry in read_rules_and_examples(folders):
        examples = []
        documents[rule.entry.document.name] = rule.entry.document
        for outcome, child in _stated(rule, entry, problems):
            try:
                examples.append(_example(outcome, child, categories))
            except Problems as wrong:
                problems += wrong.problems
        found.append((rule, tuple(examples)))
    if problems:
        raise Problems(tuple(problems), documents)
    return found


def _stated(rule: Rule, entry: Entry | None, problems: list[Problem]) -> Iterator[tuple[Verdict, Entry]]:
    """Every example with the verdict it is meant to show."""
    if entry is None:
        advice = "Add `examples:` with `passes:` and `fails:` at the end of the file."
        problems.append(Problem(f"the rule `{rule.id}` has no examples", advice, rule.entry.place()))
        return
    for outcome, listed in entry.children():
        if outcome not in _OUTCOMES or not isinstance(listed.value, list):
            advice = f"Use lists under {', '.join(_OUTCOMES)}."
            problems.append(Problem(f"`{outcome}` holds no examples", advice, listed.key_place()))
            continue
        for _, child in listed.children():
            yield _OUTCOMES[str(outcome)], child


def _example(outcome: Verdict, entry: Entry, categories: Collection[str]) -> Example:
    stated = entry.value if isinstance(entry.value, dict) else {}
    finds = stated.get("finds", [])
    why = stated.get("why")
    if not isinstance(why, str) or not isinstance(finds, list) or (outcome is Verdict.PASSES) == bool(finds):
        advice = (
            "Write `why:`, and `finds:` with the ids of exactly the subjects that are found, or none where it passes."
        )
        raise Problems(
            (Problem("an example needs `why`, and `finds` where it finds something", advice, entry.place()),)
        )
    try:
        settings = {name: reader(THRESHOLDS[name].field, ())(raw) for name, raw in stated.get("settings", {}).items()}
        today = date.fromisoformat(stated["today"]) if "today" in stated else EXAMPLE_DAY
    except (Wrong, KeyError, ValueError, AttributeError) as error:
        raise Problems((Problem(f"the example's {error} is not understood", "Correct it.", entry.place()),)) from None
    inventory = read_inventory_entry(entry, categories, _BESIDE)
    finds = frozenset(str(name) for name in finds)
    return Example(outcome, why, finds, inventory, today, settings, entry, _evidence(entry))


def _evidence(entry: Entry) -> Evidence | None:
    """The evidence that an example's `traces` make up; raises `Problems` for what is wrong with them."""
    listed = entry.child("traces")
    if listed is None:
        return None
    out = Findings()
    traces = tuple(stated_traces(listed, ("traces",), out))
    if out.faults:
        locator = Locator(entry)
        raise Problems(tuple(Problem(f.message, f.advice, locator.place(f.path, at_key=f.at_key)) for f in out.faults))
    return evidence_of(entry.document, traces)
