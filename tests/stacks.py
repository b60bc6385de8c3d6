"""Builds the stack of an inventory that a test writes down as text."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent, indent
from typing import TYPE_CHECKING

from stackaudit.analysis.auditing import audit
from stackaudit.analysis.questions import compile_rules
from stackaudit.analysis.stack import Stack, build_stack
from stackaudit.sources.catalogue import marked, read_catalogue
from stackaudit.sources.evidence.stated import evidence_of, read_stated
from stackaudit.sources.inventory import read_inventory_text
from stackaudit.sources.rulebook import builtin_folder, read_rules
from stackaudit.sources.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.analysis.answers import Answer
    from stackaudit.model.audit import Audit
    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.evidence import Evidence
    from stackaudit.model.rules import Rule

TODAY = date(2026, 11, 21)


def stack_of(text: str, traces: str = "") -> Stack:
    """The stack that an inventory in YAML describes, with the default settings, on `TODAY`.

    `traces` is a list of traces in YAML, as in the examples of rules.
    """
    inventory = read_inventory_text("inventory.yaml", dedent(text), catalogue().categories)
    return build_stack(inventory, catalogue(), thresholds(), TODAY, evidence(traces) if traces else None)


def evidence(traces: str) -> Evidence:
    """The evidence that a list of traces in YAML makes up."""
    stated = read_stated("evidence.yaml", f"traces:\n{indent(dedent(traces).strip(), '  ')}\n")
    assert not stated.problems
    return evidence_of(stated.document, stated.traces)


def systems(*bare: str, **stated: str) -> str:
    """The section `systems`: each is called `The …` after its id, and states facts in YAML's flow style."""
    facts = dict.fromkeys(bare, "") | stated
    return "\n".join(["systems:", *(f"  {each}: {{name: The {each}, {facts[each]}}}" for each in sorted(facts)), ""])


def integrations(*drawings: str) -> str:
    """The section `integrations` of flows drawn as `crm -> mail`, `crm <-> mail` or `crm -> mail {via: bus}`."""
    return "\n".join(["integrations:", *(f"  - {_flow(drawing)}" for drawing in drawings), ""] if drawings else [_NONE])


def drawn(*drawings: str, **stated: str) -> Stack:
    """The stack of the systems that the drawings name and those that are stated, with no flows but the drawn ones."""
    named = {end for drawing in drawings for end in _ends(drawing)}
    return stack_of(systems(*named, **stated) + integrations(*drawings))


def _ends(drawing: str) -> list[str]:
    return drawing.partition(" {")[0].replace("<->", "->").split(" -> ")


def _flow(drawing: str) -> str:
    start, end = _ends(drawing)
    direction = "two-way" if "<->" in drawing else "one-way"
    return f"{{from: {start}, to: {end}, direction: {direction}, {drawing.partition(' {')[2] or '}'}"


_NONE = "integrations: []\n"


def said(answers: Iterable[Answer]) -> list[tuple[str, ...]]:
    """What a check answers: each verdict with the ids of its subjects."""
    return [(answer.verdict.value, *(subject.id for subject in answer.subjects)) for answer in answers]


def rules_of(*texts: str) -> list[Rule]:
    """Rules written down as the files of the theme `own`, in the order of their ids."""
    with TemporaryDirectory() as folder:
        theme = Path(folder, "own")
        theme.mkdir()
        for text in texts:
            name = dedent(text).strip().partition("\n")[0].removeprefix("id: ")
            (theme / f"{name}.yaml").write_text(dedent(text).strip(), encoding="utf-8")
        return read_rules([Path(folder)])


def audit_of(text: str, rules: Iterable[Rule] | None = None) -> Audit:
    """The audit of an inventory in YAML by the given rules, or by all of ours."""
    stack = stack_of(text)
    currency = str(stack.organization.facts.get("organization.currency", ""))
    asked = builtin_rules() if rules is None else rules
    return audit(stack, compile_rules(asked, thresholds(), catalogue().categories, currency, TODAY))


def facts_of_system(stated: str, around: str = "") -> dict[str, object]:
    """The facts of the system `it`, of which `stated` is written in YAML's flow style; `around` is further sections."""
    stack = stack_of(f"{dedent(around)}\nsystems: {{it: {{name: It, {stated}}}}}")
    return dict(stack.inventory.systems["it"].facts)


@cache
def catalogue() -> Catalogue:
    """The catalogue that the package carries, with its marks, read once."""
    return marked(read_catalogue())


@cache
def builtin_rules() -> list[Rule]:
    """Our own rules, read once."""
    return read_rules([builtin_folder()])


@cache
def thresholds() -> dict[str, object]:
    """The default thresholds as facts."""
    return read_settings(None, {}).facts()
