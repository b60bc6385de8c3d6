"""Matching apps: from what an identity provider or a list calls an app to the tool that it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.matching.app_names import Readings, readings_of
from stackaudit.analysis.matching.app_spelling import AppSpellings
from stackaudit.analysis.matching.telling import Telling, telling
from stackaudit.model.catalogue import folded
from stackaudit.model.matches import Match, Sureness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.marks import CatalogueMarks

_LONGEST = 300  # characters of a name that are looked at
_SHOWN = 60  # characters of a name that a reason quotes
_MOST_WORDS_OF_A_VENDOR = 3
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)+")


class _Known(NamedTuple):
    """Who bears a name, how sure that is, and why."""

    target: str
    sureness: Sureness
    why: str


def match_apps(
    apps: Iterable[tuple[str, str]],
    catalogue: Catalogue,
    marks: CatalogueMarks,
    own: Mapping[str, str],
) -> dict[tuple[str, str], Match]:
    """The apps that are some tool's, each by its name and key, with their match.

    A key is the id that the provider gives to an app, or the host that people sign in at. Apps that belong to the
    provider itself match nothing. The inventory's own names win; then come keys, names at identity providers, the
    catalogue's names, vendors, names without what only tells instances and protocols apart, hosts, and spelling.
    """
    matching = _Matching(catalogue, marks, own)
    return {app: match for app in dict.fromkeys(apps) if (match := matching.match(*app)) is not None}


def is_first_party(key: str, marks: CatalogueMarks) -> bool:
    """Whether the key is that of an app of the identity provider itself, which is nobody's shadow IT."""
    return key.strip().lower() in marks.first_party


class _Matching:
    """All names, laid out for look-ups."""

    def __init__(self, catalogue: Catalogue, marks: CatalogueMarks, own: Mapping[str, str]) -> None:
        self._catalogue = catalogue
        self._marks = marks
        self._own = {letters: system for name, system in own.items() if (letters := folded(name))}
        self._houses = {folded(product.vendor): product.vendor for product in catalogue.products.values()}
        self._vendors = _vendors(catalogue)
        self._spellings = AppSpellings(
            {letters: f"system:{system}" for letters, system in self._own.items()} | dict(catalogue.names),
        )

    def match(self, written: str, key: str) -> Match | None:
        """The match of one app."""
        name = written[:_LONGEST]
        if is_first_party(key, self._marks):
            return None
        if (system := self._own.get(folded(name))) is not None:
            return Match(f"system:{system}", Sureness.CERTAIN, "named in the inventory")
        if (target := self._marks.app_keys.get(key) or self._marks.app_keys.get(key.lower())) is not None:
            return Match(target, Sureness.CERTAIN, f"app id {key}")
        return self._match_name(name) or self._match_host(key, name)

    def _match_name(self, name: str) -> Match | None:
        readings = readings_of(name)
        known = self._known(name)
        if known is not None and folded(name) in self._catalogue.names:
            return Match(*known)
        for reading in readings.all:
            if (system := self._own.get(folded(reading))) is not None:
                return Match(f"system:{system}", Sureness.LIKELY, f"named in the inventory as {reading[:_SHOWN]}")
        if known is not None:
            return Match(*known)
        for reading in readings.plain:
            if (known := self._known(reading)) is not None:
                return Match(known.target, min(known.sureness, Sureness.LIKELY), known.why)
        return self._match_vendors(readings) or self._match_beginning(readings) or self._match_spelling(readings)

    def _known(self, name: str) -> _Known | None:
        """Who bears a name, but for case, punctuation and what the catalogue knows to leave out."""
        letters = folded(name)
        if not letters:
            return None
        if (system := self._own.get(letters)) is not None:
            return _Known(f"system:{system}", Sureness.CERTAIN, "named in the inventory")
        if (target := self._marks.apps.get(letters)) is not None:
            return _Known(target, Sureness.CERTAIN, f"called {name[:_SHOWN]} by identity providers")
        if (product := self._catalogue.resolve(name)) is not None:
            is_whole = letters in self._catalogue.names or telling(product.name) is not Telling.LITTLE
            return _Known(product.id, Sureness.CERTAIN if is_whole else Sureness.LIKELY, f"named {name[:_SHOWN]}")
        if (target := self._vendors.get(letters)) is not None:
            return _Known(target, Sureness.LIKELY, f"named like the vendor {name[:_SHOWN]}")
        return None

    def _match_vendors(self, readings: Readings) -> Match | None:
        """The match of a product with its vendor's name before its own."""
        for reading in readings.all:
            words = reading.split()
            for end in range(1, min(len(words), _MOST_WORDS_OF_A_VENDOR + 1)):
                vendor = self._houses.get(folded(" ".join(words[:end])))
                product = self._catalogue.resolve(" ".join(words[end:])) if vendor else None
                if product is not None and product.vendor == vendor:
                    return Match(product.id, Sureness.LIKELY, f"named {' '.join(words[end:])[:_SHOWN]}, by {vendor}")
        return None

    def _match_beginning(self, readings: Readings) -> Match | None:
        """The match of the longest beginning that tells something: likely where it is several words, else a guess."""
        for beginning in readings.beginnings:
            tells = telling(beginning)
            known = self._known(beginning) if tells is not Telling.LITTLE else None
            if known is not None:
                sureness = Sureness.LIKELY if tells is Telling.MUCH and " " in beginning else Sureness.GUESS
                return Match(known.target, sureness, f"begins with {beginning}")
        return None

    def _match_spelling(self, readings: Readings) -> Match | None:
        telling_readings = [reading for reading in readings.all if telling(reading) is not Telling.LITTLE]
        found = (self._spellings.match(folded(reading)) for reading in telling_readings)
        best = max(filter(None, found), key=lambda alike: alike.score, default=None)
        if best is None:
            return None
        product = self._catalogue.products.get(best.target)
        name = product.name if product and folded(product.name) == best.letters else best.letters
        return Match(best.target, best.sureness, f"spelt like {name} ({best.score:.0f})")

    def _match_host(self, *texts: str) -> Match | None:
        """The match of the longest part of a host that somebody is known to live at."""
        for text in texts:
            host = text.strip().lower().partition("://")[2] or text.strip().lower()
            host = host.partition("/")[0]
            for suffix in _suffixes(host) if _HOST.fullmatch(host) else ():
                target = self._marks.hosts.get(suffix, "")
                if target and not target.startswith("company:"):
                    return Match(target, Sureness.LIKELY, f"host {suffix}")
        return None


def _vendors(catalogue: Catalogue) -> dict[str, str]:
    """Targets by the letters of vendors' names: the vendor, or its product where that is its only one."""
    found: dict[str, str] = {}
    for product in catalogue.products.values():
        letters = folded(product.vendor)
        found[letters] = f"vendor:{product.vendor}" if letters in found else product.id
    return found


def _suffixes(host: str) -> Iterator[str]:
    """The host and all domains above it, the longest first."""
    while "." in host:
        yield host
        host = host.partition(".")[2]
