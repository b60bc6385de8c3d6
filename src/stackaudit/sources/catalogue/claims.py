"""Files of marks, opened one by one, and who claims a mark in them; every fault is noted with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Document, Entry, Place
from stackaudit.model.problems import Problem, Problems, in_order
from stackaudit.model.suggesting import did_you_mean
from stackaudit.sources.files import read_text
from stackaudit.sources.yaml_reading import parse_strictly

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path


class Claims:
    """Marks of one kind, each with the target that claims it."""

    def __init__(self, normal: Callable[[str], str], files: MarkFiles) -> None:
        self._normal = normal
        self._files = files
        self._claimed: dict[str, _Claim] = {}

    def add(self, target: str, listed: Entry) -> None:
        """Note the marks in a list; each must have the form that it is looked up by, and one target."""
        if not isinstance(listed.value, list):
            self._files.wrong("expected a list of marks", "Write `[…]`.", listed.place())
            return
        for _, entry in listed.children():
            mark = self._normal(entry.value) if isinstance(entry.value, str) else ""
            if not mark:
                advice = "Mend it, or write it in quotes."
                self._files.wrong(f"`{entry.value}` is no mark of this kind", advice, entry.place())
                continue
            claim = self._claimed.setdefault(mark, _Claim(target, entry.place()))
            if claim.target != target:
                message = f"`{entry.value}` is claimed by `{target}` and by `{claim.target}`"
                related = (claim.place, "claimed here first")
                self._files.wrong(message, "Take it away from one of them.", entry.place(), related)

    def targets(self) -> dict[str, str]:
        """The marks with their targets, sorted."""
        return {mark: self._claimed[mark].target for mark in sorted(self._claimed)}


class MarkFiles:
    """The files of a folder, with the problems met so far; `known` are the names of targets by what stands before."""

    def __init__(self, folder: Path, known: Mapping[str, Collection[str]]) -> None:
        self._folder = folder
        self._known = known
        self._problems: list[Problem] = []
        self._documents: dict[str, Document] = {}

    def entries(self, name: str) -> Iterator[tuple[str, Entry]]:
        """Every key of a YAML file with what stands below it; nothing where the file is missing or empty."""
        path = self._folder / name
        if not path.exists():
            return
        document = parse_strictly(name, read_text(path, name))
        self._documents[name] = document
        if not isinstance(document.value, dict | None):
            self.wrong("expected a mapping", "Name targets, and below them their marks.", Place(name, 1, 1))
            return
        for key, entry in Entry(document, document.value, 0, 0).children():
            yield str(key), entry

    def lines(self, name: str, shape: re.Pattern[str]) -> frozenset[str]:
        """The lines of a text file in lower case, without comments and empty ones; each must have the shape."""
        path = self._folder / name
        found: set[str] = set()
        for number, line in enumerate(read_text(path, name).splitlines() if path.exists() else (), 1):
            written = line.partition("#")[0].strip().lower()
            if written and not shape.fullmatch(written):
                self.wrong(f"`{written}` cannot stand here", "Mend it, or take it away.", Place(name, number, 1))
            elif written:
                found.add(written)
        return frozenset(found)

    def knows(self, target: str, place: Place) -> bool:
        """Whether a target is a product, a vendor or a company; a problem is noted where it is not."""
        way, _, name = target.rpartition(":")
        known = self._known.get(way, ())
        if name not in known:
            near = did_you_mean(name, known)
            advice = f"Did you mean `{near}`?" if near else "Name a product's id, `vendor:<name>` or `company:<id>`."
            self.wrong(f"`{target}` is nothing that the catalogue knows", advice, place)
        return name in known

    def wrong(self, message: str, advice: str, place: Place, *related: tuple[Place, str]) -> None:
        """Note a problem."""
        self._problems.append(Problem(message, advice, place, related))

    def finish(self) -> None:
        """Raise `Problems` with everything that was wrong, if anything was."""
        if self._problems:
            raise Problems(in_order(self._problems), self._documents)


class _Claim(NamedTuple):
    target: str
    place: Place
