"""Okta's list of apps, as `/api/v1/apps` answers it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from stackaudit.sources.evidence.reader import Reader
from stackaudit.sources.evidence.sign_on.listing import items_of
from stackaudit.sources.evidence.sign_on.quoting import Quoted
from stackaudit.sources.evidence.sign_on.sightings import Sighting, Tally, read_offsets
from stackaudit.sources.evidence.sign_on.texts import app_name, brief

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.sources.evidence.reader import Content, Reading

_WRAPPERS = ("apps", "value", "items", "data")
_SAMPLE = 50


def _claims(content: Content) -> bool:
    return content.is_json and '"signOnMode"' in content.text and any(_is_app(item) for item in _sample(content.value))


def _sample(value: object) -> Iterator[object]:
    return islice(items_of(value, _WRAPPERS), _SAMPLE)


def _is_app(item: object) -> bool:
    return isinstance(item, dict) and "signOnMode" in item and "label" in item


def _read(content: Content) -> Reading:
    tally = Tally()
    quoted = Quoted(content.text, ("label",))
    return read_offsets(content, quoted, _sightings(content.value, quoted, tally), tally)


def _sightings(value: object, quoted: Quoted, tally: Tally) -> Iterator[Sighting]:
    for item in items_of(value, _WRAPPERS):
        tally.rows += 1
        if not isinstance(item, dict) or not app_name(item.get("label")):
            tally.leave("what has no name")
            continue
        at = quoted.take(item["label"])
        key = brief(item.get("name"))
        if key == "saasure" or key.startswith("okta_"):  # the console, the dashboard, the browser plugin …
            tally.leave("apps of Okta itself")
        elif brief(item.get("status")).upper() not in {"", "ACTIVE"}:
            tally.leave("apps that are not active")
        else:
            # A bookmark is a link to a page, and nobody signs in with it.
            kind = "listing" if brief(item.get("signOnMode")).upper() == "BOOKMARK" else ""
            yield Sighting(app_name(item["label"]), at, key, kind=kind)


OKTA = Reader("okta", "the apps of Okta, as /api/v1/apps answers them", _claims, _read, ("sign-on",))
