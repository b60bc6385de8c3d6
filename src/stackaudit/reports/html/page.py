"""What the templates draw on, by the names that they use."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.briefing import AUDIENCES, EFFORTS
from stackaudit.model.reconciliation import STANDINGS
from stackaudit.model.rules import THEMES, Severity
from stackaudit.model.scorecard import GRADES
from stackaudit.reports.html.anchors import Anchors
from stackaudit.reports.html.bars import left_out, spend_charts
from stackaudit.reports.html.belonging import Belonging
from stackaudit.reports.html.evidence import evidence_table
from stackaudit.reports.html.findings import FindingWriter, finding_anchor
from stackaudit.reports.html.map_section import map_section
from stackaudit.reports.html.matrix import ownership_matrix
from stackaudit.reports.html.places import Places
from stackaudit.reports.html.sheets import SheetWriter
from stackaudit.reports.html.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.model.audit import Audit
    from stackaudit.model.briefing import Briefing, Gap, Renewal
    from stackaudit.model.rules import Rule
    from stackaudit.reports.stack_map import StackMap

_MOST_LISTED = 100
_MOST_OF_GAP = 12
_MOST_OF_TEAM = 20


class RuleRow(NamedTuple):
    """A rule that was asked, with what came of it."""

    anchor: str
    rule: Rule
    findings: int
    undetermined: int


class GapCard(NamedTuple):
    """A gap with the anchors of its first findings."""

    gap: Gap
    severity: str
    findings: tuple[tuple[str, str], ...]
    further: int


class RenewalRow(NamedTuple):
    """A contract with the day by which somebody must decide, and whether its notice is past."""

    renewal: Renewal
    anchor: str
    decide_by: str
    is_late: bool


def page_of(briefing: Briefing, stack_map: StackMap | None = None) -> Mapping[str, object]:
    """Everything that stands in the page; long lists are cut, and say by how much."""
    audit, card = briefing.audit, briefing.card
    anchors, belonging = Anchors(), Belonging(briefing)
    tokens = Tokens(belonging)
    places = Places(_files(briefing))
    table = FindingWriter(audit, belonging, tokens, anchors, places).table()
    writer = SheetWriter(briefing, belonging, tokens, anchors, places)
    system_sheets = writer.sheets()
    reconciliation = briefing.reconciliation
    return {
        "briefing": briefing,
        "audit": audit,
        "card": card,
        "audience": AUDIENCES[briefing.audience],
        "efforts": EFFORTS,
        "grades": GRADES,
        "standings": STANDINGS,
        "theme_abouts": THEMES,
        "findings": table,
        "severity_counts": _severity_counts(audit),
        "gaps": tuple(_gap(gap, anchors) for gap in briefing.gaps),
        "stack_map": map_section(stack_map, belonging, anchors) if stack_map else None,
        "charts": tuple(spend_charts(card.spending)),
        "left_out": left_out(card.spending.total),
        "renewals": tuple(_renewals(briefing, anchors)),
        "matrix": ownership_matrix(briefing, belonging),
        "sheets": system_sheets,
        "sides": tokens.sides(),
        "teams": tokens.teams(),
        "evidence": evidence_table(reconciliation, belonging, anchors) if reconciliation else None,
        "reconciliation": reconciliation,
        "wanted": tuple(writer.waiting.wanted(audit.missing)),
        "rules": tuple(_rules(audit, anchors)),
        "system_anchor": lambda name: anchors.of("s", name.id) if belonging.knows(name) else "",
        "places": places,
        "most_listed": _MOST_LISTED,
        "most_of_team": _MOST_OF_TEAM,
    }


def _files(briefing: Briefing) -> set[str]:
    """The names of all files that were read."""
    evidence = briefing.reconciliation.documents if briefing.reconciliation else ()
    return {*briefing.audit.documents, *evidence}


def _severity_counts(audit: Audit) -> tuple[tuple[str, int, float, float], ...]:
    """Findings of each severity, the worst first: the word, how many, and where its part of a bar of 100 lies."""
    counts = Counter(finding.severity for finding in audit.findings)
    found, start = [], 0
    for severity in sorted(Severity, reverse=True):
        if counts[severity]:
            parts = (100 * start / len(audit.findings), 100 * counts[severity] / len(audit.findings))
            found.append((severity.word, counts[severity], round(parts[0], 2), round(parts[1], 2)))
        start += counts[severity]
    return tuple(found)


def _gap(gap: Gap, anchors: Anchors) -> GapCard:
    first = tuple((finding_anchor(finding, anchors), finding.message) for finding in gap.findings[:_MOST_OF_GAP])
    return GapCard(gap, gap.findings[0].severity.word, first, max(0, len(gap.findings) - _MOST_OF_GAP))


def _renewals(briefing: Briefing, anchors: Anchors) -> Iterator[RenewalRow]:
    today = briefing.audit.today
    for renewal in briefing.renewals[:_MOST_LISTED]:
        is_late = renewal.notice is not None and renewal.notice < today
        decide_by = renewal.renews if renewal.notice is None or is_late else renewal.notice
        yield RenewalRow(renewal, anchors.of("s", renewal.system.id), decide_by.isoformat(), is_late)


def _rules(audit: Audit, anchors: Anchors) -> Iterator[RuleRow]:
    """The rules by theme, ours first, each theme with the gravest first."""
    order = {theme: index for index, theme in enumerate(THEMES)}
    failed = Counter(finding.rule for finding in audit.findings)
    waiting = Counter(item.rule for item in audit.undetermined)
    rules = audit.rules.values()
    for rule in sorted(
        rules, key=lambda rule: (order.get(rule.theme, len(order)), rule.theme, -rule.severity, rule.id)
    ):
        yield RuleRow(anchors.numbered("r", rule.id), rule, failed[rule.id], waiting[rule.id])
