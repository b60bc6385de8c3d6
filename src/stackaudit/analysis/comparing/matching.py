"""Which systems, teams, flows and terms of two inventories are the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stackaudit.analysis.comparing.pairing import Pairs, Step, bucketed, paired
from stackaudit.model.catalogue import folded
from stackaudit.model.comparison import Match, Unclear
from stackaudit.model.inventory import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.inventory import Inventory


@dataclass(frozen=True, slots=True)
class Known:
    """What both inventories know of one kind, what only one does, and what cannot be told.

    `keys` gives, for each story, the id of what both know a common key.
    """

    matches: list[Match]
    alone: tuple[list[Subject], list[Subject]]
    unclear: list[Unclear] = field(default_factory=list)
    keys: tuple[dict[str, Hashable], dict[str, Hashable]] = field(default_factory=lambda: ({}, {}))

    def key(self, story: int, subject_id: object) -> Hashable:
        """The same for both stories where they mean the same; an undeclared name means what it says."""
        name = str(subject_id)
        return self.keys[story].get(name) or folded(name) or name


def same_systems(inventories: tuple[Inventory, Inventory], catalogue: Catalogue, teams: Known) -> Known:
    """Systems: by id, by the catalogue's product, by what tells copies of one product apart, by name."""
    product = _products(catalogue)

    def other_product(one: Subject, two: Subject) -> bool:
        return None not in (product(one), product(two)) and product(one) != product(two)

    def other_copy(one: Subject, two: Subject) -> bool:
        brands = [folded(str(system.facts["brand"])) for system in (one, two) if "brand" in system.facts]
        return len(set(brands)) > 1 or one.facts["environment"] != two.facts["environment"]

    def copy_of(*facts: str) -> Callable[[int, Subject], Hashable | None]:
        def key(_: int, system: Subject) -> Hashable | None:
            stated = [system.facts.get(fact) for fact in facts]
            known = product(system) is not None and all(isinstance(value, str) for value in stated)
            return (product(system), *(folded(str(value)) for value in stated)) if known else None

        return key

    def owned(story: int, system: Subject) -> Hashable | None:
        owner = system.facts.get("owner.business")
        known = product(system) is not None and isinstance(owner, str)
        return (product(system), teams.key(story, owner)) if known else None

    def other_thing(one: Subject, two: Subject) -> bool:
        return other_product(one, two) or (product(one) is not None and other_copy(one, two))

    steps = (
        Step("same id", lambda _, system: system.id, other_product),
        Step("same product", copy_of()),
        Step("same product, brand and environment", copy_of("environment", "brand")),
        Step("same product and environment", copy_of("environment"), other_copy),
        Step("same product and owner", owned, other_copy),
        Step("same name", _name, other_thing),
    )
    systems = (inventories[0].systems.values(), inventories[1].systems.values())
    found = paired(systems, steps)
    unclear, left = _several(found.left, lambda _, system: product(system), "several copies of one product")
    more, left = _several(left, _name, "several systems of one name")
    homonyms = _homonyms(left)
    return _known("system", Pairs(found.pairs, left), [*unclear, *more, *homonyms])


def same_teams(inventories: tuple[Inventory, Inventory]) -> Known:
    """Teams: by id, by name, by the role that leads them."""

    def lead(_: int, team: Subject) -> Hashable | None:
        role = team.facts.get("lead")
        return folded(role) or None if isinstance(role, str) else None

    def other_side(one: Subject, two: Subject) -> bool:
        sides = [team.facts["side"] for team in (one, two) if "side" in team.facts]
        return len(set(sides)) > 1

    steps = (
        Step("same id", lambda _, team: team.id),
        Step("same name", _name),
        Step("same lead", lead, other_side),
    )
    return _known("team", paired((inventories[0].teams.values(), inventories[1].teams.values()), steps))


def same_terms(inventories: tuple[Inventory, Inventory]) -> Known:
    """Kinds of data: by id, by name."""
    terms = (inventories[0].data_kinds.values(), inventories[1].data_kinds.values())
    return _known("data kind", paired(terms, (Step("same id", lambda _, kind: kind.id), Step("same name", _name))))


def same_plans(inventories: tuple[Inventory, Inventory]) -> Known:
    """Items of the roadmap: by name; those of one name that also say the same are interchangeable."""
    steps = (Step("same name", lambda _, item: (_name(_, item), _as_text(item)), alike=True), Step("same name", _name))
    found = paired((inventories[0].roadmap_items, inventories[1].roadmap_items), steps)
    unclear, left = _several(found.left, _name, "several items of one name")
    return _known("roadmap item", Pairs(found.pairs, left), unclear)


