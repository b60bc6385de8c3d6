"""Files that are no evidence: what each seems to be, and what to do instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stackaudit.sources.evidence.reader import Content

_KINDS = {
    ".xls": "a workbook of the old kind; save it as .xlsx or .csv",
    ".numbers": "a workbook of another kind; save it as .xlsx or .csv",
    ".ods": "save it as .xlsx or .csv",
    ".pdf": "a PDF holds no table that could be read safely; export it as .csv",
    ".doc": "a text document; export it as .csv or .txt",
    ".docx": "a text document; export it as .csv or .txt",
    ".odt": "a text document; export it as .csv or .txt",
    ".pptx": "a presentation",
    ".eml": "a message; save what is attached to it",
    ".msg": "a message; save what is attached to it",
    **dict.fromkeys((".zip", ".gz", ".7z", ".rar", ".tar", ".tgz"), "an archive; unpack it"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic", ".tif", ".tiff", ".svg", ".ico"), "a picture"),
}
_TEXTS = frozenset({".csv", ".tsv", ".psv", ".tab", ".txt", ".list", ".md", ".markdown", ".json", ".har", ".html", ""})
_MARKS_OF_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT = 4_000  # characters
_RECORDS = re.compile(
    r"^\s*\$(?:ORIGIN|TTL)\b|<<>> DiG |Non-authoritative answer|mail exchanger = |"
    r"\sIN\s+(?:SOA|MX|TXT|CNAME|NS|A|AAAA)\s",
    re.MULTILINE,
)


def kind_that_is_not_read(suffix: str) -> str:
    """What a file with this ending is, where no file with it is evidence; empty for any other."""
    return _KINDS.get(suffix, "")


def is_of_no_text(suffix: str, raw: bytes) -> bool:
    """Whether a file that does not claim to be text is none."""
    return suffix not in _TEXTS and b"\0" in raw and not raw.startswith(_MARKS_OF_UTF_16)


def reason_unread(content: Content) -> str:
    """Why no reader knows a content, as far as its look tells, and the way out."""
    text = content.text[:_LOOKED_AT]
    if not text.strip():
        return "it is empty"
    if text.startswith(('"EXTF"', "EXTF;")):
        return "postings for DATEV, whose days have no year; export the incoming invoices as a table with full dates"
    if _RECORDS.search(text):
        return "records of a domain; `stackaudit collect dns DOMAIN` writes them as they are read"
    if content.is_json:
        return "JSON that no reader knows; export the list as a table (.csv)"
    if content.table is not None and len(content.table.header) > 1:
        return "a table that no reader knows; name its reader and columns under `files:` in evidence.yaml"
    if content.suffix in {".md", ".markdown"}:
        return "text that is more than a list; keep the names alone, as points or one on a line"
    return "no reader knows what this is"
