"""Matching statements by what the inventory calls its own systems, as far as nobody else may be called so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.matching.cutting import Beginnings
from stackaudit.analysis.matching.marked import Marks
from stackaudit.analysis.matching.spelling import Spellings
from stackaudit.analysis.matching.statements import all_noise
from stackaudit.analysis.matching.telling import Telling, is_visibly_coined, telling
from stackaudit.model.catalogue import folded
from stackaudit.model.matches import Match, Sureness

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from stackaudit.analysis.matching.statements import Statement
    from stackaudit.model.catalogue import Catalogue

_FORMS = frozenset("ab ag aps as asa bv co corp gmbh inc kg limited llc ltd nv oy plc sa sarl sas se spa srl".split())
"""Forms of companies."""


class OwnNames:
    """Names and aliases of systems with their targets.

    Aliases say what statements have, and so does a name with a `*`. A plain name that others may bear as well, such as
    Shop or Parking, was given by people who did not think of statements: it is certain where nothing else stands on
    the line, likely as the name of a company unless it is an ordinary word, and a guess where only noise stands by.
    """

    def __init__(self, own: Mapping[str, str], aliases: Collection[str], catalogue: Catalogue) -> None:
        targets = {name: f"system:{system}" for name, system in own.items()}
        plain = [name for name in targets if name not in aliases and "*" not in name and _is_plain(name, catalogue)]
        telling_names = {name: target for name, target in targets.items() if name not in plain}
        self._plain = {letters: name for name in sorted(plain) if (letters := folded(name))}
        self._targets = targets
        named = Marks(telling_names, "named like {}")
        self._looks = (
            named.match,
            Beginnings(named.letters, named.match_of_beginning).match,
            Spellings.of(telling_names).match,
            self._match_alone,
        )

    def match(self, statement: Statement) -> Match | None:
        """The match of a name that tells, or of a plain one that is all that stands there."""
        return next((match for look in self._looks if (match := look(statement)) is not None), None)

    def guess(self, statement: Statement) -> Match | None:
        """The match of a plain name with noise about it, where nothing surer is known."""
        if statement.at_till:
            return None
        for words in statement.readings:
            for end in range(len(words), 0, -1):
                name = self._plain.get("".join(words[:end]))
                if name is not None and all_noise(words[end:], is_cut=statement.is_cut):
                    return Match(self._targets[name], Sureness.GUESS, f"named like {name}")
        return None

    def _match_alone(self, statement: Statement) -> Match | None:
        words = statement.readings[0]
        begin = next((place for place, word in enumerate(words) if place and word in _FORMS), len(words))
        name = self._plain.get("".join(words[:begin]))
        if name is None or not _FORMS.issuperset(words[begin:]):
            return None
        if begin == len(words):
            return Match(self._targets[name], Sureness.CERTAIN, f"named like {name}")
        is_coined = telling(name) is Telling.MUCH
        return Match(self._targets[name], Sureness.LIKELY, f"named like {name}") if is_coined else None


def _is_plain(name: str, catalogue: Catalogue) -> bool:
    """Whether others may bear a name: an ordinary word, or a single one that is no product's."""
    tells = telling(name)
    if folded(name) in catalogue.names:
        return tells is Telling.LITTLE
    return tells is not Telling.MUCH or not (" " in name.strip() or is_visibly_coined(name))
