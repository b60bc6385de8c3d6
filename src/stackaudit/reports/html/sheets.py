"""A sheet for each system: everything that is known and said of it.

There may be thousands of these, so they are written here and not by a template.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from stackaudit.model.audit import SubjectName
from stackaudit.model.language import SUBJECTS
from stackaudit.model.money import Money, grouped, spelled
from stackaudit.reports.html.escaping import escaped, joined, linked
from stackaudit.reports.html.facts import facts_html
from stackaudit.reports.html.findings import WORDS, finding_anchor
from stackaudit.reports.html.shown_tools import tool_html
from stackaudit.reports.html.values import told, whole_amount
from stackaudit.reports.html.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markupsafe import Markup

    from stackaudit.model.audit import Finding
    from stackaudit.model.briefing import Briefing, SystemSheet
    from stackaudit.model.documents import Place
    from stackaudit.model.inventory import Subject
    from stackaudit.model.rules import Severity
    from stackaudit.reports.html.anchors import Anchors
    from stackaudit.reports.html.belonging import Belonging
    from stackaudit.reports.html.places import Places
    from stackaudit.reports.html.tokens import Tokens

_FLOW_KINDS = {fact: SUBJECTS["integration"][fact].kind for fact in ("data", "method", "runs", "last_ran")}
_MOST_TEAMS = 3
_LONGEST_MESSAGE = 100
"""Characters of a finding's message here; its row has all of it."""


