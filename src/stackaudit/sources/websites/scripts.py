"""Marks in scripts and styles: the hosts that their texts name, cookies that they set, and variables that are known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.model.websites import Marks
from stackaudit.sources.websites.google_containers import hosts_of_tags, tags_in
from stackaudit.sources.websites.hosts import cleaned, is_public_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

MOST_HOSTS = 2000
MOST_NAMES = 500
LONGEST_NAME = 100

_MOST_TRIED = 10 * MOST_HOSTS
_ESCAPED = re.compile(r"\\(?:/|x2[fF]|u002[fF])")
_LINE_COMMENT = re.compile(r"^[ \t]*+//.*+$", re.MULTILINE)
_QUOTE = r"""(?:["'`(=]|\\x2[27]|\\u002[27]|&quot;)"""
_HOST = re.compile(_QUOTE + r"(?:https?:)?//([a-z0-9_][a-z0-9_.-]{2,253})", re.ASCII | re.IGNORECASE)
_COOKIE = re.compile(r"""document\.cookie\s*+=\s*+["'`]([\w!#$%&*+.^|~-]{1,100})=""", re.ASCII)
_NAME = re.compile(r"[\w$]++", re.ASCII)
_CALLED_BY_STYLE = re.compile(
    r"""(?:url\(|@import)[ \t\n]{0,8}["']?((?:https?:)?//[^\s"'()<>]{1,2048})""", re.IGNORECASE
)
_NAMES_ONLY = frozenset({"www.w3.org", "schema.org", "www.schema.org"})
"""Hosts whose addresses stand in scripts as names of vocabularies; nobody calls them."""


def scan_script(text: str, variables: Collection[str]) -> Marks:
    """The marks in a script, an external one or an inline one: public hosts, names of cookies, known variables.

    `variables` are names; one that ends in `*` stands for all names that begin so, and these are answered as they stand
    in the script. Hosts that a script puts together from pieces are not seen. Takes time in proportion to the text.
    Of a container of Google's only the tags count, not the library below them.
    """
    tags = tags_in(text)
    if tags is None:
        return marks_in(spelled_out(text), variables)
    marks = marks_in(spelled_out(tags), variables)
    return marks._replace(hosts=tuple(sorted({*marks.hosts, *hosts_of_tags(tags)})))


def marks_in(plain: str, variables: Collection[str]) -> Marks:
    """The marks in a script that `spelled_out` wrote."""
    cookies = {match[1] for match in _COOKIE.finditer(plain)}
    return Marks(_hosts(plain), tuple(sorted(cookies)[:MOST_NAMES]), _known(plain, variables))


def spelled_out(text: str) -> str:
    r"""A script with its slashes as such (`\/`, `\x2F` and `\u002F` are one), without comments that hold prose."""
    return "".join(_code(_ESCAPED.sub("/", text) if "\\" in text else text))


def addresses_in_style(text: str) -> Iterator[str]:
    """The addresses with a host that a style sheet or a `style` attribute loads."""
    return (match[1] for match in _CALLED_BY_STYLE.finditer(text))


def _code(text: str) -> Iterator[str]:
    """The pieces of a script between comments: lines of `//`, and `/*!` and `/**`, which licences and docs stand in.

    Other comments stay: `/*` stands in strings as well.
    """
    text = _LINE_COMMENT.sub("", text)
    start = 0
    while (opening := text.find("/*", start)) >= 0:
        is_prose = text[opening + 2 : opening + 3] in {"!", "*"}
        closing = text.find("*/", opening + 2) if is_prose else opening
        if closing < 0:
            break
        yield text[start : opening if is_prose else opening + 2]
        start = closing + 2
    yield text[start:]


def _hosts(script: str) -> tuple[str, ...]:
    """The public hosts that a script names, sorted; the first `MOST_HOSTS`."""
    tried: set[str] = set()
    found: dict[str, None] = {}
    for match in _HOST.finditer(script):
        if match[1] in tried:
            continue
        tried.add(match[1])
        host = cleaned(match[1])
        if host and host not in _NAMES_ONLY and is_public_name(host):
            found[host] = None
        if len(found) == MOST_HOSTS or len(tried) == _MOST_TRIED:
            break
    return tuple(sorted(found))


def _known(text: str, variables: Collection[str]) -> tuple[str, ...]:
    """The names in a script that are among the variables, sorted."""
    if not variables:
        return ()
    whole = frozenset(variables)
    starts = tuple(name[:-1] for name in whole if name.endswith("*") and len(name) > 1)
    names = (match[0] for match in _NAME.finditer(text))
    found = {name for name in names if name in whole or (starts and name.startswith(starts))}
    return tuple(sorted(name for name in found if len(name) <= LONGEST_NAME)[:MOST_NAMES])
