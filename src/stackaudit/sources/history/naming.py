"""The names of files that were laid out for reading, as people know them: `main:inventory/crm.yaml`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.problems import Problem, Problems
from stackaudit.sources.inventory.finding import shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from stackaudit.model.audit import Audit, Finding
    from stackaudit.model.documents import Document, Place


class Naming(NamedTuple):
    """How files below `top` are called: by the state's name, a colon, and their path in the repository."""

    top: Path
    name: str

    def text(self, text: str) -> str:
        """A text in which such files are called as people know them."""
        for top in dict.fromkeys((self.top.as_posix(), shown(self.top))):
            text = text.replace(f"{top}/", f"{self.name}:")
        return text

    def problems(self, problems: Problems) -> Problems:
        """Problems that name such files."""
        told = [
            Problem(
                self.text(each.message),
                self.text(each.help),
                self._place(each.place) if each.place else None,
                tuple((self._place(place), note) for place, note in each.related),
            )
            for each in problems.problems
        ]
        return Problems(tuple(told), self._documents(problems.documents))

    def audit(self, audit: Audit) -> Audit:
        """An audit whose findings point into such files; what is undetermined still points to where it was read."""
        return replace(
            audit,
            findings=tuple(map(self._finding, audit.findings)),
            excepted=tuple(item._replace(finding=self._finding(item.finding)) for item in audit.excepted),
            documents=self._documents(audit.documents),
        )

    def _finding(self, finding: Finding) -> Finding:
        return replace(
            finding,
            message=self.text(finding.message),
            note=self.text(finding.note),
            place=self._place(finding.place),
            related=tuple(each._replace(place=self._place(each.place)) for each in finding.related),
        )

    def _place(self, place: Place) -> Place:
        return place._replace(file=self.text(place.file))

    def _documents(self, documents: Mapping[str, Document]) -> dict[str, Document]:
        return {self.text(name): replace(each, name=self.text(name)) for name, each in documents.items()}
