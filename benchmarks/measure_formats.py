"""Measures how long writing takes in each format, beside the scan that every report begins with.

    python benchmarks/generate.py 2000 benchmarks/data/2000
    python benchmarks/measure_formats.py benchmarks/data/2000

Times are of the processor, the least of several rounds. In each round one process scans, and another one audits the
same inventory and writes every format once, one after the other, so whatever several formats remember counts once.
"""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = "2026-11-21"
_FOR_PEOPLE = ("markdown", "html")


class Writing(NamedTuple):
    """Seconds of the processor: a scan's whole process, and the writing of each format by its word."""

    scan: float
    formats: dict[str, float]

    def ratios(self) -> dict[str, float]:
        """The time of all formats and of the three kinds of them, each over the scan's."""
        from stackaudit.reports.exports import FORMATS  # noqa: PLC0415 - whoever measures need not import what is measured

        exports = [word for word in self.formats if word in FORMATS]
        reports = [word for word in self.formats if word in (*_FOR_PEOPLE, "json")]
        kinds = {
            "every format": [*self.formats],
            "the exports": exports,
            "the formats for build servers": [word for word in self.formats if word not in (*exports, *reports)],
            "JSON, Markdown and HTML": reports,
        }
        return {kind: sum(self.formats[word] for word in words) / self.scan for kind, words in kinds.items()}


def writing(folder: Path, rounds: int = 5) -> Writing:
    """The least times of several rounds."""
    scan = [sys.executable, "-m", "stackaudit", "scan", str(folder), "--today", TODAY]
    write = [sys.executable, __file__, str(folder), "--write"]
    scans, writings = [], []
    for _ in range(rounds):
        begin = _of_children()
        subprocess.run(scan, stdout=subprocess.DEVNULL, check=False)
        scans.append(_of_children() - begin)
        found = subprocess.run(write, capture_output=True, text=True, check=True).stdout
        writings.append(json.loads(found))
    return Writing(min(scans), {word: min(each[word] for each in writings) for word in writings[0]})


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _write_all(folder: Path) -> dict[str, float]:
    """Audit an inventory, write it in every format, and tell how long each took, importing its writer included."""
    from stackaudit.cli import formats  # noqa: PLC0415 - in the measured process only
    from stackaudit.cli.auditing import stack_and_audit  # noqa: PLC0415
    from stackaudit.cli.doors import settings_for  # noqa: PLC0415
    from stackaudit.reports.exports import FORMATS, exported  # noqa: PLC0415

    gc.disable()  # as the command line does
    stack, audit = stack_and_audit([folder], settings_for([folder], {}, None), TODAY)
    reports = formats.Writing(stack, audit)
    words = [word for word in formats.AuditFormat if word is not formats.AuditFormat.TERMINAL]
    times = {str(word): _seconds(lambda word=word: reports.text(word)) for word in words}
    return times | {word: _seconds(lambda word=word: exported(word, stack.inventory, audit)) for word in FORMATS}


def _seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def main() -> None:
    """Print each format's time, and the ratios."""
    folder = Path(sys.argv[1])
    if "--write" in sys.argv:
        print(json.dumps(_write_all(folder)))
        return
    found = writing(folder)
    print(f"scan {found.scan:.3f} s")
    for word, seconds in found.formats.items():
        print(f"{word:<12} {seconds:.3f} s")
    for kind, ratio in found.ratios().items():
        print(f"{kind} / scan: {ratio:.2f}")


if __name__ == "__main__":
    main()
