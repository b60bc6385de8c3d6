"""Everything that a column can state: the facts of the language, and other ways in which people state them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.language.fields import flat
from stackaudit.model.language.integrations import INTEGRATION
from stackaudit.model.language.systems import SYSTEM

if TYPE_CHECKING:
    from stackaudit.model.language.fields import Field


class Way(NamedTuple):
    """What a column states: a fact of the language, or something from which one follows.

    `name` is what people say in `--map`. `beside` is true for what only helps to read other columns of the same row.
    """

    name: str
    fact: str
    about: str
    beside: bool = False


FIELDS: dict[str, Field] = dict(flat(SYSTEM))
"""The facts of a system by their dotted names."""

FLOW_FIELDS: dict[str, Field] = dict(flat(INTEGRATION))
"""The facts of an integration by their names."""

_OTHERS = (
    Way("name.vendor", "name", "The vendor, where nothing else names what is listed."),
    Way("cost.monthly", "cost.annual", "What it costs a month; twelve times that is a year."),
    Way("cost.quarterly", "cost.annual", "What it costs a quarter; four times that is a year."),
    Way("cost.some", "cost.annual", "What it costs, where the column does not say for how long."),
    Way("cost.currency", "cost.annual", "The currency of the row's amounts.", beside=True),
    Way("cost.period", "cost.annual", "For how long the row's amounts are: a month, a quarter, a year.", beside=True),
    Way("hosting.saas", "hosting", "Whether it is software as a service."),
    Way("bought.it_agreed", "bought.approved_by", "Whether IT agreed, or when."),
    Way("bought.department", "bought.by", "The department that bought it."),
    Way("owner.some", "owner.business", "Whoever owns it, where the column does not say in what way."),
    Way("owner.department", "owner.business", "The department that it belongs to."),
    Way("service.is_critical", "service.criticality", "Whether it is critical."),
    Way("data.personal", "data.categories", "Whether personal data is in it."),
    Way("sends_to", "integrations", "The systems that it sends data to."),
    Way("receives_from", "integrations", "The systems that it receives data from."),
)

WAYS: dict[str, Way] = {
    **{name: Way(name, name, field.about) for name, field in FIELDS.items() if name != "capabilities"},
    **{way.name: way for way in _OTHERS},
}
"""What columns of a list of systems can state, by name; other jobs of a product are no column of any list."""

FLOW_WAYS: dict[str, Way] = {name: Way(name, name, field.about) for name, field in FLOW_FIELDS.items()}
"""What columns of a list of integrations can state, by name."""


def facts_of(ways: str) -> str:
    """The facts that follow from ways parted by commas; words that are none stay."""
    known = {**FLOW_WAYS, **WAYS}
    facts = (known[way].fact if way in known else way for way in ways.split(", "))
    return ", ".join(dict.fromkeys(facts))
