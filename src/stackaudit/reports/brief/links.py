"""How customers' data gets to the CRM: a picture, a grade for each system, and where a lead breaks off."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.model.scorecard import GRADES
from stackaudit.reports.brief.mermaid import Arrow, Node, flowchart
from stackaudit.reports.brief.writing import further, name, names, plain, table
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.model.briefing import Briefing
    from stackaudit.model.scorecard import LinkHealth

_DRAWN = 14
_MOST_LINKS = 40
_GRADE_FILLS = {"A": "good", "B": "good", "C": "weak", "D": "weak", "F": "bad", "?": "open"}
_LEADS = ("integration/lead-path-broken", "integration/crm-automation-not-linked", "integration/crm-automation-one-way")


def links_chapter(briefing: Briefing) -> Iterator[str]:
    """The picture around the CRM, the way of a lead, and the grades."""
    links = briefing.card.crm_links
    if not links.crm:
        yield "No system in use is known to be a CRM, so no link is graded."
        yield ""
        return
    yield _counted(briefing)
    yield ""
    if links.links:
        yield from _picture(briefing)
    yield from _leads(briefing)
    if links.links:
        yield from _grades(links.links)
    if links.unsorted:
        unsorted = names([each.name for each in links.unsorted])
        yield f"Not graded, because nobody has stated what they are for: {unsorted}."
        yield ""


def _counted(briefing: Briefing) -> str:
    """How many systems reach the CRM, and with which grades."""
    links = briefing.card.crm_links
    crm = names([each.name for each in links.crm])
    if not links.links:
        return f"No system of a kind that should be linked to the CRM ({crm}) is live."
    grades = Counter(link.grade for link in links.links)
    linked = sum(link.worst != "F" for link in links.links)
    told = ", ".join(f"{grades[grade]} of grade {grade}" for grade in GRADES if grades[grade])
    return (
        f"{linked} of {counted(len(links.links), 'system')} that should reach the CRM ({crm}) "
        f"{'is' if linked == 1 else 'are'} known to do so: {told}."
    )


def _picture(briefing: Briefing) -> Iterator[str]:
    """The CRM and the systems that should reach it, with the flows among them; none where no flow is stated."""
    links = briefing.card.crm_links
    nodes = [Node(each.id, each.name, "hub") for each in links.crm[:_DRAWN]]
    nodes += [Node(link.system.id, link.system.name, _GRADE_FILLS[link.grade]) for link in links.links]
    nodes = nodes[:_DRAWN]
    drawn = {node.id for node in nodes}
    arrows = [
        Arrow(
            start,
            end,
            str(flow.facts.get("method", "")),
            two_way=flow.facts.get("direction") == "two-way",
            weak=flow.facts.get("method") in ("file", "manual"),
        )
        for flow in briefing.integrations
        if (start := str(flow.facts["from"])) in drawn and (end := str(flow.facts["to"])) in drawn and start != end
    ]
    if not arrows:
        return
    yield from flowchart(nodes, arrows)
    yield (
        "Blue: the CRM. Green: grade A or B. Yellow: C or D. Red: no link. Grey: not known. A dotted line is a file or "
        "somebody's hands."
    )
    yield ""


def _leads(briefing: Briefing) -> Iterator[str]:
    """Whether a lead gets from the form to the order, as the rules about it say."""
    asked = [rule for rule in _LEADS if rule in briefing.audit.rules]
    broken = [finding for finding in briefing.audit.findings if finding.rule in asked]
    open_ones = sum(item.rule in asked for item in briefing.audit.undetermined)
    yield "### The way of a lead"
    yield ""
    for finding in broken:
        yield f"- It breaks: {plain(finding.message)} {plain(finding.fix)}"
    if broken:
        yield ""
    elif open_ones:
        yield "Whether a lead gets from the form to the order cannot be told from what is stated."
        yield ""
    elif asked:
        yield "Nothing was found that breaks it."
        yield ""
    else:
        yield "It was not asked for."
        yield ""


def _grades(links: Sequence[LinkHealth]) -> Iterator[str]:
    """A row for each system, the worst first, and what the grades mean."""
    rows = ((link.grade, name(link.system.name), plain(link.category), _why(link)) for link in links[:_MOST_LINKS])
    yield from table(["Grade", "System", "For", "Why"], rows)
    yield from further(len(links) - _MOST_LINKS, "systems")
    yield "; ".join(f"**{grade}** {meaning}" for grade, meaning in GRADES.items()) + "."
    yield ""


def _why(link: LinkHealth) -> str:
    """The way that data takes, and why the grade is no better."""
    between = f"{link.best} to {link.worst}" if link.worst != link.best else ""
    facts = dict.fromkeys(fact for _, fact in link.missing)
    unknown = f"{', '.join(plain(f'`{fact}`') for fact in facts)} not stated" if facts else ""
    note = plain(link.note) or ("no link" if link.grade == "F" else "")
    way = " → ".join(name(step) for step in link.path) if len(link.path) > 2 else ""
    return " · ".join(part for part in (between, note, unknown, way) if part)
