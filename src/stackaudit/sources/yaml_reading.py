"""YAML text to plain values with the place of every node: one pass over libyaml's events, no recursion, no tags."""

from __future__ import annotations

import gc
import re
from array import array
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from stackaudit.model.documents import Document
from stackaudit.model.problems import Problem, Problems
from stackaudit.model.suggesting import shortened
from stackaudit.sources.scalars import resolve
from stackaudit.sources.yaml_events import EventParser
from stackaudit.sources.yaml_faults import syntax_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_BARE_QUESTION_MARK = re.compile(r"(?<=[:,\[-] )\?(?=[ \t]*(?:[,}\]]|\r?$|[ \t]#))", re.MULTILINE)
_MEMO_SIZE = 100_000
_INDEXED_DEPTH = 2  # sections, and the entries in them


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may ask for before it is refused."""

    depth: int = 32
    nodes: int = 6_000_000
    alias_nodes: int = 10_000
    problems: int = 200


class Duplicate(str):
    """A key that stood in its mapping before; kept apart so that every mark keeps its place."""

    __slots__ = ()

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other


@contextmanager
def collector_off() -> Iterator[None]:
    """Keep the garbage collector from walking a growing tree of values that cannot hold a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document and what is wrong with its YAML.

    `whole` is false where the reading had to stop; the value is then None. Other problems (a key that stands twice, a
    tag) leave a value that can be looked at further.
    """

    document: Document
    problems: tuple[Problem, ...]
    whole: bool


def parse(name: str, text: str, limits: Limits | None = None) -> Parsed:
    """Read the one document that `text` holds; an empty text has the value None.

    A question mark that stands alone as a value is read as null: people write it for what they do not know, though YAML
    takes it for the sign of a key.
    """
    builder = _Builder(name, text, limits or Limits())
    with collector_off():
        value = builder.build()
        if not builder.whole and _BARE_QUESTION_MARK.search(text):
            builder = _Builder(name, _question_marks_as_null(name, text, limits or Limits()), limits or Limits())
            value = builder.build()
    return Parsed(Document(name, text, value, builder.marks, builder.ends), tuple(builder.problems), builder.whole)


def _question_marks_as_null(name: str, text: str, limits: Limits) -> str:
    """The text with `~` for each question mark that is a value of its own; those within longer texts stay."""
    attempt = _Builder(name, _BARE_QUESTION_MARK.sub("~", text), limits)
    attempt.build()
    begun = set(attempt.marks)
    return _BARE_QUESTION_MARK.sub(lambda match: "~" if match.start() in begun else "?", text)


def parse_strictly(name: str, text: str) -> Document:
    """The document that `text` holds; raises `Problems` where anything is wrong with its YAML."""
    parsed = parse(name, text)
    if parsed.problems:
        raise Problems(parsed.problems, {name: parsed.document})
    return parsed.document


class _Stop(Exception):  # noqa: N818 - not an error: the reading ends here and its problems are told
    """Ends the reading of a file whose rest would not be understood."""


class _Builder:
    """Turns events into values while it notes marks and problems."""

    def __init__(self, name: str, text: str, limits: Limits) -> None:
        self.plain = Document(name, text)
        self.text = text
        self.limits = limits
        self.marks = array("I")
        self.ends: dict[int, int] = {}
        self.problems: list[Problem] = []
        self.whole = True
        self.anchors: dict[str, tuple[object, int, int]] = {}
        self.anchored: list[tuple[str, int]] = []  # anchors of collections that are still open, with their depth
        self.alias_nodes = 0

    def build(self) -> object:
        try:
            return self._values()
        except _Stop:
            pass
        except (YAMLError, ValueError) as error:  # ValueError: an escape beyond Unicode, read without libyaml
            self.problems.append(syntax_problem(error, self.plain))
        self.whole = False
        return None

    def _values(self) -> object:  # noqa: C901, PLR0912, PLR0915 - the hot loop: a call per node would double its time
        """The value of the only document; the loop is one function because it runs once for every node."""
        get = EventParser(self.text).get_event
        marks, ends, most = self.marks, self.ends, self.limits.nodes
        mark = marks.append
        crowded = 2 * len(self.text) > most  # no character gives rise to more than two nodes
        memo: dict[str, object] = {}
        root: list[object] = []
        stack: list[tuple[dict[str, object] | list[object], str | None, int]] = []
        mapping: dict[str, object] | None = None  # the open mapping, or None inside a list
        items: list[object] = root  # the open list, or the one outside the open mapping
        key: str | None = None
        value: object
        event: Any  # libyaml's events come as one type, and a cast per node would cost a tenth
        documents = 0
        while True:
            event = get()
            kind = event.__class__
            if kind is ScalarEvent:
                mark(event.start_mark.index)
                if crowded and len(marks) > most:
                    self._count(event.start_mark.index)
                if event.anchor is None and event.tag is None:
                    if mapping is not None and key is None:
                        key = event.value
                        if key in mapping:
                            key = self._duplicate(key, mapping, stack)
                        continue
                    if event.style:
                        value = event.value
                    else:
                        word = event.value
                        value = memo.get(word, memo)
                        if value is memo:
                            value = resolve(word)
                            if len(memo) < _MEMO_SIZE:
                                memo[word] = value
                else:
                    self._refuse_tag(event)
                    value = resolve(event.value) if not event.style else event.value
                    if event.anchor is not None:
                        self.anchors[event.anchor] = (value, len(self.marks) - 1, len(self.marks))
                    if mapping is not None and key is None:
                        key = event.value
                        if key in mapping:
                            key = self._duplicate(key, mapping, stack)
                        continue
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._open(event, len(stack), mapping is not None and key is None)
                stack.append((items if mapping is None else mapping, key, len(self.marks) - 1))
                if kind is MappingStartEvent:
                    mapping = {}
                else:
                    mapping, items = None, []
                key = None
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                value = items if mapping is None else mapping
                outer, key, first = stack.pop()
                if len(stack) <= _INDEXED_DEPTH:
                    ends[first] = len(self.marks)
                if type(outer) is dict:
                    mapping = outer
                else:
                    mapping, items = None, outer  # type: ignore[assignment]
                if self.anchored and self.anchored[-1][1] == len(stack):
                    self.anchors[self.anchored.pop()[0]] = (value, first, len(self.marks))
            elif kind is AliasEvent:
                value = self._alias(event, mapping is not None and key is None)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._problem(
                        event.start_mark.index,
                        "a second document begins here",
                        "Keep one document in a file: move what follows `---` to a file of its own.",
                        stop=True,
                    )
                continue
            elif kind is StreamEndEvent:
                return root[0] if root else None
            else:
                continue
            if mapping is not None:
                mapping[key] = value  # type: ignore[index]
                key = None
            else:
                items.append(value)

    def _open(self, event: Any, depth: int, is_key: bool) -> None:  # noqa: ANN401 - as in `_values`
        """Note a collection's mark and refuse what may not begin here."""
        offset = event.start_mark.index
        self.marks.append(offset)
        if is_key:
            self._problem(offset, "a key must be plain text", "Quote it if it begins with `[`, `{` or `?`.", stop=True)
        if depth >= self.limits.depth:
            advice = f"Flatten it: at most {self.limits.depth} levels are read, and the language needs six."
            self._problem(offset, f"nested more than {self.limits.depth} levels deep", advice, stop=True)
        self._count(offset)
        if event.tag is not None:
            self._refuse_tag(event)
        if event.anchor is not None:
            self.anchored.append((event.anchor, depth))
            self.anchors.pop(event.anchor, None)

    def _count(self, offset: int) -> None:
        if len(self.marks) > self.limits.nodes:
            advice = "Split the inventory into several runs, or take generated data out of it."
            self._problem(offset, f"more than {self.limits.nodes} values", advice, stop=True)

    def _refuse_tag(self, event: Any) -> None:  # noqa: ANN401 - as in `_values`
        if event.tag not in (None, "!"):
            shown = shortened(event.tag.replace("tag:yaml.org,2002:", "!!"))
            self._problem(
                event.start_mark.index,
                f"the tag `{shown}` is not allowed",
                "Remove it: inventories are plain data, and nothing in them is executed or converted.",
            )

    def _alias(self, event: Any, is_key: bool) -> object:  # noqa: ANN401 - as in `_values`
        """The value behind an alias, with its marks written again, as if it stood here."""
        offset = event.start_mark.index
        if is_key:
            self._problem(offset, "an alias cannot be a key", "Write the key out.", stop=True)
        if event.anchor not in self.anchors:
            open_here = any(event.anchor == name for name, _ in self.anchored)
            message = "contains itself" if open_here else "refers to nothing"
            advice = "Write the values out." if open_here else "Put the anchor before the value that it should repeat."
            self._problem(offset, f"the alias `*{shortened(event.anchor)}` {message}", advice)
            self.marks.append(offset)
            return None
        value, first, end = self.anchors[event.anchor]
        self.alias_nodes += end - first
        if self.alias_nodes > self.limits.alias_nodes:
            advice = f"Write values out: aliases may repeat {self.limits.alias_nodes} values in all."
            self._problem(offset, "aliases repeat too many values", advice, stop=True)
        self.marks.append(offset)
        self.marks.extend(self.marks[first + 1 : end])
        return value

    def _duplicate(
        self,
        key: str,
        mapping: dict[str, object],
        stack: list[tuple[dict[str, object] | list[object], str | None, int]],
    ) -> str:
        """Report a key that stands twice in one mapping; the key to keep the second value under."""
        from stackaudit.model.documents import Entry  # noqa: PLC0415 - only on the way to an error

        first = stack[-1][2]
        earlier = Entry(Document(self.plain.name, self.text, mapping, self.marks), mapping, first, first)
        self._note(
            Problem(
                f"the key `{shortened(key)}` stands twice in one mapping",
                "Keep one of them; YAML would silently take the last.",
                self.plain.place(self.marks[-1]),
                ((earlier.key_place(key), "first here"),),
            ),
        )
        return Duplicate(key)

    def _problem(self, offset: int, message: str, advice: str, *, stop: bool = False) -> None:
        self._note(Problem(message, advice, self.plain.place(offset)))
        if stop:
            raise _Stop

    def _note(self, problem: Problem) -> None:
        """Keep a problem; where there are very many, the reading ends."""
        self.problems.append(problem)
        if len(self.problems) == self.limits.problems:
            message = f"more than {self.limits.problems} faults in the YAML itself: the rest was not read"
            self.problems.append(Problem(message, "Mend the ones above first.", problem.place))
            raise _Stop
