"""Lines of Markdown's tables, whose cells are parted by pipes."""

from __future__ import annotations

import re

_RULE = re.compile(r"\|?+[ \t]*+:?+-++:?+[ \t]*+(?:\|[ \t]*+:?+-++:?+[ \t]*+)*+\|?+")
_CELL_END = re.compile(r"(?<!\\)\|")
_TICKED = frozenset({"[x]", "[X]"})


def is_head(line: str, rule: str) -> bool:
    """Whether a line is the header of a table, as the next one has a rule for each of its cells."""
    rule = rule.strip()
    if rule[:1] not in {"|", "-", ":"} or "|" not in line or _RULE.fullmatch(rule) is None:
        return False
    return len(cells_of(line)) == len(cells_of(rule))


def cells_of(line: str) -> list[str]:
    """The cells of a line, which pipes part that have no backslash before them."""
    text = line.strip().removeprefix("|")
    cells = [cell.replace("\\|", "|").strip() for cell in _CELL_END.split(text)]
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells


def ticked(cell: str) -> str:
    """The sign for a box that is ticked; nothing for one that is not, as it may not have been asked yet."""
    return "✓" if cell in _TICKED else "" if cell == "[ ]" else cell
