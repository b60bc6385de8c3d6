"""What evidence shows beside the inventory: tools that are paid, signed in to or seen, and not declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.evidence import SOURCES
from stackaudit.model.money import grouped
from stackaudit.reports.brief.writing import a_year, figure, further, name, names, plain, table, teams
from stackaudit.reports.terminal.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.briefing import Briefing
    from stackaudit.model.reconciliation import Reconciliation, Sighting, Tool

_MOST = 60
_MOST_NAMES = 20
_READ_FROM = {
    "paid": "ledgers",
    "signed in": "sign-on lists",
    "seen": "websites and domain records",
    "listed": "lists of names",
}


def evidence_chapter(briefing: Briefing) -> Iterator[str]:
    """Undeclared tools, declared ones that nothing shows, guesses, and what the evidence covers."""
    reconciliation = briefing.reconciliation
    if reconciliation is None:
        yield "No evidence was read. Nobody can tell from here what is used besides what is declared."
        yield ""
        yield "Put exports of ledgers and sign-on lists into a folder `evidence` beside the inventory."
        yield ""
        return
    by_standing = {
        standing: [tool for tool in reconciliation.tools if tool.standing == standing]
        for standing in ("matched", "undeclared", "unseen", "unshown")
    }
    shown, undeclared = len(by_standing["matched"]), len(by_standing["undeclared"])
    yield (
        f"{counted(shown, 'declared tool')} {'is' if shown == 1 else 'are'} shown by evidence; "
        f"{counted(undeclared, 'further tool')} {'is' if undeclared == 1 else 'are'} shown and not declared."
    )
    yield ""
    yield from _undeclared(by_standing["undeclared"], reconciliation)
    yield from _listed("Declared, and not shown by sources that would have to show it", by_standing["unseen"])
    yield from _listed("Declared, and no source that would show it was read", by_standing["unshown"])
    yield from _listed("Guesses, which count nowhere", list(reconciliation.guesses))
    yield from _coverage(reconciliation)


def _undeclared(tools: list[Tool], reconciliation: Reconciliation) -> Iterator[str]:
    if not tools:
        return
    rows = (
        (
            name(tool.name),
            figure(tool.payments.annual) if tool.payments else "",
            teams([share.team for share in tool.payments.shares if share.team], 3) if tool.payments else "",
            _signed_in(tool.sightings.get("signed in")),
            _seen(tool.sightings.get("seen")),
            "yes" if "listed" in tool.sightings else "",
            tool.sureness.word,
        )
        for tool in tools[:_MOST]
    )
    heads = [
        "Not declared",
        f"{a_year(reconciliation.currency)}:",
        "Paid by",
        "Signed in",
        "Seen on",
        "On a list",
        "Sure",
    ]
    yield from table(heads, rows)
    yield from further(len(tools) - _MOST, "tools that nobody declared")


def _signed_in(sighting: Sighting | None) -> str:
    """How many people sign in, or just that they do."""
    if sighting is None:
        return ""
    users = [trace.users for trace in sighting.traces if trace.users is not None]
    return counted(max(users), "person", "people") if users else "yes"


def _seen(sighting: Sighting | None) -> str:
    """The sites and domains on which it was seen."""
    if sighting is None:
        return ""
    return names(sorted({trace.site for trace in sighting.traces if trace.site}), 2) or "yes"


def _listed(what: str, tools: list[Tool]) -> Iterator[str]:
    if tools:
        yield f"{what}: {names([tool.name for tool in tools], _MOST_NAMES)}."
        yield ""


def _coverage(reconciliation: Reconciliation) -> Iterator[str]:
    """What was read of each source, from when to when, and what became of it."""
    rows: list[tuple[str, ...]] = []
    for source in SOURCES:
        covered = reconciliation.covered(source)
        if covered is None:
            rows.append((source, f"{_READ_FROM[source]}: none read, so nobody knows", "", "", "", ""))
            continue
        days = f"{covered.first} to {covered.last}" if covered.first else "?"
        files = f"{_READ_FROM[source]}: {counted(covered.files, 'file')}"
        figures = (covered.traces, covered.matched, covered.unknown)
        rows.append((source, files, days, *(grouped(each) for each in figures)))
    yield from table(["What is", "Read from", "Covers", "Traces:", "Of tools:", "Of nothing known:"], rows)
    for file, reason in reconciliation.unread[:_MOST_NAMES]:
        yield f"- Not read: {plain(file)}: {plain(reason)}"
    if reconciliation.unread:
        yield ""
