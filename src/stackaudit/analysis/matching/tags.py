"""Matching what pages and the domain name system show to the tool that it is of, by look-ups alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.matches import Match, Sureness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.marks import CatalogueMarks

_LONGEST = 253  # characters of a name in the domain name system
_WORDS = {"txt": "TXT record", "spf": "SPF include", "mx": "mail host", "cname": "alias of", "ns": "name server"}


def match_tags(
    tags: Iterable[tuple[str, str]],
    catalogue: Catalogue,
    marks: CatalogueMarks,
    own: Mapping[str, str],
) -> dict[tuple[str, str], Match]:
    """The tags and records that are some tool's, each a mark kind of `MARK_KINDS` with its text, with their match.

    Hosts, also those in records, go by their longest known suffix; other names by themselves, then by the longest
    known beginning. Names of the inventory's own systems count as marks of any kind, and as domains where they have a
    dot. A vendor's own site is a likely sign of its product, any other mark a certain one.
    """
    matching = _Matching(catalogue, marks, own)
    return {tag: match for tag in dict.fromkeys(tags) if (match := matching.match(*tag)) is not None}


class _Matching:
    """The marks, laid out for look-ups."""

    def __init__(self, catalogue: Catalogue, marks: CatalogueMarks, own: Mapping[str, str]) -> None:
        self._catalogue = catalogue
        self._hosts = marks.hosts
        self._own = own
        self._own_hosts = {name.lower(): system for name, system in own.items() if "." in name}
        self._names = {"cookie": _Names(marks.cookies), "variable": _Names(marks.variables)}
        self._records = {kind: _Names(marks.records.get(kind, {})) for kind in _WORDS}

    def match(self, kind: str, text: str) -> Match | None:
        """The match of one tag or record."""
        if text in self._own:
            return _own(self._own[text])
        if kind in self._names:
            mark, target = self._names[kind].find(text)
            return Match(target, Sureness.CERTAIN, f"{kind} {mark}") if target else None
        if kind == "txt":
            mark, target = self._records[kind].find(_verification(text))
            return Match(target, Sureness.CERTAIN, f"{_WORDS[kind]} {mark}") if target else None
        return self._match_host(kind, text.lower().rstrip(".")) if len(text) <= _LONGEST + 1 else None

    def _match_host(self, kind: str, host: str) -> Match | None:
        """The match of a host, or of a record whose value is one."""
        for suffix in _suffixes(host):
            if suffix in self._own_hosts:
                return _own(self._own_hosts[suffix])
        if kind == "host":
            suffix = next((suffix for suffix in _suffixes(host) if suffix in self._hosts), "")
            return Match(self._hosts[suffix], self._sureness(host, suffix), f"host {suffix}") if suffix else None
        for suffix in _suffixes(host) if kind in self._records else ():
            mark, target = self._records[kind].find(suffix)
            if target:
                return Match(target, Sureness.CERTAIN, f"{_WORDS[kind]} {mark}")
        return None

    def _sureness(self, host: str, suffix: str) -> Sureness:
        """Less than certain where a page calls the site of a vendor, for a link or a picture may lead there too."""
        product = self._catalogue.products.get(self._hosts[suffix])
        is_site = product is not None and product.domain == suffix and host in {suffix, f"www.{suffix}"}
        return Sureness.LIKELY if is_site else Sureness.CERTAIN


class _Names:
    """Names with their targets; one that ends in `*` stands for all that begin so."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._whole = {name: target for name, target in names.items() if not name.endswith("*")}
        self._beginnings = {name[:-1]: target for name, target in names.items() if name.endswith("*")}
        self._lengths = sorted({len(beginning) for beginning in self._beginnings}, reverse=True)

    def find(self, name: str) -> tuple[str, str]:
        """The mark that a name bears, and its target; both empty where it bears none."""
        if name in self._whole:
            return name, self._whole[name]
        for length in self._lengths:
            if len(name) >= length and name[:length] in self._beginnings:
                return f"{name[:length]}*", self._beginnings[name[:length]]
        return "", ""


def _suffixes(host: str) -> Iterator[str]:
    """The host itself and all domains above it, the longest first."""
    while host:
        yield host
        host = host.partition(".")[2]


def _verification(text: str) -> str:
    """A verification mark as it is looked up: in lower case, without what follows the first `=`, `:` or space."""
    mark = text.strip().lower()
    for separator in ("=", ":", " "):
        mark = mark.partition(separator)[0]
    return mark


def _own(system: str) -> Match:
    return Match(f"system:{system}", Sureness.CERTAIN, "named in the inventory")
