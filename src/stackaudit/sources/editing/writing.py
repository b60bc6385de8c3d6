"""New lines of an inventory, as a careful person writes them."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.editing.comments import WIDTH, comment_behind, comment_lines, noted
from stackaudit.sources.editing.fitting import fitted
from stackaudit.sources.editing.flows import flow_text
from stackaudit.sources.editing.nodes import Shape
from stackaudit.sources.editing.ordering import ground_at
from stackaudit.sources.editing.parts import Part, remarks_of, says_more
from stackaudit.sources.editing.spelling import is_foldable, is_literal, key_text, scalar_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.edits import Path
    from stackaudit.sources.editing.manner import Manner

_MOST_LINES = 5
_NARROWEST = 40
_LONGEST_ALIGNED = 20
_NOT_ALIGNED = ("organization",)


class Written(NamedTuple):
    """A value as lines: what stands behind its key or dash, and the lines below that.

    Of a value that `is_inline` a comment may stand behind the last line, of any other behind the first.
    """

    first: str
    rest: tuple[str, ...] = ()
    is_inline: bool = True


class Writing:
    """Writes parts that are new as lines, in the manner of a file; lines come without their breaks."""

    def __init__(self, manner: Manner, in_brackets: Mapping[str, bool]) -> None:
        """Take a manner, and for sections that have entries whether these stand in brackets."""
        self.manner = manner
        self._in_brackets = dict(in_brackets)

    def item(self, lead: str, part: Part, column: int, path: Path) -> list[str]:
        """The lines of an item behind its `lead`, such as `owner: ` or `- `, which begins at a column."""
        above = [*part.above, *(noted(mark, text) for mark, text in part.notes.items() if text)]
        written = self.value(lead, part, column, path)
        lines = [f"{' ' * column}{lead}{written.first}".rstrip(" "), *written.rest]
        remark = "; ".join(dict.fromkeys(remarks_of(part) if written.is_inline else [part.remark]))
        if remark:
            carrier = len(lines) - 1 if written.is_inline else 0
            behind = lines[carrier] + comment_behind(remark)
            if len(behind) <= WIDTH and (written.is_inline or part.shape is not Shape.SCALAR):
                lines[carrier] = behind
            else:
                above.append(remark)
        return [line for text in above for line in comment_lines(text, column)] + lines

    def value(self, lead: str, part: Part, column: int, path: Path, style: str = "") -> Written:
        """A value behind its lead, which begins at a column; `style` is the quote that a text is to have."""
        begin = column + len(lead)
        if part.shape is Shape.SCALAR:
            return self._scalar(part.value, begin, column, style)
        if self.is_inline(part, begin, path):
            first, *rest = fitted(flow_text(part, "", grouped=self.manner.grouped), begin, WIDTH)
            return Written(first, tuple(rest))
        is_item = lead.startswith("-")
        inner = column + (
            len(lead) if is_item else self.manner.indent if part.shape is Shape.MAPPING else self.manner.dash
        )
        lines = self.below(part, inner, path)
        if is_item and not lines[0].lstrip(" ").startswith("#"):
            return Written(lines[0].lstrip(" "), tuple(lines[1:]), is_inline=False)
        return Written("", tuple(lines), is_inline=False)

    def below(self, part: Part, column: int, path: Path) -> list[str]:
        """The lines of the items of a collection, which begin at a column, with its comments at the end."""
        if path == ("systems",) and "systems" not in self._in_brackets:
            self._in_brackets["systems"] = self._are_short(part, column)
        blocks = [
            self.item(lead, each, column, (*path, key or 0))
            for lead, (key, each) in zip(self._leads(part, column, path), part.items(), strict=True)
        ]
        is_spaced = not path or (path == ("systems",) and any(len(block) > 1 for block in blocks))
        lines: list[str] = []
        for index, block in enumerate(blocks):
            lines += ["", *block] if index and is_spaced else block
        return lines + [line for text in part.within for line in comment_lines(text, column)]

    def is_inline(self, part: Part, begin: int, path: Path) -> bool:
        """Whether a value that begins at a column stands on the line of its key: a scalar, or all of it in brackets."""
        if part.shape not in (Shape.MAPPING, Shape.LIST):
            return True
        if not any(part.items()):
            return not part.within
        if part.within or says_more(part) or len(path) < 2 or _holds_records(part):
            return False
        if ground_at(path[:1]).is_section and len(path) == 2:
            most = 1 if path[0] in ("systems", "teams") else 2
            return self._in_brackets.get(str(path[0]), True) and self._fits(part, begin, most)
        if self.manner.lists_in_lines if part.shape is Shape.LIST else self.manner.records_in_lines:
            return False
        return self._fits(part, begin, _MOST_LINES)

    def _scalar(self, value: object, begin: int, column: int, style: str) -> Written:
        inner = " " * (column + self.manner.indent)
        if isinstance(value, str) and is_literal(value) and not style:
            sign = "|" if value.endswith("\n") else "|-"
            return Written(sign, tuple(f"{inner}{line}" for line in value.splitlines()), is_inline=False)
        text = scalar_text(value, in_flow=False, grouped=self.manner.grouped, style=style)
        if begin + len(text) <= WIDTH or style or not isinstance(value, str) or not is_foldable(value):
            return Written(text)
        words = wrap(value, max(WIDTH - len(inner), _NARROWEST), break_long_words=False, break_on_hyphens=False)
        return Written(">-", tuple(f"{inner}{line}" for line in words), is_inline=False)

    def _fits(self, part: Part, begin: int, most: int) -> bool:
        """Whether a collection in brackets takes few lines, none of them too long."""
        if any(_holds_records(each) for _, each in part.items()):
            return False
        first, *rest = fitted(flow_text(part, "", grouped=self.manner.grouped), begin, WIDTH)
        return 1 + len(rest) <= most and all(len(line) <= WIDTH for line in [" " * begin + first, *rest])

    def _are_short(self, section: Part, column: int) -> bool:
        """Whether every entry of a section takes one line."""
        return all(
            not each.within
            and not says_more(each)
            and self._fits(each, column + max(_LONGEST_ALIGNED, len(key) + 2), 1)
            for key, each in section.items()
            if each.shape is not Shape.SCALAR
        )

    def _leads(self, part: Part, column: int, path: Path) -> list[str]:
        """What stands before the values of a collection: dashes, or keys, below each other where it looks well."""
        if part.shape is Shape.LIST:
            return ["- " for _ in part.listed]
        leads = [f"{key_text(key)}: " for key in part.named]
        parts = [(lead, each, (*path, key)) for lead, (key, each) in zip(leads, part.items(), strict=True)]
        records = [
            index
            for index, (lead, each, below) in enumerate(parts)
            if each.shape is Shape.MAPPING and self.is_inline(each, column + len(lead), below)
        ]
        if not self.manner.aligned or len(records) < 2 or path[:1] == _NOT_ALIGNED:
            return leads
        beside = {
            index
            for index, (lead, each, below) in enumerate(parts)
            if index >= records[0] and len(lead) <= _LONGEST_ALIGNED and self.value(lead, each, column, below).is_inline
        }
        width = max((len(leads[index]) for index in beside), default=0)
        return [lead.ljust(width) if index in beside else lead for index, lead in enumerate(leads)]


def _holds_records(part: Part) -> bool:
    if part.shape is Shape.LIST:
        return any(each.shape is Shape.MAPPING for each in part.listed)
    return part.shape is Shape.MAPPING and any(_holds_records(each) for _, each in part.items())
