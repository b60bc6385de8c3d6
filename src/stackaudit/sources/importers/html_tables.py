"""Tables of systems or of integrations on pages in HTML, such as a wiki exports."""

from __future__ import annotations

from functools import partial

from stackaudit.sources.importers.importer import Content, Importer
from stackaudit.sources.importers.page_tables import has_tables_of_tools, read_page_tables
from stackaudit.sources.importers.pages.reading import is_html


def _claims(content: Content) -> bool:
    return is_html(content.suffix, content.text) and has_tables_of_tools(content)


HTML_TABLES = Importer(
    "html-table",
    "tables of systems or integrations on a page in HTML, as wikis export them",
    _claims,
    partial(read_page_tables, "html-table"),
)
