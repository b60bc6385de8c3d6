"""Who owns what: a row for each team, what nobody owns, and where two answers stand against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.reports.brief.writing import a_year, figure, further, name, names, plain, table, team

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.briefing import Briefing
    from stackaudit.model.scorecard import Holdings

_MOST_TEAMS = 40
_MOST_NAMES = 8
_MOST_DISPUTES = 30


def ownership_chapter(briefing: Briefing) -> Iterator[str]:
    """The matrix of teams, systems and data, then what is open or disputed."""
    ownership = briefing.card.ownership
    yield "A team *decides* about a system (what it is for, whether it stays) or *keeps it running*, and seldom both."
    yield ""
    if ownership.teams:
        heads = [
            "Team",
            "Side",
            "Led by",
            "Decides about",
            "Keeps running",
            "Data",
            f"{a_year(briefing.audit.currency)}:",
        ]
        yield from table(heads, (_row(each, briefing) for each in ownership.teams[:_MOST_TEAMS]))
        yield from further(len(ownership.teams) - _MOST_TEAMS, "teams")
    for what, systems in (
        ("decides about", ownership.without_business),
        ("keeps running", ownership.without_technical),
    ):
        if systems:
            yield f"Nobody has stated who {what}: {names([each.name for each in systems], 12)}."
            yield ""
    yield from _disputes(briefing)


def _row(holdings: Holdings, briefing: Briefing) -> tuple[str, ...]:
    declared = briefing.teams.get(holdings.id)
    lead = declared.facts.get("lead") if declared else None
    kinds = dict.fromkeys(each.name for each in (*holdings.data_business, *holdings.data_technical))
    return (
        team(holdings.name),
        team(holdings.side) or ("?" if holdings.declared else "not declared"),
        name(lead) if isinstance(lead, str) else "?",
        names([each.name for each in holdings.business], _MOST_NAMES),
        names([each.name for each in holdings.technical], _MOST_NAMES),
        names(list(kinds)),
        figure(holdings.amount) if holdings.amount else "",
    )


def _disputes(briefing: Briefing) -> Iterator[str]:
    disputes = briefing.card.ownership.disputes
    if not disputes:
        yield "No ownership is disputed, as far as stated."
        yield ""
        return
    yield "Settle these, for each has two answers or none:"
    yield ""
    yield from table(["What", "Who says what"], ((each.about, plain(each.says)) for each in disputes[:_MOST_DISPUTES]))
    yield from further(len(disputes) - _MOST_DISPUTES, "disputes")
