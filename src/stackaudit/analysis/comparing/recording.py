"""Takes down what the two stories say, fact by fact, in the group where it belongs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stackaudit.analysis.comparing.facts import compared, is_written, statement
from stackaudit.model.comparison import Agreement, Contradiction, Match, Statement, Telling, Unclear

if TYPE_CHECKING:
    from stackaudit.analysis.comparing.weighing import Scales
    from stackaudit.model.inventory import Subject
    from stackaudit.model.language import Field
    from stackaudit.model.money import Money

OUT_OF_USE = frozenset({"retired", "rejected"})
"""States of a system's life in which it costs nothing and is master of nothing."""


@dataclass
class Record:
    """What has been found so far; `names` are what the stories are called."""

    names: tuple[str, str]
    scales: Scales
    contradictions: list[Contradiction] = field(default_factory=list)
    told: list[Telling] = field(default_factory=list)
    agreed: list[Agreement] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)

    def facts_of(self, match: Match) -> None:
        """Hold every fact of a match that one of the stories states against the other's."""
        one, two = match.subjects
        assert one is not None
        assert two is not None
        for name, each in compared(match.kind).items():
            if name in one.facts:
                if name in two.facts:
                    self._both(match, name, each, (one, two))
                else:
                    self._tell(match, name, each, 0)
            elif name in two.facts:
                self._tell(match, name, each, 1)

    def both(self, match: Match, fact: str, says: tuple[Statement, Statement], *, agree: bool) -> None:
        """Take down what both stories say of a fact."""
        if agree:
            self.agreed.append(Agreement(match, fact, says))
        else:
            self.contradictions.append(Contradiction(match, fact, says))

    def alone(self, story: int, subject: Subject, note: str = "") -> None:
        """Take down a subject that only one story knows."""
        says = Statement(subject.name, subject.name, subject, "")
        self.told.append(Telling(story, subject, "", says, note=note, money=self._cost(story, subject)))

    def _both(self, match: Match, name: str, each: Field, subjects: tuple[Subject, Subject]) -> None:
        written = [each.default is None or is_written(subject, name, each) for subject in subjects]
        if not any(written):
            return
        weighed = self.scales.weigh(name, each, *(subject.facts[name] for subject in subjects))
        if weighed.agree is not True and not all(written):  # the other only follows from the language's default
            self._tell(match, name, each, written.index(True))
            return
        for story in weighed.further:
            self._tell(match, name, each, story, "a longer list")
        if weighed.further:
            return
        if weighed.agree is None:
            self.unclear.append(Unclear(weighed.reason, ((subjects[0],), (subjects[1],)), name))
            return
        says = (self._says(0, subjects[0], name, each), self._says(1, subjects[1], name, each))
        if weighed.agree:
            self.agreed.append(Agreement(match, name, says))
        else:
            self.contradictions.append(Contradiction(match, name, says, weighed.money))

    def _tell(self, match: Match, name: str, each: Field, story: int, note: str = "") -> None:
        """Take down a fact that only one story states; where the other means the default by leaving it out, say so."""
        subject, other = match.subjects[story], match.subjects[1 - story]
        assert subject is not None
        assert other is not None
        if not is_written(subject, name, each):
            return
        if each.default is not None and other.facts[name] != subject.facts[name]:
            note = f"left out by {self.names[1 - story]}, which means {each.default}"
        self.told.append(Telling(story, subject, name, self._says(story, subject, name, each), match, note))

    def _says(self, story: int, subject: Subject, name: str, each: Field) -> Statement:
        return statement(subject, name, each, self.scales.currency(story))

    def _cost(self, story: int, subject: Subject) -> Money | None:
        """What a system in use costs per year."""
        if subject.kind != "system" or subject.facts["lifecycle"] in OUT_OF_USE:
            return None
        return self.scales.money(story, subject.facts.get("cost.annual"))
