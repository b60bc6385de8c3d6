"""Which tool each trace is of: traces grouped by the target that they match, and what is left over."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stackaudit.analysis.matching.apps import is_first_party, match_apps
from stackaudit.analysis.matching.payments import match_payments
from stackaudit.analysis.matching.tags import match_tags
from stackaudit.model.catalogue import folded
from stackaudit.model.globs import fits
from stackaudit.model.matches import Match, Sureness

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.evidence import Trace
    from stackaudit.model.inventory import Inventory, Subject

Key = tuple[str, str, str]
"""What traces of one kind have in common: the kind, the text, and the mark's kind or the app's key."""


@dataclass(frozen=True)
class Recognised:
    """Traces by target with the reasons; those that were ignored, by the entry; and those of nothing known."""

    by_target: dict[str, list[Trace]] = field(default_factory=lambda: defaultdict(list))
    guessed: dict[str, list[Trace]] = field(default_factory=lambda: defaultdict(list))
    matches: dict[str, dict[str, Sureness]] = field(default_factory=lambda: defaultdict(dict))
    names: dict[str, str] = field(default_factory=dict)
    ignored: dict[str, list[Trace]] = field(default_factory=lambda: defaultdict(list))
    unknown: list[Trace] = field(default_factory=list)


def recognise(traces: Iterable[Trace], inventory: Inventory, catalogue: Catalogue) -> Recognised:
    """Every trace under the target that it is of.

    An app that people sign in to is a tool also where nobody knows its name; a merchant, a host or a name on a list is
    one only where it matches.
    """
    groups: dict[Key, list[Trace]] = defaultdict(list)
    for trace in traces:
        groups[trace.kind, trace.text, trace.mark or trace.key].append(trace)
    found = _matches(groups, inventory, catalogue)
    patterns = [str(entry.facts["name"]) for entry in inventory.ignored]
    result = Recognised()
    for key, group in groups.items():
        match = found.get(key)
        if match is None and key[0] in ("sign-on", "grant") and not is_first_party(key[2], catalogue.marks):
            match = Match(
                f"app:{folded(key[1]) or key[1].casefold()}", Sureness.LIKELY, "an app that people sign in to"
            )
            result.names.setdefault(match.target, key[1])
        entry = _ignoring(patterns, key[1], match, catalogue)
        if entry is not None:
            result.ignored[entry] += group
        elif match is None:
            result.unknown.extend(group)
        else:
            into = result.guessed if match.sureness is Sureness.GUESS else result.by_target
            into[match.target] += group
            whys = result.matches[match.target]
            whys[match.why] = max(match.sureness, whys.get(match.why, Sureness.GUESS))
    return result


def own_names(systems: Iterable[Subject]) -> dict[str, str]:
    """The names and aliases of an inventory's systems with their ids; a name that two of them bear means neither."""
    owners: dict[str, set[str]] = defaultdict(set)
    for system in systems:
        for name in (system.name, *_aliases(system)):
            owners[str(name)].add(system.id)
    return {name: next(iter(ids)) for name, ids in owners.items() if len(ids) == 1}


def _aliases(system: Subject) -> tuple[object, ...]:
    aliases = system.facts.get("aliases", ())
    assert isinstance(aliases, tuple)
    return aliases


def _matches(groups: Iterable[Key], inventory: Inventory, catalogue: Catalogue) -> dict[Key, Match]:
    """The match of each group that has one."""
    own = own_names(inventory.systems.values())
    merchants = sorted({text for kind, text, _ in groups if kind == "payment"})
    apps = sorted({(text, key) for kind, text, key in groups if kind in ("sign-on", "grant", "listing")})
    tags = sorted({(mark, text) for kind, text, mark in groups if kind in ("tag", "record")})
    aliases = {str(alias) for system in inventory.systems.values() for alias in _aliases(system)}
    paid = match_payments(merchants, catalogue, catalogue.marks, own, aliases) if merchants else {}
    signed = match_apps(apps, catalogue, catalogue.marks, own) if apps else {}
    seen = match_tags(tags, catalogue, catalogue.marks, own) if tags else {}
    found: dict[Key, Match | None] = {}
    for kind, text, key in groups:
        by_kind: Mapping[str, Match | None] = {
            "payment": paid.get(text),
            "tag": seen.get((key, text)),
            "record": seen.get((key, text)),
        }
        found[kind, text, key] = by_kind[kind] if kind in by_kind else signed.get((text, key))
    return {key: match for key, match in found.items() if match is not None}


def _ignoring(patterns: list[str], text: str, match: Match | None, catalogue: Catalogue) -> str | None:
    """The entry of `ignore` that takes a trace out, by what evidence or the catalogue calls it."""
    if not patterns:
        return None
    product = catalogue.products.get(match.target) if match else None
    names = {text, product.name if product else text}
    return next((pattern for pattern in patterns if any(fits(name, pattern) for name in names)), None)
