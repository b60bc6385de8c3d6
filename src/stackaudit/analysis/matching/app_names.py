"""Names of apps without what only tells instances, protocols and add-ins of one tool apart."""

from __future__ import annotations

import re
from typing import NamedTuple

_QUALIFIERS = frozenset(
    """
    sso saml saml2 oidc oauth oauth2 scim swa wsfed ldap okta entra azure ad aad idp sp
    app apps application client web webapp website portal login logins log in signin account accounts
    admin administrator administration console
    mobile desktop ios android mac macos windows browser chrome firefox edge
    prod production live sandbox sbx staging stage stg uat qa test testing dev development demo trial training preprod
    old new legacy deprecated backup dr temp migration v1 v2 v3 v4
    eu us usa uk de fr emea apac na eea ca au jp nl row global europe america americas asia gov east west
    cloud platform suite workspace instance tenant env environment federation clipper importer exporter
    connector integration integrations connection sync plugin addin addon extension add on bot api service provisioning
    outlook gmail excel word powerpoint crm
    """.split(),
)
"""Words at the end of a name, or in brackets before it, that leave the tool what it is."""

_MOST_WORDS = 12
_NUMBER_OF_INSTANCE = 2  # digits
_TAIL = re.compile(r"\s+(?:for|by|from|to|with|on|in|via|powered by)\s+", re.IGNORECASE)
_HEAD = re.compile(r"\s*(?:[(\[]([^()\[\]]{1,40})[)\]]|([^\W_]{1,12})\s*[-\u2013\u2014:|_])\s*")
_LAST = re.compile(r"(.*[^\W_])[\s()\[\]_/|,:;.\u2013\u2014-]+([^\W_]+)[\s()\[\].]*")
_WORD = re.compile(r"[^\s()\[\]_/|,:;\u2013\u2014]+")


class Readings(NamedTuple):
    """Ways to read a name: without qualifiers, and its beginnings of fewer and fewer words."""

    plain: tuple[str, ...]
    beginnings: tuple[str, ...]
    all: tuple[str, ...]


def readings_of(name: str) -> Readings:
    """The readings of a name, the fullest first; the name itself is not among the plain ones."""
    whole = name.strip()
    headless = _without_head(whole)
    alone = _TAIL.split(headless, maxsplit=1)[0]
    shortest = _without_tail(alone)
    plain = tuple(text for text in dict.fromkeys((headless, alone, shortest)) if text and text != whole)
    words = _WORD.findall(shortest)[:_MOST_WORDS]
    beginnings = tuple(" ".join(words[:end]) for end in range(len(words) - 1, 0, -1))
    return Readings(plain, beginnings, tuple(dict.fromkeys((whole, *plain))))


def _without_head(name: str) -> str:
    """A name without an environment, a region or a protocol before it: `[PROD] Slack`, `SSO - Slack`."""
    match = _HEAD.match(name)
    if match is None:
        return name
    said = (match[1] or match[2]).lower().split()
    return name[match.end() :] if all(map(_is_qualifier, said)) else name


def _without_tail(name: str) -> str:
    """A name without the qualifiers at its end; one that is nothing else stays."""
    while (match := _LAST.fullmatch(name)) is not None and _is_qualifier(match[2]):
        name = match[1]
    return name.rstrip(" -([")


def _is_qualifier(word: str) -> bool:
    plain = word.lower()
    return plain in _QUALIFIERS or (plain.isdecimal() and len(plain) <= _NUMBER_OF_INSTANCE)
