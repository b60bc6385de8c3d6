"""How well merchants are told to be software: every line of labelled ledgers against its match."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.matching.payments import match_payments
from stackaudit.model.matches import Match, Sureness
from stackaudit.sources.catalogue import read_catalogue
from stackaudit.sources.catalogue.marks import read_marks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Measure(NamedTuple):
    """Merchants by what the label says and what the match says; those whose label is unclear are nowhere.

    `unknown` is software that was missed and that no product, vendor or mark is known of, whatever it is written like.
    """

    found: list[str]
    missed: list[str]
    unknown: list[str]
    wrong: dict[str, Match]

    @property
    def recall(self) -> float:
        """The share of all software that was found."""
        return len(self.found) / (len(self.found) + len(self.missed) + len(self.unknown))

    @property
    def recall_of_known(self) -> float:
        """The share that was found of the software that the catalogue and the marks know."""
        return len(self.found) / (len(self.found) + len(self.missed))

    @property
    def precision(self) -> float:
        """The share of what was matched that is software."""
        return len(self.found) / (len(self.found) + len(self.wrong))


def measure(*paths: Path) -> Measure:
    """The measure of the labels in some files together, of matches that are likely or better."""
    rows = [row for path in paths for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())]
    matches = _sure_matches(row["merchant"] for row in rows)
    known = _sure_matches(row["product"] for row in rows if row["product"])
    result = Measure([], [], [], {})
    for row in rows:
        merchant = row["merchant"]
        if row["label"] == "software":
            missed = result.missed if row["product"] in known else result.unknown
            (result.found if merchant in matches else missed).append(merchant)
        elif row["label"] == "not" and merchant in matches:
            result.wrong[merchant] = matches[merchant]
    return result


def _sure_matches(names: Iterable[str]) -> dict[str, Match]:
    matches = match_payments(names, read_catalogue(), read_marks(), {})
    return {name: match for name, match in matches.items() if match.sureness >= Sureness.LIKELY}
