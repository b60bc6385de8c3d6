"""Holds what is declared against what evidence shows, tool by tool."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from stackaudit.analysis.reconciling.assigning import Declared
from stackaudit.analysis.reconciling.expecting import Cutoffs, cutoffs, expected_sources, shown_lately
from stackaudit.analysis.reconciling.paying import Ledgers, ledgers_of, payments_of, shares_of
from stackaudit.analysis.reconciling.recognising import Recognised, recognise
from stackaudit.model.evidence import SOURCES
from stackaudit.model.matches import Sureness
from stackaudit.model.reconciliation import Coverage, Ignored, Reconciliation, Sighting, Tool

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.evidence import Evidence, Trace
    from stackaudit.model.inventory import Inventory, Subject
    from stackaudit.model.marks import CatalogueMarks
    from stackaudit.model.reconciliation import Payments, TeamShare

PLUMBING = frozenset({"cdn", "hosting", "utility", "content", "other", "dns", "web-hosting", "fonts", "domains"})
"""Kinds of companies and categories that only deliver: libraries, fonts, content, hosting."""

_MOST_TEXTS = 5
_MOST_UNKNOWN = 20
_SOURCE_OF = {kind: source for source, kinds in SOURCES.items() for kind in kinds}


def reconcile(
    inventory: Inventory,
    evidence: Evidence,
    catalogue: Catalogue,
    settings: Mapping[str, object],
    today: date,
) -> Reconciliation:
    """Every tool that is declared or shown, with what each source says of it.

    The inventory needs no derived facts; traces come in any order and the result does not depend on it.
    """
    found = recognise(evidence.traces, inventory, catalogue)
    coverage = tuple(_coverage(evidence, found))
    ledgers = ledgers_of(inventory, next((each.last for each in coverage if each.source == "paid"), None))
    declared = Declared(inventory.systems.values(), catalogue)
    naming = _Naming(inventory, catalogue, found)
    homes = _at_home(found.by_target, declared)
    tools = [naming.tool(target, homes, declared, ledgers) for target in homes]
    guesses = [naming.tool(target, {target: [target]}, declared, ledgers, guessed=True) for target in found.guessed]
    since = cutoffs(settings, today)
    covered = {each.source: each for each in coverage}
    tools += list(naming.unshown(tools, declared))
    perhaps = frozenset(system for guess in guesses for system in guess.systems)
    tools = [_standing(tool, inventory.systems, covered, since, perhaps) for tool in tools]
    return Reconciliation(
        tools=tuple(sorted(tools, key=_worst_first)),
        guesses=tuple(sorted(guesses, key=_worst_first)),
        coverage=coverage,
        ignored=tuple(
            Ignored(str(entry.facts["name"]), str(entry.facts["reason"]), len(found.ignored[str(entry.facts["name"])]))
            for entry in inventory.ignored
        ),
        shares=_by_team(tools),
        files=evidence.files,
        unread=evidence.unread,
        currency=ledgers.currency,
        documents=evidence.documents,
        sites_asking=frozenset(_sites_asking(found, catalogue.marks)),
    )


def _at_home(by_target: Mapping[str, Sequence[Trace]], declared: Declared) -> dict[str, list[str]]:
    """The targets whose traces are of one tool, under the tool's own target."""
    homes: dict[str, list[str]] = defaultdict(list)
    for target in by_target:
        homes[declared.home(target)].append(target)
    return homes


class _Naming:
    """Makes tools of targets: their names, their products, and what each source says of them."""

    def __init__(self, inventory: Inventory, catalogue: Catalogue, found: Recognised) -> None:
        self._systems = inventory.systems
        self._catalogue = catalogue
        self._found = found

    def tool(
        self,
        target: str,
        homes: Mapping[str, list[str]],
        declared: Declared,
        ledgers: Ledgers,
        *,
        guessed: bool = False,
    ) -> Tool:
        """The tool behind a target, with all its traces."""
        by_target = self._found.guessed if guessed else self._found.by_target
        traces = [trace for each in homes[target] for trace in by_target[each]]
        whys: dict[str, Sureness] = {}
        for each in homes[target]:
            whys |= {
                why: sure for why, sure in self._found.matches[each].items() if (sure is Sureness.GUESS) == guessed
            }
        by_source: dict[str, list[Trace]] = defaultdict(list)
        for trace in traces:
            by_source[_SOURCE_OF[trace.kind]].append(trace)
        paid = by_source.get("paid")
        return self._named(
            target,
            declared.systems(target),
            max(whys.values()),
            tuple(sorted(whys, key=lambda why: (-whys[why], why))),
            {source: _sighting(source, by_source[source]) for source in SOURCES if source in by_source},
            payments_of(paid, ledgers) if paid else None,
        )

    def unshown(self, tools: Iterable[Tool], declared: Declared) -> Iterator[Tool]:
        """The tools that are declared and that nothing shows; copies of one product are one tool."""
        shown = {system for tool in tools for system in tool.systems}
        by_target: dict[str, list[str]] = defaultdict(list)
        for system in self._systems:
            if system not in shown:
                product = declared.product[system]
                by_target[product.id if product else f"system:{system}"].append(system)
        taken = {tool.id for tool in tools}
        for target, systems in by_target.items():
            each = [(target, systems)] if target not in taken else [(f"system:{name}", [name]) for name in systems]
            for name, members in each:
                yield self._named(name, tuple(sorted(members)), Sureness.CERTAIN, (), {}, None)

    def _named(  # noqa: PLR0913 - what is known of a tool, all of it
        self,
        target: str,
        systems: tuple[str, ...],
        sureness: Sureness,
        whys: tuple[str, ...],
        sightings: dict[str, Sighting],
        payments: Payments | None,
    ) -> Tool:
        kind, _, name = target.partition(":")
        product = self._catalogue.products.get(target)
        company = self._catalogue.marks.companies.get(name) if kind == "company" else None
        system = self._systems.get(systems[0]) if systems else None
        stated = system.facts if system is not None else {}
        if product is not None:
            shown = product.name
        elif company is not None:
            shown = company.name
        elif system is not None and (kind == "system" or len(systems) == 1):
            shown = system.name
        else:
            shown = self._found.names.get(target, name or target)
        return Tool(
            id=target,
            name=shown,
            product=product.id if product else "",
            vendor=product.vendor if product else name if kind == "vendor" else str(stated.get("vendor", "")),
            category=product.category if product else str(stated.get("category", "")) if kind == "system" else "",
            systems=systems,
            sureness=sureness,
            whys=whys,
            sightings=sightings,
            payments=payments,
            standing="matched" if systems else "undeclared",
            company_kind=company.kind if company else "",
            is_plumbing=(company.kind if company else product.category if product else "") in PLUMBING,
        )


