"""Which system's record wins, in each of the two stories, kind by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.comparing.facts import all_of
from stackaudit.analysis.comparing.recording import OUT_OF_USE
from stackaudit.model.comparison import Match, Statement, Telling
from stackaudit.model.inventory import Subject

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from stackaudit.analysis.comparing.matching import Known
    from stackaudit.analysis.comparing.recording import Record
    from stackaudit.model.inventory import Inventory

_FACT = "master"


class Claim(NamedTuple):
    """A system whose record wins, and where that is said."""

    system: Subject
    kind: str
    said_by: Subject
    fact: str


def compare_masters(inventories: tuple[Inventory, Inventory], terms: Known, systems: Known, record: Record) -> None:
    """For each kind of data, whether the same systems are master of it in both stories.

    A story that names none contradicts the other only where it states of all these systems what they are master of.
    """
    claims = (_claims(0, inventories[0], terms), _claims(1, inventories[1], terms))
    known = {id(match.subjects[0]): match for match in terms.matches}
    for term in dict.fromkeys((*claims[0], *claims[1])):
        ones, twos = claims[0].get(term, []), claims[1].get(term, [])
        if ones and twos:
            subjects = (_term(inventories[0], ones), _term(inventories[1], twos))
            match = known.get(id(subjects[0])) or Match("data kind", subjects, "same id")
            same = {systems.key(0, c.system.id) for c in ones} == {systems.key(1, c.system.id) for c in twos}
            record.both(match, _FACT, (_says(ones), _says(twos)), agree=same)
        else:
            story = 0 if ones else 1
            _one_sided(story, inventories[story], ones or twos, systems, record)


def _one_sided(story: int, inventory: Inventory, claims: list[Claim], systems: Known, record: Record) -> None:
    """Take down masters that only one story names: a contradiction where the other says that they are none."""
    term, says = _term(inventory, claims), _says(claims)
    others = {id(m.subjects[story]): m.subjects[1 - story] for m in systems.matches}
    denying = [others.get(id(claim.system)) for claim in claims]
    first = denying[0]
    if first is not None and all(system is not None and "data.master_of" in system.facts for system in denying):
        denial = Statement(None, f"not {first.name}", first, "data.master_of")
        subjects, both = ((term, None), (says, denial)) if story == 0 else ((None, term), (denial, says))
        record.both(Match("data kind", subjects, ""), _FACT, both, agree=False)
    else:
        record.told.append(Telling(story, term, _FACT, says))


def _claims(story: int, inventory: Inventory, terms: Known) -> Mapping[Hashable, list[Claim]]:
    """What systems in use are master of, and the customer's master that governance names."""
    found: dict[Hashable, list[Claim]] = {}

    def claim(kind: str, system: Subject, said_by: Subject, fact: str) -> None:
        holders = found.setdefault(terms.key(story, kind), [])
        if all(holder.system is not system for holder in holders):
            holders.append(Claim(system, kind, said_by, fact))

    for system in inventory.systems.values():
        stated = system.facts.get("data.master_of")
        if isinstance(stated, tuple) and system.facts["lifecycle"] not in OUT_OF_USE:
            for kind in stated:
                if isinstance(kind, str):
                    claim(kind, system, system, "data.master_of")
    named = inventory.systems.get(str(inventory.organization.facts.get("governance.customer.master")))
    if named is not None:
        claim("customer", named, inventory.organization, "governance.customer.master")
    return found


def _term(inventory: Inventory, claims: list[Claim]) -> Subject:
    """The kind of data, as it is declared or as the first claim calls it."""
    first = claims[0]
    return inventory.data_kinds.get(first.kind) or Subject("data kind", first.kind, {}, first.said_by.entries)


def _says(claims: list[Claim]) -> Statement:
    first = claims[0]
    value = tuple(claim.system.id for claim in claims)
    return Statement(value, all_of([claim.system.name for claim in claims]), first.said_by, first.fact)
