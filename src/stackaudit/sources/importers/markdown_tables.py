"""Tables of systems or of integrations on pages in Markdown."""

from __future__ import annotations

from functools import partial

from stackaudit.sources.importers.importer import Content, Importer
from stackaudit.sources.importers.page_tables import has_tables_of_tools, read_page_tables
from stackaudit.sources.importers.pages.reading import MARKDOWN


def _claims(content: Content) -> bool:
    return content.suffix in MARKDOWN and has_tables_of_tools(content)


MARKDOWN_TABLES = Importer(
    "markdown-table",
    "tables of systems or integrations on a page in Markdown",
    _claims,
    partial(read_page_tables, "markdown-table"),
)
