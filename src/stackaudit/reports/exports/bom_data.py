"""What data the services of a CycloneDX bill hold, send and receive, and who answers for it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from stackaudit.reports.ci.wording import REMEMBERED
from stackaudit.reports.exports.columns import read
from stackaudit.reports.exports.quoting import quoted
from stackaudit.reports.exports.stated import flag_of, joined, seen, text_of, texts_of
from stackaudit.reports.json_spelling import encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from uuid import UUID

    from stackaudit.model.inventory import Inventory, Subject

_DIRECTIONS = {"destination": "outbound", "source": "inbound"}
"""The direction of a flow, by what the system at the other end is to it."""


class _Owners(NamedTuple):
    """The names of those who keep a system's data, and of those who own it."""

    custodians: tuple[str, ...]
    owners: tuple[str, ...]


def data_of(inventory: Inventory, teams: Mapping[str, str], serial: UUID) -> dict[str, list[str]]:
    """For each system in JSON first what it holds, where anything is said of that, then each of its flows.

    The other end of a flow is named by a link into this very bill, which has the serial number.
    """
    links = {system: f'["urn:cdx:{serial}/1#{quote(f"system:{system}")}"]' for system in inventory.systems}
    owners = {system.id: _owners(system, teams) for system in inventory.systems.values()}
    found = {
        system.id: _held(system, _governance(owners[system.id], _names(_stewards(system, inventory), teams)))
        for system in inventory.systems.values()
    }
    for flow, (source, target, way), stewards in _flows(inventory, teams):
        both = way == "two-way"
        sides = [(source, target, "destination"), (target, source, "source")]
        for system, other, word in sides if source != target else sides[:1]:
            direction, link = "bi-directional" if both else _DIRECTIONS[word], links[other]
            ends = f'"source": {link}, "destination": {link}' if both else f'"{word}": {link}'
            governance = _governance(owners[system], stewards)
            found[system].append(f'{{"flow": "{direction}", {flow}{governance}, {ends}}}')
    return found


def _held(system: Subject, governance: str) -> list[str]:
    """What the system holds; CycloneDX has no word for data that stays, so its direction is `unknown`."""
    facts = system.facts
    kinds, personal = joined(facts, "data.categories"), flag_of(facts, "data.personal")
    if kinds is None and personal is None:
        return []
    told = _told(personal, flag_of(facts, "data.sensitive"), kinds, "Held in the system.")
    return [f'{{"flow": "unknown", {told}{governance}}}']


def _flows(
    inventory: Inventory, teams: Mapping[str, str]
) -> Iterator[tuple[str, tuple[str, str, str], tuple[str, ...]]]:
    """For each integration what is told of it, where it begins, where it ends, which way it goes, and its stewards."""
    facts = [integration.facts for integration in inventory.integrations]
    personal, sensitive = ([flag_of(each, name) for each in facts] for name in ("personal", "sensitive"))
    names = [seen(integration.name) for integration in inventory.integrations]
    texts = [_told(*each) for each in zip(personal, sensitive, read(facts, "data", joined), names, strict=True)]
    ends = [(str(each["from"]), str(each["to"]), str(each["direction"])) for each in facts]
    stewards = read(facts, "owner", lambda each, name: _names([text_of(each, name)], teams))
    return zip(texts, ends, stewards, strict=True)


def _told(personal: bool | None, sensitive: bool | None, kinds: str | None, about: str) -> str:
    stated = f'"classification": "{_classification(personal, sensitive)}", "name": {quoted(kinds or "(not stated)")}'
    return f'{stated}, "description": {quoted(about)}'


def _classification(personal: bool | None, sensitive: bool | None) -> str:
    if sensitive:
        return "sensitive personal data"
    return {True: "personal data", False: "no personal data", None: "unknown"}[personal]


def _stewards(system: Subject, inventory: Inventory) -> list[str]:
    """The teams that decide about the kinds of data that the system is master of."""
    mastered = texts_of(system.facts, "data.mastered") or ()
    kinds = [inventory.data_kinds[kind] for kind in mastered if kind in inventory.data_kinds]
    return [text_of(kind.facts, "owner.business") for kind in kinds]


def _owners(system: Subject, teams: Mapping[str, str]) -> _Owners:
    """The technical owner keeps the data, the business owner owns it."""
    facts = ("owner.technical", "owner.business")
    return _Owners(*[_names([text_of(system.facts, fact)], teams) for fact in facts])


def _names(found: Iterable[str], teams: Mapping[str, str]) -> tuple[str, ...]:
    return tuple([teams.get(team, team) for team in dict.fromkeys(found) if team])


@lru_cache(REMEMBERED)  # a few teams answer for all the data
def _governance(owners: _Owners, stewards: tuple[str, ...]) -> str:
    """Who answers for the data, as the next key of a mapping; empty where nobody is known to."""
    roles = {"custodians": owners.custodians, "stewards": stewards, "owners": owners.owners}
    stated = {role: [{"organization": {"name": name}} for name in names] for role, names in roles.items() if names}
    return f', "governance": {encode(stated)}' if stated else ""
