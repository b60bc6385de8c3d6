"""All importers, in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.importers.answers import ANSWERS
from stackaudit.sources.importers.html_tables import HTML_TABLES
from stackaudit.sources.importers.lists import LISTS
from stackaudit.sources.importers.markdown_tables import MARKDOWN_TABLES
from stackaudit.sources.importers.models.archimate import ARCHIMATE
from stackaudit.sources.importers.models.backstage import BACKSTAGE
from stackaudit.sources.importers.models.cyclonedx import CYCLONEDX
from stackaudit.sources.importers.models.fides import FIDES
from stackaudit.sources.importers.models.graph_tables import GRAPH_TABLES
from stackaudit.sources.importers.models.threagile import THREAGILE
from stackaudit.sources.importers.sign_on_lists import SIGN_ON_LIST
from stackaudit.sources.importers.tables import TABLES
from stackaudit.sources.importers.tool_pages import TOOL_PAGES

if TYPE_CHECKING:
    from stackaudit.sources.importers.importer import Content, Importer

_OF_ONE_TOOL: tuple[Importer, ...] = (
    ANSWERS,
    ARCHIMATE,
    BACKSTAGE,
    CYCLONEDX,
    FIDES,
    GRAPH_TABLES,
    SIGN_ON_LIST,
    THREAGILE,
)
"""Importers of what one tool or standard writes."""

_OF_ANYBODY: tuple[Importer, ...] = (TABLES, LISTS, MARKDOWN_TABLES, HTML_TABLES, TOOL_PAGES)
"""Importers of what anybody may write, in whatever words."""


def _unless_known(importer: Importer) -> Importer:
    """An importer that leaves to others what they know better."""

    def claims(content: Content) -> bool:
        return not any(other.claims(content) for other in _OF_ONE_TOOL) and importer.claims(content)

    return importer._replace(claims=claims)


IMPORTERS: dict[str, Importer] = {
    importer.name: importer for importer in (*_OF_ONE_TOOL, *map(_unless_known, _OF_ANYBODY))
}
"""The importers by name; each file is claimed by one of them at most."""
