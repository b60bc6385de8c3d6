"""Subjects that came and went, and facts of those that stayed which are others now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.facts import facts_of
from stackaudit.analysis.wording import worded
from stackaudit.model.audit import SubjectName
from stackaudit.model.changes import Edit, Moved
from stackaudit.model.language import Kind
from stackaudit.model.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.model.inventory import Inventory, Subject

TOLD: dict[str, tuple[str, ...]] = {
    "organization": (
        "organization.name",
        "organization.currency",
        "organization.regions",
        "organization.revenue",
        "organization.spend.marketing_technology",
        "organization.spend.it",
    ),
    "team": ("name", "side", "lead", "part_of"),
    "system": (
        "name",
        "owner.business",
        "owner.technical",
        "lifecycle",
        "ends",
        "cost.annual",
        "cost.seats",
        "cost.renews",
        "cost.notice",
        "cost.auto_renews",
        "cost.paid_by",
        "bought.by",
        "bought.approved_by",
        "bought.how",
        "category",
        "hosting",
        "regions",
        "data.categories",
        "data.subjects",
        "data.records",
        "data.master_of",
        "data.retention",
        "privacy.agreement",
        "privacy.legal_basis",
        "privacy.transfer",
        "security.sso",
        "security.mfa",
        "security.shared_accounts",
        "security.audit_log",
        "security.encrypted",
        "security.backup",
        "security.admins",
        "service.criticality",
    ),
    "integration": ("data", "method", "via", "direction", "runs", "owner", "encrypted", "monitored"),
    "data kind": ("name", "definition", "personal", "shared", "owner.business", "owner.technical"),
}
"""The facts that are worth telling when they change, by kind of subject; the rest is read in the files."""

_KINDS = ("team", "system", "integration", "roadmap item", "data kind")


def named(subject: Subject) -> SubjectName:
    """A subject as reports name it."""
    return SubjectName(subject.kind, subject.id, subject.name)


def moved(before: Inventory, after: Inventory) -> tuple[Moved, ...]:
    """The subjects that came and went, kind by kind, for kinds of which any did."""
    found = []
    for kind in _KINDS:
        old, new = _by_id(before, kind), _by_id(after, kind)
        added = tuple(named(new[each]) for each in sorted(new) if each not in old)
        removed = tuple(named(old[each]) for each in sorted(old) if each not in new)
        if added or removed:
            found.append(Moved(kind, added, removed))
    return tuple(found)


def edits(before: Inventory, after: Inventory) -> tuple[Edit, ...]:
    """The facts that are others now, by kind and id, in the order of `TOLD`."""
    currencies = _currency(before), _currency(after)
    return tuple(
        edit
        for kind, facts in TOLD.items()
        for old, new in _staying(before, after, kind)
        for edit in _edits(old, new, facts, currencies)
    )


def _staying(before: Inventory, after: Inventory, kind: str) -> Iterator[tuple[Subject, Subject]]:
    """The subjects that are in both, by id."""
    old, new = _by_id(before, kind), _by_id(after, kind)
    return ((old[each], new[each]) for each in sorted(new) if each in old)


def _edits(old: Subject, new: Subject, facts: tuple[str, ...], currencies: tuple[str, str]) -> Iterator[Edit]:
    known = facts_of(new.kind)
    is_same_money = currencies[0] == currencies[1]
    for fact in facts:
        was, now = old.facts.get(fact), new.facts.get(fact)
        if was == now and (is_same_money or known[fact].kind is not Kind.MONEY):
            continue
        before, after = (
            _words(value, known[fact].kind, currency) for value, currency in zip((was, now), currencies, strict=True)
        )
        if before != after:
            yield Edit(named(new), fact, before, after)


def _words(value: object, kind: Kind, currency: str) -> str:
    """A fact's value in words, empty where nothing is stated; the order in which a list is written says nothing."""
    if value is None:
        return ""
    if isinstance(value, tuple) and value and not isinstance(value, Money):
        return ", ".join(sorted(worded(item, None, currency) for item in value))
    return worded(value, kind, currency)


def _by_id(inventory: Inventory, kind: str) -> Mapping[str, Subject]:
    return {subject.id: subject for subject in inventory.subjects(kind)}


def _currency(inventory: Inventory) -> str:
    return str(inventory.organization.facts.get("organization.currency", ""))
