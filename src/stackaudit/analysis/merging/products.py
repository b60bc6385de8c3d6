"""Names that an import brings, as products of the catalogue: sure ones are written, likely ones are to be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.matching.apps import match_apps
from stackaudit.model.catalogue import folded
from stackaudit.model.imports import Remark
from stackaudit.model.matches import Sureness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackaudit.model.catalogue import Catalogue, Product
    from stackaudit.model.imports import Draft, Value
    from stackaudit.model.matches import Match

_UNKNOWN_CATEGORY = "no category of the catalogue is called so"


def with_products(drafts: Iterable[Draft], catalogue: Catalogue) -> Iterator[Draft]:
    """Drafts of systems with the product that each name means, and without what the catalogue says as well.

    A name that the catalogue resolves brings its product wherever the inventory is read. Where more is needed to tell,
    `product` is stated: certain, or likely with the reason; guesses are left. Categories become ids; words that are
    none are remarks.
    """
    drafts = list(drafts)
    unresolved = [
        (name, draft.host)
        for draft in drafts
        if draft.kind == "system" and (name := _name(draft)) and "product" not in draft.facts
        if catalogue.resolve(name) is None
    ]
    matches = match_apps(unresolved, catalogue, catalogue.marks, {}) if unresolved else {}
    ids = _category_ids(catalogue)
    for draft in drafts:
        if draft.kind != "system":
            yield draft
            continue
        known = _with_product(draft, matches.get((_name(draft), draft.host)), catalogue)
        yield _with_category(known, product_of(known, catalogue), ids)


def product_of(draft: Draft, catalogue: Catalogue) -> Product | None:
    """The product that a draft states or that its name means."""
    stated = draft.facts.get("product")
    return catalogue.resolve(str(stated)) if stated is not None else catalogue.resolve(_name(draft))


def _name(draft: Draft) -> str:
    return str(draft.facts.get("name", draft.key))


def _with_product(draft: Draft, match: Match | None, catalogue: Catalogue) -> Draft:
    product = catalogue.products.get(match.target) if match else None
    if match is None or product is None or match.sureness is Sureness.GUESS:
        return draft
    doubts = dict(draft.doubts)
    if match.sureness is Sureness.LIKELY:
        doubts["product"] = match.why
    return draft._replace(facts={**draft.facts, "product": product.name}, doubts=doubts)


def _with_category(draft: Draft, product: Product | None, ids: dict[str, str]) -> Draft:
    """The draft with ids for words of categories, without the vendor and category that its product has anyway."""
    facts: dict[str, Value] = dict(draft.facts)
    remarks = list(draft.remarks)
    if product is not None and folded(str(facts.get("vendor", ""))) == folded(product.vendor):
        del facts["vendor"]
    word = facts.pop("category", None)
    if word is not None:
        category = ids.get(folded(str(word)))
        if category is None:
            remarks.append(Remark("category", str(word), draft.line, _UNKNOWN_CATEGORY))
        elif product is None or category != product.category:
            facts["category"] = category
    return draft._replace(facts=facts, remarks=tuple(remarks))


def _category_ids(catalogue: Catalogue) -> dict[str, str]:
    """The ids of categories by the letters of their ids and names."""
    found = {folded(category.name): category.id for category in catalogue.categories.values()}
    return found | {folded(id_): id_ for id_ in catalogue.categories}
