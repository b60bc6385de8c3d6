"""Model exchange files of ArchiMate as elements and relationships, each with its properties and its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple
from xml.sax import ContentHandler, SAXException, SAXParseException
from xml.sax.xmlreader import InputSource

from defusedxml import DefusedXmlException, sax  # type: ignore[import-untyped] # it has no types

from stackaudit.model.documents import Place
from stackaudit.model.problems import one_problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.sax.xmlreader import AttributesImpl, Locator

_DEEPEST = 100
_LONGEST = 20_000  # characters of one text
_TEXTS = frozenset({"name", "documentation", "value"})


class Property(NamedTuple):
    """A property of a concept: its name, or the identifier of its definition until that is known, and its value."""

    name: str
    value: str
    line: int


@dataclass(slots=True)
class Concept:
    """The model itself, an element or a relationship: its type, what it says, and its ends where it has any."""

    tag: str
    id: str
    type: str
    line: int
    source: str = ""
    target: str = ""
    access: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    properties: list[Property] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What it is called, empty where it has no name."""
        return self.texts.get("name", "")


class Model(NamedTuple):
    """A model: what it says of itself, its elements by identifier, and its relationships."""

    whole: Concept
    elements: Mapping[str, Concept]
    relationships: tuple[Concept, ...]


def read_model(name: str, text: str) -> Model:
    """The model that an exchange file holds; raises `Problems` for a file that is broken or declares entities."""
    handler = _Handler()
    source = InputSource()
    source.setCharacterStream(StringIO(text))
    parser = sax.make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(handler)
    try:
        parser.parse(source)
    except SAXParseException as error:
        place = Place(name, error.getLineNumber() or 1, (error.getColumnNumber() or 0) + 1)
        raise one_problem(f"broken XML: {error.getMessage()}", "Export the model again.", place) from None
    except (DefusedXmlException, SAXException) as error:
        what = "declares entities" if isinstance(error, DefusedXmlException) else "is nested too deeply"
        advice = "Export the model again, as an exchange file."
        raise one_problem(f"XML that {what}", advice, Place(name, 1, 1)) from None
    return handler.model()


class _Handler(ContentHandler):
    """Gathers concepts while the file is read; folders and drawings of a model are passed over."""

    def __init__(self) -> None:
        super().__init__()
        self._at: Locator | None = None
        self._open: list[str] = []
        self._whole = Concept("model", "", "", 1)
        self._concept = self._whole
        self._elements: dict[str, Concept] = {}
        self._relationships: list[Concept] = []
        self._definitions: dict[str, str] = {}
        self._definition = ""
        self._property: Property | None = None
        self._text: list[str] | None = None

    def model(self) -> Model:
        """The whole model, its properties under the names of their definitions."""
        for concept in (self._whole, *self._elements.values(), *self._relationships):
            concept.properties = [
                each._replace(name=self._definitions.get(each.name, each.name)) for each in concept.properties
            ]
        return Model(self._whole, self._elements, tuple(self._relationships))

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - SAX calls it so
        """Note who knows the line."""
        self._at = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - SAX calls it so
        """Note what begins."""
        tag = _local(name)
        self._open.append(tag)
        if len(self._open) > _DEEPEST:
            raise SAXException("deep")
        said = {_local(key): value for key, value in attrs.items()}
        line = (self._at.getLineNumber() if self._at is not None else 1) or 1
        path = self._open[1:]
        if path in (["elements", "element"], ["relationships", "relationship"], []):
            self._begin(tag, said, line)
        elif path == ["propertyDefinitions", "propertyDefinition"]:
            self._definition = said.get("identifier", "")
            self._definitions[self._definition] = said.get("name", "")
        elif tag == "property":
            self._property = Property(said.get("propertyDefinitionRef", ""), "", line)
        elif tag in _TEXTS:
            self._text = []

    def characters(self, content: str) -> None:
        """Note the text of what is open."""
        if self._text is not None and len(self._text) <= _LONGEST:
            self._text.append(content[:_LONGEST])

    def endElement(self, name: str) -> None:  # noqa: N802 - SAX calls it so
        """Take what ends."""
        tag = _local(name)
        path = self._open[1:]
        text = "".join(self._text).strip()[:_LONGEST] if self._text is not None else ""
        if self._text is not None:
            self._take_text(tag, path, text)
            self._text = None
        elif tag == "property" and self._property is not None:
            if self._open[-3:-2] in (["element"], ["relationship"], ["model"]):
                self._concept.properties.append(self._property)
            self._property = None
        elif tag in {"elements", "relationships"}:
            self._concept = self._whole
        self._open.pop()

    def _begin(self, tag: str, said: Mapping[str, str], line: int) -> None:
        concept = Concept(tag, said.get("identifier", ""), _local(said.get("type", "")), line)
        if not self._open[1:]:
            self._whole = concept
        elif tag == "element":
            self._elements.setdefault(concept.id, concept)
        else:
            concept.source, concept.target = said.get("source", ""), said.get("target", "")
            concept.access = said.get("accessType", "")
            self._relationships.append(concept)
        self._concept = concept

    def _take_text(self, tag: str, path: list[str], text: str) -> None:
        if path[:1] == ["propertyDefinitions"]:
            self._definitions[self._definition] = self._definitions.get(self._definition) or text
        elif self._property is not None and tag == "value":
            self._property = self._property._replace(value=self._property.value or text)
        elif path[:-1] in (["elements", "element"], ["relationships", "relationship"], []):
            self._concept.texts.setdefault(tag, text)


def _local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]
