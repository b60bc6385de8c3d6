"""Prints a fixed sample of an import, the source above what was made of it, to be checked by reading.

python benchmarks/import_sample.py ../shared/data/inventories/gitlab-tech-stack-2022-08.yml --count 60
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import TYPE_CHECKING

from stackaudit.sources.importers.reading import read_import

if TYPE_CHECKING:
    from stackaudit.model.imports import Draft

_MOST_LINES = 60


def shown(draft: Draft, source: list[str]) -> str:
    """The source lines of an entry, then its facts, doubts and remarks."""
    said = [f"    {line[:240]}" for line in source[:_MOST_LINES]]
    facts = [
        f"  {fact} = {value!r}"[:240] + (f"   # check: {draft.doubts[fact]}" if fact in draft.doubts else "")
        for fact, value in draft.facts.items()
    ]
    why = [f"  - {remark.heading}: {remark.text[:100]} ({remark.why})" for remark in draft.remarks if remark.why]
    return "\n".join([f"== {draft.key} (line {draft.line})", *said, *facts, *why])


def main() -> None:
    """Print the sample and its size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=6)
    args = parser.parse_args()
    drafts = [draft for draft in read_import(args.file, {}).drafts if draft.kind == "system"]
    lines = args.file.read_text(encoding="utf-8").splitlines()
    ends = {
        draft.line: after for draft, after in zip(drafts, [*[d.line for d in drafts[1:]], len(lines) + 1], strict=True)
    }
    chosen = random.Random(args.seed).sample(drafts, min(args.count, len(drafts)))  # noqa: S311 - a sample, no secret
    for draft in sorted(chosen, key=lambda draft: draft.line):
        print(shown(draft, lines[draft.line - 1 : ends[draft.line] - 1]), "\n")
    print(f"{len(chosen)} of {len(drafts)} systems, {sum(len(draft.facts) for draft in chosen)} facts")


if __name__ == "__main__":
    main()
