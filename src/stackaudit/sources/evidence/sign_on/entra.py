"""What Microsoft Entra knows of apps: service principals, grants and sign-ins from Graph, and exports as tables."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.evidence.reader import Reader
from stackaudit.sources.evidence.sign_on.app_tables import MICROSOFT, MICROSOFT_ID, key_column, read_app_table
from stackaudit.sources.evidence.sign_on.columns import columns_of, find_header
from stackaudit.sources.evidence.sign_on.quoting import Quoted
from stackaudit.sources.evidence.sign_on.scopes import scopes_in
from stackaudit.sources.evidence.sign_on.sightings import Sighting, Tally, read_offsets
from stackaudit.sources.evidence.sign_on.texts import app_name, brief
from stackaudit.sources.evidence.sign_on.times import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.sources.evidence.reader import Content, Reading

_NAMES = ("displayName", "DisplayName", "appDisplayName", "AppDisplayName")
_IDS = ("appId", "AppId")
_CONSENTS = ("consentType", "ConsentType")
_DEEPEST = 5


class _Grant(NamedTuple):
    """What one person, or everybody, granted to a service principal."""

    scopes: tuple[str, ...]
    user: str


def is_entra_table(content: Content) -> bool:
    """Whether a table has names of apps beside ids as Microsoft gives them, or permissions of service principals."""
    columns = columns_of(content.table)
    if content.table is None or columns is None:
        return False
    if find_header(content.table, ("clientobjectid", "clientdisplayname")) is not None:
        return "scopes" in columns.roles
    return key_column(content.table, columns, MICROSOFT_ID) is not None


def _claims(content: Content) -> bool:
    if content.table is not None:
        return is_entra_table(content)
    if not content.is_json or not any(f'"{key}"' in content.text for key in (*_IDS, *_CONSENTS)):
        return False
    return any(_is_app(item) or _is_grant(item) for item in _items(content.value))


def _read(content: Content) -> Reading:
    if content.table is not None:
        return read_app_table(content)
    tally = Tally()
    quoted = Quoted(content.text, _NAMES)
    return read_offsets(content, quoted, _sightings(content.value, quoted, tally), tally)


def _items(value: object, depth: int = 0) -> Iterator[object]:
    """Everything in a report that is an app, a grant, or nothing that is known, in its order."""
    if depth > _DEEPEST:
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _items(item, depth + 1)
    elif isinstance(value, dict) and not _is_app(value) and not _is_grant(value):
        inner = [item for item in value.values() if isinstance(item, dict | list)]
        for item in inner:
            yield from _items(item, depth + 1)
        if not inner:
            yield value
    else:
        yield value


def _is_app(item: object) -> bool:
    return isinstance(item, dict) and any(key in item for key in _IDS) and any(name in item for name in _NAMES)


def _is_grant(item: object) -> bool:
    return isinstance(item, dict) and any(key in item for key in _CONSENTS) and ("scope" in item or "Scope" in item)


def _lowered(item: object) -> Mapping[str, object]:
    """What an item says, by keys in lower case: Graph writes `appId` and PowerShell `AppId`."""
    return {key.lower(): part for key, part in item.items()} if isinstance(item, dict) else {}


def _sightings(value: object, quoted: Quoted, tally: Tally) -> Iterator[Sighting]:
    items = list(_items(value))
    grants = _grants(items)
    joined: set[str] = set()
    for item in items:
        if _is_grant(item):
            continue
        tally.rows += 1
        said = _lowered(item)
        written = said.get("displayname") or said.get("appdisplayname")
        at = quoted.take(written)
        if "displayname" in said and said.get("appdisplayname") == written:
            quoted.take(written)  # Graph writes both, and the second is not the next app's
        if reason := _no_trace(said, app_name(written)):
            tally.leave(reason)
        else:
            principal = brief(said.get("id")) or brief(said.get("objectid"))
            joined.add(principal)
            yield from _of_app(app_name(written), at, said, grants.get(principal, ()))
    tally.rows += len(grants)
    if nameless := len(grants.keys() - joined):
        tally.leave("apps that grants name by id alone, as the same file lists no service principals", nameless)


def _grants(items: list[object]) -> Mapping[str, list[_Grant]]:
    """The grants by the id of their service principal."""
    found: dict[str, list[_Grant]] = defaultdict(list)
    for item in items:
        if _is_grant(item):
            said = _lowered(item)
            found[brief(said.get("clientid"))].append(_Grant(scopes_in(said["scope"]), brief(said.get("principalid"))))
    return found


def _no_trace(said: Mapping[str, object], name: str) -> str:
    """Why an app is no trace; empty for one that is."""
    if not name or not ("appid" in said or "appdisplayname" in said):
        return "what has no name or no id"
    owner = brief(said.get("appownerorganizationid")) or brief(said.get("appownertenantid"))
    if owner.lower() in MICROSOFT:
        return "apps of Microsoft itself"
    if brief(said.get("serviceprincipaltype")) == "ManagedIdentity":
        return "managed identities"
    if said.get("accountenabled") is False:
        return "apps that are not active"
    if _lowered(said.get("status")).get("errorcode") not in (0, None):
        return "sign-ins that failed"
    return ""


def _of_app(name: str, at: int, said: Mapping[str, object], grants: list[_Grant] | tuple[()]) -> Iterator[Sighting]:
    """One sighting for each grant to an app; without any, that of the app, or of one person's sign-in to it."""
    key = brief(said.get("appid"))
    user = brief(said.get("userprincipalname")) or brief(said.get("userid"))
    on = day_of(said.get("createddatetime")) if user else None
    consented = _consented(said)
    for grant in grants or (_Grant((), user),):
        yield Sighting(name, at, key, on, grant.user, scopes=(*consented, *grant.scopes))


def _consented(said: Mapping[str, object]) -> tuple[str, ...]:
    """The permissions that a report lists for an app, without those that it says nobody consented to."""
    listed = said.get("permissions")
    return scopes_in(
        [
            item.get("roledisplayname")
            for item in map(_lowered, listed if isinstance(listed, list) else ())
            if item.get("isadminconsented") is not False
        ],
    )


ENTRA = Reader(
    "entra",
    "apps, grants and sign-ins of Microsoft Entra, from Graph, from reports, or as tables",
    _claims,
    _read,
    ("sign-on", "grant"),
)
