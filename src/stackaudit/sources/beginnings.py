"""What a new inventory begins with: its first file, its settings, and what tells editors its language."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.catalogue import folded
from stackaudit.model.edits import Put
from stackaudit.model.ids import id_of
from stackaudit.model.language import INVENTORY
from stackaudit.model.problems import Problems, one_problem
from stackaudit.sources.editing import edited
from stackaudit.sources.editing.spelling import key_text, scalar_text
from stackaudit.sources.files import read_text
from stackaudit.sources.inventory import read_inventory_text
from stackaudit.sources.inventory.finding import SUFFIXES, find_files
from stackaudit.sources.starters import FOLDER, Starter

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from stackaudit.model.catalogue import Catalogue, Product
    from stackaudit.model.edits import Edit

NAME = "inventory.yaml"
"""The first file of an inventory."""

TEAMS = {"marketing": "marketing", "it": "it", "sales": "sales"}
"""The teams that an inventory begins with where none are named, each with its side."""

_VERSION = "stackaudit: 1\n"
_LINKS = re.compile(r"^integrations\s*:", re.MULTILINE)
_NO_FILE = "no YAML file in this folder"
_SCHEMA = ".stackaudit/inventory.schema.json"
_SECTION = re.compile(
    rf"^(?:\{{\s*)?[\"']?(?:{'|'.join(key for key in INVENTORY if key not in ('data', 'ignore'))})[\"']?\s*:",
    re.MULTILINE,
)


class Beginning(NamedTuple):
    """What is known of an organisation when its inventory begins; what is empty nobody stated.

    `teams` maps ids to sides; `systems` are names as people say them.
    """

    name: str = ""
    currency: str = ""
    regions: tuple[str, ...] = ()
    teams: Mapping[str, str] = TEAMS
    systems: tuple[str, ...] = ()


class Standing(NamedTuple):
    """What a folder holds before anything is written: whether an inventory, and YAML files that are none."""

    has_inventory: bool
    others: tuple[str, ...] = ()


def standing_in(path: Path) -> Standing:
    """What stands at a path, which need not be there; an inventory is known by the names of its sections.

    Files are taken for inventories, as is what is called like one. Raises `Problems` where a folder cannot be read.
    """
    if not path.is_dir():
        return Standing(has_inventory=path.exists() or path.suffix.lower() in SUFFIXES)
    found, problems = find_files([path])
    broken = tuple(problem for problem in problems if problem.message != _NO_FILE)
    if broken:
        raise Problems(broken)
    is_ours = any(_SECTION.search(read_text(file, name)) for name, file in found)
    return Standing(is_ours, () if is_ours else tuple(name for name, _ in found))


def beginning_files(folder: Path, inventory: str, schema: str) -> Iterator[Starter]:
    """The files of a new inventory: its text, and around it those that give way to what is there already."""
    editor = {"yaml.schemas": {_SCHEMA: [NAME, "inventory/**/*.yaml"]}}
    yield Starter(folder / NAME, inventory)
    yield Starter(folder / "stackaudit.toml", _carried("settings.toml"), gives_way=True)
    yield Starter(folder / ".gitignore", _carried("ignored.txt"), gives_way=True)
    yield Starter(folder / _SCHEMA, schema, gives_way=True)
    yield Starter(folder / ".vscode" / "settings.json", _json(editor), gives_way=True)
    extensions = {"recommendations": ["redhat.vscode-yaml"]}
    yield Starter(folder / ".vscode" / "extensions.json", _json(extensions), gives_way=True)


def inventory_text(beginning: Beginning, catalogue: Catalogue) -> str:
    """The first file of an inventory, with comments on what may follow."""
    sections = (
        _organization(beginning),
        _teams(beginning.teams),
        _systems(beginning.systems, catalogue),
        [_carried("no-integrations.txt").rstrip()],
    )
    return _head() + "\n" + "\n\n".join("\n".join(section) for section in sections) + "\n"


def with_beginning(text: str, beginning: Beginning, categories: Collection[str]) -> str:
    """The text of an inventory that was imported, with what is known of the organisation and the same comments.

    Raises `Problems` where the file names another currency: its amounts are in that one.
    """
    theirs = read_inventory_text(NAME, text, categories).organization.facts.get("organization.currency")
    if theirs and beginning.currency not in ("", theirs):
        advice = f"Leave `{beginning.currency}` out, or write the file's amounts in it."
        raise one_problem(f"the file's amounts are in {theirs}, not in {beginning.currency}", advice)
    stated = {"name": beginning.name, "currency": beginning.currency, "regions": list(beginning.regions)}
    edits: list[Edit] = [Put(("organization", key), value) for key, value in stated.items() if value]
    edits += [Put(("teams", team, "side"), side) for team, side in beginning.teams.items()]
    whole = edited(NAME, text, edits)
    head, version, _ = _head().partition(_VERSION)
    links = "" if _LINKS.search(whole) else f"\n{_carried('no-integrations.txt')}"
    return head + (whole if whole.startswith(version) else version + whole) + links


def _head() -> str:
    return _carried("inventory-head.txt").replace("@SCHEMA@", _SCHEMA)


def _organization(beginning: Beginning) -> Iterator[str]:
    """The organisation, with a comment in the place of what nobody stated."""
    yield "organization:"
    named = (
        f"name: {scalar_text(beginning.name, in_flow=False)}"
        if beginning.name
        else "# name: <name> # as it should stand on reports"
    )
    yield f"  {named}"
    currency = f"currency: {beginning.currency or 'EUR'} # in which plain amounts are meant"
    yield f"  {currency}" if beginning.currency else f"  # {currency}"
    regions = ", ".join(scalar_text(region, in_flow=True) for region in beginning.regions)
    yield f"  {'' if regions else '# '}regions: [{regions or 'eu'}] # where personal data may live"


def _teams(teams: Mapping[str, str]) -> Iterator[str]:
    yield "teams: # who owns, buys and runs systems; `lead: cmo` and the like says which role leads one"
    yield from (f"  {key_text(team)}: {{side: {side}}}" for team, side in teams.items())


def _systems(names: Iterable[str], catalogue: Catalogue) -> Iterator[str]:
    """Each system once, however often it is named, in capitals or not; two examples where none is."""
    named = {name.casefold(): name for name in reversed(tuple(names))}
    if not named:
        yield _carried("example-systems.txt").rstrip()
        return
    yield _carried("systems-head.txt").rstrip()
    taken: set[str] = set()
    for name in reversed(named.values()):
        product = catalogue.resolve(name)
        yield f"  {_free(id_of(name) or 'system', taken)}:"
        yield f"    name: {scalar_text(name, in_flow=False)}{_known(name, product, catalogue)}"


def _known(name: str, product: Product | None, catalogue: Catalogue) -> str:
    """A comment on what the catalogue takes a name for."""
    if product is None:
        return " # not in the catalogue, so add what it is for: `category:`"
    category = catalogue.categories[product.category].name
    return f" # {category}" if folded(product.name) == folded(name) else f" # taken for {product.name}: {category}"


def _free(wanted: str, taken: set[str]) -> str:
    """An id that no system has yet."""
    free, number = wanted, 1
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    taken.add(free)
    return free


def _json(value: object) -> str:
    return json.dumps(value, indent=2) + "\n"


def _carried(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
