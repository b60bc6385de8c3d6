"""A reconciliation as lines for a terminal: tool by tool, what is declared, paid, signed in to and seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.evidence import SOURCES
from stackaudit.model.money import grouped, spelled
from stackaudit.reports.terminal.lines import Line, counted, line, width_of, wrapped
from stackaudit.reports.terminal.tables import Column, Row, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from stackaudit.model.evidence import EvidenceFile
    from stackaudit.model.reconciliation import Coverage, Reconciliation, Sighting, TeamShare, Tool

_MOST = 25
_MOST_TEAMS = 12
_HEADINGS = {
    "undeclared": ("Not declared", "shown by evidence, and no system of the inventory"),
    "plumbing": ("Not declared, only delivering", "libraries, fonts, content and hosting that pages call"),
    "unseen": ("Declared, not shown", "a source was read that would have to show it"),
    "matched": ("Declared and shown", ""),
    "unshown": ("Declared, nothing to tell", "no source was read that would surely show it"),
}
_SOURCES = {
    "paid": "ledgers",
    "signed in": "sign-on lists",
    "seen": "websites and DNS",
    "listed": "lists of names",
}


def reconciliation_lines(
    name: str, reconciliation: Reconciliation, width: int, *, show_all: bool = False, verbose: bool = False
) -> list[Line]:
    """The whole reconciliation; `show_all` lists every tool, `verbose` what matched and what stayed unknown."""
    lines = [*_title(name, reconciliation, width), []]
    for standing, (heading, about) in _HEADINGS.items():
        tools = [tool for tool in reconciliation.tools if _group(tool) == standing]
        few = show_all or standing in ("undeclared", "unseen")
        lines += _tools(heading, about, tools, reconciliation.currency, width, few=few, verbose=verbose, every=show_all)
    if reconciliation.guesses:
        about = "perhaps; guesses count nowhere and fail no run"
        lines += _tools(
            "Guesses", about, reconciliation.guesses, reconciliation.currency, width,
            few=True, verbose=True, every=show_all,
        )  # fmt: skip
    lines += _teams(reconciliation.shares, reconciliation.currency, width, every=show_all)
    lines += _covered(reconciliation, width, verbose=verbose)
    return lines


def _group(tool: Tool) -> str:
    """The heading under which a tool stands."""
    return "plumbing" if tool.is_plumbing and tool.standing == "undeclared" and not tool.payments else tool.standing


def _title(name: str, reconciliation: Reconciliation, width: int) -> list[Line]:
    tools = reconciliation.tools
    undeclared = [tool for tool in tools if _group(tool) == "undeclared"]
    money = sum(tool.payments.annual for tool in undeclared if tool.payments)
    parts = [name] if name else []
    parts.append(counted(len(reconciliation.files), "file of evidence", "files of evidence"))
    parts.append(counted(sum(bool(tool.sightings) for tool in tools), "tool shown", "tools shown"))
    parts.append(f"{counted(len(undeclared), 'tool')} not declared")
    parts += [f"{spelled(round(money), reconciliation.currency)} of it paid a year"] if money else []
    return wrapped(" · ".join(parts), width, "  ", "label", first="")


def _tools(  # noqa: PLR0913 - one table, told in several ways
    heading: str,
    about: str,
    tools: Sequence[Tool],
    currency: str,
    width: int,
    *,
    few: bool,
    verbose: bool,
    every: bool,
) -> Iterator[Line]:
    """One table of tools under a heading, or only their number where nobody asked for more."""
    if not tools:
        return
    yield from _head(f"{heading}: {len(tools)}", [about, "" if few else "(--all shows them)"], width)
    if few:
        shown = tools if every else tools[:_MOST]
        columns = [
            Column("tool"),
            Column(f"paid {currency}".strip(), figures=True),
            Column("signed in", figures=True),
            Column("seen", figures=True),
            Column("sure", most=8),
        ]
        yield from table(columns, [_row(tool, verbose=verbose) for tool in shown], width)
        if len(shown) < len(tools):
            yield line((f"  … and {len(tools) - len(shown)} more (--all shows them)", "faint"))
    yield []


def _head(heading: str, about: Sequence[str], width: int) -> Iterator[Line]:
    """A heading with what is to know about it, beside it where there is room and below it where there is none."""
    said = "  ".join(filter(None, about))
    if not said or width_of(heading) + 2 + width_of(said) <= width:
        yield line((heading, "label"), (f"  {said}" if said else "", "faint"))
    else:
        yield line((heading, "label"))
        yield from wrapped(said, width, "  ", "faint", first="  ")


def _row(tool: Tool, *, verbose: bool) -> Row:
    paid = tool.payments
    cells = (
        tool.name,
        spelled(round(paid.annual, 2), "") if paid else "",
        _signed_in(tool.sightings.get("signed in")),
        _pages(tool.sightings.get("seen")),
        tool.sureness.word if tool.sightings else "",
    )
    return Row(cells, "; ".join([*_remarks(tool), *(tool.whys[:3] if verbose else ())]), "label")


def _signed_in(sighting: Sighting | None) -> str:
    """How many people sign in, or just that they do."""
    if sighting is None:
        return ""
    users = [trace.users for trace in sighting.traces if trace.users is not None]
    return counted(max(users), "user") if users else "yes"


def _pages(sighting: Sighting | None) -> str:
    if sighting is None:
        return ""
    pages = sum(trace.times for trace in sighting.traces if trace.kind == "tag")
    return counted(pages, "time") if pages else "DNS"


def _remarks(tool: Tool) -> Iterator[str]:
    """Who paid and since when, what else is worth knowing."""
    if tool.payments:
        teams = [share.team for share in tool.payments.shares if share.team]
        if teams:
            further = f" and {len(teams) - 2} more" if len(teams) > 2 else ""
            yield f"paid by {', '.join(teams[:2])}{further}"
        if tool.payments.cards and tool.payments.cards > 1:
            yield f"{tool.payments.cards} cards"
        if tool.payments.unconverted:
            yield f"also in {', '.join(tool.payments.unconverted)}, without a rate"
    if tool.standing == "unseen":
        yield f"not among what is {' or '.join(tool.expected)}" + (f" since {tool.last}" if tool.last else "")
    if "listed" in tool.sightings:
        yield "on a list"


def _teams(shares: Sequence[TeamShare], currency: str, width: int, *, every: bool) -> Iterator[Line]:
    """What each team or cost centre paid for software."""
    if not shares:
        return
    shown = shares if every else shares[:_MOST_TEAMS]
    yield line(("Paid for tools, by team or cost centre", "label"))
    columns = [
        Column("team", most=48),
        Column(f"{currency} a year".strip(), figures=True),
        Column("payments", figures=True),
    ]
    rows = [Row((share.team or "(not stated)", spelled(share.amount, ""), str(share.times))) for share in shown]
    yield from table(columns, rows, width)
    if len(shown) < len(shares):
        yield line((f"  … and {len(shares) - len(shown)} more (--all shows them)", "faint"))
    yield []


def _covered(reconciliation: Reconciliation, width: int, *, verbose: bool) -> Iterator[Line]:
    """What was read, what it covers, and what became of it."""
    yield line(("What the evidence covers", "label"))
    for source in SOURCES:
        coverage = reconciliation.covered(source)
        if coverage is None:
            yield from wrapped(f"{_SOURCES[source]}: none was read, so nobody knows what is {source}", width, "  ")
        else:
            yield from wrapped(_coverage(coverage), width, "    ", first="  ")
            if verbose and coverage.unknown_texts:
                texts = ", ".join(f"{text} ({times})" for text, times in coverage.unknown_texts)
                more = coverage.unknown_names - len(coverage.unknown_texts)
                texts += f" and {grouped(more)} more" if more else ""
                yield from wrapped(f"of nothing known: {texts}", width, "    ", "faint")
    for ignored in reconciliation.ignored:
        yield from wrapped(
            f"ignored: {ignored.name} ({ignored.reason}), {counted(ignored.traces, 'trace')}", width, "    ", first="  "
        )
    yield from _notes(reconciliation.files, width)
    for name, reason in reconciliation.unread:
        yield from wrapped(f"not read: {name}: {reason}", width, "    ", "label", first="  ")


def _coverage(coverage: Coverage) -> str:
    days = f", {coverage.first} to {coverage.last}" if coverage.first else ""
    parts = [f"{counted(coverage.matched, 'trace')} of tools"]
    parts += [f"{grouped(coverage.guessed)} guessed"] if coverage.guessed else []
    parts += [f"{grouped(coverage.ignored)} ignored"] if coverage.ignored else []
    parts += [f"{grouped(coverage.unknown)} of nothing known"] if coverage.unknown else []
    files = counted(coverage.files, "file")
    return f"{_SOURCES[coverage.source]}: {files}, {counted(coverage.traces, 'trace')}{days}: {', '.join(parts)}"


def _notes(files: Iterable[EvidenceFile], width: int) -> Iterator[Line]:
    for file in files:
        for note in file.notes:
            yield from wrapped(f"{file.name}: {note}", width, "    ", "faint", first="  ")
