"""What a site's robots.txt allows, after RFC 9309: the group of our name, the longest matching path, `*` and `$`."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote

MOST_READ = 500_000
"""Bytes of a robots.txt that are read; RFC 9309 asks for 500 KiB at least as the limit."""

_MOST_RULES = 2_000
_LONGEST_DELAY = 10.0  # seconds; who asks for more would keep a visit from ending
_LINE = re.compile(r"\s*(user-agent|allow|disallow|crawl-delay)\s*:\s*([^#\r\n]*)", re.IGNORECASE)
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


class Robots(NamedTuple):
    """The rules for us: paths with whether they are allowed, and the seconds asked for between requests."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether a path with its query may be asked for: the longest rule that matches decides, allowing in a tie."""
        wanted = _normal(path)
        matching = [(len(pattern), allowed) for pattern, allowed in self.rules if _matches(pattern, wanted)]
        return max(matching)[1] if matching else True


EVERYTHING = Robots()


def parse_robots(text: str, agent: str) -> Robots:
    """The rules for an agent's name, or those for everybody where none name it.

    Lines that mean nothing are passed over, groups that name the same agent are one, and an empty `Disallow` allows
    everything.
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    current: list[str] = []
    opening = False
    for match in map(_LINE.match, text[:MOST_READ].splitlines()):
        if not match:
            continue
        key, value = match[1].lower(), match[2].strip()
        if key == "user-agent":
            current = [*current, value.lower()] if opening else [value.lower()]
            groups.setdefault(value.lower(), [])
        else:
            for name in current:
                groups[name].append((key, value))
        opening = key == "user-agent"
    return _robots(groups.get(agent.lower(), groups.get("*", [])))


def _robots(lines: list[tuple[str, str]]) -> Robots:
    rules = [(_normal(value), key == "allow") for key, value in lines if key != "crawl-delay" and value]
    delays = [float(value) for key, value in lines if key == "crawl-delay" and re.fullmatch(r"\d{1,6}(\.\d+)?", value)]
    return Robots(tuple(rules[:_MOST_RULES]), min(_LONGEST_DELAY, max(delays, default=0.0)))


def _matches(pattern: str, path: str) -> bool:
    """Whether a pattern matches from the path's beginning; each part is looked for once, so time stays linear."""
    ends = pattern.endswith("$")
    first, *parts = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for part in parts[:-1] if ends else parts:
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    if not ends:
        return True
    return path.endswith(parts[-1]) and len(path) - len(parts[-1]) >= at if parts else path == first


def _normal(path: str) -> str:
    """A path with its escapes written in one way: none where none is needed, upper-case digits elsewhere."""
    return _ESCAPE.sub(_escape, quote(path, safe="/%*$?&=;:@+!,()'[]~#"))


def _escape(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if character in _UNRESERVED else match[0].upper()
