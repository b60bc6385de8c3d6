"""What asks visitors for consent and what needs it, from `consent.yaml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.documents import Entry
    from stackaudit.model.marks import Company
    from stackaudit.sources.catalogue.claims import MarkFiles


def consent_targets(
    files: MarkFiles, catalogue: Catalogue, companies: Mapping[str, Company]
) -> tuple[frozenset[str], frozenset[str]]:
    """The targets that ask for consent, and those that need it; what belongs to neither is noted in `files`."""
    found: dict[str, frozenset[str]] = {"asks": frozenset(), "needs": frozenset()}
    for section, entry in files.entries("consent.yaml"):
        if section in found:
            found[section] = _targets(entry, files, catalogue, companies)
        else:
            files.wrong(f"`{section}` cannot stand here", "Known are asks, needs.", entry.key_place())
    return found["asks"], found["needs"]


def _targets(
    section: Entry, files: MarkFiles, catalogue: Catalogue, companies: Mapping[str, Company]
) -> frozenset[str]:
    found: set[str] = set()
    left_out: set[str] = set()
    for way, listed in section.children():
        for _, each in listed.children():
            meant = _meant(str(way), str(each.value), catalogue, companies)
            if not meant:
                files.wrong(f"`{each.value}` means nothing under `{way}`", "Mend it, or take it away.", each.place())
            (left_out if way == "without" else found).update(meant)
    return frozenset(found - left_out)


def _meant(way: str, word: str, catalogue: Catalogue, companies: Mapping[str, Company]) -> set[str]:
    """The targets that a word means: a category's products, a kind's companies, or one product."""
    if way == "categories":
        return {product.id for product in catalogue.products.values() if product.category == word}
    if way == "kinds":
        return {f"company:{company.id}" for company in companies.values() if company.kind == word}
    return {word} & catalogue.products.keys() if way in {"products", "without"} else set()
