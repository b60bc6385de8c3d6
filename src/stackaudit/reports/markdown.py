"""Text from strangers as Markdown that shows it and does nothing else."""

from __future__ import annotations

import re

_CODE = re.compile(r"(`[A-Za-z][\w.-]*`)", re.ASCII)
_SIGNS = re.compile(r"[\\`*_\[\]!|~$^#{}]|:(?=\S)")
_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\u200b"): "&#8203;"}
_CALLS = re.compile(
    r"[@#~](?=[A-Za-z0-9_\"])|[!&%^](?=[0-9])|%(?=\")|:(?=[A-Za-z0-9_+-]+(?::|$))|(?<=\b[Ww]{3})\.|(?<=\bGH)-(?=\d)"
)


def escaped(text: str) -> str:
    """One line of text for the inside of a paragraph, a heading or a table's cell, not for its beginning.

    Signs of Markdown and HTML are escaped; what GitHub or GitLab would take for a person, an issue, a label, a site or
    an emoji even so is parted by a space of no width. Single words in backticks, as rules quote the names of facts,
    stay code.
    """
    parts = _CODE.split(text)
    parts[::2] = [_plain(part) for part in parts[::2]]
    return "".join(parts)


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", _CALLS.sub("\\g<0>\u200b", text)).translate(_ENTITIES)
