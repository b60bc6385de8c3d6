"""Values of DNS records as a snapshot holds them: hosts, SPF without addresses, verification marks without secrets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.sources.collecting.masking import MASK, is_token
from stackaudit.sources.websites.hosts import cleaned, is_same_site

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_MARK = 100  # characters
_MOST_TERMS = 100
_SPF = re.compile(r"v=spf1(?: |$)", re.IGNORECASE)
_TERM = re.compile(r"[+?~-]?(include|a|mx|ptr|exists|redirect)[:=]([A-Za-z0-9._%{}/+=,-]{1,255})", re.IGNORECASE)
_FOLLOWED = frozenset(("include", "redirect"))
_WORD = re.compile(r"[A-Za-z0-9+/]+")


def host_value(text: str) -> str:
    """The host that an MX, NS or CNAME record names, cleaned; empty for the root and for what is no host."""
    return cleaned(text.rstrip("."))


def text_value(text: str) -> str:
    """What a TXT record tells of its purpose: the whole SPF policy but for addresses, or the mark before a secret.

    Empty where nothing but a secret stands there.
    """
    if _SPF.match(text):
        return " ".join(
            ("v=spf1", *(f"{name}{'=' if name == 'redirect' else ':'}{domain}" for name, domain in _spf_terms(text)))
        )
    stated = text.removeprefix('"').strip()
    version = re.match(r"v=\w{1,20}", stated)
    mark = version[0] if version else stated.partition("=")[0].strip()
    printable = "".join(character for character in mark if " " <= character <= "~")[:_LONGEST_MARK]
    masked = _WORD.sub(lambda word: MASK if is_token(word[0]) else word[0], printable)
    return masked if masked.strip(f"{MASK} ") else ""


def policies_followed(policy: str, domain: str) -> list[str]:
    """The names below the same registered domain that an SPF policy includes: their policies are the domain's own."""
    named = [cleaned(name) for term, name in _spf_terms(policy) if term in _FOLLOWED] if _SPF.match(policy) else []
    return [name for name in dict.fromkeys(named) if name and is_same_site(name, domain)]


def _spf_terms(text: str) -> Iterator[tuple[str, str]]:
    """The terms of a policy that name a domain, in order."""
    for term in text.split()[1 : _MOST_TERMS + 1]:
        match = _TERM.fullmatch(term)
        if match:
            yield match[1].lower(), match[2].rstrip(".").lower()
