"""A comparison of two stories as lines for a terminal: contradictions in full, then what only one tells, then sums."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from stackaudit.model.money import grouped, shortened, spelled
from stackaudit.reports.terminal.lines import Line, line, padded, width_of, wrapped
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackaudit.model.comparison import (
        Agreement,
        Comparison,
        Contradiction,
        Match,
        Statement,
        Story,
        Telling,
        Unclear,
    )
    from stackaudit.model.inventory import Subject
    from stackaudit.model.money import Money

_PLACE_COLUMN = 48
_TOPICS = {"integration": "integrations", "roadmap item": "roadmap", "team": "teams"}
_PLURALS = {"data kind": "kinds of data", "roadmap item": "items of the roadmap"}


def comparison_lines(comparison: Comparison, width: int, *, show_all: bool = False) -> list[Line]:
    """The whole report; `show_all` gives the places of everything that one story tells alone, and what both say."""
    lines = [*_heading(comparison, width), []]
    lines += _contradictions(comparison, width)
    lines += _unknown_subjects(comparison, width)
    lines += _lone_facts(comparison, width, show_all=show_all)
    lines += _unclear(comparison, width)
    if show_all:
        lines += _agreed(comparison, width)
    return [*lines, *_closing(comparison, width)]


def _heading(comparison: Comparison, width: int) -> list[Line]:
    lines: list[Line] = []
    name_width = max(width_of(visible(story.name)) for story in comparison.stories)
    for story in comparison.stories:
        lines += wrapped(_figures(story), width, " " * (name_width + 2), "", first=_lead(story.name, name_width))
    shared = Counter(match.kind for match in comparison.matches)["system"]
    share = f"{comparison.tolerance * 100:g} %"
    words = f"Both know {_counted(shared, 'system')}. Amounts and counts within {share} of each other agree."
    return [*lines, *wrapped(words, width, "", "faint")]


def _figures(story: Story) -> str:
    parts = [
        story.organization,
        _counted(story.systems, "system"),
        _counted(story.integrations, "integration"),
        *(f"{shortened(money.amount, money.currency)} a year" for money in story.annual),
        _counted(story.files, "file"),
    ]
    return " · ".join(part for part in parts if part)


def _contradictions(comparison: Comparison, width: int) -> list[Line]:
    """What cannot both be right, subject by subject."""
    if not comparison.contradictions:
        return []
    lines = [line((f"Contradictions: {grouped(len(comparison.contradictions))}", "label")), []]
    for _, items in groupby(comparison.contradictions, key=lambda item: id(item.match)):
        group = list(items)
        lines += _title(group[0].match, width)
        for item in group:
            lines += _fact(item, comparison, width)
        lines.append([])
    return lines


def _title(match: Match, width: int) -> list[Line]:
    """What a match is called in both stories, and why it is the same."""
    if match.kind == "organization":
        return wrapped("The organization", width, "    ", "rule", first="  ")
    known = [subject for subject in match.subjects if subject]
    names = list(dict.fromkeys(subject.name for subject in known))
    ids = list(dict.fromkeys(subject.id for subject in known))
    by_id = " / ".join(f"`{subject_id}`" for subject_id in ids) if ids != names else ""
    reason = match.reason if len(ids) > 1 or len(names) > 1 else ""
    facts = ", ".join(part for part in (match.kind, by_id, reason) if part)
    return wrapped(f"{' / '.join(names)}  ({facts})", width, "    ", "rule", first="  ")


def _fact(item: Contradiction | Agreement, comparison: Comparison, width: int) -> list[Line]:
    money: Money | None = getattr(item, "money", None)
    apart = f"  {spelled(money.amount, money.currency)} apart" if money else ""
    lines = [line("    ", (item.fact, "label"), (apart, ""))] if item.fact else []
    names = [story.name for story in comparison.stories]
    name_width = max(width_of(visible(name)) for name in names)
    for name, says in zip(names, item.says, strict=True):
        lines += _said(says, _lead(name, name_width, "      "), width)
    return lines


def _said(says: Statement, lead: str, width: int, note: str = "") -> list[Line]:
    return _placed(f"{says.text} ({note})" if note else says.text, str(says.place), lead, width)


def _placed(words: str, where: str, lead: str, width: int) -> list[Line]:
    """Words and their place: on one line where there is room."""
    text, place = visible(words), visible(where)
    before = padded(f"{lead}{text}", min(_PLACE_COLUMN, width - width_of(place) - 2)) + "  "
    if width_of(before) + width_of(place) <= width:
        return [line(before, (place, "place"))]
    indent = " " * width_of(lead)
    return [*wrapped(text, width, indent, first=lead), line(indent, (place, "place"))]


def _unknown_subjects(comparison: Comparison, width: int) -> list[Line]:
    """Whole subjects that only one story knows."""
    lines: list[Line] = []
    for index, story in enumerate(comparison.stories):
        items = [item for item in comparison.told if item.story == index and not item.match and not item.fact]
        if not items:
            continue
        sums = "".join(f" · {_a_year(money)}" for money in comparison.sums.alone[index])
        kinds = Counter(item.subject.kind for item in items)
        counts = ", ".join(_counted(kinds[kind], kind) for kind in dict.fromkeys(item.subject.kind for item in items))
        lines += wrapped(f"Only {story.name} knows {counts}{sums}", width, "  ", "label", first="")
        lines.append([])
        for item in items:
            lines += _told_subject(item, width)
        lines.append([])
    return lines


def _told_subject(item: Telling, width: int) -> list[Line]:
    subject = item.subject
    notes = [_a_year(item.money) if item.money else "", _lifecycle(subject), item.note]
    words = ", ".join(note for note in notes if note)
    return _said(item.says, f"  {padded(subject.kind, 12)}  ", width, words)


def _lifecycle(subject: Subject) -> str:
    """Where a system stands in its life, unless it is live."""
    state = str(subject.facts.get("lifecycle", "live")) if subject.kind == "system" else "live"
    return "" if state == "live" else state


def _lone_facts(comparison: Comparison, width: int, *, show_all: bool) -> list[Line]:
    """Facts that only one story states, of what both know; in short, only their names."""
    lines: list[Line] = []
    for index, story in enumerate(comparison.stories):
        items = [item for item in comparison.told if item.story == index and item.fact]
        if not items:
            continue
        subjects = len({id(item.match or item.subject) for item in items})
        words = f"Only {story.name} states {_counted(len(items), 'fact')} of {_counted(subjects, 'subject')}"
        lines += wrapped(words, width, "  ", "label", first="")
        if not show_all:
            lines += wrapped("--all shows values and places.", width, "  ", "faint")
        lines.append([])
        for _, group in groupby(items, key=lambda item: id(item.subject)):
            lines += _facts_of(list(group), width, show_all=show_all)
        lines.append([])
    return lines


def _facts_of(items: Sequence[Telling], width: int, *, show_all: bool) -> list[Line]:
    subject = items[0].subject
    title = "The organization" if subject.kind == "organization" else subject.name
    if not show_all:
        return wrapped(f"{title}: {', '.join(item.fact for item in items)}", width, "      ", first="  ")
    lines = wrapped(title, width, "    ", "rule", first="  ")
    for item in items:
        lines += _said(item.says, f"    {item.fact}: ", width, item.note)
    return lines


def _unclear(comparison: Comparison, width: int) -> list[Line]:
    """What could not be compared, each with its places."""
    if not comparison.unclear:
        return []
    lines = [line((f"Unclear: {grouped(len(comparison.unclear))}", "label")), []]
    for item in comparison.unclear:
        lines += _not_compared(item, comparison, width)
    return [*lines, []]


def _not_compared(item: Unclear, comparison: Comparison, width: int) -> list[Line]:
    reason = f"{item.fact}: {item.reason}" if item.fact else item.reason
    lines = wrapped(reason, width, "    ", first="  ")
    name_width = max(width_of(visible(story.name)) for story in comparison.stories)
    for story, subjects in zip(comparison.stories, item.subjects, strict=True):
        for subject in subjects:
            place = str(subject.place(item.fact))
            lines += _placed(f"{subject.name} (`{subject.id}`)", place, _lead(story.name, name_width, "      "), width)
    return lines


def _agreed(comparison: Comparison, width: int) -> list[Line]:
    """What both stories say."""
    lines = [line((f"Both say: {grouped(len(comparison.agreed))}", "label")), []] if comparison.agreed else []
    for _, items in groupby(comparison.agreed, key=lambda item: id(item.match)):
        group = list(items)
        lines += _title(group[0].match, width)
        for item in group:
            lines += _agreement(item, width)
        lines.append([])
    return lines


def _agreement(item: Agreement, width: int) -> list[Line]:
    words = " / ".join(dict.fromkeys(says.text for says in item.says))
    return wrapped(f"{item.fact}: {words}", width, "      ", first="    ")


def _closing(comparison: Comparison, width: int) -> list[Line]:
    """Counts and money."""
    told = comparison.told
    systems = sum(1 for item in told if item.subject.kind == "system" and not item.fact)
    parts = [
        _counted(len(comparison.contradictions), "contradiction"),
        f"{_counted(systems, 'system')} known to one story only",
        f"{_counted(sum(1 for item in told if item.fact), 'fact')} told by one only",
        f"{grouped(len(comparison.agreed))}\u00a0agreed",
    ]
    if comparison.unclear:
        parts.append(f"{grouped(len(comparison.unclear))}\u00a0unclear")
    lines = wrapped(" · ".join(parts), width, "  ", "title", first="")
    topics = Counter(_topic(item) for item in comparison.contradictions)
    if topics:
        named = ", ".join(
            f"{topic} {grouped(topics[topic])}" for topic in sorted(topics, key=lambda t: (-topics[t], t))
        )
        lines += wrapped(f"Contradictions are about: {named}.", width, "  ", first="")
    money = [
        *(f"systems under dispute cost {_a_year(money)}" for money in comparison.sums.disputed),
        *(f"stated costs lie {_a_year(money)} apart" for money in comparison.sums.apart),
    ]
    if money:
        words = "; ".join(money)
        lines += wrapped(f"{words[0].upper()}{words[1:]}.", width, "  ", first="")
    return lines


def _topic(item: Contradiction) -> str:
    """What a contradiction is about, in a word: the first part of the fact, or the kind of subject."""
    if item.match.kind in _TOPICS:
        return _TOPICS[item.match.kind]
    parts = item.fact.split(".")
    return parts[1] if parts[0] in ("organization", "governance") else parts[0]


def _lead(name: str, name_width: int, indent: str = "") -> str:
    return f"{indent}{padded(visible(name), name_width)}  "


def _a_year(money: Money) -> str:
    return f"{spelled(round(money.amount), money.currency)} a year"


def _counted(count: int, noun: str) -> str:
    plural = _PLURALS.get(noun, f"{noun}s")
    return f"{grouped(count)} {noun if count == 1 else plural}"
