"""The comparison as a whole: what is the same is found first, then every fact of it is held against its like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.comparing.flows import compare_directions, compare_flows_alone
from stackaudit.analysis.comparing.masters import compare_masters
from stackaudit.analysis.comparing.matching import same_flows, same_plans, same_systems, same_teams, same_terms
from stackaudit.analysis.comparing.ordering import Order
from stackaudit.analysis.comparing.recording import Record
from stackaudit.analysis.comparing.summing import story_of, sums_of
from stackaudit.analysis.comparing.weighing import scales
from stackaudit.model.comparison import Comparison, Match

if TYPE_CHECKING:
    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.comparison import Account


def compare(one: Account, two: Account, catalogue: Catalogue, *, tolerance: float = 0.0) -> Comparison:
    """Where two accounts of one organisation contradict each other, what only one of them says, and what both say.

    `tolerance` is the share, 0 to 1, by which amounts and counts may differ and still agree. The accounts' names must
    differ; comparing the other way round gives the same in the same order, with the stories changed over.
    """
    inventories = (one.inventory, two.inventory)
    teams = same_teams(inventories)
    systems = same_systems(inventories, catalogue, teams)
    terms, plans = same_terms(inventories), same_plans(inventories)
    flows = same_flows(inventories, systems)
    every = (teams, terms, systems, plans, flows)
    whole = Match("organization", (one.inventory.organization, two.inventory.organization), "")
    matches = [whole, *(match for known in every for match in known.matches)]

    record = Record((one.name, two.name), scales(inventories, (systems, teams), tolerance))
    for match in matches:
        record.facts_of(match)
    for known in (teams, terms, systems, plans):
        for story, subjects in enumerate(known.alone):
            for subject in subjects:
                record.alone(story, subject)
    compare_directions(flows, systems, record)
    compare_flows_alone(flows, systems, inventories, record)
    compare_masters(inventories, terms, systems, record)
    record.unclear += [item for known in every for item in known.unclear]

    order = Order(record.names)
    return Comparison(
        stories=(story_of(0, one, record.scales), story_of(1, two, record.scales)),
        tolerance=tolerance,
        matches=tuple(sorted(matches, key=order.of_match)),
        contradictions=tuple(sorted(record.contradictions, key=order.of_statements)),
        told=tuple(sorted(record.told, key=order.of_telling)),
        agreed=tuple(sorted(record.agreed, key=order.of_statements)),
        unclear=tuple(sorted(record.unclear, key=order.of_unclear)),
        sums=sums_of(record),
        documents={**one.inventory.documents, **two.inventory.documents},
    )