def _sighting(source: str, traces: list[Trace]) -> Sighting:
    """What one source says of a tool."""
    latest = sorted(traces, key=lambda trace: (trace.on or date.min, trace.entry.document.name), reverse=True)
    days = [trace.on for trace in traces if trace.on is not None]
    texts = Counter[str]()
    for trace in traces:
        texts[trace.text] += trace.times
    common = sorted(texts, key=lambda text: (-texts[text], text))
    return Sighting(
        source,
        sum(trace.times for trace in traces),
        min(days, default=None),
        max(days, default=None),
        tuple(common[:_MOST_TEXTS]),
        tuple(latest),
    )


def _standing(
    tool: Tool,
    systems: Mapping[str, Subject],
    covered: Mapping[str, Coverage],
    since: Cutoffs,
    perhaps: frozenset[str],
) -> Tool:
    """The tool with how it stands between the inventory and the evidence.

    Nobody knows whether a system is missing while a guess may be of it.
    """
    if not tool.systems:
        return tool
    would = expected_sources(tool, [systems[system] for system in tool.systems], covered, since)
    expected = tuple(sorted(would)) if perhaps.isdisjoint(tool.systems) else ()
    standing = "matched" if shown_lately(tool, since) else "unseen" if expected else "unshown"
    return replace(tool, standing=standing, expected=expected)


def _coverage(evidence: Evidence, found: Recognised) -> Iterator[Coverage]:
    """What each source that was read covers."""
    for source, kinds in SOURCES.items():
        files = [file for file in evidence.files if any(kind in kinds for kind in file.kinds)]
        if not files:
            continue

        def count(traces: Iterable[Trace], kinds: tuple[str, ...] = kinds) -> int:
            return sum(trace.kind in kinds for trace in traces)

        days = [day for file in files for day in (file.first, file.last) if day is not None]
        unknown = Counter(trace.text for trace in found.unknown if trace.kind in kinds)
        frequent = sorted(unknown.items(), key=lambda item: (-item[1], item[0]))[:_MOST_UNKNOWN]
        matched = sum(count(traces) for traces in found.by_target.values())
        guessed = sum(count(traces) for traces in found.guessed.values())
        ignored = sum(count(traces) for traces in found.ignored.values())
        yield Coverage(
            source,
            len(files),
            matched + guessed + ignored + sum(unknown.values()),
            min(days, default=None),
            max(days, default=None),
            matched,
            guessed,
            ignored,
            sum(unknown.values()),
            len(unknown),
            tuple(frequent),
        )


def _sites_asking(found: Recognised, marks: CatalogueMarks) -> Iterator[str]:
    """The sites on which a consent tool stands."""
    for target, traces in found.by_target.items():
        if target in marks.consent:
            yield from (trace.site for trace in traces if trace.kind == "tag")


def _by_team(tools: Iterable[Tool]) -> tuple[TeamShare, ...]:
    """What each team or cost centre paid for all tools."""
    amounts: dict[str, float] = defaultdict(float)
    counts: dict[str, int] = defaultdict(int)
    for tool in tools:
        for share in tool.payments.shares if tool.payments else ():
            amounts[share.team] += share.amount
            counts[share.team] += share.times
    return shares_of(amounts, counts)


def _worst_first(tool: Tool) -> tuple[int, bool, float, int, str, str]:
    order = ("undeclared", "unseen", "matched", "unshown")
    money = tool.payments.annual if tool.payments else 0.0
    return order.index(tool.standing), tool.is_plumbing, -money, -users_of(tool), tool.name.casefold(), tool.id


def users_of(tool: Tool) -> int:
    """The most people that a list of one source names; 0 where none says."""
    sighting = tool.sightings.get("signed in")
    return max((trace.users or 0 for trace in sighting.traces), default=0) if sighting else 0
