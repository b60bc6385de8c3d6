"""What an import read and what it does to an inventory, as lines for a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.model.merging import Act
from stackaudit.reports.terminal.lines import Line, counted, line, wrapped
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stackaudit.model.imports import Imported
    from stackaudit.model.merging import Change, Merge

_SHOWN = 12  # of each kind of change
_TITLES = {
    Act.ADDED: "new in the inventory",
    Act.MET: "known already",
    Act.FILLED: "stated now, unstated before",
    Act.CHANGED: "changed in the source",
    Act.DROPPED: "no longer stated by the source",
    Act.KEPT: "kept as somebody wrote it",
    Act.GONE: "gone from the source: marked, not removed",
    Act.BACK: "back in the source",
    Act.TAKEN_OUT: "taken out of the inventory by hand, still in the source",
    Act.UNKNOWN: "not in the inventory: left out",
}
_KINDS = {"system": "system", "team": "team", "integration": "integration", "organization": "organisation"}


def import_lines(imported: Imported, about: str, merge: Merge, width: int) -> list[Line]:
    """What was read and understood, then every kind of change with its first entries."""
    lines = [*_headline(imported, about), *_columns(imported, width), *_left_over(imported, merge, width)]
    for act in Act:
        lines += _changes(act, [change for change in merge.changes if change.act is act], width)
    if not merge.edits:
        is_kept = any(change.act is Act.KEPT for change in merge.changes)
        lines += [
            [],
            line("Nothing to write." if is_kept else "Nothing to write: the inventory says all of this already."),
        ]
    return lines


def _headline(imported: Imported, about: str) -> list[Line]:
    kinds = Counter(draft.kind for draft in imported.drafts)
    told = [counted(kinds[kind], noun) for kind, noun in _KINDS.items() if kinds[kind] and kind != "organization"]
    what = about.partition(" (")[0]
    return [line((visible(imported.file), "title"), f" · {what} · {' · '.join(told) or 'no system'}")]


def _columns(imported: Imported, width: int) -> list[Line]:
    """Which column became which fact."""
    if not imported.columns:
        return []
    pairs = ", ".join(f"{heading} → {fact}" for heading, fact in imported.columns.items())
    return wrapped(f"understood: {pairs}", width, "    ", first="  ")


def _left_over(imported: Imported, merge: Merge, width: int) -> list[Line]:
    """What has no place in the language, what was not understood, and what is to be checked."""
    lines: list[Line] = []
    if imported.left:
        pairs = ", ".join(f"{heading} ({count})" for heading, count in imported.left.items())
        lines += wrapped(f"no place for: {pairs}", width, "    ", first="  ")
        lines.append(
            line('    kept as comments; give them one with --map "COLUMN=fact", or none with --map "COLUMN=-"')
        )
    misread = [
        remark
        for remark in (*imported.remarks, *(remark for draft in imported.drafts for remark in draft.remarks))
        if remark.why
    ]
    if misread:
        where = ", comments in what is new" if any(change.act is Act.ADDED for change in merge.changes) else ""
        lines.append(line(f"  not taken: {counted(len(misread), 'cell')}{where}"))
        for remark in misread[:_SHOWN]:
            said = f"line {remark.line}, {remark.heading}: {remark.text} ({remark.why})"
            lines += wrapped(said, width, "      ", first="    ")
        lines += _more(len(misread))
    if merge.doubts:
        lines.append(line(f"  likely, not certain: {counted(merge.doubts, 'fact')}, marked `# check:`"))
    return lines


def _changes(act: Act, changes: Sequence[Change], width: int) -> Iterable[Line]:
    """One kind of change: entries by name, facts with what was and what is."""
    if not changes:
        return
    of_facts = any(change.fact for change in changes)
    yield []
    yield line(
        (
            f"{_TITLES[act]}: {counted(len(changes), 'fact' if of_facts else 'entry', 'entries' * (not of_facts))}",
            "title",
        )
    )
    if not of_facts:
        names = [_named(change) for change in changes[: _SHOWN * 5]]
        more = f", and {len(changes) - len(names)} more" if len(changes) > len(names) else ""
        yield from wrapped(", ".join(names) + more, width, "  ", first="  ")
        return
    for change in changes[:_SHOWN]:
        yield from wrapped(_told(change), width, "      ", first="  ")
    yield from _more(len(changes))


def _named(change: Change) -> str:
    return change.name if change.kind == "system" else f"{change.name} ({_KINDS[change.kind]})"


def _told(change: Change) -> str:
    """A fact with what the inventory says and what the source says."""
    source = f"the source on line {change.line}" if change.line else "the source"
    where = f"{change.id} {change.fact}: "
    match change.act:
        case Act.FILLED:
            return f"{where}{_value(change.now)}"
        case Act.CHANGED:
            return f"{where}{_value(change.here)} → {_value(change.now)}"
        case Act.DROPPED:
            return f"{where}was {_value(change.here)}"
        case _ if change.now is None:
            return f"{where}{_value(change.here)}; {source} says nothing any more"
        case _:
            here = "nothing" if change.here is None else _value(change.here)
            return f"{where}{here}; {source} says {_value(change.now)}"


def _value(value: object) -> str:
    """A value of a fact in a few words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(_value, value)) or "none"
    if isinstance(value, dict):
        return " ".join(_value(each) for each in value.values())
    return f"{value}"


def _more(count: int) -> list[Line]:
    return [line(f"    … and {count - _SHOWN} more")] if count > _SHOWN else []
