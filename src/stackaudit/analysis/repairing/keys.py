"""Keys that are misspelt, and keys that stand a level too high."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stackaudit.analysis.repairing.slips import by_letters, meant
from stackaudit.analysis.repairing.tables import Spot, has_remark_above, is_plain, is_shared, place_of, stands_once
from stackaudit.analysis.repairing.values import value_meant, value_repairs
from stackaudit.model.catalogue import folded
from stackaudit.model.edits import Drop, Path, Put, Rename
from stackaudit.model.language import Field, Kind
from stackaudit.model.language.fields import flat
from stackaudit.model.language.spelling import NOBODY_WORDS
from stackaudit.model.language.systems import SYSTEM
from stackaudit.model.repairs import Repair
from stackaudit.model.suggesting import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.analysis.repairing.knowing import Known
    from stackaudit.analysis.repairing.tables import Table
    from stackaudit.model.documents import Entry

_OWN = "x-"
_HOLDING: Mapping[Kind, tuple[type, ...]] = {
    Kind.RECORD: (dict,),
    Kind.KEYED: (dict,),
    Kind.SYSTEMS: (dict, list),
    Kind.LISTED: (list,),
}

_PLAIN_ANYWHERE = tuple(
    """
    cost.annual cost.seats cost.seats_used cost.seats_counted cost.renews cost.notice cost.auto_renews cost.paid_by
    bought.approved_by data.retention data.master_of privacy.legal_basis security.sso security.mfa
    security.shared_accounts security.audit_log security.encrypted security.backup security.certifications
    security.admins security.key_custodian security.key_deputy service.criticality service.uptime service.on_call
    service.status_page service.load_time
    """.split()
)
"""Facts of a system whose last word says what they are about wherever it stands; `reviewed` or `production` do not."""


def key_repairs(table: Table, known: Known) -> Iterator[Repair]:
    """Keys of an entry, and of the mappings below it, that are a slip of the pen."""
    if isinstance(table.entry.value, dict):
        yield from _misspelt(table.fields, f"{table.what}.", table.entry, table.path, known)


def key_moves(table: Table, known: Known) -> Iterator[Repair]:
    """Keys at the top of an entry that belong into a mapping below: `cost_annual`, and `sso` of a system."""
    if not isinstance(table.entry.value, dict):
        return
    children = _children(table.entry)
    strangers = [key for key in children if key not in table.fields and not key.startswith(_OWN)]
    if not strangers:
        return
    facts = dict(flat(table.fields))
    below = tuple(fact for fact in facts if "." in fact)
    homes = {key: _home(key, below, table) for key in strangers}
    claims = Counter(homes.values())
    for key, home in homes.items():
        child = children[key]
        if not home or claims[home] > 1 or not _is_short(child) or not _has_room(table.entry, home):
            continue
        value = value_meant(Spot(table.path, f"{table.what}.{home}", facts[home], child), known)
        if value is not None:
            way = home.split(".")
            edits = (Drop((*table.path, key)), Put((*table.path, *way), value, _remark(child, table.entry)))
            why = f"`{way[-1]}` stands under `{'.'.join(way[:-1])}`"
            yield Repair("keys", child.key_place(), f"{shortened(key)}:", f"{': {'.join(way)}: …}}", why, edits)


def _misspelt(fields: Mapping[str, Field], prefix: str, entry: Entry, path: Path, known: Known) -> Iterator[Repair]:
    """Keys that are a slip away from one of the language that is not there as well and could hold what they hold."""
    children = _children(entry)
    strangers = [key for key in children if key not in fields and not key.startswith(_OWN)]
    right = {key: near for key in strangers if (near := meant(key, fields)) and near not in children}
    claims = Counter(right.values())
    for key, child in children.items():
        near, field = right.get(key, ""), fields.get(key)
        if near and claims[near] == 1 and _could_hold(Spot(path, prefix + near, fields[near], child), known):
            yield from value_repairs(Spot((*path, key), prefix + near, fields[near], child), known)
            edits = (Rename((*path, key), near),)
            why = "this is how the language spells the key"
            yield Repair("keys", child.key_place(), f"{shortened(key)}:", f"{near}:", why, edits)
        elif field is not None and field.kind is Kind.RECORD and isinstance(child.value, dict) and not is_shared(child):
            yield from _misspelt(field.fields, f"{prefix}{key}.", child, (*path, key), known)


def _home(key: str, below: tuple[str, ...], table: Table) -> str:
    """The fact that a key states which stands at the top of an entry; empty where it may mean none or several."""
    letters = folded(key)
    homes = by_letters(below).get(letters, [])
    if table.fields is SYSTEM and not homes and meant(key, table.fields) is None:
        homes = [fact for fact in _PLAIN_ANYWHERE if folded(fact.rpartition(".")[2]) == letters]
    return homes[0] if len(homes) == 1 and letters else ""


def _has_room(entry: Entry, home: str) -> bool:
    """Whether a fact can be written below an entry: the mappings on the way are there or missing, the fact is not."""
    *way, last = home.split(".")
    here = entry
    for step in way:
        child = here.child(step)
        if child is None:
            return True
        if not isinstance(child.value, dict) or not is_plain(child):
            return False
        here = child
    return isinstance(here.value, dict) and last not in here.value


def _could_hold(spot: Spot, known: Known) -> bool:
    """Whether a value could stand under a key: a mapping where one belongs, or what is right or can be mended."""
    field, child = spot.field, spot.entry
    if child.value is None:
        return True
    if field.kind in _HOLDING:
        is_denied = field.or_none and (child.value is False or child.value in NOBODY_WORDS)
        return isinstance(child.value, _HOLDING[field.kind]) or is_denied
    if field.item is not None and isinstance(child.value, list):
        return all(_could_hold(spot._replace(field=field.item, entry=item), known) for _, item in child.children())
    return value_meant(spot, known) is not None


def _is_short(child: Entry) -> bool:
    """Whether an entry can go elsewhere without losing a comment: a scalar or a list in brackets, and none above."""
    mark = child.document.marks[child.first]
    is_scalar = not isinstance(child.value, dict | list)
    return is_plain(child) and not has_remark_above(child) and (is_scalar or child.document.text[mark] == "[")


def _remark(child: Entry, parent: Entry) -> str:
    """The comment behind a value, which goes where the value goes; one behind brackets is about all that is in them."""
    document = child.document
    if document.text[document.marks[parent.first]] == "{":
        return ""
    place = place_of(child)
    rest = document.line(place.line)[place.column - 1 :].replace("\t", " ")
    end = rest.find(rest[0], 1) + 1 if rest[:1] in ("'", '"') else 0
    return rest[end:].partition(" #")[2].strip()


def _children(entry: Entry) -> dict[str, Entry]:
    """The entries of a mapping by their keys, without those that stand in it again."""
    return {key: child for key, child in entry.children() if isinstance(key, str) and stands_once(key)}
