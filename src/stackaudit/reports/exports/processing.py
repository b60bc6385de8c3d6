"""The record of processing activities (GDPR Art. 30) as far as an inventory knows it: an activity for each system."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.language.words import LEGAL_BASES
from stackaudit.reports.exports.columns import read, told
from stackaudit.reports.exports.recipients import recipients_of
from stackaudit.reports.exports.stated import day_of, flag_of, seen, text_of, texts_of
from stackaudit.reports.exports.teams import team_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory

NOT_STATED = "(not stated)"

STANDINGS = {
    True: "Systems that process personal data",
    None: "Systems of which it is not stated whether they process personal data",
    False: "Systems that process no personal data, as stated",
}
"""The parts of the record, by whether a system holds personal data."""

COLUMNS = (
    "System",
    "Id",
    "Personal data",
    "Lifecycle",
    "Controller",
    "Purpose",
    "Data subjects",
    "Categories of data",
    "Sensitive data",
    "Recipients",
    "Third countries",
    "Safeguards",
    "Retention",
    "Security measures",
    "Legal basis",
    "Business owner",
    "Technical owner",
    "Processing agreement",
)
"""What is said of each system; every cell says something, and `(not stated)` where the inventory does not."""

_MEASURES = {
    "security.sso": "single sign-on",
    "security.mfa": "second factor",
    "security.audit_log": "audit log",
    "security.monitoring": "monitoring",
    "security.backup": "backup",
}
_DAYS_A_MONTH = 365.25 / 12


class Activity(NamedTuple):
    """The processing in one system: whether it holds personal data, None where nobody says, and a cell a column."""

    personal: bool | None
    cells: tuple[str, ...]


class _Protection(NamedTuple):
    """Which of the measures there are, how data is encrypted, and what is certified; None where nobody says."""

    flags: tuple[bool | None, ...]
    encrypted: tuple[str, ...] | None
    certified: tuple[str, ...] | None


def activities(inventory: Inventory, audit: Audit) -> list[Activity]:
    """All systems, those with personal data first, then those of which it is unknown, each in the inventory's order."""
    cells = zip(*_columns(inventory, seen(audit.organization)), strict=True)
    found = [
        Activity(flag_of(system.facts, "data.personal"), tuple([cell or NOT_STATED for cell in row]))
        for system, row in zip(inventory.systems.values(), cells, strict=True)
    ]
    return [activity for standing in STANDINGS for activity in found if activity.personal is standing]


def _columns(inventory: Inventory, controller: str) -> Iterator[Iterable[str]]:
    """The cells of each column, those that nothing is known of empty or `(not stated)`."""
    systems, recipients = inventory.systems.values(), recipients_of(inventory)
    facts, owner = [system.facts for system in systems], partial(_owner, team_names(inventory))
    yield [seen(system.name) for system in systems]
    yield [system.id for system in systems]
    yield told([flag_of(each, "data.personal") for each in facts], _yes_or_no)
    yield read(facts, "lifecycle", text_of)
    yield [controller] * len(facts)
    yield read(facts, "description", text_of)
    yield read(facts, "data.subjects", _list)
    yield read(facts, "data.categories", _list)
    yield told([flag_of(each, "data.sensitive") for each in facts], _yes_or_no)
    yield [_recipients(system.facts, recipients.get(system.id)) for system in systems]
    yield read(facts, "regions.outside", _list)
    yield [_safeguards(each) for each in facts]
    yield [_retention(each.get("data.retention")) for each in facts]
    yield told([_protection(each) for each in facts], _measures)
    yield read(facts, "privacy.legal_basis", _legal_basis)
    yield read(facts, "owner.business", owner)
    yield read(facts, "owner.technical", owner)
    yield read(facts, "privacy.agreement", _agreement)


def _yes_or_no(flag: bool | None) -> str:
    return {True: "yes", False: "no", None: NOT_STATED}[flag]


def _list(facts: Mapping[str, object], name: str) -> str:
    items = texts_of(facts, name)
    return NOT_STATED if items is None else "; ".join(items) or "none"


def _recipients(facts: Mapping[str, object], receiving: tuple[str, ...] | None) -> str:
    """Who runs the system for us, and the systems that receive personal data or may."""
    processor = _processor(facts)
    others = (f"other systems: {NOT_STATED}",) if receiving is None else receiving
    return "; ".join([*([processor] if processor else []), *others]) or "none"


def _processor(facts: Mapping[str, object]) -> str:
    """The vendor where it runs the system or may, or an agency; empty where we run it ourselves."""
    hosting, vendor = text_of(facts, "hosting"), text_of(facts, "vendor") or "the vendor"
    if hosting == "agency":
        return "the agency that runs it"
    if hosting:
        return f"{vendor} (vendor)" if hosting != "on-premises" else ""
    return "" if flag_of(facts, "run_by_us") else f"{vendor} (vendor, if it runs the system: {NOT_STATED})"


def _safeguards(facts: Mapping[str, object]) -> str:
    transfer = text_of(facts, "privacy.transfer")
    return transfer or ("none needed" if facts.get("regions.outside") == () else NOT_STATED)


def _retention(days: object) -> str:
    """Whole months where a month's mean length gives the same days, as `36mo` does."""
    if days is False:
        return "never deleted"
    if not isinstance(days, int):
        return NOT_STATED
    months = round(days / _DAYS_A_MONTH)
    return f"{months} months" if months > 1 and round(months * _DAYS_A_MONTH) == days else f"{days} days"


def _protection(facts: Mapping[str, object]) -> _Protection:
    flags = tuple([flag_of(facts, fact) for fact in _MEASURES])
    return _Protection(flags, texts_of(facts, "security.encrypted"), texts_of(facts, "security.certifications"))


def _measures(protection: _Protection) -> str:
    return "; ".join(_each_measure(protection))


def _each_measure(protection: _Protection) -> Iterator[str]:
    """What is there, then what is said not to be, then what nobody says."""
    flags, encrypted, held = protection
    stated = dict(zip(_MEASURES.values(), flags, strict=True))
    yield from (word for word, there in stated.items() if there)
    if encrypted:
        yield f"encrypted {' and '.join(encrypted).replace('-', ' ')}"
    if held:
        yield f"certified: {', '.join(held)}"
    yield from (f"no {word}" for word, there in stated.items() if there is False)
    if encrypted == ():
        yield "no encryption"
    if held == ():
        yield "no certification"
    missing = [word for word, there in stated.items() if there is None]
    missing += [word for word, value in (("encryption", encrypted), ("certifications", held)) if value is None]
    if missing:
        yield f"{', '.join(missing)}: {NOT_STATED}"


def _legal_basis(facts: Mapping[str, object], name: str) -> str:
    basis = text_of(facts, name)
    about = LEGAL_BASES.get(basis, "").partition(":")[0]
    return f"{basis} ({about})" if about.startswith("GDPR") else {"none": "none named"}.get(basis, basis)


def _owner(teams: Mapping[str, str], facts: Mapping[str, object], fact: str) -> str:
    team = text_of(facts, fact)
    return teams.get(team, team) or ("nobody" if facts.get(fact) is False else NOT_STATED)


def _agreement(facts: Mapping[str, object], name: str) -> str:
    signed = day_of(facts, name)
    return f"signed {signed}" if signed else "none" if facts.get(name) is False else NOT_STATED
