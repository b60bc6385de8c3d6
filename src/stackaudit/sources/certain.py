"""What texts in an inventory mean as values of the language, as far as there is only one way to read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.model.language import Field, Kind
from stackaudit.sources.evidence.days import DAY_FIRST, MONTH_FIRST, read_day
from stackaudit.sources.importers.cells.cells import as_kind, understood
from stackaudit.sources.importers.cells.manners import Manner
from stackaudit.sources.importers.columns.ways import FIELDS, FLOW_FIELDS
from stackaudit.sources.language.values import Wrong, reader

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from stackaudit.model.documents import Document
    from stackaudit.model.imports import Value
    from stackaudit.sources.importers.cells.understanding import Understood
    from stackaudit.sources.language.values import Reader

_DAY = re.compile(r"\s*[0-9]{1,2} ?(?P<sign>[-/.]) ?[0-9]{1,2} ?(?P=sign) ?(?:[0-9]{4}|[0-9]{2})(?![0-9]).*")
_THREE_DIGITS = re.compile(r"[.,][0-9]{3}(?![0-9])")
_THREE_DECIMALS = re.compile(r"\b(?:BHD|IQD|JOD|KWD|LYD|OMR|TND)\b", re.IGNORECASE)
_LONGEST = 200
_MOST_REMEMBERED = 50_000
_OF_A_SYSTEM = {"system": FIELDS, "integration": FLOW_FIELDS}
_BY_WORD = (Kind.WORD, Kind.RHYTHM)
_FIGURES = (Kind.MONEY, Kind.NUMBER, Kind.WHOLE)


class Language:
    """The readers of the language, each made once, with a memory of the texts that they took and refused."""

    def __init__(self, categories: Collection[str]) -> None:
        self._categories = categories
        self._readers: dict[int, tuple[Field, Reader, dict[str, bool]]] = {}

    def accepts(self, field: Field, raw: object) -> bool:
        """Whether a value may stand at a key as it is, which it also may where it says that nothing is known."""
        if id(field) not in self._readers:
            self._readers[id(field)] = (field, reader(field, self._categories), {})
        _, read, memory = self._readers[id(field)]
        if isinstance(raw, str) and raw in memory:
            return memory[raw]
        try:
            read(raw)
            is_right = True
        except Wrong:
            is_right = False
        if isinstance(raw, str) and len(memory) < _MOST_REMEMBERED:
            memory[raw] = is_right
        return is_right


class Certainty:
    """Reads texts of documents; which of day and month comes first is decided by the other dates of a document."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._orders = {document.name: _orders(document) for document in documents}

    def understood(self, document: str, fact: str, field: Field, text: str) -> Value | None:
        """What a text in a document means as a fact, such as `system.cost.annual`; None where there is any doubt."""
        if len(text) > _LONGEST or (field.kind in _FIGURES and not _is_plain_figure(field, text)):
            return None
        what, _, name = fact.partition(".")
        manner = self._manner(document, field, text)
        if field.kind in _BY_WORD and name in _OF_A_SYSTEM.get(what, ()):
            found = understood(name, text, manner)
        else:
            found = as_kind(field, text, manner)
        return _sure(found)

    def _manner(self, document: str, field: Field, text: str) -> Manner:
        """How a text is to be read, as far as the document tells."""
        manner = Manner(sure_order=False, cross=None)
        match = _DAY.fullmatch(text) if field.kind in (Kind.DAY, Kind.DAY_OR_NO) else None
        if match is None:
            return manner
        own = _own_order(text)
        order = own or self._orders.get(document, {}).get(match["sign"])
        return manner._replace(order=order, sure_order=True) if order else manner


def _is_plain_figure(field: Field, text: str) -> bool:
    """Whether a text has digits, and no three of them behind a separator that may be decimals as well as hundreds."""
    may_be_decimals = field.kind is Kind.NUMBER or _THREE_DECIMALS.search(text) is not None
    return any(map(str.isdecimal, text)) and not (may_be_decimals and _THREE_DIGITS.search(text))


def _sure(found: Understood) -> Value | None:
    """The value of what is understood without a doubt; of a list of one, the one."""
    if found.doubt or found.left or found.why:
        return None
    if isinstance(found.value, list):
        return found.value[0] if len(found.value) == 1 else None
    return found.value


def _orders(document: Document) -> Mapping[str, str]:
    """What comes first in dates, by the sign between their numbers, where the document's dates agree on it.

    Those who write points write the day first, unless a date of the document says otherwise.
    """
    seen: dict[str, set[str]] = {".": {DAY_FIRST}}
    for text in _texts(document.value):
        match = _DAY.fullmatch(text) if len(text) <= _LONGEST else None
        order = _own_order(text) if match else None
        if match and order:
            seen.setdefault(match["sign"], set()).add(order)
    return {sign: next(iter(orders)) for sign, orders in seen.items() if len(orders) == 1}


def _own_order(text: str) -> str | None:
    """What comes first in a date that can be read in one way only."""
    orders = [order for order in (DAY_FIRST, MONTH_FIRST) if read_day(text, order) is not None]
    return orders[0] if len(orders) == 1 else None


def _texts(value: object) -> Iterator[str]:
    """Every text in a document's value, each once where aliases repeat it."""
    open_, known = [value], set[int]()
    while open_:
        here = open_.pop()
        if isinstance(here, str):
            yield here
        elif isinstance(here, dict | list) and id(here) not in known:
            known.add(id(here))
            open_.extend(here.values() if isinstance(here, dict) else here)
