"""How much a name tells of who was paid: a coined name much, an ordinary word little."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from stackaudit.analysis.matching.ordinary import ORDINARY
from stackaudit.model.catalogue import folded

if TYPE_CHECKING:
    from stackaudit.model.catalogue import Product

_WORD = re.compile(r"[^\W_]+")
_CAPITAL_WITHIN = re.compile(r"[a-z][A-Z]|[0-9][A-Za-z]|[A-Za-z][0-9]")
_SHORT = 4  # letters up to which names are shared by many, whatever they say
_LONG = 7  # letters from which a coined name is hardly borne by a second business
_MORE = 2  # letters that must follow an ordinary word for a beginning to tell
_LONG_PHRASE = 15  # letters from which ordinary words together are seldom chosen twice

SELLS_OTHER_THINGS = frozenset(
    """
    affiliate-networks banking benefits bookkeeping-services carriers corporate-cards creative-services direct-mail
    equipment-logistics equity event-ticketing freelance-marketplaces fulfillment fundraising gifting government-sales
    guest-wifi hotel-management job-boards learning-programs marketplace office-services parent-communication payments
    print print-on-demand rewards shipping social-network studio-booking swag table-reservations telecom-carriers
    training-content translation-services travel travel-agency travel-suppliers
    """.split(),
)
"""Categories whose vendors are mostly paid for something else: goods, postage, journeys, calls, courses, donations."""


class Telling(IntEnum):
    """How much a name tells."""

    LITTLE = 0
    SOMETHING = 1
    MUCH = 2


@lru_cache(maxsize=4096)
def telling(name: str) -> Telling:
    """How much a name tells, as it is written.

    Coined words tell much once they are long, and so do capitals within a word, which say that somebody joined two.
    Words that dictionaries know tell little, unless so many stand together that nobody else will have chosen them.
    """
    words = _WORD.findall(name)
    length = sum(map(len, words))
    if length <= _SHORT:
        return Telling.LITTLE
    coined = [word for word in words if len(word) > _SHORT and folded(word) not in ORDINARY]
    if any(len(word) >= _LONG or is_visibly_coined(word) for word in coined):
        return Telling.MUCH
    if coined:
        return Telling.MUCH if len(words) > 1 else Telling.SOMETHING
    return Telling.SOMETHING if len(words) > 1 and length >= _LONG_PHRASE else Telling.LITTLE


def is_visibly_coined(word: str) -> bool:
    """Whether capitals or digits within a word say that somebody made it up."""
    return _CAPITAL_WITHIN.search(word) is not None


@lru_cache(maxsize=4096)
def letters_that_tell(name: str) -> int:
    """How many of a name's first letters, without spaces, say more than the ordinary word that it begins with."""
    ordinary = next((length for length in range(len(name), 2, -1) if name[:length] in ORDINARY), 0)
    return ordinary + _MORE if ordinary < len(name) else ordinary


def is_sold_alone(product: Product) -> bool:
    """Whether who is paid under a product's name is most likely paid for the product."""
    return product.category not in SELLS_OTHER_THINGS
