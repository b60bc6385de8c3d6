"""What of a file reports may quote where the file holds more than evidence: addresses with queries, names, texts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from stackaudit.model.documents import Document, Entry

if TYPE_CHECKING:
    from stackaudit.sources.evidence.reader import Reading


def with_traces_only(reading: Reading) -> Reading:
    """The reading with a document that has, on the line of each trace, what the trace says and nothing else."""
    lines: dict[int, list[str]] = defaultdict(list)
    offsets: list[int] = []
    for trace in reading.traces:
        lines[trace.place.line].append(trace.text)
    numbers = range(1, max(lines, default=0) + 1)
    text = "\n".join(" · ".join(dict.fromkeys(lines[number])) if number in lines else "" for number in numbers)
    document = Document(reading.document.name, text, None, offsets)
    traces = []
    for index, trace in enumerate(reading.traces):
        offsets.append(document.line_starts[trace.place.line - 1])
        traces.append(trace._replace(entry=Entry(document, None, index, index)))
    return reading._replace(traces=tuple(traces), document=document)
