"""Who is who: the teams to which subjects belong, by what the inventory and the evidence say."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.analysis.derivations.context import side_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.audit import Finding, SubjectName
    from stackaudit.model.inventory import Subject

_TECHNICAL = frozenset({"security", "integration", "experience"})
_OWNERS = ("owner.business", "owner.technical")
_BUYERS = ("bought.by", "cost.paid_by", "verified.by")
_MOST = 3


class Directory:
    """Looks up who can change what was found, and who would know what nobody stated."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._inventory = stack.inventory
        self._flows = {flow.id: flow for flow in stack.inventory.integrations}
        self._plans = {item.id: item for item in stack.inventory.roadmap_items}
        self._ids = {team.name: team_id for team_id, team in stack.inventory.teams.items()}

    def acting(self, findings: Iterable[Finding], sides: Iterable[str] = ()) -> tuple[str, ...]:
        """The names of up to three teams that can change what was found, those that most of it belongs to first.

        The leading teams of the `sides` are always among them, where it is known which these are.
        """
        counts = Counter(
            team
            for finding in findings
            for team in dict.fromkeys(self._all_of(finding.subjects, technical=finding.theme in _TECHNICAL))
        )
        leading = [team for side in sides if (team := self.leading(side))]
        ranked = sorted((team for team in counts if team not in leading), key=lambda team: (-counts[team], team))
        return tuple(self.name(team) for team in [*ranked[: max(1, _MOST - len(leading))], *leading])

    def knowing(self, subject: SubjectName, *, technical: bool) -> str:
        """The id of the team that is likeliest to know a subject; empty where nobody is named."""
        return next(iter(self._teams_of(subject, technical=technical)), "")

    def name(self, team: object) -> str:
        """What a team is called; empty where none is named."""
        if not isinstance(team, str):
            return ""
        return self._inventory.teams[team].name if team in self._inventory.teams else team

    def lead(self, team: str) -> str:
        """The role that leads a team; empty where none is stated."""
        lead = self._inventory.teams[team].facts.get("lead") if team in self._inventory.teams else None
        return lead if isinstance(lead, str) else ""

    def leading(self, side: str) -> str | None:
        """The team that leads a side: the one of the same name, or else the only one that is no part of another."""
        teams, stated = self._inventory.teams, self._inventory.states_teams
        found = [
            team
            for team, subject in teams.items()
            if "part_of" not in subject.facts and side_of(team, teams, states_teams=stated) == side
        ]
        return side if side in found else found[0] if len(found) == 1 else None

    def _all_of(self, subjects: Iterable[SubjectName], *, technical: bool) -> Iterator[str]:
        for subject in subjects:
            yield from self._teams_of(subject, technical=technical)

    def _teams_of(self, subject: SubjectName, *, technical: bool) -> Iterable[str]:
        """The ids of the teams that a subject belongs to; `technical` asks for who keeps it running."""
        match subject.kind:
            case "system":
                return _keepers(self._inventory.systems[subject.id], technical=technical)[:1]
            case "integration":
                return self._of_flow(self._flows[subject.id])
            case "evidence":
                return self._payers(subject.id)
            case "team":
                return (subject.id,)
            case "data kind":
                return _stated(self._inventory.data_kinds[subject.id], _OWNERS)[:1]
            case "roadmap item":
                return _stated(self._plans[subject.id], ("owner",))
            case _:
                return [team for side in ("marketing", "it") if (team := self.leading(side))]

    def _of_flow(self, flow: Subject) -> Iterable[str]:
        """The owner of an integration, else the teams that keep its ends running."""
        ends = (self._inventory.systems[str(flow.facts[end])] for end in ("from", "to"))
        return _stated(flow, ("owner",)) or [team for end in ends for team in _keepers(end, technical=True)[:1]]

    def _payers(self, tool_id: str) -> Iterable[str]:
        """The teams that ledgers name as payers of a tool, by their ids where they are declared."""
        tool = self._stack.tools.get(tool_id)
        shares = tool.payments.shares if tool and tool.payments else ()
        return [self._ids.get(share.team, share.team) for share in shares if share.team]


def _keepers(system: Subject, *, technical: bool) -> list[str]:
    """The teams that know a system, the likeliest first: its owners, then who bought, paid or confirmed it."""
    return _stated(system, (*(_OWNERS[::-1] if technical else _OWNERS), *_BUYERS))


def _stated(subject: Subject, facts: Iterable[str]) -> list[str]:
    """The teams that some facts name, in their order."""
    return [team for fact in facts if isinstance(team := subject.facts.get(fact), str)]
