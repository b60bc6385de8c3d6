"""What there is to repair in an inventory that a test writes down as text."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

from stackaudit.analysis.repairing import Known, Market, Reading, known_of, moves, repairs
from stackaudit.sources.certain import Certainty, Language
from stackaudit.sources.yaml_reading import parse
from stacks import TODAY, catalogue

if TYPE_CHECKING:
    from stackaudit.model.documents import Document
    from stackaudit.model.repairs import Repair


def found(*texts: str) -> list[Repair]:
    """The repairs of an inventory's documents as they stand; where there are none, the keys to move."""
    documents = [document(f"{number}.yaml", text) for number, text in enumerate(texts, start=1)]
    known = known_in(documents)
    return [repair for each in documents for repair in list(repairs(each, known)) or moves(each, known)]


def changes(*texts: str) -> list[tuple[str, str, str]]:
    """The kind of each repair, what stands there and what will."""
    return [(repair.kind, repair.before, repair.after) for repair in found(*texts)]


def known_in(documents: list[Document]) -> Known:
    """What repairs of these documents are thought out from."""
    reading = Reading(Language(catalogue().categories).accepts, Certainty(documents).understood)
    return known_of(documents, Market.of(catalogue()), reading, TODAY)


def document(name: str, text: str) -> Document:
    """A document without faults in its YAML."""
    parsed = parse(name, dedent(text))
    assert parsed.whole
    assert not parsed.problems
    return parsed.document


def system(facts: str) -> str:
    """An inventory with one system, whose facts are in YAML's flow style."""
    return f"systems:\n  crm: {{name: Our CRM, {facts}}}\n"
