"""The inventory in the formats of other tools: a table of them, and how one is written."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Inventory


class Export(NamedTuple):
    """A format: what it is, and by the name of each file what writes it, as `module:function`.

    One file can go anywhere; several go into a folder. Those that are `binary` come as bytes.
    """

    about: str
    files: Mapping[str, str]
    binary: bool = False


FORMATS: dict[str, Export] = {
    "art30": Export(
        "record of processing activities (GDPR Art. 30), Markdown",
        {"record-of-processing.md": "processing_markdown:processing_markdown"},
    ),
    "art30-csv": Export(
        "the same record, comma-separated", {"record-of-processing.csv": "processing_tables:processing_csv"}
    ),
    "art30-xlsx": Export(
        "the same record, a workbook", {"record-of-processing.xlsx": "processing_tables:processing_workbook"}, True
    ),
    "cyclonedx": Export(
        "bill of materials of services (SaaSBOM), CycloneDX 1.7 JSON", {"bom.cdx.json": "cyclonedx:cyclonedx_json"}
    ),
    "backstage": Export("entities for a Backstage catalog, YAML", {"catalog-info.yaml": "backstage:backstage_yaml"}),
    "archimate": Export("ArchiMate model exchange file, XML", {"stack.archimate.xml": "archimate:archimate_xml"}),
    "graphml": Export("graph of systems, teams and integrations, GraphML", {"stack.graphml": "graphml:graphml_text"}),
    "dot": Export("drawing of systems and integrations for Graphviz", {"stack.dot": "dot:dot_text"}),
    "mermaid": Export("the same drawing for Mermaid", {"stack.mmd": "mermaid:mermaid_text"}),
    "cypher": Export("statements that fill a graph database, openCypher", {"stack.cypher": "cypher:cypher_text"}),
    "tables": Export(
        "nodes and edges of the graph as two comma-separated files",
        {"nodes.csv": "graph_tables:nodes_csv", "edges.csv": "graph_tables:edges_csv"},
    ),
    "icalendar": Export("renewals and last days of notice, iCalendar", {"renewals.ics": "icalendar:icalendar_text"}),
}
"""All formats, by the word that a command line says."""


def exported(word: str, inventory: Inventory, audit: Audit) -> dict[str, str | bytes]:
    """The files of a format, by name; the inventory is the one with derived facts that the audit is of."""
    return {name: _writer(place)(inventory, audit) for name, place in FORMATS[word].files.items()}


def _writer(place: str) -> Callable[[Inventory, Audit], str | bytes]:
    module, _, name = place.partition(":")
    writer: Callable[[Inventory, Audit], str | bytes] = getattr(import_module(f"{__name__}.{module}"), name)
    return writer
