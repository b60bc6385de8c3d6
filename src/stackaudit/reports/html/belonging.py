"""Which teams, and so which sides, a subject belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stackaudit.model.audit import SubjectName
    from stackaudit.model.briefing import Briefing
    from stackaudit.model.inventory import Subject

_OWNERS = ("owner.business", "owner.technical")
_BUYERS = ("bought.by", "cost.paid_by")


class Belonging:
    """Looks up the teams of subjects, and what they are called."""

    def __init__(self, briefing: Briefing) -> None:
        self._teams = briefing.teams
        self._sides = {team.id: team.side for team in briefing.card.ownership.teams}
        self._systems = {sheet.system.id: sheet.system for sheet in briefing.sheets}
        self._flows = {flow.id: flow for flow in briefing.integrations}
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}
        self._payers = _payers(briefing)
        self._keepers: dict[str, list[str]] = {}
        for team in briefing.card.ownership.teams:
            for kind in (*team.data_business, *team.data_technical):
                self._keepers.setdefault(kind.id, []).append(team.id)

    def teams(self, subjects: Iterable[SubjectName]) -> tuple[str, ...]:
        """The ids of the teams that answer for any of the subjects, each once, in the order of the subjects."""
        found: dict[str, None] = {}
        for kind, subject_id, _ in subjects:
            known = self._known.get((kind, subject_id))
            if known is None:
                known = self._known[kind, subject_id] = tuple(self._teams_of(kind, subject_id))
            found.update(dict.fromkeys(known))
        return tuple(found)

    def knows(self, subject: SubjectName) -> bool:
        """Whether a subject is a system of the inventory."""
        return subject.kind == "system" and subject.id in self._systems

    def system(self, system_id: str) -> str:
        """What people call a system; empty where the inventory has none of that id."""
        return self._systems[system_id].name if system_id in self._systems else ""

    def name(self, team: str) -> str:
        """What people call a team."""
        return self._teams[team].name if team in self._teams else team

    def listed(self, teams: Sequence[str], most: int) -> str:
        """The names of the first teams, and how many more there are."""
        names = ", ".join([self.name(team) for team in teams[:most]])
        return names if len(teams) <= most else f"{names} and {len(teams) - most} more"

    def side(self, team: str) -> str:
        """The side that a team is on; empty where nobody knows."""
        stated = self._teams[team].facts.get("side") if team in self._teams else None
        return stated if isinstance(stated, str) else self._sides.get(team, "")

    def _teams_of(self, kind: str, subject_id: str) -> Iterable[str]:
        match kind:
            case "team":
                return (subject_id,)
            case "system" if subject_id in self._systems:
                return _keepers(self._systems[subject_id])
            case "integration" if subject_id in self._flows:
                return self._of_flow(self._flows[subject_id])
            case "evidence":
                return self._payers.get(subject_id, ())
            case "data kind":
                return self._keepers.get(subject_id, ())
            case _:
                return ()

    def _of_flow(self, flow: Subject) -> Iterable[str]:
        """The owner of an integration, else the teams at both ends."""
        ends = [str(flow.facts.get(end)) for end in ("from", "to")]
        return _stated(flow, ("owner",)) or [
            team for end in ends if end in self._systems for team in _keepers(self._systems[end])
        ]


def _payers(briefing: Briefing) -> dict[str, tuple[str, ...]]:
    """The teams that ledgers name as payers of a tool, by their ids where they are declared."""
    if briefing.reconciliation is None:
        return {}
    ids = {team.name: team_id for team_id, team in briefing.teams.items()}
    return {
        tool.id: tuple(ids.get(share.team, share.team) for share in tool.payments.shares if share.team)
        for tool in briefing.reconciliation.tools
        if tool.payments
    }


def _keepers(system: Subject) -> list[str]:
    """The owners of a system; where it has none, who bought it or pays for it."""
    return _stated(system, _OWNERS) or _stated(system, _BUYERS)


def _stated(subject: Subject, facts: Iterable[str]) -> list[str]:
    return [team for fact in facts if isinstance(team := subject.facts.get(fact), str)]
