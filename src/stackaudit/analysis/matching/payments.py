"""Matching payments: from the name of a merchant, as a statement or a ledger has it, to the tool that was paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.matching.bank_words import without_bank_words
from stackaudit.analysis.matching.cutting import Beginnings
from stackaudit.analysis.matching.domains import Domains
from stackaudit.analysis.matching.marked import Marks
from stackaudit.analysis.matching.names import Names
from stackaudit.analysis.matching.own_names import OwnNames
from stackaudit.analysis.matching.spelling import Spellings
from stackaudit.analysis.matching.statements import read_statement

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from stackaudit.analysis.matching.statements import Statement
    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.marks import CatalogueMarks
    from stackaudit.model.matches import Match

    _Look = Callable[[Statement], Match | None]


def match_payments(
    merchants: Iterable[str],
    catalogue: Catalogue,
    marks: CatalogueMarks,
    own: Mapping[str, str],
    aliases: Collection[str] = (),
) -> dict[str, Match]:
    """The merchants who were most likely paid for some tool, as they are written, with their match.

    What the inventory calls its own systems goes first (a name that ends in `*` means everything that begins so), then
    what is known to stand on statements, then domains, names and their beginnings, and spellings at the end. Names that
    are ordinary words, or whose bearers mostly sell other things, are guesses or nothing; `aliases` are those of the
    `own` names that somebody taught, and mean what they say.
    """
    matching = _Matching(catalogue, marks, OwnNames(own, frozenset(aliases), catalogue))
    found = ((merchant, matching.match(merchant)) for merchant in dict.fromkeys(merchants))
    return {merchant: match for merchant, match in found if match is not None}


class _Matching:
    """All that is known, laid out for look-ups, the surest first."""

    def __init__(self, catalogue: Catalogue, marks: CatalogueMarks, own: OwnNames) -> None:
        self._own = own
        self._sold = _sold_looks(catalogue, marks)

    def match(self, merchant: str) -> Match | None:
        """The match of one merchant, as written or else without what banks add: a product may be called Invoice."""
        match, plain = self._match(merchant), without_bank_words(merchant)
        return match if match is not None or plain == merchant else self._match(plain)

    def _match(self, merchant: str) -> Match | None:
        statement = read_statement(merchant)
        sold = () if statement.at_till else self._sold
        looks = (self._own.match, *sold, self._own.guess)
        return next((match for look in looks if (match := look(statement)) is not None), None)


def _sold_looks(catalogue: Catalogue, marks: CatalogueMarks) -> tuple[_Look, ...]:
    printed = {text.upper(): target for text, target in marks.statements.items()}
    marked = Marks(printed, "on card statements as {}")
    names = Names(catalogue)
    return (
        marked.match,
        Domains(marks.hosts, catalogue).match,
        names.match,
        Beginnings(marked.letters, marked.match_of_beginning).match,
        Beginnings(names.letters, names.match_of_beginning).match,
        Spellings(names.letters, names.look_up).match,
    )
