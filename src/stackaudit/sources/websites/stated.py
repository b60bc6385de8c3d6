"""A mapping of a snapshot's JSON, asked for its values by key and type; what is amiss is told with its place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from stackaudit.model.problems import Problem, Problems
from stackaudit.sources.websites.offsets import offset_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.model.documents import Document

_AGAIN = "Collect the snapshot again with `stackaudit collect`, or take the file from version control."


class Stated(NamedTuple):
    """A value of a document, at a path of keys and indices."""

    value: object
    document: Document
    path: tuple[str | int, ...] = ()

    def must_be(self, kind: str, version: int) -> None:
        """Raises `Problems` unless the head says this kind and this version."""
        if self._of("stackaudit") != kind:
            self.refuse(f"this is no {kind}", "stackaudit")
        stated = self.number("version")
        if stated != version:
            advice = f"This version of stackaudit reads version {version}. {_AGAIN}"
            self.refuse(f"version {stated!r:.20} of {kind}s is not known", "version", advice=advice)

    def text(self, key: str) -> str:
        """The text under a key."""
        value = self._of(key)
        if not isinstance(value, str):
            self._refuse_kind(key, "a text")
        return value

    def number(self, key: str) -> int:
        """The whole number under a key."""
        value = self._of(key)
        if not isinstance(value, int) or isinstance(value, bool):
            self._refuse_kind(key, "a whole number")
        return value

    def day(self, key: str) -> date:
        """The date under a key, such as `2026-11-22`."""
        try:
            return date.fromisoformat(self.text(key))
        except ValueError:
            self._refuse_kind(key, "a date such as 2026-11-22")

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under a key; empty where there is none."""
        values = self._list(key)
        texts = tuple(value for value in values if isinstance(value, str))
        if len(texts) < len(values):
            wrong = next(index for index, value in enumerate(values) if not isinstance(value, str))
            self.refuse(f"an item of `{key}` is not a text", key, wrong)
        return texts

    def items(self, key: str) -> Iterator[Stated]:
        """The mappings in the list under a key; none where there is no list."""
        for index, value in enumerate(self._list(key)):
            yield Stated(value, self.document, (*self.path, key, index))

    def refuse(self, message: str, *steps: str | int, advice: str = _AGAIN) -> NoReturn:
        """Raises `Problems` that point at what stands below this value."""
        place = self.document.place(offset_of(self.document.text, *self.path, *steps))
        raise Problems((Problem(message, advice, place),), {self.document.name: self.document})

    def _refuse_kind(self, key: str, kind: str) -> NoReturn:
        self.refuse(f"`{key}` is missing" if self._of(key) is None else f"`{key}` is not {kind}", key)

    def _of(self, key: str) -> object:
        if not isinstance(self.value, dict):
            self.refuse("this is not a mapping")
        return self.value.get(key)

    def _list(self, key: str) -> list[object]:
        values = self._of(key)
        if values is None:
            return []
        if not isinstance(values, list):
            self._refuse_kind(key, "a list")
        return values
