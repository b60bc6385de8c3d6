"""Threat models of Threagile: technical assets are systems, and their communication links integrations.

What a person works with, such as a browser, is no system. A link says which way data flows by the data assets that it
sends and receives; a data asset is a kind of data only where its title says so. Merge keys (`<<`) count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.importers.cells.cells import understood
from stackaudit.sources.importers.cells.understanding import Understood
from stackaudit.sources.importers.importer import Importer
from stackaudit.sources.importers.models.paths import Paths, To, child_of, children_of, items_of, line_of, text_at
from stackaudit.sources.importers.models.sketches import Said, Sketches, as_id
from stackaudit.sources.importers.models.taking import text, together, words
from stackaudit.sources.importers.models.threagile_protocols import encrypts, method_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.documents import Entry
    from stackaudit.model.imports import Imported
    from stackaudit.sources.importers.importer import Content
    from stackaudit.sources.importers.models.sketches import Sketch

_AVAILABILITY = {
    "archive": "low",
    "operational": "low",
    "important": "medium",
    "critical": "high",
    "mission-critical": "critical",
}


def _owner(value: object) -> Understood:
    """The owner, of whom a threat model does not say whether it is a team of the organisation."""
    named = understood("owner.business", value)
    return named if named.value is None else named._replace(doubt="the owner in the threat model")


_ASSET = Paths(
    {
        "description": To("description"),
        "owner": To("owner.business", _owner),
        "availability": To(
            "service.criticality",
            words({word: Understood(ours, f"availability: {word}") for word, ours in _AVAILABILITY.items()}),
        ),
    },
    "id used_as_client_by_human encryption data_assets_stored data_assets_processed communication_links",
)
_LINK = Paths(
    {"description": To("notes")},
    "target protocol data_assets_sent data_assets_received",
)
_ROOT = frozenset({"threagile_version", "data_assets", "technical_assets"})


class _Link(NamedTuple):
    """A communication link of an asset, with its title."""

    asset: Sketch
    title: str
    entry: Entry


def _claims(content: Content) -> bool:
    return "technical_assets" in content.text and any(map(_is_model, content.trees))


def _is_model(root: Entry) -> bool:
    assets = child_of(root, "technical_assets")
    if assets is None or not isinstance(assets.value, dict):
        return False
    is_named = text_at(root, "threagile_version") != "" or child_of(root, "threagile_version") is not None
    return is_named or any(child_of(asset, "communication_links") for _, asset in children_of(assets))


def _read(content: Content) -> Imported:
    sketches = Sketches(THREAGILE.name, content.name)
    for root in content.trees:
        if _is_model(root):
            _Model(sketches, root).take()
    return sketches.imported()


class _Model:
    """Turns one model into drafts."""

    def __init__(self, sketches: Sketches, root: Entry) -> None:
        self._sketches = sketches
        self._root = root
        self._titles: dict[str, str] = {}
        self._systems: dict[str, Sketch] = {}
        self._assets: list[tuple[Sketch, Entry]] = []
        self._links: list[_Link] = []
        self._are_encrypted: dict[str, list[bool | None]] = {}

    def take(self) -> None:
        """All that the model says: assets first, as links refer to them."""
        for key, child in children_of(self._root):
            if key not in _ROOT and child.value:
                self._sketches.count(key)
        for title, asset in _members(child_of(self._root, "data_assets")):
            self._titles.setdefault(text_at(asset, "id") or title, title)
        for title, asset in _members(child_of(self._root, "technical_assets")):
            self._take_asset(title, asset)
        for link in self._links:
            self._take_link(link)
        for sketch, asset in self._assets:
            self._take_encryption(sketch, asset)

    def _take_asset(self, title: str, asset: Entry) -> None:
        self._sketches.rows += 1
        links = [*_members(child_of(asset, "communication_links"))]
        if _is_true(asset, "used_as_client_by_human"):
            for _, link in links:
                self._note_encryption(link, text_at(link, "target"))
            said = Said("technical_assets", title, line_of(asset))
            self._sketches.leave(None, said, "what a person works with, no system")
            if links:
                self._sketches.count("communication_links", len(links))
            return
        reference = text_at(asset, "id") or title
        sketch = self._sketches.begin("system", reference, line_of(asset), as_id(reference))
        self._systems.setdefault(reference, sketch)
        self._assets.append((sketch, asset))
        self._sketches.state(sketch, "name", text(title), Said("technical_assets", title, line_of(asset)))
        _ASSET.state(self._sketches, sketch, asset)
        self._take_data(sketch, asset)
        self._links += [_Link(sketch, name, entry) for name, entry in links]
        for _, link in links:
            self._note_encryption(link, reference, text_at(link, "target"))

    def _take_data(self, sketch: Sketch, asset: Entry) -> None:
        """What an asset stores is what it holds; what it only processes is told."""
        stored = self._titles_at(asset, "data_assets_stored")
        self._state_kinds(sketch, "data.categories", asset, "data_assets_stored", stored)
        passing = [title for title in self._titles_at(asset, "data_assets_processed") if title not in stored]
        said = Said("data_assets_processed", passing, _line_at(asset, "data_assets_processed"))
        self._sketches.leave(sketch, said, "processed, not stored")

    def _take_link(self, link: _Link) -> None:
        target = self._systems.get(text_at(link.entry, "target"))
        sent, received = (self._titles_at(link.entry, f"data_assets_{way}") for way in ("sent", "received"))
        said = Said("communication_links", f"{link.title} to {text_at(link.entry, 'target')}", line_of(link.entry))
        if target is None or not (sent or received):
            why = "leads to no system" if target is None else "does not say which way data flows"
            self._sketches.leave(link.asset, said, why)
            return
        ends = (link.asset.key, target.key) if sent else (target.key, link.asset.key)
        sketch = self._sketches.begin("integration", f"{' -> '.join(ends)}: {link.title}", line_of(link.entry))
        sketch.facts.update(
            {"from": ends[0], "to": ends[1], "direction": "two-way" if sent and received else "one-way"}
        )
        self._sketches.state(sketch, "name", text(link.title), said)
        self._take_protocol(sketch, link.entry)
        _LINK.state(self._sketches, sketch, link.entry)
        self._state_kinds(sketch, "data", link.entry, "data_assets_sent", list(dict.fromkeys(sent + received)))

    def _take_protocol(self, sketch: Sketch, link: Entry) -> None:
        """Whether data is encrypted on its way, and how it goes, where the protocol tells."""
        protocol, is_encrypted = text_at(link, "protocol"), _is_encrypted(link)
        said = Said("protocol", protocol, _line_at(link, "protocol"))
        if is_encrypted is not None:
            self._sketches.state(sketch, "encrypted", Understood(is_encrypted), said)
        if method := method_of(protocol):
            self._sketches.state(sketch, "method", Understood(method), said)
        if is_encrypted is None and not method:
            self._sketches.leave(sketch, said)

    def _note_encryption(self, link: Entry, *references: str) -> None:
        for reference in references:
            self._are_encrypted.setdefault(reference, []).append(_is_encrypted(link))

    def _take_encryption(self, sketch: Sketch, asset: Entry) -> None:
        """Where data is encrypted, told only where both the store and every link say it, as the list is whole."""
        said = Said("encryption", text_at(asset, "encryption"), _line_at(asset, "encryption"))
        links = self._are_encrypted.get(text_at(asset, "id") or sketch.key, [])
        at_rest = said.value != "none"
        is_known = bool(said.value) and (at_rest or bool(self._titles_at(asset, "data_assets_stored")))
        if not is_known or not links or None in links:
            self._sketches.leave(sketch, said)
            return
        places = (["at-rest"] if at_rest else []) + (["in-transit"] if all(links) else [])
        self._sketches.state(sketch, "security.encrypted", Understood(places), said)

    def _state_kinds(self, sketch: Sketch, fact: str, entry: Entry, key: str, titles: list[str]) -> None:
        """State the kinds of data that titles of data assets mean; the others are left over."""
        meant = [(title, understood(fact, title)) for title in titles]
        line = _line_at(entry, key)
        self._sketches.state(sketch, fact, together(answer for _, answer in meant), Said(key, titles, line))
        unknown = [title for title, answer in meant if answer.value is None]
        self._sketches.leave(sketch, Said(key, unknown, line), "no kinds of data that are known here")

    def _titles_at(self, entry: Entry, key: str) -> list[str]:
        """The titles of the data assets that a list names by their ids."""
        ids = [str(item.value) for item in items_of(child_of(entry, key)) if item.value]
        return list(dict.fromkeys(self._titles.get(id_, id_) for id_ in ids))


def _members(entry: Entry | None) -> Iterator[tuple[str, Entry]]:
    """The mappings in a mapping, by their keys."""
    if entry is not None:
        yield from ((key, child) for key, child in children_of(entry) if isinstance(child.value, dict))


def _is_true(entry: Entry, key: str) -> bool:
    found = child_of(entry, key)
    return found is not None and found.value is True


def _is_encrypted(link: Entry) -> bool | None:
    """Whether a link encrypts what it carries; where the protocol does not, a tunnel may."""
    is_encrypted = encrypts(text_at(link, "protocol"))
    return None if is_encrypted is False and _is_true(link, "vpn") else is_encrypted


def _line_at(entry: Entry, key: str) -> int:
    """The line of a key, or of the entry itself where it has none."""
    return line_of(child_of(entry, key) or entry)


THREAGILE = Importer("threagile", "a threat model of Threagile, YAML", _claims, _read)
