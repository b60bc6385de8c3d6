"""The formats that a scan can be written in, and which one each output gets."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from stackaudit.cli.stack_map import place_beside

if TYPE_CHECKING:
    from collections.abc import Callable

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.audit import Audit
    from stackaudit.model.briefing import Briefing
    from stackaudit.reports.stack_map import StackMap


class AuditFormat(StrEnum):
    """The formats of an audit."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    JSON_LINES = "jsonl"
    CSV = "csv"
    SARIF = "sarif"
    GITHUB = "github"
    SUMMARY = "summary"
    GITLAB = "gitlab"
    JUNIT = "junit"
    AZURE = "azure"


_SUFFIXES = {
    ".txt": AuditFormat.TERMINAL,
    ".md": AuditFormat.MARKDOWN,
    ".markdown": AuditFormat.MARKDOWN,
    ".html": AuditFormat.HTML,
    ".htm": AuditFormat.HTML,
    ".json": AuditFormat.JSON,
    ".jsonl": AuditFormat.JSON_LINES,
    ".csv": AuditFormat.CSV,
    ".sarif": AuditFormat.SARIF,
    ".xml": AuditFormat.JUNIT,
}

_OF_AUDIT = {
    AuditFormat.JSON: "stackaudit.reports.json_report:audit_json",
    AuditFormat.JSON_LINES: "stackaudit.reports.ci.json_lines:json_lines_text",
    AuditFormat.CSV: "stackaudit.reports.ci.comma_separated:comma_separated_text",
    AuditFormat.SARIF: "stackaudit.reports.ci.sarif:sarif_text",
    AuditFormat.GITHUB: "stackaudit.reports.ci.github:github_text",
    AuditFormat.SUMMARY: "stackaudit.reports.ci.job_summary:job_summary",
    AuditFormat.GITLAB: "stackaudit.reports.ci.gitlab:gitlab_text",
    AuditFormat.JUNIT: "stackaudit.reports.ci.junit:junit_text",
    AuditFormat.AZURE: "stackaudit.reports.ci.azure:azure_text",
}
"""Formats that are made of an audit alone, imported when one is asked for."""

AuditFormatOption = Annotated[
    AuditFormat | None,
    typer.Option("--format", "-f", help="What to write; outputs whose names tell need none.", show_default="terminal"),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file, whole or not at all; its ending tells the format, or FORMAT:FILE. May be repeated.",
    ),
]


class Destination(NamedTuple):
    """Where a report goes, and in which format; a path of None is standard output."""

    format: AuditFormat
    path: Path | None

    @property
    def map_place(self) -> Path | None:
        """Where a map stands that this report shows and does not hold."""
        return place_beside(self.path) if self.format is AuditFormat.MARKDOWN else None


def destinations(wanted: AuditFormat | None, outputs: list[str] | None) -> list[Destination]:
    """Where to write what.

    `github:-` writes a format to standard output, `gitlab:quality.json` one that its file's ending does not tell. A
    format that is named apart wins over the ending of a single file, and is that of files whose endings tell nothing.
    """
    found = [_destination(output, wanted, alone=len(outputs or ()) == 1) for output in outputs or ()]
    twice = [str(path or "-") for path, times in Counter(each.path for each in found).items() if times > 1]
    if twice:
        raise typer.BadParameter(f"`{twice[0]}` is named twice", param_hint="--output")
    return found or [Destination(wanted or AuditFormat.TERMINAL, None)]


class Writing:
    """Writes one audit in formats other than the terminal's; reports for people show the map, where one is given."""

    def __init__(self, stack: Stack, audit: Audit, stack_map: StackMap | None = None) -> None:
        self._stack = stack
        self._audit = audit
        self._map = stack_map

    def text(self, wanted: AuditFormat, map_place: Path | None = None) -> str:
        """The audit in a format; `map_place` is where the map stands that Markdown shows."""
        if wanted in _OF_AUDIT:
            return _imported(_OF_AUDIT[wanted])(self._audit)
        if wanted is AuditFormat.HTML:
            from stackaudit.reports.html.report import html_report

            return html_report(self._briefing, self._map)
        from stackaudit.reports.brief.map_chapter import MapFile
        from stackaudit.reports.brief.markdown import markdown_report

        beside = MapFile(map_place.name, self._map.network) if self._map and map_place else None
        return markdown_report(self._briefing, beside)

    @cached_property
    def _briefing(self) -> Briefing:
        from stackaudit.analysis.briefing import briefing_of

        return briefing_of(self._stack, self._audit)


def _destination(output: str, wanted: AuditFormat | None, *, alone: bool) -> Destination:
    word, mark, rest = output.partition(":")
    if mark and rest and word in {str(each) for each in AuditFormat}:
        return Destination(AuditFormat(word), None if rest == "-" else Path(rest))
    path = None if output == "-" else Path(output)
    told = _SUFFIXES.get(path.suffix.lower()) if path else None
    return Destination((wanted if alone else None) or told or wanted or AuditFormat.TERMINAL, path)


def _imported(place: str) -> Callable[..., str]:
    """The function that `module:name` names."""
    module, _, name = place.partition(":")
    function: Callable[..., str] = getattr(import_module(module), name)
    return function
