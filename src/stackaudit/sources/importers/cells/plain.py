"""Texts of strangers as an inventory may hold them: on one line, without markup; and folded, to compare them."""

from __future__ import annotations

import re
from functools import lru_cache

from stackaudit.sources.evidence.headings import folded
from stackaudit.sources.language.values import is_unstated

LONGEST = 2_000
"""Characters of a text that are kept."""

_MOST_READ = 20_000
_LONGEST_FOLDED = 120
_LONGEST_NOTHING = 60
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\xa0"  # control characters and line breaks
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"  # invisible, and reordering
    "\ud800-\udfff\U000e0000-\U000e0fff ]+",
)
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_LINK = re.compile(r"!?\[(?P<text>[^\[\]]{0,500})\]\((?P<address>[^()\s]{0,1000})[^()]{0,200}\)")
_ADDRESS = re.compile(r"<(?P<address>https?://[^<>\s]{1,1000})>")
_RELATED = re.compile(r"(?<=\S)\s?\(https?://[^()\s]{1,1000}\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|`|~~)(?=\S)(?P<text>[^*`~\n]{1,500}?)(?<=\S)\1(?![\w*])")
_NOTHING = frozenset(
    """
n a|na|nan|null|nil|undefined|blank|empty|missing|not applicable|not available|not stated|not specified|not known
unknown|unclear|unsure|not sure|dont know|don t know|no idea|no data|no info|tbd|tba|tbc|todo|to do|xxx
to be determined|to be confirmed|to be defined|to be decided|to be added|to be completed|to be announced
k a|keine angabe|keine angaben|unbekannt|nicht bekannt|noch offen|entfallt|nicht zutreffend|nicht anwendbar
inconnu|inconnue|n c|nc|non renseigne|a definir|sans objet|onbekend|nvt|n v t|niet van toepassing
desconocido|no aplica|por definir|okand|ukjent|ej tillampligt
""".strip()
    .replace("\n", "|")
    .split("|")
)
_WORDS = re.compile(r"\w")
_MARKS = re.compile("[✓✔✅☑✗✘❌☐✖→↔+&]")


def one_line(value: object) -> str:
    """A value as a text on one line, without what moves a cursor or hides, of at most 2,000 characters.

    A list is its items with semicolons between them, a mapping its keys and values.
    """
    line = _UNSEEN.sub(" ", text_of(value)[:_MOST_READ].replace("\n", "; " if isinstance(value, list) else " ")).strip()
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def text_of(value: object) -> str:
    """A value as people would type it in a cell: `true`, `12`, the items of a list each on a line."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, list | tuple):
        return "\n".join(_nested(item) for item in value[:LONGEST] if item is not None)
    return _nested(value) if isinstance(value, dict) else str(value)


def without_markup(text: str) -> str:
    """Text without the signs that Markdown and wikis put around it; a link is its text."""
    plain = _BREAK.sub("\n", text[:_MOST_READ])
    plain = _ADDRESS.sub(lambda match: match["address"], _LINK.sub(lambda match: match["text"], plain))
    return _EMPHASIS.sub(lambda match: match["text"], plain)


def without_addresses(text: str) -> str:
    """Text without addresses in brackets, which tools put behind a name that leads to a page of theirs."""
    return _RELATED.sub("", text[:_MOST_READ])


def link_in(text: str) -> str:
    """The address that the first link of a text leads to, empty where it has none."""
    match = _LINK.search(text[:_MOST_READ]) or _ADDRESS.search(text[:_MOST_READ])
    return match["address"] if match else ""


def words(text: str) -> str:
    """A text's first 120 characters in lower case without accents or punctuation, its words parted by single spaces."""
    return _words(text[:_LONGEST_FOLDED])


def says_nothing(value: object) -> bool:
    """Whether a cell states nothing: it is empty, a dash, `n/a`, `TBD`, `?`, or says in words that nobody knows."""
    if value is None or value in ([], {}):
        return True
    if not isinstance(value, str):
        return False
    return not value or ((len(value) < _LONGEST_NOTHING or value.isspace()) and _is_nothing(value))


@lru_cache(maxsize=16_384)
def _words(text: str) -> str:
    return folded(text.casefold())


@lru_cache(maxsize=16_384)
def _is_nothing(value: str) -> bool:
    """Whether a short text states nothing."""
    text = value.strip()
    if not text or is_unstated(text):
        return True
    if _WORDS.search(text) is None:
        return _MARKS.search(text) is None
    return words(text) in _NOTHING


def _nested(value: object) -> str:
    """An item of a list, or a mapping, on one line."""
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_nested(item)}" for key, item in list(value.items())[:100] if item is not None)
    if isinstance(value, list | tuple):
        return ", ".join(_nested(item) for item in value[:100] if item is not None)
    return text_of(value)
