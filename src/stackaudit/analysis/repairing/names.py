"""Names of products and vendors that the catalogue knows and writes otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.repairing.tables import is_plain, place_of
from stackaudit.model.catalogue import folded
from stackaudit.model.edits import Put
from stackaudit.model.repairs import Repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.repairing.knowing import Known
    from stackaudit.analysis.repairing.tables import Table
    from stackaudit.model.documents import Entry
    from stackaudit.model.edits import Path

_COMPANY_FORMS = frozenset(
    "ab ag aps as asa bv co company corp corporation gmbh inc incorporated kg limited llc ltd nv oy oyj plc pty sa "
    "sarl sas se spa srl".split()
)
_WHY = "the catalogue writes it so"


def name_repairs(table: Table, known: Known) -> Iterator[Repair]:
    """Repairs of the names of a system's product and vendor.

    A name may differ from the catalogue's in case, spaces, punctuation, accents and the form of a company; one in other
    words stays, as it says something else or says it as people here do. So does the name of what was built here, and
    that of a system which states its product or another vendor.
    """
    if table.what != "system":
        return
    entry = table.entry
    if isinstance(entry.value, str):
        yield from _product(entry, table.path, known, is_listed=isinstance(table.path[-1], int))
        return
    if not isinstance(entry.value, dict):
        return
    name, product, vendor = entry.child("name"), entry.child("product"), entry.child("vendor")
    is_ours = _says(entry, "bought", "how") == "built"
    if product is not None:
        yield from _product(product, (*table.path, "product"), known, _vendor_of(vendor))
    elif name is not None and not is_ours:
        listed = isinstance(table.path[-1], int)
        yield from _product(name, (*table.path, "name"), known, _vendor_of(vendor), is_listed=listed)
    if vendor is not None:
        yield from _vendor(vendor, (*table.path, "vendor"), known)


def _product(entry: Entry, path: Path, known: Known, vendor: str = "", *, is_listed: bool = False) -> Iterator[Repair]:
    """The repair of a product's name; of a system on a list only where its id, made from the name, stays the same."""
    name = entry.value
    if not isinstance(name, str) or not is_plain(entry):
        return
    product = known.market.catalogue.resolve(name)
    if product is None or name == product.name or not _is_spelling(name, product.name):
        return
    if vendor and not _is_spelling(vendor, product.vendor):
        return
    if not is_listed or name.lower() == product.name.lower():
        yield Repair("names", place_of(entry), name, product.name, _WHY, (Put(path, product.name),))


def _vendor(entry: Entry, path: Path, known: Known) -> Iterator[Repair]:
    name = entry.value
    if not isinstance(name, str) or not is_plain(entry):
        return
    right = known.market.vendors.get(folded(name)) or known.market.vendors.get(_alone(name))
    if right is not None and right != name:
        yield Repair("names", place_of(entry), name, right, _WHY, (Put(path, right),))


def _is_spelling(name: str, right: str) -> bool:
    """Whether a name is another one but for case, spaces, punctuation, accents, and the form of a company."""
    return folded(right) in (folded(name), _alone(name))


def _alone(name: str) -> str:
    """The letters of a name without the forms of a company at its end."""
    words = name.replace(".", "").replace(",", " ").split()
    while len(words) > 1 and words[-1].lower() in _COMPANY_FORMS:
        words.pop()
    return folded(" ".join(words))


def _vendor_of(vendor: Entry | None) -> str:
    return vendor.value if vendor is not None and isinstance(vendor.value, str) else ""


def _says(entry: Entry, *path: str) -> object:
    value = entry.value
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value
