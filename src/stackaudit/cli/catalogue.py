"""`stackaudit catalogue`: look up products and categories."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from stackaudit.cli.choosing import (
    Format,
    OutputFormat,
)
from stackaudit.cli.doors import NOT_AUDITED, problems_told, say, shown, width

if TYPE_CHECKING:
    from stackaudit.model.catalogue import Catalogue, Category

app = typer.Typer(help="Look up products and categories.", no_args_is_help=True, rich_markup_mode=None)

_MOST_FOUND = 25
_MOST_NEAR = 3


@app.command("show")
def show(
    name: Annotated[list[str], typer.Argument(help="A product's name or id, or a category's.", metavar="NAME")],
    output_format: OutputFormat = Format.TERMINAL,
) -> None:
    """Show a product or a category.

    Of a product: vendor, category, what it is for, other names, domain, and what it is able to do as well.
    """
    from stackaudit.reports.json_catalogue import entries_json
    from stackaudit.reports.terminal.catalogue import category_page, product_page
    from stackaudit.sources.catalogue import read_catalogue

    wanted = " ".join(name)
    with problems_told():
        catalogue = read_catalogue()
        product = catalogue.resolve(wanted)
        products = [product] if product else []
        categories = _categories_called(wanted, catalogue)
        if not products and not categories:
            _unknown(wanted, _near(wanted, catalogue), "Look for parts of it with `stackaudit catalogue search`.")
        if output_format is Format.JSON:
            say(entries_json(products, categories))
            return
        columns = width(sys.stdout)
        pages = [*(product_page(product, catalogue, columns) for product in products)]
        pages += [category_page(category, catalogue, columns) for category in categories]
        say(shown([line for page in pages for line in page], sys.stdout))


@app.command("search")
def search(
    words: Annotated[list[str], typer.Argument(help="Words of a name, a vendor or a category.")],
    show_all: Annotated[bool, typer.Option("--all", "-a", help="Show every product that is found.")] = False,
    output_format: OutputFormat = Format.TERMINAL,
) -> None:
    """Search products by words.

    Finds those whose names, vendor or category contain all the words, the best match first.
    """
    from stackaudit.analysis.searching import search as found_by
    from stackaudit.reports.json_catalogue import products_json
    from stackaudit.reports.terminal.catalogue import product_list
    from stackaudit.sources.catalogue import read_catalogue

    with problems_told():
        catalogue = read_catalogue()
        found = found_by(catalogue, words)
        chosen = found if show_all else found[:_MOST_FOUND]
        if output_format is Format.JSON:
            say(products_json(chosen))
        else:
            say(shown(product_list(chosen, len(found), width(sys.stdout)), sys.stdout))


@app.command("categories")
def categories(
    group: Annotated[
        str | None,
        typer.Option("--group", help="Only this group, such as advertising or business."),
    ] = None,
    output_format: OutputFormat = Format.TERMINAL,
) -> None:
    """List categories by group, with their ids and jobs."""
    from stackaudit.model.catalogue import folded
    from stackaudit.model.suggesting import near_names
    from stackaudit.reports.json_catalogue import categories_json
    from stackaudit.reports.terminal.catalogue import category_tree
    from stackaudit.sources.catalogue import read_catalogue

    with problems_told():
        every = list(read_catalogue().categories.values())
        groups = {category.group: category.group_name for category in every}
        chosen = [c for c in every if group is None or folded(group) in (folded(c.group), folded(c.group_name))]
        if not chosen and group is not None:
            _unknown(group, near_names(group, [*groups.values(), *groups]), f"The groups are {', '.join(groups)}.")
        if output_format is Format.JSON:
            say(categories_json(chosen))
        else:
            say(shown(category_tree(chosen, width(sys.stdout)), sys.stdout))


def _categories_called(name: str, catalogue: Catalogue) -> list[Category]:
    """The categories with this id or name."""
    from stackaudit.model.catalogue import folded

    wanted = folded(name)
    every = catalogue.categories.values()
    return [category for category in every if wanted and wanted in (folded(category.id), folded(category.name))]


def _near(name: str, catalogue: Catalogue) -> list[str]:
    """Names that are spelled almost so, or else those of products that the words would find."""
    from stackaudit.analysis.searching import search as found_by
    from stackaudit.model.catalogue import folded
    from stackaudit.model.suggesting import near_names

    spelled = near_names(folded(name), [*catalogue.names, *catalogue.categories], most=_MOST_NEAR)
    named = [catalogue.products[catalogue.names[near]].name if near in catalogue.names else near for near in spelled]
    return list(dict.fromkeys(named)) or [product.name for product in found_by(catalogue, [name])[:_MOST_NEAR]]


def _unknown(name: str, near: list[str], advice: str) -> None:
    """Say that a name means nothing, and end."""
    from stackaudit.reports.terminal.catalogue import unknown_lines

    sys.stderr.write(shown(unknown_lines(name, near, advice, width(sys.stderr)), sys.stderr))
    raise typer.Exit(NOT_AUDITED)
