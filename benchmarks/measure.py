"""Measures whole processes and writes ratios to `benchmarks/RESULTS.md`.

    python benchmarks/measure.py

Every figure is a ratio of two processes that ran one after the other in the same run, several times in turns; the
least time of each counts, because whatever else the machine did can only have added to it.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
from generate import generate
from generate_evidence import ledger, snapshots
from measure_formats import writing

ROOT = Path(__file__).parent.parent
DATA = Path(__file__).parent / "data"
TODAY = "2026-11-21"
_LOAD = (  # keeps what it loads, as whoever wants to look at all of it must
    "import sys, yaml, pathlib\n"
    "kept = [yaml.load(p.read_text(), yaml.CSafeLoader) for p in sorted(pathlib.Path(sys.argv[1]).glob('*.yaml'))]"
)
_READ = "import csv, sys\nkept = list(csv.DictReader(open(sys.argv[1], encoding='utf-8')))"
_DECLARED = "organization: {currency: EUR}\nsystems: {mail: Mailchimp, crm: Salesforce Sales Cloud}\n"


class Row(NamedTuple):
    """One measured ratio beside the floor that it must keep."""

    what: str
    measured: str
    floor: str


def scan(folder: Path, *options: str) -> list[str]:
    """The command that scans a folder."""
    return [sys.executable, "-m", "stackaudit", "scan", str(folder), "--today", TODAY, *options]


def load(folder: Path) -> list[str]:
    """The command that merely loads a folder's YAML with PyYAML's C loader."""
    return [sys.executable, "-c", _LOAD, str(folder)]


def seconds(command: list[str]) -> float:
    """How long a process takes, start to end."""
    begin = time.perf_counter()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begin


def least(commands: list[list[str]], rounds: int) -> list[float]:
    """The least time of each command, the commands taken in turns."""
    times = [[seconds(command) for command in commands] for _ in range(rounds)]
    return [min(column) for column in zip(*times, strict=True)]


def peak_mebibytes(command: list[str]) -> float:
    """The peak resident memory of a process."""
    script = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    run = subprocess.run([sys.executable, "-c", script, *command], cwd=ROOT, capture_output=True, text=True, check=True)
    return int(run.stdout) / 1024


def rows() -> list[Row]:
    """Every measure of the spine."""
    small, large, many = DATA / "2000", DATA / "20000", DATA / "2000-in-40-files"
    generate(2_000, small)
    generate(20_000, large)
    generate(2_000, many, files=40)
    found = []
    for what, folder in (("2,000 systems in one file", small), ("2,000 systems in 40 files", many)):
        ours, theirs = least([scan(folder), load(folder)], 7)
        floor = "≤ 0.60" if folder == small else "none set"
        found.append(Row(f"scan of {what} / `yaml.load(CSafeLoader)`", f"{ours / theirs:.2f}", floor))
    ours, theirs = least([scan(small, "--format", "json"), load(small)], 5)
    found.append(Row("the same to JSON, every finding / `yaml.load(CSafeLoader)`", f"{ours / theirs:.2f}", "none set"))
    ten, one = least([scan(large), scan(small)], 3)
    found.append(Row("scan of 20,000 systems / scan of 2,000", f"{ten / one:.1f}", "≤ 11"))
    memory = peak_mebibytes(scan(large))
    found.append(Row("peak memory, 20,000 systems", f"{memory:.0f} MiB", "≤ 1024 MiB"))
    nothing = [sys.executable, "-c", "pass"]
    minimal, version, empty = least([scan(ROOT / "examples/minimal"), [*scan(small)[:3], "--version"], nothing], 15)
    found.append(Row("`scan examples/minimal` / `python -c pass`", f"{minimal / empty:.1f}", "≤ 30"))
    found.append(Row("`--version` / `python -c pass`", f"{version / empty:.1f}", "none set"))
    return [*found, *evidence_rows(), *format_rows(small)]


def evidence_rows() -> list[Row]:
    """The measures of evidence."""
    paid, pages, bare = DATA / "ledger", DATA / "pages", DATA / "bare"
    ledger(50_000, paid / "evidence" / "ledger.csv")
    snapshots(1_000, 10, pages / "evidence")
    for folder in (paid, pages, bare):
        folder.mkdir(exist_ok=True)
        (folder / "inventory.yaml").write_text(_DECLARED, encoding="utf-8")
    read = [sys.executable, "-c", _READ, str(paid / "evidence" / "ledger.csv")]
    ours, theirs = least([[*_stackaudit("reconcile"), str(paid)], read], 7)
    rows = [Row("reconcile 50,000 ledger lines / `list(csv.DictReader)`", f"{ours / theirs:.1f}", "≤ 10")]
    with_pages, without = least([scan(pages), scan(bare)], 7)
    rows.append(Row("scan with 1,000 pages' snapshots, above a scan without", f"{with_pages - without:.2f} s", "≤ 2 s"))
    memory = peak_mebibytes([*_stackaudit("reconcile"), str(paid)])
    return [*rows, Row("peak memory, 50,000 ledger lines", f"{memory:.0f} MiB", "none set")]


def format_rows(folder: Path) -> list[Row]:
    """The measures of writing 2,000 systems, in seconds of the processor."""
    return [
        Row(
            f"writing {kind}, 2,000 systems / scan of the same",
            f"{ratio:.2f}",
            "≤ 0.5" if "every" in kind else "none set",
        )
        for kind, ratio in writing(folder).ratios().items()
    ]


def _stackaudit(command: str) -> list[str]:
    return [sys.executable, "-m", "stackaudit", command, "--today", TODAY]


def main() -> None:
    """Measure, print the table, and keep it."""
    machine = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    lines = [
        "# Results",
        "",
        f"Written by `python benchmarks/measure.py` on {date.today().isoformat()}; {machine}.",  # noqa: DTZ011
        "",
        "| Measure | Measured | Floor |",
        "|---|---|---|",
        *(f"| {row.what} | {row.measured} | {row.floor} |" for row in rows()),
        "",
    ]
    text = "\n".join(lines)
    (Path(__file__).parent / "RESULTS.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
