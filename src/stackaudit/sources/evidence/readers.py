"""All readers of evidence, in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.evidence.dns_snapshots import DNS_SNAPSHOT
from stackaudit.sources.evidence.har import HAR
from stackaudit.sources.evidence.html_pages import HTML_PAGE
from stackaudit.sources.evidence.ledgers import LEDGER
from stackaudit.sources.evidence.name_lists import NAME_LIST
from stackaudit.sources.evidence.sign_on import APP_LIST, ENTRA, GOOGLE_TOKENS, OKTA, PASSWORDS
from stackaudit.sources.evidence.website_snapshots import WEBSITE_SNAPSHOT

if TYPE_CHECKING:
    from stackaudit.sources.evidence.reader import Reader

READERS: dict[str, Reader] = {
    reader.name: reader
    for reader in (
        LEDGER,
        OKTA,
        ENTRA,
        GOOGLE_TOKENS,
        APP_LIST,
        PASSWORDS,
        WEBSITE_SNAPSHOT,
        DNS_SNAPSHOT,
        HAR,
        HTML_PAGE,
        NAME_LIST,
    )
}
"""The readers by name; each file is claimed by one of them at most."""
