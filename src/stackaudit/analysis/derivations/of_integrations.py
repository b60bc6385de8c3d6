"""Derived facts of integrations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.derivations.context import Context, Derived
from stackaudit.analysis.derivations.of_owners import undeclared_owners
from stackaudit.analysis.kleene import some
from stackaudit.model.language.fields import Kind
from stackaudit.model.language.taxonomy import is_personal, is_sensitive

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


def _of_end(end: str, fact: str, kind: Kind, about: str) -> Derived:
    """A fact of the system at one end."""
    return Derived(f"{end}.{fact}", kind, about, (end,), None, copied=(end, fact))


def _name(facts: dict[str, object], context: Context) -> object:
    """The stated name, or the names of both ends."""
    ends = [context.systems[str(facts[end])].name for end in ("from", "to") if str(facts.get(end)) in context.systems]
    return facts.get("name") or " to ".join(ends)


def _carries(question: Callable[[str], bool | None]) -> Callable[[dict[str, object], Context], object]:
    """Whether any kind of data that flows is of the kind that the taxonomy is asked for."""

    def carries(facts: dict[str, object], _: Context) -> object:
        kinds = facts.get("data")
        return None if kinds is None else some(None if kind is None else question(kind) for kind in kinds)  # type: ignore[attr-defined]

    return carries


def _encrypted(facts: dict[str, object], context: Context) -> object:
    """What is stated; else yes where every system on the way encrypts all that it sends and receives.

    A file that people carry goes ways that no system knows of.
    """
    stated = facts.get("encrypted")
    if stated is not None or facts.get("method") in ("file", "manual"):
        return stated
    systems = [context.systems.get(str(facts[end])) for end in ("from", "to", "via") if facts.get(end)]
    places = [system.facts.get("security.encrypted") if system else None for system in systems]
    return True if places and all(place and "in-transit" in place for place in places) else None  # type: ignore[operator]


def _by_hand(facts: dict[str, object], _: Context) -> object:
    method = facts.get("method")
    return None if method is None else method in ("file", "manual")


def _late(facts: dict[str, object], context: Context) -> object:
    """Days since the last run beyond what the stated rhythm allows, grace included; 0 where it is in time."""
    rhythm, last = facts.get("runs"), facts.get("last_ran")
    if rhythm is None or last is None:
        return None
    ran: date = last  # type: ignore[assignment]
    allowed = max(1, rhythm) * context.settings["sync-grace"]  # type: ignore[call-overload]
    return max(0, (context.today - ran).days - int(allowed))


DERIVED: tuple[Derived, ...] = (
    Derived("name", Kind.TEXT, "The stated name, or both ends.", (), _name),
    _of_end("from", "name", Kind.TEXT, "The sender's name."),
    _of_end("to", "name", Kind.TEXT, "The receiver's name."),
    _of_end("from", "lifecycle", Kind.TEXT, "The sender's state of life."),
    _of_end("to", "lifecycle", Kind.TEXT, "The receiver's state of life."),
    _of_end("from", "in_use", Kind.FLAG, "Whether the sender is in use."),
    _of_end("to", "in_use", Kind.FLAG, "Whether the receiver is in use."),
    _of_end("from", "category", Kind.CATEGORY, "The sender's category."),
    _of_end("to", "category", Kind.CATEGORY, "The receiver's category."),
    Derived("personal", Kind.FLAG, "Whether it carries data about people.", ("data",), _carries(is_personal)),
    Derived(
        "sensitive",
        Kind.FLAG,
        "Whether it carries personal data of which a leak would hurt people badly.",
        ("data",),
        _carries(is_sensitive),
    ),
    Derived(
        "encrypted_all_the_way",
        Kind.FLAG,
        "Whether it is encrypted on its way: as stated, or because all systems on the way encrypt what they send.",
        ("encrypted",),
        _encrypted,
    ),
    undeclared_owners("owner"),
    Derived("by_hand", Kind.FLAG, "Whether files or people carry it.", ("method",), _by_hand),
    Derived("days_late", Kind.WHOLE, "Days since its last run beyond its rhythm.", ("last_ran", "runs"), _late),
)
