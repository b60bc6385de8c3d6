"""Products and categories of the catalogue as lines for a terminal."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from stackaudit.reports.terminal.lines import Line, clipped, counted, line, padded, width_of, wrapped
from stackaudit.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stackaudit.model.catalogue import Catalogue, Category, Product

_LABEL = 14
_NAMED = 12
_VENDOR = 10  # columns that a vendor's name gets at least


def product_page(product: Product, catalogue: Catalogue, width: int) -> list[Line]:
    """Everything that the catalogue knows of a product."""
    lines = [line((visible(product.name), "title"), "  ", (visible(product.id), "faint"))]
    lines += _labelled("vendor", product.vendor, width)
    category = catalogue.categories[product.category]
    lines += _labelled("category", f"{category.id} ({category.group_name}, {category.name})", width)
    lines += _labelled("it is for", category.job, width)
    lines += _labelled("also called", ", ".join(product.also), width)
    lines += _labelled("domain", product.domain, width)
    for index, capability in enumerate(product.capabilities):
        other = catalogue.categories[capability]
        lines += _labelled("" if index else "able as well", f"{other.id} ({other.job})", width)
    return [*lines, []]


def category_page(category: Category, catalogue: Catalogue, width: int) -> list[Line]:
    """What a category means, and products of it."""
    products = [product for product in catalogue.products.values() if product.category == category.id]
    able = sum(category.id in product.capabilities for product in catalogue.products.values())
    several = "two live products do one job twice" if category.overlap else "several products at once are ordinary"
    lines = [line((category.name, "title"), "  ", (category.id, "faint"))]
    lines += _labelled("it is for", category.job, width)
    lines += _labelled("group", f"{category.group} ({category.group_name})", width)
    lines += _labelled("trade heading", category.trade, width)
    lines += _labelled("overlap", several, width)
    names = sorted((product.name for product in products), key=str.casefold)
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    lines += _labelled("products", f"{len(names)}: {', '.join(names[:_NAMED])}{more}" if names else "none", width)
    if able:
        lines += _labelled("able as well", f"{able} products of other categories", width)
    return [*lines, []]


def product_list(products: Sequence[Product], total: int, width: int) -> list[Line]:
    """Products on a line each: name, category and vendor; then how many of the `total` these are."""
    categories = max((len(product.category) for product in products), default=0)
    longest = max((width_of(visible(product.name)) for product in products), default=0)
    names = min(longest, width - categories - _VENDOR - 6)
    lines = []
    for product in products:
        lead = f"  {padded(clipped(visible(product.name), names), names)}  "
        middle = f"{padded(product.category, categories)}  "
        room = max(_VENDOR, width - width_of(lead) - width_of(middle))
        lines.append(line((lead, "rule"), middle, (clipped(visible(product.vendor), room), "faint")))
    rest = f", the first {len(products)} of them shown (--all shows every one)" if total > len(products) else ""
    return [*lines, *wrapped(f"{counted(total, 'product')}{rest}", width, "  ", "title", first="")]


def category_tree(categories: Iterable[Category], width: int) -> list[Line]:
    """Categories by group: the id, and the job that completes "this system is for …"."""
    listed = list(categories)
    ids = max((len(category.id) for category in listed), default=0)
    lines: list[Line] = []
    for (group, name), members in groupby(listed, key=lambda category: (category.group, category.group_name)):
        lines.append(line((name, "title"), "  ", (group, "faint")))
        for category in members:
            lines += wrapped(category.job, width, " " * (ids + 4), first=f"  {padded(category.id, ids)}  ")
        lines.append([])
    counted = f"{len(listed)} categor{'y' if len(listed) == 1 else 'ies'}"
    return [*lines, line((counted, "title"))]


def unknown_lines(name: str, near: Sequence[str], advice: str, width: int) -> list[Line]:
    """That a name means nothing in the catalogue, near names where there are any, and what else to do."""
    lines = wrapped(f"nothing in the catalogue is called `{name}`", width, "  ", first="")
    help_text = " ".join([f"Did you mean {_either(near)}?", advice] if near else [advice])
    return lines + wrapped(f"help: {help_text}", width, "        ", "faint", first="  ")


def _labelled(label: str, text: str, width: int) -> list[Line]:
    """A line with a label, or none where there is nothing to say."""
    return wrapped(text, width, " " * (_LABEL + 4), first=f"  {padded(label, _LABEL)}  ") if text else []


def _either(names: Sequence[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
