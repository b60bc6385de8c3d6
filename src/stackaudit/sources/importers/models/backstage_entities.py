"""The entities of a Backstage catalog, and the references by which they name one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.importers.models.own_words import take_of
from stackaudit.sources.importers.models.paths import child_of, children_of, items_of, line_of, text_at
from stackaudit.sources.importers.models.sketches import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackaudit.model.documents import Entry
    from stackaudit.sources.importers.models.sketches import Sketch, Sketches

OURS = "stackaudit/"
"""What the annotations begin with that state facts."""

COUNTED = "metadata.uid metadata.etag metadata.generation relations status"
"""Keys that a catalog keeps for itself."""

_VERSION = "backstage.io/"
_LISTS = ("items", "entities")


class Entity(NamedTuple):
    """An entity: its kind in lower case, its reference, and where it stands."""

    kind: str
    reference: str
    entry: Entry

    @property
    def name(self) -> str:
        """Its name as written."""
        return text_at(self.entry, "metadata", "name")

    @property
    def line(self) -> int:
        """Its line, counted from 1."""
        return line_of(self.entry)

    def refers(self, key: str, kind: str) -> str:
        """The whole reference in a key of `spec`, to an entity of this kind unless it says another; or empty."""
        return self.whole(text_at(self.entry, "spec", key), kind)

    def refers_to_all(self, key: str, kind: str) -> list[str]:
        """The whole references in a list of `spec`."""
        items = items_of(child_of(self.entry, "spec", key))
        return [self.whole(item.value, kind) for item in items if isinstance(item.value, str)]

    def whole(self, reference: str, kind: str) -> str:
        """A reference with its kind and namespace, `component:default/name`, in lower case; empty for an empty one."""
        plain = reference.strip().lower()
        before, mark, name = plain.partition(":")
        said, path = (before, name) if mark else (kind, plain)
        space, mark, last = path.partition("/")
        own = self.reference.partition(":")[2].partition("/")[0]
        return f"{said}:{space}/{last}" if mark else f"{said}:{own}/{path}" if plain else ""

    def annotation(self, key: str) -> str:
        """What one of our annotations says."""
        return text_at(self.entry, "metadata", "annotations", f"{OURS}{key}")


def entities_of(roots: Iterable[Entry]) -> Iterator[Entry]:
    """What documents hold, in lists or one by one: entities, and whatever else stands among them."""
    for root in roots:
        below = (child_of(root, key) for key in _LISTS)
        listed = root if isinstance(root.value, list) else next((found for found in below if found is not None), None)
        if listed is not None and isinstance(listed.value, list):
            yield from items_of(listed)
        else:
            yield root


def is_entity(entry: Entry) -> bool:
    """Whether an entry is an entity of Backstage."""
    return text_at(entry, "apiVersion").startswith(_VERSION) and text_at(entry, "kind") != ""


def entity_of(entry: Entry) -> Entity:
    """An entry as an entity."""
    kind = text_at(entry, "kind").lower()
    space = text_at(entry, "metadata", "namespace") or "default"
    name = text_at(entry, "metadata", "name")
    return Entity(kind, f"{kind}:{space}/{name}".lower(), entry)


def state_annotations(sketches: Sketches, sketch: Sketch, entity: Entity) -> None:
    """State the facts that annotations of ours hold, and leave over those of others."""
    annotations = child_of(entity.entry, "metadata", "annotations")
    for key, child in children_of(annotations) if annotations is not None else ():
        said = Said(key, child.value, line_of(child))
        fact = key.removeprefix(OURS)
        if key.startswith(_VERSION):
            sketches.count(key)
        elif fact == key:
            sketches.leave(sketch, said)
        elif fact not in {"id", "stands-for"}:
            sketches.state(sketch, fact, take_of(sketch.kind, fact)(child.value), said)
