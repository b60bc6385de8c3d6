"""The first page: where the organisation stands, in figures and in a paragraph for its reader."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.model.audit import OVERALL
from stackaudit.model.money import grouped
from stackaudit.model.rules import THEMES, Severity
from stackaudit.reports.brief.for_you import for_you
from stackaudit.reports.brief.gaps import gaps_at_a_glance
from stackaudit.reports.brief.writing import large, money, name, plain, table
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.audit import Audit, Score
    from stackaudit.model.briefing import Briefing

_MOST_THEMES = 30
_WEAKEST = 3
_READERS = {
    "everyone": "for marketing and IT together",
    "cmo": "for the head of marketing",
    "cio": "for the head of IT",
    "cfo": "for the head of finance",
    "security": "for security and privacy",
}


def title(briefing: Briefing) -> Iterator[str]:
    """The heading, with the day and the reader."""
    audit = briefing.audit
    organization = name(audit.organization)
    yield f"# Technology audit: {organization}" if organization else "# Technology audit"
    yield ""
    yield f"As of {audit.today}, {_READERS[briefing.audience]}. Where this report says `?`, nobody has stated it."
    yield ""


def summary(briefing: Briefing) -> Iterator[str]:
    """The state in figures, a paragraph for the reader, the gaps at a glance, and the scores."""
    audit = briefing.audit
    yield "## In short"
    yield ""
    yield _stack(briefing)
    yield ""
    yield _found(audit)
    yield ""
    yield f"**For you.** {for_you(briefing)}"
    yield ""
    yield from gaps_at_a_glance(briefing)
    yield from _scores(audit)


def _stack(briefing: Briefing) -> str:
    totals, total = briefing.audit.totals, briefing.card.spending.total
    known = f"; those in use cost {large(total.amount, briefing.audit.currency)} a year" if total.stated else ""
    gaps = f", as far as stated: {counted(total.unstated, 'system')} without a cost" if total.unstated else ""
    gaps += f", {counted(total.unconverted, 'cost')} in a currency without a rate" if total.unconverted else ""
    return (
        f"The inventory holds {counted(totals.systems, 'system')}, {counted(totals.integrations, 'integration')} and "
        f"{counted(totals.teams, 'team')}{known}{gaps}."
    )


def _found(audit: Audit) -> str:
    of_severity = Counter(finding.severity for finding in audit.findings)
    parts = [f"{grouped(of_severity[each])} {each.word}" for each in reversed(Severity) if of_severity[each]]
    found = f"**{counted(len(audit.findings), 'finding')}** ({', '.join(parts)})" if parts else "**No finding**"
    stake = audit.totals.at_stake
    sentences = [
        f"{found}{f'; they concern {money(stake, audit.currency)} a year' if stake else ''}.",
        f"{counted(len(audit.undetermined), 'question')} could not be answered." if audit.undetermined else "",
        f"Behind exceptions: {counted(len(audit.excepted), 'finding')}." if audit.excepted else "",
        f"Left out, for the baseline knows them: {counted(len(audit.baseline.known), 'finding')}."
        if audit.baseline
        else "",
        _overall(audit),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _overall(audit: Audit) -> str:
    """The score over all, and the themes that stand worst."""
    if audit.overall is None:
        return ""
    weak = sorted((score for score in audit.scores if score.fails), key=lambda score: (score.low, score.theme))
    weakest = f"; weakest: {', '.join(name(score.theme) for score in weak[:_WEAKEST])}" if weak else ""
    return f"The stack scores **{interval(audit.overall)}** of 100{weakest}."


def interval(score: Score) -> str:
    """A score from unknown counted as failing to unknown counted as passing, in whole points as everywhere."""
    low, high = int(score.low), int(score.high)
    return f"{low}" if low == high else f"{low} to {high}"


def _scores(audit: Audit) -> Iterator[str]:
    if not audit.scores:
        yield "No question was asked, so there is no score."
        yield ""
        return
    rows = [
        (name(score.theme), plain(THEMES.get(score.theme, "")), interval(score), *_counts(score))
        for score in audit.scores[:_MOST_THEMES]
    ]
    if audit.overall:
        rows.append((f"**{OVERALL}**", "", f"**{interval(audit.overall)}**", *_counts(audit.overall)))
    yield from table(["Theme", "What is looked for", "Score:", "Failed:", "Open:"], rows)


def _counts(score: Score) -> tuple[str, str]:
    return grouped(score.fails), grouped(score.undetermined)
