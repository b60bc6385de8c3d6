"""What a permission lets an app do: the classes of `RISKS`, from the names that providers give to permissions."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from stackaudit.model.evidence import RISKS
from stackaudit.sources.evidence.sign_on.texts import brief

if TYPE_CHECKING:
    from collections.abc import Iterable

_EXACT = {
    "read": """
        openid email profile offline_access offline refresh_token basic
        userinfo.email userinfo.profile plus.me plus.login user.read user:email read:user identify identity
        identity.basic identity.email identity.avatar identity.team
    """,
    "read-sensitive": """
        gmail.metadata gmail.addons.current.message.metadata gmail.addons.current.message.readonly
        calendar.freebusy calendar.events.freebusy cloud_search.query cloud_search
        people.read groupmember.read.all users:read.email read:org read:enterprise
    """,
    "modify": """
        mail.google.com www.google.com/m8/feeds www.google.com/calendar/feeds docs.google.com/feeds
        spreadsheets.google.com/feeds gmail.labels gmail.settings.basic gmail.settings.sharing ediscovery
        cloud-platform drive.file script.external_request
        full_access_as_app full_access_as_user user_impersonation
        admin bot client repo gist workflow incoming-webhook full api
    """,
}
"""Permissions whose names do not tell. Those of Google stand without what they all begin with."""

_GOOGLE = "https://www.googleapis.com/auth/"
_GOOGLE_APIS = frozenset(
    """
    admin adwords analytics apps bigquery blogger business calendar chat classroom compute contacts content datastore
    devstorage directory documents dfareporting doubleclickbidmanager doubleclicksearch drive fitness forms gmail groups
    homeroom keep logging meetings monitoring photoslibrary presentations pubsub script siteverification spanner
    spreadsheets sqlservice tagmanager taskqueue tasks webmasters youtube
    """.split(),
)
"""The APIs of Google in whose permissions nothing more than a name means to read and to write."""

_MODIFYING = frozenset(
    """
    write readwrite send manage full edit modify delete remove create insert compose upload update import
    impersonation impersonate invite post publish approve
    """.split(),
)
_READING = frozenset("read readonly readbasic view list history metadata search export".split())
_SENSITIVE = frozenset(
    """
    mail gmail message messages imap pop file files drive sites site notes onenote document documents spreadsheets
    presentations contact contacts orgcontact people person directory user users usergroups group groups member members
    calendar calendars event events chat chats channelmessage im mpim channels conversations keep tasks
    application policy rolemanagement device devices audit auditlog ediscovery classroom meet recording recordings
    photoslibrary crm admin repo org organization
    """.split(),
)
_AS_THE_USER = re.compile(r"access_?as_?(?:the_?)?user", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-z]++|[A-Z]++(?![a-z])|[A-Z]")
_PARTED = re.compile(r"[\s,;]+")
_KNOWN = {name: risk for risk, names in _EXACT.items() for name in names.split()}
_WORST_FIRST = tuple(RISKS)


def risk_of(scopes: Iterable[str]) -> str:
    """The worst class that permissions are known to be of; empty where that is not known.

    A permission that nobody knows may be worse than any: beside it `read` would promise too much, so that only the
    classes that say what the app can do at least remain.
    """
    found = {class_of(scope) for scope in scopes}
    worst = next((risk for risk in _WORST_FIRST if risk in found), "")
    return "" if worst == _WORST_FIRST[-1] and "" in found else worst


@lru_cache(maxsize=4096)
def class_of(scope: str) -> str:
    """The class of one permission, a key of `RISKS`; empty for one that neither the table nor its words tell."""
    is_google = scope.startswith(_GOOGLE)
    name = scope.removeprefix(_GOOGLE) if is_google else _short(scope)
    if known := _KNOWN.get(name.lower()):
        return known
    spelt = _WORD.findall(name)
    words = [word.lower() for word in spelt]
    if not _MODIFYING.isdisjoint(words) or _AS_THE_USER.search(name):
        return "modify"
    if not _READING.isdisjoint(words):
        subjects = {*words, *("".join(pair) for pair in pairwise(words))}
        return "read-sensitive" if not _SENSITIVE.isdisjoint(subjects) else ""
    return "modify" if (is_google and words and words[0] in _GOOGLE_APIS) or words[:1] == ["admin"] else ""


def scopes_in(value: object) -> tuple[str, ...]:
    """The permissions in a list, or in a text that parts them by spaces, commas or semicolons, in their order."""
    if isinstance(value, str):
        value = _PARTED.split(value[:100_000])
    if not isinstance(value, list):
        return ()
    return tuple(dict.fromkeys(name for item in value[:2_000] if (name := brief(item))))


def _short(scope: str) -> str:
    """A permission without the address of the service that it belongs to: Microsoft's and Google's older ones."""
    if "://" not in scope:
        return scope
    rest = scope.partition("://")[2].rstrip("/")
    host, _, name = rest.partition("/")
    return name if name and host in {"graph.microsoft.com", "outlook.office.com", "outlook.office365.com"} else rest