class SheetWriter:
    """Writes the sheets of a briefing."""

    def __init__(
        self, briefing: Briefing, belonging: Belonging, tokens: Tokens, anchors: Anchors, places: Places
    ) -> None:
        self.waiting = Waiting(briefing.audit.undetermined)
        self._briefing = briefing
        self._belonging = belonging
        self._tokens = tokens
        self._anchors = anchors
        self._places = places
        self._links: dict[SubjectName, str] = {}
        self._findings: dict[int, str] = {}
        self._flow_places: dict[str, Place] = {}

    def sheets(self) -> Markup:
        """The sheets of all systems in the order of the briefing."""
        return joined([piece for each in self._briefing.sheets for piece in self._sheet(each)])

    def _sheet(self, sheet: SystemSheet) -> Iterator[str]:
        """One system with everything that is known and said of it."""
        system, place = sheet.system, sheet.system.place()
        currency = self._briefing.audit.currency
        yield self._head(sheet)
        yield f"<p class=place>{escaped(system.id)} · {escaped(self._places.line(place))}\n"
        if sheet.findings:
            yield f"<h4>Findings</h4>\n<dl>{''.join(self._found(sheet.findings, system))}</dl>\n"
        yield f"<div class=facts>{facts_html(system, currency)}</div>\n"
        if sheet.sent:
            yield f"<h4>Sends to</h4>\n<ul>{self._flows(sheet.sent, place.file, is_sender=True)}</ul>\n"
        if sheet.received:
            yield f"<h4>Receives from</h4>\n<ul>{self._flows(sheet.received, place.file, is_sender=False)}</ul>\n"
        if sheet.tool:
            yield f"<h4>Evidence</h4>\n{tool_html(sheet.tool, currency, self._places)}"
        yield self.waiting.of(sheet)
        yield "</div></details>\n"

    def _head(self, sheet: SystemSheet) -> str:
        """What stands there while a sheet is closed; `data-in` names all by which it can be filtered."""
        system, found = sheet.system, len(sheet.findings)
        teams = self._belonging.teams([SubjectName(system.kind, system.id, system.name)])
        in_use = system.facts.get("in_use") is not False
        filters = f"{'found ' if found else ''}{'open ' if sheet.undetermined else ''}{'' if in_use else 'off '}"
        lifecycle = "" if in_use else f" <i>{escaped(_text(system, 'lifecycle'))}</i>"
        worst = WORDS[max(finding.severity for finding in sheet.findings)] if found else ""
        count = f"<b class={worst}>{grouped(found)} {'finding' if found == 1 else 'findings'}</b>" if found else ""
        return (
            f'<details class=sheet data-in="{filters}{self._tokens.of(teams)}"'
            f" data-findings={found} data-cost={_cost(system)}>\n"
            f"<summary><h3>{escaped(system.name)}</h3><span>{escaped(_text(system, 'category'))}{lifecycle}</span>"
            f"<span>{escaped(self._belonging.listed(teams, _MOST_TEAMS))}</span><span>{count}</span>"
            f"<span>{escaped(_amount(system, self._briefing.audit.currency))}</span></summary>\n"
            f"<div id={self._anchors.of('s', system.id)}>\n"
        )

    def _found(self, findings: Iterable[Finding], system: Subject) -> Iterator[str]:
        """Findings in a line each, behind the word for how grave those are that follow."""
        for severity, members in groupby(findings, key=_severity):
            word = WORDS[severity]
            yield f"<dt class={word}>{word}"
            for finding in members:
                yield self._findings.get(id(finding)) or self._finding(finding, system)

    def _finding(self, finding: Finding, system: Subject) -> str:
        """A finding in a line; one about many systems is written once, one about this alone does not name it again."""
        message, name = finding.message, system.name
        if finding.subjects == (SubjectName(system.kind, system.id, name),) and message.startswith(f"{name} "):
            message = f"…{message[len(name) :]}"
        anchor = finding_anchor(finding, self._anchors)
        line = f"<dd><a href=#{anchor}>{escaped(message, _LONGEST_MESSAGE)}</a>\n"
        self._findings[id(finding)] = line
        return line

    def _flows(self, flows: Iterable[tuple[Subject, SubjectName]], file: str, *, is_sender: bool) -> str:
        """Integrations with the system at the other end, what is stated of them, and where."""
        pieces = []
        for flow, other in flows:
            facts = flow.facts
            place = self._flow_places.get(flow.id)
            if place is None:
                place = self._flow_places[flow.id] = flow.place()
            stated = [facts.get(fact) for fact in _FLOW_KINDS] if is_sender else [facts.get("data")]
            said = _said(*stated, owner=self._owner(flow) if is_sender else "")
            both = " (both ways)" if facts.get("direction") == "two-way" else ""
            link = self._links.get(other) or self._link(other)
            pieces.append(f"<li>{link}{both} {said} <i>{escaped(self._places.line(place, file))}</i>\n")
        return "".join(pieces)

    def _owner(self, flow: Subject) -> str:
        """Who answers for an integration, as people call it; empty where nobody said."""
        owner = flow.facts.get("owner")
        return "nobody" if owner is False else self._belonging.name(owner) if isinstance(owner, str) else ""

    def _link(self, other: SubjectName) -> str:
        anchor = self._anchors.of("s", other.id) if self._belonging.knows(other) else ""
        link = self._links[other] = linked(other.name, anchor)
        return link


def _text(system: Subject, fact: str) -> str:
    value = system.facts.get(fact)
    return value if isinstance(value, str) else ""


def _cost(system: Subject) -> int:
    """The cost per year to sort by; below nothing where none is known in the organisation's currency."""
    cost = system.facts.get("cost.annual")
    return round(cost) if isinstance(cost, int | float) else -1


def _amount(system: Subject, currency: str) -> str:
    cost = system.facts.get("cost.annual")
    if isinstance(cost, Money):
        return spelled(round(cost.amount), cost.currency)
    return whole_amount(cost, currency) if isinstance(cost, int | float) else ""


@lru_cache(maxsize=1 << 12, typed=True)
def _said(data: object, method: object = None, runs: object = None, last_ran: object = None, *, owner: str = "") -> str:
    """What is stated of an integration, as HTML."""
    values = zip(_FLOW_KINDS.values(), (data, method, runs, last_ran), strict=True)
    words = [told(value, kind) for kind, value in values if value is not None]
    return escaped(" · ".join([*words, owner] if owner else words))


def _severity(finding: Finding) -> Severity:
    return finding.severity
