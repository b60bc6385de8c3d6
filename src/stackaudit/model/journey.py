"""How data gets from one system to another: each hop with who answers for it, and where it breaks off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from stackaudit.model.audit import SubjectName

OUTCOMES = {
    "reaches": "data gets there",
    "perhaps": "data gets there if flows carry it of which nothing is stated",
    "breaks off": "data does not get there",
    "unknown": "nothing is stated of integrations",
}
"""What a trace finds."""

FAULTS = {
    "broken": "nothing flows there in this direction, or it has not run in time",
    "by hand": "files or people carry it",
    "unowned": "nobody answers for it",
}
"""What can be wrong with a hop."""


class Holder(NamedTuple):
    """The team that answers for something: `nobody` where that is stated, and empty where nothing is.

    `side` is empty where it is not known.
    """

    team: str
    side: str


class Stop(NamedTuple):
    """A system on the way, with the team that decides about it and the one that keeps it; `note` if it is not live."""

    system: SubjectName
    business: Holder
    technical: Holder
    note: str = ""


class Carriage(NamedTuple):
    """The flow that carries data over a hop, as far as stated; `runs` is in days, `data` None where it is not stated.

    `via` is the name of the platform that it runs over, `others` how many more flows there are between the two.
    """

    flow: SubjectName
    via: str
    method: str
    runs: float | None
    last_ran: date | None
    days_late: int | None
    data: tuple[str, ...] | None
    two_way: bool
    owner: Holder
    others: int = 0


class Hop(NamedTuple):
    """A hop between two stops; `state` is a key of `TRACKS`, `note` says why it is not open.

    A hop that data does not pass has the carriage that comes nearest, such as one in the other direction, or none.
    """

    start: Stop
    end: Stop
    state: str
    carriage: Carriage | None
    note: str = ""

    @property
    def is_passed(self) -> bool:
        """Whether data passes here at all, be it late or by hand."""
        return self.state not in ("missing", "closed")

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong with it, keys of `FAULTS`."""
        if not self.is_passed:
            return ("broken",)
        state = {"late": ("broken",), "by hand": ("by hand",)}.get(self.state, ())
        unowned = self.carriage is not None and self.carriage.owner.team == "nobody"
        return (*state, *(("unowned",) if unowned else ()))


@dataclass(frozen=True, slots=True)
class Journey:
    """What a trace from one system to another finds; `data` is the kind of data that was asked for, or empty.

    `hops` lead from the start to the end; where the journey breaks off, over hops that data does not pass as well, and
    there are none where not even such a way is known. `reached` are then all systems that data of the start gets to,
    the nearest first, and `senders` all whose data gets to the end.
    """

    organization: str
    today: date
    start: Stop
    end: Stop
    data: str
    outcome: str
    hops: tuple[Hop, ...] = ()
    reached: tuple[SubjectName, ...] = ()
    senders: tuple[SubjectName, ...] = ()

    @property
    def first_faulty(self) -> Hop | None:
        """The first hop that is broken, by hand or unowned."""
        return next((hop for hop in self.hops if hop.faults), None)
