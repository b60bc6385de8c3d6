"""Tells the hosts of products, which names of tools lead to, from the site on which a page stands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEAST = 3


def own_hosts(hosts: Iterable[str]) -> frozenset[str]:
    """The hosts to which more than a third of some names lead, at least three: they say nothing of a product."""
    counted = Counter(filter(None, hosts))
    all_of_them = counted.total()
    return frozenset(host for host, count in counted.items() if count >= _LEAST and count * 3 > all_of_them)
