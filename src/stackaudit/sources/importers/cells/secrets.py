"""Columns and texts that hold secrets, which are never carried anywhere."""

from __future__ import annotations

import re

from stackaudit.sources.evidence.reader import Table
from stackaudit.sources.evidence.sign_on.columns import has_secrets
from stackaudit.sources.importers.cells.plain import words

_SECRETS = re.compile(
    r"\b(?:pass(?:word|wort|code|phrase|wd)s?|pwd|pw|kennwort|mot de passe|contrasena|wachtwoord|losenord|adgangskode|"
    r"secrets?|"
    r"tokens?|(?:api|access|private|secret|license|licence|activation|encryption|ssh|product|client) ?(?:key|secret)s?|"
    r"(?:recovery|backup|reset) ?(?:codes?|key|phrase)|credentials?|zugangsdaten|anmeldedaten|"
    r"login data|pin|pin code|otp|totp|"
    r"seed phrase|security (?:question|answer)s?|serial (?:number|key)|lizenzschlussel|bearer)\b"
)
_NO_SECRET = re.compile(
    r"\b(?:password (?:manager|policy|vault|reset|rotation)|shared credentials|token (?:lifetime|expiry)|"
    r"key (?:custodian|owner|holder)|"
    r"api keys in use|has api keys)\b"
)
_WRITTEN = re.compile(
    r"(?P<what>\b(?:pass(?:word|wort|code|phrase|wd)|pwd|pw|kennwort|secret|token|(?:api|access)[ _-]?key)\s*[:=]\s*)"
    r"(?!\s)(?P<secret>[^\s,;]{1,500})",
    re.IGNORECASE,
)


def is_secret(heading: str) -> bool:
    """Whether a heading is one of passwords, keys, tokens or codes."""
    if has_secrets(Table((heading,), (), ())):
        return True
    said = words(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading[:200]))
    return _SECRETS.search(said) is not None and _NO_SECRET.search(said) is None


def without_secrets(text: str) -> str:
    """A text with `…` in place of a password or key that is written out in it."""
    return _WRITTEN.sub(lambda match: f"{match['what']}…", text)
