"""Imports a file into an inventory, again and again: what the source changed is followed, what hands wrote is kept."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.analysis.merging.adding import added
from stackaudit.analysis.merging.amounts import in_own_currency
from stackaudit.analysis.merging.flows import flow_pairs
from stackaudit.analysis.merging.pairing import Pair, Pairing, remembered
from stackaudit.analysis.merging.products import with_products
from stackaudit.analysis.merging.referring import referring
from stackaudit.analysis.merging.standing import standing_entries, states
from stackaudit.analysis.merging.stating import Verdict, check, edits_of, verdicts
from stackaudit.model.edits import Note, Put
from stackaudit.model.merging import Act, Change, Merge, Provenance, Stated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from stackaudit.model.catalogue import Catalogue
    from stackaudit.model.edits import Edit
    from stackaudit.model.imports import Draft, Imported
    from stackaudit.model.inventory import Inventory


_BY_WHICH_IT_IS_KNOWN = frozenset({"name", "from", "to"})
"""Facts that say which entry it is: what the inventory calls it stands."""


class Source(NamedTuple):
    """The source of an import: its name, what is remembered of it, the document for new entries, and the day."""

    name: str
    provenance: Provenance
    document: str
    on: date


def merge(imported: Imported, inventory: Inventory, source: Source, catalogue: Catalogue) -> Merge:
    """What importing does to an inventory, which may be empty; the catalogue has its marks.

    New entries are added, unedited facts follow the source, and what the source no longer has is marked, never removed.
    What was edited, added or taken out by hand stays so.
    """
    return _Merging(imported, inventory, source, catalogue).merge()


class _Merging:
    """The merge of one import."""

    def __init__(self, imported: Imported, inventory: Inventory, source: Source, catalogue: Catalogue) -> None:
        self._imported = imported
        self._inventory = inventory
        self._source = source
        self._catalogue = catalogue
        currency = inventory.organization.facts.get("organization.currency")
        self._drafts = in_own_currency(list(with_products(imported.drafts, catalogue)), currency)
        self._pairing = Pairing(inventory, source.provenance, catalogue, is_partial=not imported.is_whole)
        self._standing = standing_entries(inventory)
        self._still = {(draft.kind, fact) for draft in self._drafts for fact in draft.facts}
        self._edits: dict[str, list[Edit]] = defaultdict(list)
        self._changes: list[Change] = []
        self._entries: dict[str, Stated] = {}
        self._doubts = 0
        self._remarks = len(imported.remarks)

    def merge(self) -> Merge:
        self._organization()
        for pair in self._pairing.teams(self._of("team")):
            self._take(pair)
        for pair in list(self._pairing.systems(self._of("system"))):
            self._take(pair._replace(draft=referring(pair.draft, self._pairing.team_ids, {})))
        for pair in self._flows():
            self._take(pair)
        self._gone()
        entries = dict(sorted(self._entries.items()))
        told = {(change.kind, change.id) for change in self._changes if change.act is not Act.MET}
        unchanged = sum(pair not in told for pair in self._standing if pair[0] == "system")
        return Merge(
            {name: tuple(edits) for name, edits in self._edits.items() if edits},
            tuple(self._changes),
            Provenance(self._imported.importer, entries),
            self._doubts,
            self._remarks,
            unchanged,
        )

    def _flows(self) -> Iterator[Pair]:
        drafts, before = self._of("integration"), self._source.provenance
        return flow_pairs(drafts, self._inventory, before, self._pairing, self._catalogue)

    def _of(self, kind: str) -> list[Draft]:
        return [draft for draft in self._drafts if draft.kind == kind]

    def _organization(self) -> None:
        """Facts of the organisation and its governance that nobody stated."""
        for draft in self._of("organization"):
            for fact, now in draft.facts.items():
                path = fact.split(".") if fact.startswith("governance.") else ["organization", *fact.split(".")]
                if self._inventory.organization.facts.get(".".join(path)) is not None:
                    continue
                remark = check(draft.doubts[fact]) if fact in draft.doubts else ""
                self._doubts += bool(remark)
                self._edits[self._document(path[0])].append(Put(tuple(path), now, remark))
                self._tell(Act.FILLED, draft, "organization", Verdict(fact, Act.FILLED, None, now))

    def _document(self, section: str) -> str:
        """The document that has a section already, else the one for new entries."""
        has = (name for name, held in self._inventory.documents.items() if states(held, section))
        return next(has, self._source.document)

    def _take(self, pair: Pair) -> None:
        """One entry of the source: merged with the one that is there, added, or left out as somebody took it out."""
        draft, before = pair.draft, self._source.provenance.entries.get(remembered(pair.draft))
        kept = before.facts if before is not None and not self._imported.is_whole else {}
        self._entries[remembered(draft)] = Stated(pair.id, {**kept, **draft.facts})
        self._remarks += len(draft.remarks)
        if not pair.id:
            self._tell(Act.UNKNOWN, draft, draft.id or draft.key)
            del self._entries[remembered(draft)]
        elif pair.is_there:
            self._merge_facts(pair, before)
        elif pair.was_there:
            self._tell(Act.TAKEN_OUT, draft, pair.id)
        else:
            self._doubts += len(draft.doubts)
            document = self._document("teams") if draft.kind == "team" else self._source.document
            self._edits[document].append(added(draft, pair.id))
            self._tell(Act.ADDED, draft, pair.id)

    def _merge_facts(self, pair: Pair, before: Stated | None) -> None:
        draft, standing = pair.draft, self._standing[pair.draft.kind, pair.id]
        still = {fact for kind, fact in self._still if kind == draft.kind and self._imported.is_whole}
        found = [
            each
            for each in verdicts(draft, before.facts if before else {}, standing, still)
            if each.fact not in _BY_WHICH_IT_IS_KNOWN or each.act is Act.CHANGED
        ]
        if before is not None and before.gone:
            self._edits[standing.document].append(Note(standing.path, self._mark()))
            self._tell(Act.BACK, draft, pair.id)
        elif before is None:
            self._tell(Act.MET, draft, pair.id)
        self._edits[standing.document] += edits_of(found, draft, standing)
        for each in found:
            if each.act is not None:
                self._tell(each.act, draft, pair.id, each)
                self._doubts += each.fact in draft.doubts and each.act in {Act.FILLED, Act.CHANGED}

    def _gone(self) -> None:
        """Mark what the source had and has no more; teams stay, as people do."""
        for word, stated in self._source.provenance.entries.items():
            if word in self._entries:
                continue
            if not self._imported.is_whole:
                self._entries[word] = stated
                continue
            kind = word.partition(":")[0]
            day = stated.gone or self._source.on.isoformat()
            self._entries[word] = stated._replace(gone=day)
            standing = self._standing.get((kind, stated.id))
            if standing is None or stated.gone or kind == "team":
                continue
            text = f"{self._mark()} since {day}"
            self._edits[standing.document].append(Note(standing.path, self._mark(), text))
            name = str(standing.keys.get("name", word.partition(":")[2]))
            self._changes.append(Change(Act.GONE, kind, stated.id, name))

    def _mark(self) -> str:
        return f"not in {self._source.name}"

    def _tell(self, act: Act, draft: Draft, id_: str, verdict: Verdict | None = None) -> None:
        name = str(draft.facts.get("name", draft.key))
        fact, _, here, now = verdict or ("", None, None, None)
        self._changes.append(Change(act, draft.kind, id_, name, draft.line, fact, here, now))
