"""Baselines as lines for a terminal: what one knows, what was recorded, and what was dropped."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.reports.terminal.lines import Line, counted, line, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.model.audit import SinceBaseline
    from stackaudit.model.baselines import Baseline, Known

_NAMED = 6
_GONE = 10


def baseline_lines(baseline: Baseline, width: int) -> list[Line]:
    """Every entry by rule, then the counts."""
    lines: list[Line] = []
    for title, entries in (("findings", baseline.findings), ("undetermined questions", baseline.undetermined)):
        if entries:
            lines += [line((title, "title")), *_by_rule(entries.values(), width), []]
    return lines + wrapped(f"{baseline.file} knows {_contents(baseline)}.", width, "  ", "title", first="")


def created_lines(baseline: Baseline, width: int) -> list[Line]:
    """What was recorded, counted by rule."""
    rules = Counter(entry.rule for entry in (*baseline.findings.values(), *baseline.undetermined.values()))
    lines = [line(f"{count:>5,}  ", (rule, "rule")) for rule, count in sorted(rules.items())]
    return [*lines, *wrapped(f"{baseline.file} knows {_contents(baseline)}.", width, "  ", "title", first="")]


def updated_lines(baseline: Baseline, gone: tuple[Known, ...], new: int, width: int) -> list[Line]:
    """What was dropped, what is left, and how much there is that was not taken in."""
    lines = _by_rule(gone, width)
    dropped = (
        f"{counted(len(gone), 'entry', 'entries')} no longer occurred and {'was' if len(gone) == 1 else 'were'} dropped"
    )
    parts = [dropped if gone else "every entry still occurs", f"{baseline.file} knows {_contents(baseline)}"]
    if new:
        parts.append(f"{counted(new, 'new finding')} not taken in")
    return [*lines, *([[]] if gone else []), *wrapped(" · ".join(parts), width, "  ", "title", first="")]


def since_lines(since: SinceBaseline | None, width: int) -> list[Line]:
    """What a report says of the baseline that it was held against."""
    if since is None:
        return []
    known = [counted(len(since.known), "finding")]
    if since.known_undetermined:
        known.append(counted(since.known_undetermined, "undetermined question"))
    lines = wrapped(f"Known to the baseline {since.file} and left out: {' and '.join(known)}.", width, "  ", first="")
    if since.gone:
        occurs, them = ("occurs", "it") if len(since.gone) == 1 else ("occur", "them")
        words = f"{counted(len(since.gone), 'entry', 'entries')} of the baseline no longer {occurs}"
        lines += wrapped(f"{words}; `stackaudit baseline update` drops {them}:", width, "  ", first="")
        lines += _by_rule(since.gone[:_GONE], width)
        if len(since.gone) > _GONE:
            lines.append(line(f"  … and {len(since.gone) - _GONE} more"))
    return lines


def _by_rule(entries: Iterable[Known], width: int) -> list[Line]:
    lines: list[Line] = []
    for rule, subjects in sorted(entries):
        names = ", ".join(subjects[:_NAMED]) + (f" and {len(subjects) - _NAMED} more" if len(subjects) > _NAMED else "")
        lines += wrapped(f"{rule}: {names}", width, "      ", first="  ")
    return lines


def _contents(baseline: Baseline) -> str:
    parts = [counted(len(baseline.findings), "finding")]
    if baseline.undetermined:
        parts.append(counted(len(baseline.undetermined), "undetermined question"))
    return " and ".join(parts)
