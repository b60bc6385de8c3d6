"""What Google Workspace knows of apps: the audit of tokens, the tokens of users, and the console's tables."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.evidence.reader import Reader
from stackaudit.sources.evidence.sign_on.app_tables import GOOGLE_ID, key_column, read_app_table
from stackaudit.sources.evidence.sign_on.columns import columns_of, find_header
from stackaudit.sources.evidence.sign_on.listing import items_of
from stackaudit.sources.evidence.sign_on.quoting import Quoted
from stackaudit.sources.evidence.sign_on.scopes import scopes_in
from stackaudit.sources.evidence.sign_on.sightings import Sighting, Tally, read_offsets
from stackaudit.sources.evidence.sign_on.texts import app_name, brief
from stackaudit.sources.evidence.sign_on.times import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.sources.evidence.reader import Content, Reading

_WRAPPERS = ("items", "tokens", "activities")
_GRANTING = frozenset({"authorize", "activity"})
_SAMPLE = 50


class _Event(NamedTuple):
    """An event of the audit: what was done, with which app, by whom and when."""

    action: str
    app: object
    key: str
    scopes: tuple[str, ...]
    user: str
    time: str


def is_google_table(content: Content) -> bool:
    """Whether a table has names of apps beside ids as Google gives them, or the headers of its console."""
    columns = columns_of(content.table)
    if content.table is None or columns is None:
        return False
    is_console = find_header(content.table, ("requestedservices", "oauth2clientid")) is not None
    return is_console or key_column(content.table, columns, GOOGLE_ID) is not None


def _claims(content: Content) -> bool:
    if content.table is not None:
        return is_google_table(content)
    if not content.is_json or not any(key in content.text for key in ('"app_name"', '"displayText"')):
        return False
    sample = islice(items_of(content.value, _WRAPPERS), _SAMPLE)
    return any(_is_token(item) or any(event.app for event in _events(item)) for item in sample)


def _read(content: Content) -> Reading:
    if content.table is not None:
        return read_app_table(content)
    tally = Tally()
    quoted = Quoted(content.text, ("app_name", "displayText", "value"))
    return read_offsets(content, quoted, _sightings(content.value, quoted, tally), tally)


def _is_token(item: object) -> bool:
    return isinstance(item, dict) and "displayText" in item and ("clientId" in item or "scopes" in item)


def _sightings(value: object, quoted: Quoted, tally: Tally) -> Iterator[Sighting]:
    """Of each app, the events of people who have not taken their grant back since."""
    found: list[tuple[_Event, int]] = []
    for item in items_of(value, _WRAPPERS):
        events = [_token(item)] if isinstance(item, dict) and _is_token(item) else list(_events(item))
        tally.rows += max(1, len(events))
        if not events:
            tally.leave("what is no event of tokens")
        for event in events:
            at = quoted.take(event.app)
            if app_name(event.app):
                found.append((event, at))
            else:
                tally.leave("what has no name")
    revoked = _revoked(event for event, _ in found)
    for event, at in found:
        if event.action not in _GRANTING or (event.key, event.app, event.user) in revoked:
            tally.leave("events of grants that were taken back, or never given")
        else:
            yield Sighting(app_name(event.app), at, event.key, day_of(event.time), event.user, scopes=event.scopes)


def _revoked(events: Iterator[_Event]) -> set[tuple[str, object, str]]:
    """Whose grants to which apps were taken back last; times of one file are written alike, so that text tells."""
    latest: dict[tuple[str, object, str], tuple[str, bool]] = {}
    for event in events:
        same = (event.key, event.app, event.user)
        latest[same] = max(latest.get(same, ("", False)), (event.time, event.action == "revoke"))
    return {same for same, (time, is_revoked) in latest.items() if is_revoked and time}


def _token(item: Mapping[str, object]) -> _Event:
    """A token as `tokens.list` answers it: a grant that stands, without a day."""
    scopes = scopes_in(item.get("scopes"))
    return _Event(
        "authorize", item.get("displayText"), brief(item.get("clientId")), scopes, brief(item.get("userKey")), ""
    )


def _events(item: object) -> Iterator[_Event]:
    """The events of tokens in an activity, as the Reports API nests them or as others flatten them."""
    if not isinstance(item, dict):
        return
    head, actor = _mapping(item.get("id")), _mapping(item.get("actor"))
    if head.get("applicationName", "token") != "token":
        return
    events = item.get("events")
    for event in events if isinstance(events, list) else [item]:
        told = _parameters(_mapping(event).get("parameters"))
        if told:
            yield _Event(
                brief(_mapping(event).get("name")),
                told.get("app_name") or told.get("client_id"),
                brief(told.get("client_id")),
                scopes_in(told.get("scope")),
                brief(actor.get("profileId")) or brief(actor.get("email")),
                brief(head.get("time")),
            )


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _parameters(told: object) -> Mapping[str, object]:
    """The parameters of an event by their names."""
    if isinstance(told, dict):
        return told
    return {
        brief(item.get("name")): item.get("value", item.get("multiValue"))
        for item in (told if isinstance(told, list) else ())
        if isinstance(item, dict)
    }


GOOGLE_TOKENS = Reader(
    "google-tokens",
    "apps with access to Google Workspace: the audit of tokens, tokens of users, or the console's table",
    _claims,
    _read,
    ("grant",),
)
