"""How the cells of a column are written, as far as the whole column tells and its heading says."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from stackaudit.model.language import Kind
from stackaudit.sources.evidence.amounts import COMMA, POINT, read_amounts
from stackaudit.sources.evidence.days import DAY_FIRST, MONTH_FIRST, read_days
from stackaudit.sources.importers.cells.criticality import top_tier_in
from stackaudit.sources.importers.cells.figures import bare_amount
from stackaudit.sources.importers.cells.manners import Manner, currency_in, factor_in, unit_in
from stackaudit.sources.importers.cells.plain import one_line, text_of
from stackaudit.sources.importers.cells.yes_no import cross_in
from stackaudit.sources.importers.columns.headings import heading_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from stackaudit.model.language import Field

_MOST_READ = 300
_LONGEST_HEADING = 120
_LONGEST_SCALE = 10
_SCALE = re.compile(r"(?:\b[01]\s?(?:-|\u2013|\.\.|to|bis|à)\s?|/\s?|out of )(?P<top>\d{1,3})\b", re.IGNORECASE)
_LONGEST_DAY = 60


def manner_of(field: Field, heading: str, cells: Iterable[object], days: Manner) -> Manner:
    """How a column of a field is written; `days` says how the dates of its list are."""
    texts = [text_of(cell) for cell in cells]
    if field.kind is Kind.MONEY:
        return days._replace(decimal=decimal_of(texts), currency=currency_in(heading), times=factor_in(heading))
    if field.kind in {Kind.WHOLE, Kind.NUMBER}:
        return days._replace(decimal=decimal_of(texts), has_our_scale=_ends_at(field.high, heading, texts))
    if field.kind in {Kind.SPAN, Kind.SPAN_OR_NO}:
        return days._replace(unit=unit_in(heading_words(heading)))
    return days._replace(cross=cross_in(texts), top_tier=top_tier_in(texts, heading))


def _ends_at(high: float | None, heading: str, texts: Iterable[str]) -> bool:
    """Whether the ratings of a column end where those of the language do, as far as its heading and its figures tell.

    Figures without a short scale always do.
    """
    if high is None or high > _LONGEST_SCALE:
        return True
    if named := _SCALE.search(heading[:_LONGEST_HEADING]):
        return float(named["top"]) == high
    return not any(text.strip().isdecimal() and len(text) < 6 and int(text) > high for text in texts)


def decimal_of(texts: Iterable[str]) -> str:
    """What parts the cents in a column, empty where it does not tell."""
    bare = [bare_amount(text) for text in texts]
    tried = {read_amounts(bare, usual=usual).decimal for usual in (POINT, COMMA)}
    return tried.pop() if len(tried) == 1 else ""


def order_of_days(cells: Mapping[str, Sequence[object]]) -> tuple[str, bool]:
    """Whether days or months come first in the dates of a list, and whether its dates tell.

    Where they do not, amounts in dollars make it months.
    """
    texts = [
        one_line(cell)[:_LONGEST_DAY]
        for below in cells.values()
        for cell in islice(below, _MOST_READ)
        if isinstance(cell, str)
    ]
    dated = [text for text in texts if text[:1].isdigit()]
    read = {usual: read_days(dated, usual=usual) for usual in (DAY_FIRST, MONTH_FIRST)}
    if read[DAY_FIRST].order == read[MONTH_FIRST].order:
        return read[DAY_FIRST].order, True
    dollars = sum("$" in text for text in texts)
    others = sum("€" in text or "£" in text for text in texts)
    return (MONTH_FIRST if dollars > others else DAY_FIRST), False
