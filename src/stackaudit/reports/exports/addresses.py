"""Web addresses that other tools can be given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.reports.exports.stated import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGNS = r"(?:[a-z0-9._~!$&'()*+,;=:@/?-]|%[0-9a-f]{2})*"
_ADDRESS = re.compile(
    rf"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{{1,5}})?(?:[/?]{_SIGNS})?(?:\#{_SIGNS})?",
    re.IGNORECASE | re.ASCII,
)


def web_address(facts: Mapping[str, object], name: str) -> str:
    """A fact that is a plain http or https address; empty where it is anything else, such as a script."""
    text = text_of(facts, name)
    return text if _ADDRESS.fullmatch(text) else ""
