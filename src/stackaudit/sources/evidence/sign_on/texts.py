"""Texts of strangers as they may be kept: short, on one line, without addresses of people."""

from __future__ import annotations

import re

LONGEST = 300  # characters of a name that are kept
_MOST_READ = 4_000
_ADDRESS = re.compile(r"(?<![^\s<>(\[,;:\"'])[^\s<>(\[,;:\"'@]++@[^\s<>()\[\],;:\"'@]++")
_EMPTY_BRACKETS = re.compile(r"[<(\[]\s*[>)\]]")
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")
_LONGEST_HOST = 253


def brief(value: object) -> str:
    """A text on one line, cut to 300 characters; empty for anything else."""
    if not isinstance(value, str):
        return ""
    line = " ".join(value[:_MOST_READ].split())[:LONGEST]
    return line if line.isascii() else line.encode("utf-8", "replace").decode("utf-8")


def app_name(value: object) -> str:
    """The name of an app as it is written, without addresses of people; empty where nothing else is left."""
    name = brief(value)
    return brief(_EMPTY_BRACKETS.sub("", _ADDRESS.sub("", name))).strip(" -,:") if "@" in name else name


def host_of(address: object) -> str:
    """The host of a web address, in lower case, with or without its scheme; empty where it is no name of a host."""
    text = brief(address).lower()
    scheme, mark, rest = text.partition("://")
    if (mark and scheme not in {"http", "https"}) or (not mark and "@" in text):
        return ""
    host = re.split(r"[/?#]", rest if mark else text, maxsplit=1)[0].rpartition("@")[2].partition(":")[0].rstrip(".")
    return host if len(host) <= _LONGEST_HOST and _HOST.fullmatch(host) else ""
