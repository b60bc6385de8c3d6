"""Short ways to the map of an inventory that a test writes down, and to what is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.auditing import audit
from stackaudit.analysis.mapping import network_of
from stackaudit.analysis.questions import compile_rules
from stacks import TODAY, builtin_rules, catalogue, stack_of, thresholds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.rules import Rule
    from stackaudit.model.transit import TransitNetwork


def map_of(text: str, traces: str = "", rules: Iterable[Rule] | None = None) -> TransitNetwork:
    """The map of an inventory in YAML, audited by the given rules, or by all of ours."""
    return mapped(stack_of(text, traces), rules)


def mapped(stack: Stack, rules: Iterable[Rule] | None = None) -> TransitNetwork:
    """The map of a stack."""
    asked = compile_rules(
        builtin_rules() if rules is None else rules, thresholds(), catalogue().categories, "EUR", TODAY
    )
    return network_of(stack, audit(stack, asked))


def tracks(network: TransitNetwork, line: str = "") -> list[str]:
    """The track of a line, or of all: `crm -> mail`, `crm <-> mail`, and its state where it is not open."""
    return [
        f"{track.start} {'<->' if track.two_way else '->'} {track.end}"
        + (f" ({track.state})" if track.state != "open" else "")
        for track in network.tracks
        if line in ("", track.line)
    ]


def lines(network: TransitNetwork) -> dict[str, list[str]]:
    """The stations of each line, in order of their ids."""
    return {
        line.id: [station.id for station in network.stations.values() if line.id in station.lines]
        for line in network.lines
    }
