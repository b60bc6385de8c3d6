"""The door of the inventory: paths or text in, facts out, or every problem of every file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.documents import Document, Entry
from stackaudit.model.inventory import Inventory, Subject
from stackaudit.model.money import Money
from stackaudit.model.problems import Problem, Problems, in_order
from stackaudit.sources.files import read_text
from stackaudit.sources.inventory.finding import find_files
from stackaudit.sources.inventory.gathering import Gathering, numbered
from stackaudit.sources.inventory.references import unknown_references
from stackaudit.sources.yaml_reading import collector_off, parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path


def read_inventory(paths: Iterable[Path], categories: Collection[str], leave_out: Collection[Path] = ()) -> Inventory:
    """The inventory in files and folders; raises `Problems` with everything that is wrong in any of them.

    `categories` are the ids that `category:` may hold, `leave_out` files and folders that hold something else.
    """
    texts: list[tuple[str, str]] = []
    documents: dict[str, Document] = {}
    found, problems = find_files(paths, leave_out)
    for name, path in found:
        try:
            texts.append((name, read_text(path, name)))
        except Problems as unreadable:
            problems += unreadable.problems
            documents |= unreadable.documents
    return _inventory(texts, categories, problems, documents)


def read_inventory_text(name: str, text: str, categories: Collection[str]) -> Inventory:
    """The inventory in one text; raises `Problems` as `read_inventory` does."""
    return _inventory([(name, text)], categories, [], {})


def read_inventory_texts(texts: Mapping[str, str], categories: Collection[str]) -> Inventory:
    """The inventory in texts by the names of their documents; raises `Problems` as `read_inventory` does."""
    return _inventory(sorted(texts.items()), categories, [], {})


def read_inventory_entry(root: Entry, categories: Collection[str], beside: Collection[str]) -> Inventory:
    """The inventory in a part of a document, such as an example of a rule; its systems need no names.

    Keys that are named in `beside` are left out.
    """
    gathering = Gathering(categories, nameless=True)
    gathering.add(root, beside)
    inventory = _merged(gathering, {root.document.name: root.document})
    problems = gathering.problems or list(unknown_references(inventory))
    if problems:
        raise Problems(in_order(problems), inventory.documents)
    return inventory


def _inventory(
    texts: Iterable[tuple[str, str]],
    categories: Collection[str],
    problems: list[Problem],
    documents: dict[str, Document],
) -> Inventory:
    gathering = Gathering(categories)
    with collector_off():
        for name, text in texts:
            parsed = parse(name, text)
            documents[name] = parsed.document
            problems += parsed.problems
            if parsed.whole:
                gathering.add(Entry(parsed.document, parsed.document.value, 0, 0))
        inventory = _merged(gathering, documents)
        problems += gathering.problems
        if not problems:  # a broken file hides declarations, and every reference to them would look wrong
            problems += unknown_references(inventory)
    if problems:
        raise Problems(in_order(problems), documents)
    return inventory


def _merged(gathering: Gathering, documents: dict[str, Document]) -> Inventory:
    """The inventory that the gathered sections make up."""
    _convert(gathering)
    entries = tuple(gathering.roots)
    return Inventory(
        organization=Subject("organization", "organization", gathering.facts, entries),
        teams=dict(sorted(gathering.teams.items())),
        systems=dict(sorted(gathering.systems.items())),
        integrations=numbered(gathering.integrations),
        roadmap_items=tuple(sorted(gathering.roadmap_items, key=lambda item: item.id)),
        data_kinds=dict(sorted(gathering.data.items())),
        ignored=tuple(sorted(gathering.ignored, key=lambda name: (name.id, str(name.facts.get("reason"))))),
        journeys=dict(sorted(gathering.journeys.items())),
        states_teams="teams" in gathering.sections,
        states_integrations="integrations" in gathering.sections,
        unstated=gathering.out.unstated,
        documents=documents,
    )


def _convert(gathering: Gathering) -> None:
    """Turn amounts in other currencies into the organisation's, where it states a rate; others stay as they are."""
    own = gathering.facts.get("organization.currency")
    rates = gathering.facts.get("organization.exchange_rates")
    for facts, name in gathering.out.foreign_money:
        value = facts.get(name)
        if isinstance(value, Money):
            rate = 1.0 if value.currency == own else rates.get(value.currency) if isinstance(rates, dict) else None
            if rate is not None:
                facts[name] = value.amount * rate
