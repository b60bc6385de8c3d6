"""Jobs that two or more live products do."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, Hint, cost_of, passes, undetermined
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.checks.linking import category_missing, names_of
from stackaudit.analysis.options import Option, Takes
from stackaudit.analysis.stack import jobs_of
from stackaudit.model.audit import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack
    from stackaudit.model.inventory import Subject


def ask(stack: Stack, *, by: str) -> Iterator[Answer]:
    """An answer for each job: whether one live product does it, or several.

    With `by: category` it is what both are bought for; with `by: capability` at least one does it on the side. Copies
    of one product (environments, brands, regions, accounts) count as one.
    """
    systems = [system for system in stack.live if system.facts["environment"] == "production"]
    mains, sides = _by_job(stack, systems)
    for job in sorted(mains):
        main = _products(mains[job])
        side = _products([system for system in sides[job] if _product(system) not in main])
        if by == "category" and len(main) > 1:
            yield _twice(stack, job, mains[job], main)
        elif by == "capability" and main and side:
            members = [system for copies in (*main.values(), *side.values()) for system in copies]
            yield _twice(stack, job, members, main | side)
        else:
            yield passes(*mains[job])
    if by == "category":
        for system in stack.without_category:
            yield undetermined(system, missing=category_missing([system]))


def _by_job(
    stack: Stack,
    systems: list[Subject],
) -> tuple[dict[str, list[Subject]], dict[str, list[Subject]]]:
    """The systems bought for each job, and those that do it on the side; jobs that may well be done twice left out."""
    once = {category.id for category in stack.catalogue.categories.values() if category.overlap}
    mains: dict[str, list[Subject]] = defaultdict(list)
    sides: dict[str, list[Subject]] = defaultdict(list)
    for system in systems:
        for index, job in enumerate(jobs_of(system)):
            if job in once:
                (sides if index else mains)[job].append(system)
    return mains, sides


def _products(systems: list[Subject]) -> dict[str, list[Subject]]:
    """Systems by the product that they are copies of."""
    products: dict[str, list[Subject]] = defaultdict(list)
    for system in systems:
        products[_product(system)].append(system)
    return products


def _product(system: Subject) -> str:
    """What tells products apart: the product of the catalogue, or the system itself."""
    return str(system.facts["product.id"] or system.id)


def _twice(stack: Stack, job: str, members: list[Subject], products: dict[str, list[Subject]]) -> Answer:
    """The answer where several products do one job; the money is that of all but the dearest."""
    costs = {
        product: sum(costs)
        for product, copies in products.items()
        if (costs := [cost for system in copies if (cost := cost_of(system)) is not None])
    }
    dearest = max(costs, key=lambda product: (costs[product], product), default="")
    cheaper = [system for product, copies in products.items() if product != dearest for system in copies]
    stakes = tuple((system.id, cost) for system in cheaper if (cost := cost_of(system)) is not None)
    category = stack.catalogue.categories[job]
    saved = {system.id for system in cheaper}
    members = sorted(members, key=lambda system: (system.id in saved, system.name.casefold(), system.id))
    values = {"job": category.job, "category": category.name, "systems": names_of(members), "count": len(products)}
    hints = tuple(Hint(system, "name", f"{system.name} too") for system in members[1:])
    return Answer(Verdict.FAILS, tuple(members), values, job, "name", category.job, hints, stakes)


CHECK = Check(
    "Each job is done by one live product.",
    "system",
    ask,
    {"by": Option(Takes.WORD, "`category` or `capability`.", words=("category", "capability"))},
    ("job", "category", "systems", "count"),
)
