"""Writes what the documentation shows: golden outputs of the examples, the pictures in the README, pages of the rules.

    python docs/regenerate.py

A test holds every file against what this script would write.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import tutorial_steps
from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

from stackaudit.analysis.facts import facts_asked
from stackaudit.cli.formats import AuditFormat
from stackaudit.reports.exports import FORMATS
from stackaudit.reports.rule_pages import rule_index, rule_page
from stackaudit.sources.catalogue import read_catalogue
from stackaudit.sources.importers.importers import IMPORTERS
from stackaudit.sources.rulebook import builtin_folder, read_examples

ROOT = Path(__file__).parent.parent
EXAMPLES = ("minimal", "fjordline", "tidy", "meltano")
STORIES = ("examples/two-stories/cmo", "examples/two-stories/cio")
MAPS = {
    "minimal": "minimal/expected/map",
    "fjordline": "fjordline/expected/map",
    "tidy": "tidy/expected/map",
    "meltano": "meltano/expected/map",
    "two-stories/cmo": "two-stories/expected/map-cmo",
    "two-stories/cio": "two-stories/expected/map-cio",
}
"""The maps of the examples: where each stands, without its ending."""
MAPS_IN_TEXT = ("minimal", "tidy", "two-stories/cmo", "two-stories/cio")
"""Those of at most forty systems, which a terminal has room for."""
TODAY = "2026-11-21"
PICTURE = ROOT / "docs" / "scan.svg"
RULES = ROOT / "docs" / "rules"
FORMATS_PAGE = ROOT / "docs" / "formats.md"
IMPORTING_PAGE = ROOT / "docs" / "importing.md"
_FORMATS_HEAD = """<!-- Written by docs/regenerate.py. -->

The first lines that each format has for [`examples/fjordline`](../examples/README.md) on 2026-11-21. What they are for
stands in [ci.md](ci.md) and [exports.md](exports.md); `art30-xlsx` is a workbook, and `tables` are two files.
"""
_IMPORTERS = re.compile(r"<!-- importers -->.*?<!-- end -->", re.DOTALL)
_BEGINNING, _WIDEST = 8, 120
_PICTURE_LINES = 34


def outputs() -> dict[Path, str]:
    """Every generated file with its text."""
    files = {}
    for name in EXAMPLES:
        folder = ROOT / "examples" / name / "expected"
        files[folder / "scan.txt"] = scan(name)
        files[folder / "scan.json"] = scan(name, "--format", "json")
    expected = ROOT / "examples" / "fjordline" / "expected"
    files[expected / "score.txt"] = printed("score", "examples/fjordline", "--today", TODAY)
    files |= reconciled(expected)
    told = ROOT / "examples" / "two-stories" / "expected"
    files[told / "compare.txt"] = printed("compare", *STORIES)
    files[told / "compare.json"] = printed("compare", *STORIES, "--format", "json")
    files[PICTURE] = picture(scan("fjordline", FORCE_COLOR="1"))
    files[FORMATS_PAGE] = formats_page()
    files[IMPORTING_PAGE] = importing_page()
    files[tutorial_steps.PAGE] = tutorial_steps.walked()
    return files | maps() | rule_pages()


def maps() -> dict[Path, str]:
    """The transit map of each example, for light and dark ground; none where there is nothing to draw with."""
    if not all(find_spec(library) for library in ("numpy", "scipy")):
        return {}
    return {
        path: printed("map", f"examples/{name}", "--today", TODAY, "--format", form, "--theme", "auto")
        for (name, form), path in map_places().items()
    }


def map_places() -> dict[tuple[str, str], Path]:
    """Where the map of each example stands in each format."""
    forms = [(name, form) for name in MAPS for form in ("svg", "text") if form == "svg" or name in MAPS_IN_TEXT]
    endings = {"svg": ".svg", "text": ".txt"}
    return {(name, form): ROOT / "examples" / f"{MAPS[name]}{endings[form]}" for name, form in forms}


def importing_page() -> str:
    """The page on importing with the table of what is read."""
    rows = "".join(f"| `{importer.name}` | {importer.about} |\n" for importer in IMPORTERS.values())
    table = f"<!-- importers -->\n| Kind | What it is |\n|---|---|\n{rows}<!-- end -->"
    return _IMPORTERS.sub(lambda _: table, IMPORTING_PAGE.read_text(encoding="utf-8"))


def formats_page() -> str:
    """How each format begins, as the commands write it for the example with evidence."""
    parts = ["# Every format, as it begins\n", _FORMATS_HEAD]
    with TemporaryDirectory() as folder:
        places = {form: Path(folder, form) for form in AuditFormat}
        scan("fjordline", *(word for form, place in places.items() for word in ("-o", f"{form}:{place}")))
        for form, place in places.items():
            parts.append(_begun(f"scan --format {form}", place.read_text(encoding="utf-8")))
    for word, export in FORMATS.items():
        if not export.binary and len(export.files) == 1:
            parts.append(_begun(f"export {word}", printed("export", word, "examples/fjordline", "--today", TODAY)))
    return "\n".join(parts)


def _begun(command: str, text: str) -> str:
    """A command with the first lines that it writes, cut to a page's width."""
    lines = [line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…" for line in text.splitlines()]
    shown = "\n".join(lines[:_BEGINNING]).replace("\u00a0", " ")
    return f"## {command}\n\n````\n$ stackaudit {command} examples/fjordline\n{shown}\n…\n````\n"


def rule_pages() -> dict[Path, str]:
    """A page for every rule, and their index."""
    rules = read_examples([builtin_folder()], read_catalogue().categories)
    pages = {RULES / f"{rule.id}.md": rule_page(rule, examples, facts_asked(rule)) for rule, examples in rules}
    return {**pages, RULES / "README.md": rule_index([rule for rule, _ in rules])}


def reconciled(expected: Path) -> dict[Path, str]:
    """What `stackaudit reconcile` and `stackaudit report` print for the example with evidence."""
    command = ("reconcile", "examples/fjordline", "--today", TODAY)
    return {
        expected / "report.md": printed("report", "examples/fjordline", "--today", TODAY),
        expected / "reconcile.txt": printed(*command),
        expected / "reconcile.json": printed(*command, "--format", "json"),
    }


def scan(example: str, *options: str, **environment: str) -> str:
    """What `stackaudit scan` prints for an example, 100 columns wide."""
    return printed("scan", f"examples/{example}", "--today", TODAY, *options, **environment)


def printed(*arguments: str, **environment: str) -> str:
    """What our program prints, 100 columns wide."""
    command = [sys.executable, "-m", "stackaudit", *arguments]
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    run = subprocess.run(  # noqa: S603 - our own program
        command,
        cwd=ROOT,
        env={**plain, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if run.returncode not in (0, 1):
        raise SystemExit(run.stderr)
    return run.stdout


def picture(ansi: str) -> str:
    """An SVG of a terminal that shows the beginning and the end of a report."""
    lines = ansi.splitlines()
    closing = next(index for index, line in enumerate(lines) if "Alignment" in line)
    cut = max(index for index, line in enumerate(lines[:_PICTURE_LINES]) if not line.strip())
    lines = [*lines[:cut], "", "…", "", *lines[closing:]]
    console = Console(record=True, width=100, file=io.StringIO(), force_terminal=True, legacy_windows=False)
    console.print(Text.from_ansi("$ stackaudit scan examples/fjordline\n\n" + "\n".join(lines)))
    return console.export_svg(title="stackaudit", theme=DIMMED_MONOKAI, unique_id="stackaudit") + "\n"


def main() -> None:
    """Write every file that differs."""
    for path, text in outputs().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"wrote {path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
