"""A sheet for each system: everything that is known and said of it.

There may be thousands of these, so what repeats within them is written here; a template puts it together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.audit import SubjectName
from stackaudit.model.language import SUBJECTS
from stackaudit.model.money import Money, spelled
from stackaudit.reports.html.escaping import escaped, joined, linked
from stackaudit.reports.html.facts import facts_html
from stackaudit.reports.html.findings import WORDS, finding_anchor
from stackaudit.reports.html.shown_tools import ShownTool, shown_tool
from stackaudit.reports.html.values import told, whole_amount

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markupsafe import Markup

    from stackaudit.model.audit import Finding, Undetermined
    from stackaudit.model.briefing import Briefing
    from stackaudit.model.inventory import Subject
    from stackaudit.reports.html.anchors import Anchors
    from stackaudit.reports.html.belonging import Belonging
    from stackaudit.reports.html.places import Places
    from stackaudit.reports.html.tokens import Tokens

_FLOW_KINDS = {fact: SUBJECTS["integration"][fact].kind for fact in ("data", "method", "runs", "last_ran", "owner")}
_MOST_RULES, _MOST_TEAMS = 8, 3
_LONGEST_MESSAGE = 100
"""Characters of a finding's message here; its row has all of it."""


class Sheet(NamedTuple):
    """A system with everything beside it; `cost` and `worst` sort, `tokens` filter."""

    anchor: str
    name: str
    id: str
    category: str
    lifecycle: str
    in_use: bool
    teams: str
    tokens: str
    amount: str
    cost: float
    worst: str
    place: str
    facts: Markup
    found: int
    findings: Markup
    open: Markup
    sent: Markup
    received: Markup
    tool: ShownTool | None


class SheetWriter:
    """Writes the sheets of a briefing."""

    def __init__(
        self, briefing: Briefing, belonging: Belonging, tokens: Tokens, anchors: Anchors, places: Places
    ) -> None:
        self._briefing = briefing
        self._belonging = belonging
        self._tokens = tokens
        self._anchors = anchors
        self._places = places
        self._links: dict[str, str] = {}
        self._findings: dict[int, str] = {}

    def sheets(self) -> Iterator[Sheet]:
        """The sheets of all systems in the order of the briefing."""
        currency = self._briefing.audit.currency
        for each in self._briefing.sheets:
            system = each.system
            place = system.place()
            teams = self._belonging.teams([SubjectName(system.kind, system.id, system.name)])
            yield Sheet(
                anchor=self._anchors.of("s", system.id),
                name=system.name,
                id=system.id,
                category=_text(system, "category"),
                lifecycle=_text(system, "lifecycle"),
                in_use=system.facts.get("in_use") is not False,
                teams=self._belonging.listed(teams, _MOST_TEAMS),
                tokens=self._tokens.of(teams),
                amount=_amount(system, currency),
                cost=_cost(system),
                worst=WORDS[max(finding.severity for finding in each.findings)] if each.findings else "",
                place=self._places.line(place),
                facts=facts_html(system, currency),
                found=len(each.findings),
                findings=joined([self._finding(finding) for finding in each.findings]),
                open=joined(_open(each.undetermined, system.id)),
                sent=self._flows(each.sent, place.file, tuple(_FLOW_KINDS)),
                received=self._flows(each.received, place.file, ("data",)),
                tool=shown_tool(each.tool, currency, self._places) if each.tool else None,
            )

    def _finding(self, finding: Finding) -> str:
        """A finding in a line; one about many systems is written once."""
        known = self._findings.get(id(finding))
        if known is None:
            word, anchor = WORDS[finding.severity], finding_anchor(finding, self._anchors)
            message = escaped(finding.message, _LONGEST_MESSAGE)
            known = f'<li><b class="{word}">{word}</b> <a href="#{anchor}">{message}</a>\n'
            self._findings[id(finding)] = known
        return known

    def _flows(self, flows: Sequence[tuple[Subject, SubjectName]], file: str, told_facts: tuple[str, ...]) -> Markup:
        """Integrations with the system at the other end, what is stated of them, and where."""
        pieces = []
        for flow, other in flows:
            facts = flow.facts
            said = [self._told(facts[fact], fact) for fact in told_facts if fact in facts]
            both = " (both ways)" if facts.get("direction") == "two-way" else ""
            where = self._places.line(flow.place(), file)
            pieces.append(f"<li>{self._link(other)}{both} {escaped(' · '.join(said))} <i>{escaped(where)}</i>\n")
        return joined(pieces)

    def _told(self, value: object, fact: str) -> str:
        return (
            self._belonging.name(value)
            if fact == "owner" and isinstance(value, str)
            else told(value, _FLOW_KINDS[fact])
        )

    def _link(self, other: SubjectName) -> str:
        known = self._links.get(other.id)
        if known is None:
            anchor = self._anchors.of("s", other.id) if self._belonging.knows(other) else ""
            known = self._links[other.id] = linked(other.name, anchor)
        return known


def _text(system: Subject, fact: str) -> str:
    value = system.facts.get(fact)
    return value if isinstance(value, str) else ""


def _cost(system: Subject) -> float:
    """The cost per year to sort by; below nothing where none is known in the organisation's currency."""
    cost = system.facts.get("cost.annual")
    return float(cost) if isinstance(cost, int | float) else -1.0


def _amount(system: Subject, currency: str) -> str:
    cost = system.facts.get("cost.annual")
    if isinstance(cost, Money):
        return spelled(round(cost.amount), cost.currency)
    return whole_amount(cost, currency) if isinstance(cost, int | float) else ""


def _open(items: Iterable[Undetermined], system_id: str) -> Iterator[str]:
    """The missing facts with the rules that wait for them, those first for which most wait."""
    waiting: dict[tuple[str, str], dict[str, None]] = {}
    for item in items:
        for missing in item.missing:
            waiting.setdefault(missing, {})[item.rule] = None
    for (subject, fact), rules in sorted(waiting.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        name = fact if subject == system_id else f"{subject}: {fact}"
        further = len(rules) - _MOST_RULES
        named = [escaped(rule) for rule in rules][:_MOST_RULES] + ([f"and {further} more"] if further > 0 else [])
        yield f"<dt>{escaped(name)}<dd>{', '.join(named)}\n"
