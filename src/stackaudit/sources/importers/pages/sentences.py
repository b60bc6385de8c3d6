"""What sentences of a page say of a tool by their form: about accounts, sign-on, and whether it is still in use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from stackaudit.sources.importers.cells.secrets import without_secrets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from stackaudit.model.imports import Value

_Meaning: TypeAlias = "tuple[str, Value]"

_END = re.compile(r"(?<=[.!?])\s+(?=[^\W_a-z]|[\"'(])")
_ASIDE = re.compile(r"\s+\((?P<said>[^()]{3,200})\)[.!]?$")
_SHORT = 5  # words of a sentence that says nothing besides
_LONGEST = 400  # characters of a sentence that is looked into
_NOT = re.compile(
    r"\b(?:no|not|never|without|instead of|avoid|nobody|don'?t|doesn'?t|isn'?t|kein\w*|nicht)\b", re.IGNORECASE
)
_SHARED = re.compile(
    r"\bshared (?:\w+ )?(?:accounts?|logins?|log-ins?|credentials|users?)\b"
    r"|\b(?:accounts?|logins?|credentials) (?:is|are) shared\b"
    r"|\b(?:gemeinsame[rs]?|geteilte[rs]?) (?:konto|zugang|account|login)\b|\bsammelkonto\b",
    re.IGNORECASE,
)
_IN_A_VAULT = re.compile(
    r"\b(?:accounts?|logins?|log-ins?|credentials|zugangsdaten)\b(?: [\w&]+){0,6}? (?:in|im) (?:[\w'-]+ ){0,6}?"
    r"(?:vault|1password|lastpass|bitwarden|dashlane|keepass\w*|password manager|passwortmanager|tresor)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:ha[sv]e?|having|gets?|through|with|via|uses?) (?:their|his or her|her or his|his/her|an|your) own"
    r" (?:\w+ )?(?:accounts?|logins?|log-ins?|users?)\b",
    re.IGNORECASE,
)
_MAIN = re.compile(r"\b(?:main|admin|root|owner|primary|haupt)[ -]?(?:account|login|konto)s?\b", re.IGNORECASE)
_OPEN = "open"  # the value of a fact that a sentence touches without deciding it
_SIGN_ON = re.compile(
    r"\b(?:access|signs? in|sign-in|signed in|logs? in|log-in|login|logged in|authenticates?|authentication)"
    r" (?:through|with|via|using|by) (?:the |their |our |your |company |work |corporate ){0,3}"
    r"(?P<by>google workspace|google|microsoft 365|microsoft|okta|azure ad|entra id|entra|onelogin|jumpcloud|sso"
    r"|single sign-on|single sign on)\b(?! ads| analytics)",
    re.IGNORECASE,
)
_SUBJECT = (
    r"^(?:note: )?(?:(?:it|this(?: (?:tool|app|application|system|service|account|product|platform|subscription))?)\b"
    r"(?:'?s| is| was| has been)?|its|is|was|has been)?\s*(?:currently|now|already|previously)?\s*"
)
_RETIRED = re.compile(
    _SUBJECT
    + r"(?:unused|not (?:currently |being |actively )?(?:in use|used)|no longer (?:in use|used|active|supported)"
    r"|formerly used|previously used|retired|decommissioned|discontinued|switched off|deprecated)\b"
    r"|^we (?:no longer|do not|don't) use (?:it|this)\b"
    r"|^(?:wird )?nicht mehr (?:in benutzung|genutzt|verwendet|im einsatz)\b",
    re.IGNORECASE,
)
_RETIRING = re.compile(
    _SUBJECT + r"(?:will be|is being|being|to be|is to be|scheduled to be|about to be|going to be) (?:\w+ )?"
    r"(?:phased out|sunset|sunsetted|retired|decommissioned|discontinued|replaced|shut down|switched off)\b",
    re.IGNORECASE,
)
_STILL = re.compile(r"\bnow (?:used|by|for|in use)\b", re.IGNORECASE)
_TELLS_SECRET = re.compile(
    r"\b(?:pass(?:word|wort|wd|phrase|code)|kennwort|pin|secret|api[ _-]?key|private key|token"
    r"|(?:recovery|backup) codes?)"
    r"\s+(?:is|are|ist|lautet)\s+(?!(?:in|stored|kept|required|needed|not|managed|saved|found|with|im)\b)\S",
    re.IGNORECASE,
)


class Said(NamedTuple):
    """What a text says: facts, each with the sentence that says so, and its other sentences, as one text.

    `unclear` are sentences that leave a fact open: they say the opposite of each other, or tell of a main account.
    """

    facts: dict[str, tuple[Value, str]]
    rest: str
    unclear: tuple[str, ...] = ()


def said_in(texts: Sequence[str]) -> list[Said]:
    """What each text of one tool says, held against its other texts: a fact stands with the text that states it first.

    Where people have accounts of their own and there is one in a vault besides, neither is stated; nor is it where
    that one is called the main account.
    """
    parts = [[(sentence, _meaning(sentence)) for sentence in _sentences(text)] for text in texts]
    values: dict[str, set[Value]] = {}
    for fact, value in (meaning for part in parts for _, meaning in part if meaning is not None):
        values.setdefault(fact, set()).add(value)
    if len(values.get("lifecycle", ())) > 1:
        values["lifecycle"] = {"retiring"}  # what is going to be switched off is still there
    stated: set[str] = set()
    return [_said(part, values, stated) for part in parts]


def holds_a_secret(text: str) -> bool:
    """Whether a text gives a password, a key or the like away, such as `password: …` or `the password is …`."""
    return without_secrets(text) != text or _TELLS_SECRET.search(text) is not None


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text; one in brackets behind another stands alone where it states something."""
    for sentence in _END.split(text):
        aside = _ASIDE.search(sentence) if len(sentence) <= _LONGEST else None
        if aside is not None and aside.start() and _meaning(aside["said"]) is not None:
            yield sentence[: aside.start()]
            yield aside["said"]
        else:
            yield sentence


def _said(part: list[tuple[str, _Meaning | None]], values: Mapping[str, set[Value]], stated: set[str]) -> Said:
    facts: dict[str, tuple[Value, str]] = {}
    rest: list[str] = []
    unclear: list[str] = []
    for sentence, meaning in part:
        if meaning is None:
            rest.append(sentence)
        elif len(values[meaning[0]]) > 1 or meaning[1] == _OPEN:
            unclear.append(sentence)
        elif meaning[1] in values[meaning[0]] and meaning[0] not in stated:
            facts[meaning[0]] = (meaning[1], sentence)
            stated.add(meaning[0])
            if meaning[0] == "lifecycle" and len(sentence.split()) > _SHORT:
                rest.append(sentence)  # it says what the tool was used for, too
        else:
            rest.append(sentence)
    return Said(facts, " ".join(rest), tuple(unclear))


def _meaning(sentence: str) -> _Meaning | None:
    """The fact that a sentence states, and its value."""
    text = sentence[:_LONGEST].replace("\u2019", "'")
    if _RETIRING.search(text):
        return "lifecycle", "retiring"
    if _RETIRED.search(text) and not _STILL.search(text):
        return "lifecycle", "retired"
    if _NOT.search(text):
        return None
    if _SIGN_ON.search(text):
        return "security.sso", True
    if _OWN.search(text):
        return "security.shared_accounts", False
    if _SHARED.search(text) or _IN_A_VAULT.search(text):
        return "security.shared_accounts", _OPEN if _MAIN.search(text) else True
    return None
