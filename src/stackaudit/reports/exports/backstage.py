"""The stack as entities of a Backstage catalog, in YAML.

A team is a Group. A system is a System, with a Component that runs it, a Resource for each kind of data that it is
master of, and an API for each integration that it sends through; components consume what they receive. What Backstage
has no key for stands in annotations `stackaudit/…`, so that the same stack can be read back.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from stackaudit.reports.exports.backstage_names import STAND_INS, names_of
from stackaudit.reports.exports.backstage_systems import annotated, entities_of_systems
from stackaudit.reports.exports.stated import text_of
from stackaudit.reports.exports.teams import team_names
from stackaudit.reports.exports.yaml_text import documents_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory
    from stackaudit.reports.exports.backstage_names import Names

Entity = dict[str, object]
_API = "backstage.io/v1alpha1"


def backstage_yaml(inventory: Inventory, audit: Audit) -> str:  # noqa: ARG001 - every export takes both
    """A document for each entity. Every reference in it leads to an entity of the same file.

    Backstage wants an owner for everything: what nobody owns belongs to the group `nobody`, and what does not state an
    owner to the group `not-stated`.
    """
    names = names_of(inventory)
    return documents_text(chain(_groups(inventory, names), entities_of_systems(inventory, names)))


def _groups(inventory: Inventory, names: Names) -> Iterator[Entity]:
    titles = {**team_names(inventory), **STAND_INS}
    for team, title in titles.items():
        facts = inventory.teams[team].facts if team in inventory.teams else {}
        parent = names.groups.get(text_of(facts, "part_of"))
        stated = {"side": text_of(facts, "side"), "lead": text_of(facts, "lead")}
        says = {"stands-for": STAND_INS[team]} if team in STAND_INS else {"id": team, **stated}
        spec = {"type": "team", "profile": {"displayName": title}, "children": []}
        yield {
            "apiVersion": _API,
            "kind": "Group",
            "metadata": {"name": names.groups[team], "title": title, "annotations": annotated(says)},
            "spec": {**spec, "parent": parent} if parent else spec,
        }
