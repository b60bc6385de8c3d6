"""Plain lists of names: one on a line, the points or headings of Markdown, or a table of a single column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.catalogue import folded
from stackaudit.sources.evidence.likely_names import LONGEST, is_likely_name, split_remark
from stackaudit.sources.evidence.reader import Reader
from stackaudit.sources.evidence.sign_on.columns import APP, NAMES, has_secrets
from stackaudit.sources.evidence.sign_on.sightings import Sighting, Tally, read_lines
from stackaudit.sources.evidence.sign_on.texts import app_name, host_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.sources.evidence.reader import Content, Reading

_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".list", ".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ""})
_MARKDOWN = frozenset({".md", ".markdown"})
_MOST_LINES = 20_000
_POINT = re.compile(r"\s*(?:[-*+\u2022]|\d{1,4}[.)])\s+(?:\[[ xX]\]\s+)?(?P<text>.*)")
_HEADING = re.compile(r"(?P<level>#{1,6})\s+(?P<text>.*)")
_LINK = re.compile(r"\[(?P<name>[^\[\]]{1,200})\]\((?P<address>[^()\s]{0,2000})\)")
_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*")
_LEAST_LINKS = 3
_MOST_READ = 2_000  # characters of a line


class _Name(NamedTuple):
    """A name with the line that it stands on; where it is a link, the host that it leads to, if any."""

    text: str
    line: int
    host: str = ""
    is_link: bool = False


def _claims(content: Content) -> bool:
    if content.suffix not in _SUFFIXES:
        return False
    if content.table is not None:
        return _is_one_column(content) and bool(_names(content))
    return len(content.text) <= LONGEST * _MOST_LINES and bool(_names(content))


def _read(content: Content) -> Reading:
    names = _names(content)
    tally = Tally()
    tally.rows = len(names)
    shown = {name.line: name.text for name in names}
    return read_lines(content, (Sighting(name.text, name.line, name.host) for name in names), shown, tally, "listing")


def _is_one_column(content: Content) -> bool:
    """Whether a table has a single column, with a header for names or none."""
    table = content.table
    if table is None or len(table.header) != 1 or has_secrets(table) or any(len(row) > 1 for row in table.rows):
        return False
    return folded(table.header[0]) in {"", "apps", "applications", "tools", "names", "products", *APP, *NAMES}


def _names(content: Content) -> list[_Name]:
    """The names; none where any line shows that this is no list of names."""
    if content.table is not None and _is_one_column(content):
        rows = zip(content.table.rows, content.table.lines, strict=True)
        found = [_Name(row[0].strip(), line) for row, line in rows if row and row[0].strip()]
    else:
        lines = _lines(content.text)
        if len(lines) > _MOST_LINES:
            return []
        if content.suffix in _MARKDOWN or any(_POINT.fullmatch(line) or _HEADING.fullmatch(line) for line in lines):
            found = list(_in_markdown(lines))
        else:
            found = [_Name(line.strip(), number) for number, line in enumerate(lines, start=1) if line.strip()]
    is_list = all(is_likely_name(name.text) for name in found)
    return [name._replace(text=app_name(name.text)) for name in found] if is_list else []


def _lines(text: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", text)


def _in_markdown(lines: list[str]) -> Iterator[_Name]:
    """The points of a list that has nothing but points below headings, or else headings that are links to tools."""
    points: list[_Name] = []
    headings: list[tuple[int, _Name]] = []
    is_prose = False
    for number, line in enumerate(lines, start=1):
        if match := _POINT.fullmatch(line):
            points.append(_name_in(match["text"], number))
        elif match := _HEADING.fullmatch(line):
            headings.append((len(match["level"]), _name_in(match["text"].rstrip("# \t"), number)))
        elif line.strip() and not _RULE.fullmatch(line):
            is_prose = True
    links = [name for _, name in headings if name.is_link]
    if len(links) >= _LEAST_LINKS and len(links) * 2 > len(headings):
        yield from links
    elif not is_prose:
        top = min((level for level, _ in headings), default=0)
        is_titled = len({level for level, _ in headings}) > 1
        yield from points or (name for level, name in headings if level > top or not is_titled)


def _name_in(text: str, line: int) -> _Name:
    """The name that a point or a heading begins with, without emphasis and remarks."""
    plain = re.sub(r"[*_`~]{1,3}", "", text[:_MOST_READ]).strip()
    if (link := _LINK.match(plain)) is not None:
        return _Name(link["name"].strip(), line, host_of(link["address"]), is_link=True)
    return _Name(split_remark(plain)[0], line)


NAME_LIST = Reader("name-list", "a plain list of names", _claims, _read, ("listing",))
