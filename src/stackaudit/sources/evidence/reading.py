"""The door of evidence: folders in, traces out, or every problem of every file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.documents import Document, Place
from stackaudit.model.evidence import Evidence, EvidenceFile, Trace
from stackaudit.model.problems import Problem, Problems, in_order
from stackaudit.model.suggesting import did_you_mean
from stackaudit.sources.evidence.finding import find_evidence
from stackaudit.sources.evidence.opening import contents_of
from stackaudit.sources.evidence.readers import READERS
from stackaudit.sources.evidence.stated import StatedFile, declared_for, file_of, read_stated
from stackaudit.sources.evidence.strangers import reason_unread
from stackaudit.sources.files import read_text
from stackaudit.sources.inventory.finding import SUFFIXES
from stackaudit.sources.yaml_reading import collector_off

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from stackaudit.sources.evidence.reader import Content, Reader

NONE = "none"
"""The reader that `evidence.yaml` names for a file that is to be left out."""


def read_evidence(paths: Iterable[Path], variables: Collection[str] = ()) -> Evidence:
    """The evidence in files and folders; raises `Problems` with everything that is wrong in any of them.

    `variables` are the names in pages' scripts that are worth knowing. A file that no reader knows is no problem: it is
    told in `unread`.
    """
    found, problems = find_evidence(paths)
    door = _Door(frozenset(variables), problems)
    with collector_off():
        for name, path in found:
            if path.suffix.lower() in SUFFIXES:
                door.state(name, path)
        for name, path in found:
            if path.suffix.lower() not in SUFFIXES:
                door.open(name, path)
    door.check_patterns([name for name, _ in found])
    if door.problems:
        raise Problems(in_order(door.problems), door.documents)
    order = {file.name: index for index, file in enumerate(sorted(door.files, key=lambda file: file.name))}
    files = sorted(door.files, key=lambda file: order[file.name])
    traces = [trace for file in files for trace in door.traces[file.name]]
    return Evidence(tuple(traces), tuple(files), tuple(sorted(door.unread)), door.documents)


class _Door:
    """Opens one file after the other."""

    def __init__(self, variables: frozenset[str], problems: list[Problem]) -> None:
        self._variables = variables
        self._declared: list[StatedFile] = []
        self.problems = problems
        self.documents: dict[str, Document] = {}
        self.files: list[EvidenceFile] = []
        self.traces: dict[str, tuple[Trace, ...]] = {}
        self.unread: list[tuple[str, str]] = []

    def state(self, name: str, path: Path) -> None:
        """Read a YAML file: what is said of other files, and traces noted by hand."""
        try:
            stated = read_stated(name, read_text(path, name))
        except Problems as unreadable:
            self._refuse(unreadable)
            return
        self.documents[name] = stated.document
        self.problems += stated.problems
        self._declared += stated.files
        for file in stated.files:
            self._check_reader(file)
        if stated.traces:
            self._take(file_of(name, "stated", stated.traces, len(stated.traces)), stated.traces, stated.document)

    def open(self, name: str, path: Path) -> None:
        """Read a file with the reader that knows it."""
        said = declared_for(name, tuple(self._declared))
        facts: Mapping[str, object] = said.facts if said else {}
        if facts.get("reader") == NONE:
            return
        try:
            contents = contents_of(name, path, {**facts, "variables": self._variables})
            if isinstance(contents, str):
                self.unread.append((name, contents))
                return
            for content in contents:
                self._read(content, str(facts.get("reader", "")))
        except Problems as broken:
            self._refuse(broken)

    def _read(self, content: Content, wanted: str) -> None:
        reader = READERS.get(wanted) or self._claimed(content)
        if reader is None:
            self.unread.append((content.name, reason_unread(content)))
            return
        reading = reader.read(content)
        file = file_of(content.name, reader.name, reading.traces, reading.rows, reading.skipped, reading.notes)
        self._take(file._replace(kinds=file.kinds or reader.kinds), tuple(reading.traces), reading.document)

    def _claimed(self, content: Content) -> Reader | None:
        """The one reader that claims a content; a problem where several do."""
        claims = [reader for reader in READERS.values() if reader.claims(content)]
        if len(claims) > 1:
            names = " and ".join(f"`{reader.name}`" for reader in claims)
            advice = "Name one of them under `files:` in evidence.yaml, as `reader:`."
            self.problems.append(Problem(f"{names} both know this file", advice, Place(content.name, 1, 1)))
        return claims[0] if claims else None

    def _take(self, file: EvidenceFile, traces: tuple[Trace, ...], document: Document) -> None:
        self.files.append(file)
        self.traces[file.name] = traces
        self.documents[document.name] = document

    def _refuse(self, broken: Problems) -> None:
        self.problems += broken.problems
        self.documents |= broken.documents

    def _check_reader(self, file: StatedFile) -> None:
        named = file.facts.get("reader")
        if named is not None and named != NONE and named not in READERS:
            near = did_you_mean(str(named), [*READERS, NONE])
            advice = f"Did you mean `{near}`?" if near else f"Use one of: {', '.join([*READERS, NONE])}."
            self.problems.append(Problem(f"there is no reader `{named}`", advice, file.entry.place("reader")))

    def check_patterns(self, names: list[str]) -> None:
        """A problem for each pattern that no file's name fits."""
        for file in self._declared:
            if not any(declared_for(name, (file,)) for name in names):
                near = did_you_mean(file.pattern, [name.rsplit("/", 1)[-1] for name in names])
                advice = f"Did you mean `{near}`?" if near else "Correct the name, or take it out."
                message = f"no file of evidence is called `{file.pattern}`"
                self.problems.append(Problem(message, advice, file.entry.key_place()))
