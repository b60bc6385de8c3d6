"""A scorecard as lines for a terminal: scores, spend, the links to the CRM, and who owns what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.model.money import grouped, spelled
from stackaudit.model.scorecard import DISPUTES, GRADES
from stackaudit.reports.terminal.lines import Line, counted, line, padded, wrapped
from stackaudit.reports.terminal.scores import score_lines
from stackaudit.reports.terminal.spending import spending_lines
from stackaudit.reports.terminal.tables import Column, Row, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.model.audit import SubjectName
    from stackaudit.model.scorecard import CrmLinks, Dispute, Holdings, LinkHealth, Ownership, Scorecard

_NAMED = 6
_IN_FULL = 20
_GRADE_STYLES = {"A": "known", "B": "known", "C": "low", "D": "medium", "F": "high", "?": "open"}


def scorecard_lines(card: Scorecard, width: int, *, show_all: bool = False) -> list[Line]:
    """The whole scorecard; `show_all` lists every category, and what each team owns by name."""
    audit = card.audit
    heading = [audit.organization, "scorecard", audit.today.isoformat()]
    scores = score_lines(audit.scores, audit.overall, width) or [line("No question was asked."), []]
    return [
        *wrapped(" · ".join(part for part in heading if part), width, "", "title"),
        [],
        *scores,
        *spending_lines(card.spending, audit.currency, width, show_all=show_all),
        *_crm_links(card.crm_links, width, show_all=show_all),
        *_ownership(card.ownership, audit.currency, width, show_all=show_all),
    ]


def _crm_links(crm_links: CrmLinks, width: int, *, show_all: bool) -> list[Line]:
    if not crm_links.crm:
        says = "no system in use is known to be one, so nothing is graded."
        return [*wrapped(f"Links to the CRM · {says}", width, "  ", "label", first=""), []]
    grades = Counter(link.grade for link in crm_links.links)
    linked = sum(link.worst != "F" for link in crm_links.links)
    names = _listed(crm_links.crm)
    asked = counted(len(crm_links.links), "system")
    known = f"{linked} of {asked} known to have one" if crm_links.links else "no system of a kind that should have one"
    parts = [f"Links to the CRM, {names} · {known}"]
    parts += [f"{grade}\u00a0{grades[grade]}" for grade in GRADES if grades[grade]]
    lines = wrapped(" · ".join(parts), width, "  ", "label", first="")
    if crm_links.links:
        columns = [Column("grade"), Column("system"), Column("for")]
        links = crm_links.links if show_all else crm_links.links[:_IN_FULL]
        rows = [Row((x.grade, x.system.name, x.category), _link(x), _GRADE_STYLES[x.grade]) for x in links]
        meanings = "; ".join(f"{grade} {meaning}" for grade, meaning in GRADES.items() if grades[grade])
        lines += [[], *table(columns, rows, width), *_further(len(crm_links.links) - len(links))]
        lines += wrapped(f"{meanings}.", width, "  ", "faint")
    if crm_links.unsorted:
        says = (
            f"Of {counted(len(crm_links.unsorted), 'live system')} nobody knows what they do, so they are not graded:"
        )
        lines += wrapped(f"{says} {_listed(crm_links.unsorted)}.", width, "  ")
    return [*lines, []]


def _link(link: LinkHealth) -> str:
    """The way that data takes, and why the grade is no better."""
    between = f"{link.best} to {link.worst}" if link.worst != link.best else ""
    facts = dict.fromkeys(f"`{fact}`" for _, fact in link.missing)
    unknown = f"{', '.join(facts)} not stated" if facts else ""
    notes = [between, link.note or ("no link" if link.grade == "F" else ""), unknown]
    way = " → ".join(link.path) if len(link.path) > 2 else ""
    return " · ".join(part for part in (*notes, way) if part)


def _ownership(ownership: Ownership, currency: str, width: int, *, show_all: bool) -> list[Line]:
    lines = [line(("Ownership · systems in use and kinds of data, by team", "label")), []]
    columns = [
        Column("team"),
        Column("side"),
        *(Column(name, figures=True) for name in ("business", "technical", "data")),
    ]
    columns.append(Column(f"{currency} a year".strip(), figures=True))
    shown = ownership.teams if show_all else ownership.teams[:_IN_FULL]
    rows = [Row(_held(team), _owned(team) if show_all else "") for team in shown]
    for names, owner in ((ownership.without_business, 0), (ownership.without_technical, 1)):
        if names:
            cells = ["", "", "", "", "", ""]
            cells[0], cells[2 + owner] = "(not stated)", grouped(len(names))
            rows.append(Row(tuple(cells), _listed(names)))
    lines += [*table(columns, rows, width), *_further(len(ownership.teams) - len(shown)), []] if rows else []
    if not ownership.disputes:
        return [*lines, line("No dispute, as far as stated.")]
    lines.append(line(("Disputes", "label")))
    disputes = ownership.disputes if show_all else ownership.disputes[:_IN_FULL]
    lines += [part for dispute in disputes for part in _dispute(dispute, width)]
    return [*lines, *_further(len(ownership.disputes) - len(disputes))]


def _held(team: Holdings) -> tuple[str, ...]:
    data = len({*team.data_business, *team.data_technical})
    counts = [grouped(count) if count else "" for count in (len(team.business), len(team.technical), data)]
    amount = spelled(round(team.amount), "") if team.amount else ""
    return team.name, team.side or ("?" if team.declared else "undeclared"), *counts, amount


def _owned(team: Holdings) -> str:
    """Everything that a team owns, by name."""
    groups = (
        ("decides about", team.business),
        ("keeps", team.technical),
        ("decides about the data", team.data_business),
        ("keeps the data", team.data_technical),
    )
    return "; ".join(f"{does} {', '.join(name.name for name in names)}" for does, names in groups if names)


def _dispute(dispute: Dispute, width: int) -> list[Line]:
    lead = f"  {padded(dispute.about, max(map(len, DISPUTES)))}  "
    return wrapped(dispute.says, width, " " * len(lead), first=lead)


def _further(count: int) -> list[Line]:
    """How many rows are left out."""
    return [line((f"  … and {grouped(count)} more (--all shows them)", "faint"))] if count else []


def _listed(names: Sequence[SubjectName]) -> str:
    """A few names, and how many more."""
    shown = ", ".join(name.name for name in names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown} and {len(names) - _NAMED} more"
