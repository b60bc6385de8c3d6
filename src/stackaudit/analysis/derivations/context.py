"""What a derivation may look at besides the facts of its own subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.language.words import SIDES

if TYPE_CHECKING:
    from datetime import date

    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.inventory import Subject
    from stackaudit.model.language.fields import Kind
    from stackaudit.model.reconciliation import Tool

Facts = Mapping[str, object]


@dataclass(frozen=True)
class Context:
    """The rest of the world: the catalogue, the organisation, the teams, the settings and the date.

    `settings` are the thresholds as facts (durations in days); `masters` names, for each kind of data, the systems in
    use whose version wins; `parts` the teams that are part of a team. `tools` are what evidence shows systems to be, by
    the system's id, `sources` the sources of evidence that were read, `costs` what systems cost per year if known.
    """

    catalogue: Catalogue
    organization: Facts
    teams: Mapping[str, Subject]
    states_teams: bool
    settings: Mapping[str, object]
    today: date
    data_kinds: Mapping[str, Subject] = field(default_factory=dict)
    systems: Mapping[str, Subject] = field(default_factory=dict)
    masters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parts: Mapping[str, tuple[Subject, ...]] = field(default_factory=dict)
    has_roadmap_items: bool = False
    tools: Mapping[str, tuple[Tool, ...]] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    costs: Mapping[str, float] = field(default_factory=dict)

    def side(self, team: object) -> str | None:
        """The side of a team, as `side_of` tells it."""
        return side_of(team, self.teams, states_teams=self.states_teams)


def side_of(team: object, teams: Mapping[str, Subject], *, states_teams: bool) -> str | None:
    """The side of a team; a team that nothing is declared of is on the side that it is named after, if any."""
    if not isinstance(team, str):
        return None
    declared = teams.get(team)
    if declared is not None:
        side = declared.facts.get("side")
        return side if isinstance(side, str) else None
    return team if team in SIDES and not states_teams else None


class Derived(NamedTuple):
    """A derived fact: its name and kind, what it says, the stated facts that decide it, and how.

    `compute` takes the facts derived so far and returns None where the fact stays unknown. A fact that is `copied` from
    the system that another fact names (which fact, and what of that system) has no `compute` and is filled in first.
    """

    name: str
    kind: Kind
    about: str
    needs: tuple[str, ...]
    compute: Callable[[dict[str, object], Context], object] | None
    items: Kind | None = None
    copied: tuple[str, str] = ("", "")
