"""Matching statements by the domain that stands on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.matching.noise import CODES
from stackaudit.analysis.matching.statements import without_doubling
from stackaudit.analysis.matching.telling import Telling, is_sold_alone, telling
from stackaudit.model.matches import Match, Sureness

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.analysis.matching.statements import Statement
    from stackaudit.model.catalogue import Catalogue

_CODES = sorted(CODES)


class Domains:
    """The domains of products and vendors with who lives there, but for those that mostly sell other things."""

    def __init__(self, hosts: Mapping[str, str], catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._hosts = hosts
        self._labels: dict[str, set[str]] = {}
        for host in hosts:
            self._labels.setdefault(host.partition(".")[0], set()).add(host)

    def match(self, statement: Statement) -> Match | None:
        """The match of the domain on a statement, also where its end is missing or a code stands before it."""
        if not statement.host:
            return None
        for host in _suffixes(statement.host):
            if (target := self._sold_at(host)) is not None:
                return Match(target, Sureness.CERTAIN, f"domain {host}")
        return self._match_label(statement)

    def _match_label(self, statement: Statement) -> Match | None:
        label, _, end = statement.host.partition(".")
        for name in _within(label):
            tells = telling(name) is Telling.MUCH
            hosts = self._labels.get(name, ())
            target = self._one(
                host for host in hosts if tells or (statement.is_cut and host.startswith(f"{label}.{end}"))
            )
            if target is not None:
                return Match(target, Sureness.LIKELY, f"domain {name}")
        return None

    def _one(self, hosts: Iterator[str]) -> str | None:
        """Who lives at all of these, if that is one."""
        targets = {target for host in hosts if (target := self._sold_at(host)) is not None}
        return targets.pop() if len(targets) == 1 else None

    def _sold_at(self, host: str) -> str | None:
        target = self._hosts.get(host, "")
        product = self._catalogue.products.get(target)
        if product is not None:
            return target if product.domain == host and is_sold_alone(product) else None
        vendor = target.removeprefix("vendor:")
        return target if vendor != target and telling(vendor) is not Telling.LITTLE else None


def _suffixes(host: str) -> Iterator[str]:
    """A host and the domains it lies below, the longest first."""
    labels = host.split(".")
    return (".".join(labels[start:]) for start in range(len(labels) - 1))


def _within(label: str) -> Iterator[str]:
    """The names that a label may be: itself, what stands before a hyphen, behind a code or the name's own beginning."""
    yield label
    if "-" in label:
        yield label.partition("-")[0]
    yield without_doubling(label)
    for code in _CODES:
        if label.startswith(code):
            yield label[len(code) :]
