"""Files that no reader knows are told what they seem to be, and what to do."""

from __future__ import annotations

import pytest

from stackaudit.sources.evidence.reader import Content
from stackaudit.sources.evidence.readers import READERS
from stackaudit.sources.evidence.strangers import reason_unread
from stackaudit.sources.evidence.tables import read_tables

RECORDS = "records of a domain; `stackaudit collect dns DOMAIN` writes them as they are read"
TABLE = "a table that no reader knows; name its reader and columns under `files:` in evidence.yaml"


@pytest.mark.parametrize(
    ("suffix", "text", "reason"),
    [
        (".zone", "$ORIGIN example.com.\n@ IN MX 10 aspmx.l.google.com.\n", RECORDS),
        (".txt", "; <<>> DiG 9.18.1 <<>> example.com TXT\n;; ANSWER SECTION:\n", RECORDS),
        (
            "",
            "Server: 192.0.2.1\n\nNon-authoritative answer:\nexample.com mail exchanger = 10 mx.example.net.\n",
            RECORDS,
        ),
        (
            ".json",
            '[{"connector_id": 2, "name": "DocuSign"}]',
            "JSON that no reader knows; export the list as a table (.csv)",
        ),
        (".csv", "Height,Width\n12,14\n13,15\n", TABLE),
        (".csv", " \n", "it is empty"),
        (
            ".md",
            "# Tools\nHello all, this is what we use.\n",
            "text that is more than a list; keep the names alone, as points or one on a line",
        ),
        (".sql", "select * from payments;", "no reader knows what this is"),
        (
            ".csv",
            '"EXTF";700;21;"Buchungsstapel"\nUmsatz;Belegdatum;Buchungstext\n59,50;1210;"RE 4411"\n',
            "postings for DATEV, whose days have no year; export the incoming invoices as a table with full dates",
        ),
    ],
)
def test_the_reason_says_what_to_do(suffix: str, text: str, reason: str) -> None:
    content = Content(f"file{suffix}", suffix, text, read_tables("file", suffix, text))

    assert [name for name, reader in READERS.items() if reader.claims(content)] == []
    assert reason_unread(content) == reason
