"""YAML files among the evidence: what the content of other files does not tell, and traces noted by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Document, Entry
from stackaudit.model.evidence import Evidence, EvidenceFile, Trace
from stackaudit.model.globs import fits
from stackaudit.model.language.evidence import EVIDENCE, EVIDENCE_FILE, TRACE
from stackaudit.model.problems import Problem
from stackaudit.sources.language.checking import Fault, Findings, facts_of, plan, unknown_key
from stackaudit.sources.language.locating import Locator
from stackaudit.sources.yaml_reading import Duplicate, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from stackaudit.sources.language.checking import Path

KINDS = {
    "paid": "payment",
    "signed_in": "sign-on",
    "granted": "grant",
    "tag": "tag",
    "record": "record",
    "listed": "listing",
}
"""The keys that say what was seen, with the kinds of traces that they make."""

_MARKS = {"tag": "host", "record": "txt"}


class StatedFile(NamedTuple):
    """What is said of the files whose names a pattern fits, and where."""

    pattern: str
    facts: Mapping[str, object]
    entry: Entry


class Stated(NamedTuple):
    """The content of one YAML file among the evidence."""

    document: Document
    files: tuple[StatedFile, ...]
    traces: tuple[Trace, ...]
    problems: tuple[Problem, ...]


def read_stated(name: str, text: str) -> Stated:
    """One YAML file among the evidence, with every problem in it."""
    parsed = parse(name, text)
    problems = list(parsed.problems)
    root = Entry(parsed.document, parsed.document.value, 0, 0)
    out = Findings()
    files: list[StatedFile] = []
    traces: list[Trace] = []
    if parsed.whole and root.value is not None:
        if isinstance(root.value, dict):
            for key, entry in root.children():
                if key == "files":
                    files += _files(entry, out)
                elif key == "traces":
                    traces += stated_traces(entry, ("traces",), out)
                elif not isinstance(key, Duplicate) and not str(key).startswith("x-"):
                    out.faults.append(unknown_key(str(key), (), EVIDENCE, "evidence"))
        else:
            out.faults.append(Fault((), "expected `files:` or `traces:`", "Begin the file with one of them."))
    locator = Locator(root)
    problems += [Problem(what, help_, locator.place(path, at_key=at_key)) for path, what, help_, at_key in out.faults]
    return Stated(parsed.document, tuple(files), tuple(traces), tuple(problems))


def stated_traces(entry: Entry, path: Path, out: Findings) -> Iterator[Trace]:
    """The traces that a list in YAML states; faults go to `out`, with their paths below `path`."""
    if not isinstance(entry.value, list):
        out.faults.append(
            Fault(path, "expected a list of traces", "Begin each with `- `, as in `- {paid: MAILCHIMP}`.")
        )
        return
    fields = plan("trace", TRACE, ())
    for index, child in entry.children():
        at = (*path, index)
        if not isinstance(child.value, dict):
            out.faults.append(
                Fault(at, "expected the keys of a trace", "Write one as `- {paid: MAILCHIMP, amount: 20}`.")
            )
            continue
        facts = facts_of(fields, child.value, at, out)
        said = [key for key in KINDS if key in facts]
        if len(said) != 1:
            advice = f"Use exactly one of: {', '.join(KINDS)}."
            out.faults.append(Fault(at, "a trace says one thing that was seen", advice))
            continue
        yield _trace(said[0], facts, child)


def evidence_of(document: Document, traces: tuple[Trace, ...]) -> Evidence:
    """Evidence that consists of the traces of one document."""
    return Evidence(traces, (file_of(document.name, "stated", traces, len(traces)),), (), {document.name: document})


def file_of(  # noqa: PLR0913 - what is told of a file
    name: str, reader: str, traces: Sequence[Trace], rows: int, skipped: int = 0, notes: tuple[str, ...] = ()
) -> EvidenceFile:
    """What is told of a file with these traces."""
    days = [trace.on for trace in traces if trace.on is not None]
    kinds = tuple(sorted({trace.kind for trace in traces}))
    first, last = min(days, default=None), max(days, default=None)
    return EvidenceFile(name, reader, kinds, len(traces), rows, skipped, first, last, notes)


def declared_for(name: str, files: tuple[StatedFile, ...]) -> StatedFile | None:
    """What is said of a file, by the first pattern that fits its name."""
    last = name.rsplit("/", 1)[-1]
    return next((file for file in files if fits(last, file.pattern)), None)


def _files(entry: Entry, out: Findings) -> Iterator[StatedFile]:
    if not isinstance(entry.value, dict):
        advice = "Write the file's name and a colon, and below it what is to be known."
        out.faults.append(Fault(("files",), "expected names of files", advice))
        return
    fields = plan("file", EVIDENCE_FILE, ())
    for pattern, child in entry.children():
        if isinstance(pattern, Duplicate):
            continue
        if isinstance(child.value, dict):
            yield StatedFile(str(pattern), facts_of(fields, child.value, ("files", pattern), out), child)
        else:
            keys = ", ".join(EVIDENCE_FILE)
            out.faults.append(Fault(("files", pattern), "expected what is to be known", f"Write keys below: {keys}."))


def _trace(said: str, facts: Mapping[str, object], entry: Entry) -> Trace:
    kind = KINDS[said]
    return Trace(
        kind,
        str(facts[said]),
        entry,
        on=facts.get("on"),  # type: ignore[arg-type]  # the plan has read each key as its own kind
        times=facts.get("times", 1),  # type: ignore[arg-type]
        amount=facts.get("amount"),  # type: ignore[arg-type]
        currency=str(facts.get("currency", "")),
        team=str(facts.get("team", "")),
        payer=str(facts.get("payer", "")),
        users=facts.get("users"),  # type: ignore[arg-type]
        scopes=facts.get("scopes", ()),  # type: ignore[arg-type]
        risk=str(facts.get("risk", "")),
        mark=str(facts.get("mark", _MARKS.get(kind, ""))),
        via=str(facts.get("via", "")),
        site=str(facts.get("site", "")),
    )
