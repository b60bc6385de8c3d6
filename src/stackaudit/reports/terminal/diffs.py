"""Changes of files' texts, as lines for a terminal or a patch."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.reports.terminal.hunks import hunks
from stackaudit.reports.terminal.lines import Line, counted, line
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STYLES = {"+": "place", "-": "caret", "@": "faint", "\\": "faint"}
_NO_BREAK = "\\ No newline at end of file"


class Rewritten(NamedTuple):
    """A file's name, its text before, None where there is no file yet, and its text after."""

    name: str
    before: str | None
    after: str


def diff_lines(files: Iterable[Rewritten], most: int | None = None) -> list[Line]:
    """The files' changes as unified diffs; of each at most so many lines, and how many more there are."""
    lines: list[Line] = []
    for file in files:
        if lines:
            lines.append([])
        hunks = list(_hunks(file))
        lines += [line((f"--- {'/dev/null' if file.before is None else visible(file.name)}", "label"))]
        lines += [line((f"+++ {visible(file.name)}", "label"))]
        lines += [line((each, _STYLES.get(each[0], ""))) for each in hunks[:most]]
        if most is not None and len(hunks) > most:
            lines.append(line((f"… and {counted(len(hunks) - most, 'more line')}", "faint")))
    return lines


def _hunks(file: Rewritten) -> Iterator[str]:
    """The lines of a unified diff behind its two lines of names, each safe to show."""
    before, after = (file.before or "").splitlines(keepends=True), file.after.splitlines(keepends=True)
    for each in hunks(before, after):
        yield each[0] + visible(each[1:].rstrip("\r\n"))
        if each[-1] not in "\r\n":
            yield _NO_BREAK