def same_flows(inventories: tuple[Inventory, Inventory], systems: Known) -> Known:
    """Integrations: between the same systems; several of them by name, method and kinds of data."""

    def ends(story: int, flow: Subject) -> tuple[Hashable, Hashable]:
        return _end(systems, story, flow, "from"), _end(systems, story, flow, "to")

    def between(*facts: str) -> Callable[[int, Subject], Hashable | None]:
        def key(story: int, flow: Subject) -> Hashable | None:
            stated = tuple(_plain(flow.facts.get(fact)) for fact in facts)
            return None if None in stated else (ends(story, flow), stated)

        return key

    steps = (
        Step("same systems and facts", lambda story, flow: (ends(story, flow), _as_text(flow)), alike=True),
        Step("same systems and name", between("name")),
        Step("same systems, method and data", between("method", "data")),
        Step("same systems and method", between("method")),
        Step("same systems and data", between("data")),
        Step("same systems", between()),
        Step("same systems, the other way round", lambda story, flow: frozenset(ends(story, flow))),
    )
    found = paired((inventories[0].integrations, inventories[1].integrations), steps)
    unclear, left = _several(found.left, ends, "several flows between the same systems")
    return _called(_known("integration", Pairs(found.pairs, left), unclear), inventories)


def _known(kind: str, pairs: Pairs, unclear: Iterable[Unclear] = ()) -> Known:
    matches = [Match(kind, (one, two), reason) for one, two, reason in pairs.pairs]
    keys: tuple[dict[str, Hashable], dict[str, Hashable]] = ({}, {})
    for number, (one, two, _) in enumerate(pairs.pairs):
        keys[0][one.id] = keys[1][two.id] = (kind, number)
    if kind not in ("team", "data kind"):  # what one declares may be named by the other without being declared
        for story, alone in enumerate(pairs.left):
            keys[story].update({subject.id: (kind, story, subject.id) for subject in alone})
    return Known(matches, pairs.left, list(unclear), keys)


def _products(catalogue: Catalogue) -> Callable[[Subject], str | None]:
    """A function that tells the catalogue's product of a system, by id; each system is looked up once."""
    memory: dict[int, str | None] = {}

    def product_of(system: Subject) -> str | None:
        if id(system) not in memory:
            memory[id(system)] = _product(system.facts, catalogue)
        return memory[id(system)]

    return product_of


def _product(facts: Mapping[str, object], catalogue: Catalogue) -> str | None:
    for name in (facts.get("product"), facts.get("name")):
        if isinstance(name, str):
            product = catalogue.products.get(name) or catalogue.resolve(name)
            if product is not None:
                return product.id
    return None


def _several(
    left: tuple[list[Subject], list[Subject]],
    key: Callable[[int, Subject], Hashable | None],
    reason: str,
) -> tuple[list[Unclear], tuple[list[Subject], list[Subject]]]:
    """What both stories have left of one key and nobody can pair, and the rest."""
    unclear = [
        Unclear(reason, (tuple(ones), tuple(twos))) for ones, twos in bucketed(left, key).values() if ones and twos
    ]
    gone = {id(subject) for item in unclear for subjects in item.subjects for subject in subjects}
    ones, twos = ([subject for subject in subjects if id(subject) not in gone] for subjects in left)
    return unclear, (ones, twos)


def _homonyms(left: tuple[list[Subject], list[Subject]]) -> Iterator[Unclear]:
    """Two systems that share an id and nothing else."""
    for ones, twos in bucketed(left, lambda _, system: system.id).values():
        if ones and twos:
            yield Unclear("one id for two products", (tuple(ones), tuple(twos)))


def _called(known: Known, inventories: tuple[Inventory, Inventory]) -> Known:
    """The same with flows under names that people understand: the systems' names instead of their ids."""

    def called(story: int, flow: Subject) -> Subject:
        ends = [inventories[story].systems.get(str(flow.facts.get(end))) for end in ("from", "to")]
        name = " to ".join(system.name if system else "nothing" for system in ends)
        return Subject(flow.kind, flow.id, {"name": name, **flow.facts}, flow.entries)

    def all_called(stories: tuple[Iterable[Subject], Iterable[Subject]]) -> tuple[list[Subject], list[Subject]]:
        return [called(0, flow) for flow in stories[0]], [called(1, flow) for flow in stories[1]]

    matches = [
        Match(match.kind, (called(0, match.subjects[0]), called(1, match.subjects[1])), match.reason)
        for match in known.matches
        if match.subjects[0] and match.subjects[1]
    ]
    unclear = []
    for item in known.unclear:
        ones, twos = all_called(item.subjects)
        unclear.append(Unclear(item.reason, (tuple(ones), tuple(twos))))
    return Known(matches, all_called(known.alone), unclear, known.keys)


def _end(systems: Known, story: int, flow: Subject, end: str) -> Hashable:
    return systems.key(story, flow.facts.get(end))


def _name(_: int, subject: Subject) -> Hashable | None:
    return folded(subject.name) or None


def _plain(value: object) -> Hashable | None:
    """A stated value in a form that does not depend on order or case."""
    if isinstance(value, tuple):
        return frozenset(value)
    return folded(value) if isinstance(value, str) else None


def _as_text(subject: Subject) -> str:
    """All that is stated, whatever the order of its keys; where a flow leads is left to its ends."""
    return repr(sorted((fact, str(value)) for fact, value in subject.facts.items() if fact not in ("from", "to")))
