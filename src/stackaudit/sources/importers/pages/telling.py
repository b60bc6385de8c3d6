"""Drafts of what a page tells: its cells as of any list, and besides what headings above and sentences say."""

from __future__ import annotations

import re
from collections import Counter, deque
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.sources.importers.cells.choices import one_of
from stackaudit.sources.importers.cells.plain import one_line, without_markup
from stackaudit.sources.importers.cells.secrets import is_secret
from stackaudit.sources.importers.cells.teams import is_team, team_id
from stackaudit.sources.importers.cells.words_of_systems import LIFECYCLES
from stackaudit.sources.importers.columns.columns import LEFT_OUT
from stackaudit.sources.importers.entries.drafting import drafts_of
from stackaudit.sources.importers.entries.owners import Named, teams_named
from stackaudit.sources.importers.entries.records import Cell
from stackaudit.sources.importers.pages.blocks import Heading
from stackaudit.sources.importers.pages.sentences import holds_a_secret

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from stackaudit.model.imports import Draft, Imported, Remark, Value
    from stackaudit.sources.importers.entries.records import Record
    from stackaudit.sources.importers.importer import Content
    from stackaudit.sources.importers.pages.blocks import Page

ABOVE = "heading above"
"""What the headings above an entry are called, in remarks and behind `--map`."""

SECRET = "text that may give a secret away"  # noqa: S105 - what such a text is called

_MOST_QUOTED = 160
_GONE = frozenset({"retiring", "retired", "rejected", "evaluating"})
_OF_TOOLS = re.compile(
    r"\b(?:tools?|apps?|applications?|software|systems?|stack|tooling|werkzeuge"
    r"|anwendungen|systeme|outils|logiciels)\b",
    re.IGNORECASE,
)
_RETIRED = re.compile(
    r"(?:deprecated|former|formerly used|previously used|past|old|historic|historical|archived?|unused|inactive"
    r"|graveyard|ehemalige?|nicht mehr (?:genutzt|verwendet|im einsatz)|altsysteme)",
    re.IGNORECASE,
)
_TEAM = re.compile(
    r"(?:the )?\w[\w&,/ -]{0,60} (?:team|department|dept\.?|abteilung)"
    r"|(?:team|abteilung|department|owner|used by|owned by)"
    r"\s*:?\s+\S.{0,60}",
    re.IGNORECASE,
)
_BEFORE_TEAM = re.compile(r"(?:owner|used by|owned by)\s*:?\s+", re.IGNORECASE)
_BY_TEAM = re.compile(
    r"\b(?:per|by|of each|of every|nach|pro|par) (?:department|team|abteilung|bereich|[ée]quipe|service)s?\b",
    re.IGNORECASE,
)
_AUDIENCE = re.compile(
    r"(?P<outside>(?:customer|client|public|external)[ -]?facing|public|external|extern)"
    r"|internal(?:ly)?(?:[ -](?:only|use|facing|use only))?|intern|employee[ -]facing",
    re.IGNORECASE,
)


class _Above(NamedTuple):
    """A fact that a heading above an entry states, with the reason to doubt it and the team that it names."""

    fact: str
    value: Value
    why: str
    team: Named | None = None


class Told(NamedTuple):
    """What a page tells of one entry beside its cells.

    `name` is its name as written, `above` the headings above it, the nearest last; `facts` are what sentences state,
    with the reason to doubt it.
    """

    record: Record
    name: str
    above: tuple[tuple[str, int], ...] = ()
    facts: Mapping[str, tuple[Value, str]] = {}
    remarks: tuple[Remark, ...] = ()


def imported_from(
    importer: str, content: Content, told: Sequence[Told], said: Mapping[str, str], remarks: Sequence[Remark]
) -> Imported:
    """All that a page says; `said` is what its parts state where the user says nothing else."""
    chosen = {**said, **content.said}
    imported = drafts_of(importer, content.name, [_record(each, chosen) for each in told], chosen)
    teams: dict[str, Named] = {}
    left = Counter(imported.left)
    by_teams = _parts_by_teams(content.page)
    above = [() if ABOVE in chosen else tuple(_from_above(each, by_teams=by_teams)) for each in told]
    drafts = list(_with_told(imported.drafts, zip(told, above, strict=True), teams, left))
    known = {draft.key for draft in drafts if draft.kind == "team"}
    further = teams_named({key: team for key, team in teams.items() if key not in known})
    kept = [remark for remark in remarks if not _is_withheld(remark)]
    if len(kept) < len(remarks):
        left[SECRET] += len(remarks) - len(kept)
    columns = {heading: fact for heading, fact in imported.columns.items() if said.get(heading) != LEFT_OUT}
    return imported._replace(
        columns=columns,
        drafts=(*further, *drafts),
        left=dict(left),
        remarks=tuple(sorted((*imported.remarks, *kept), key=_line_of)),
    )


def quoted(text: str) -> str:
    """A text of a page as a reason names it: on one line, and short."""
    line = one_line(text)
    return f"\u201c{line if len(line) <= _MOST_QUOTED else line[:_MOST_QUOTED].rstrip() + '…'}\u201d"


def _line_of(remark: Remark) -> int:
    return remark.line


def _record(told: Told, said: Mapping[str, str]) -> Record:
    """The record of an entry, with the heading above it as a cell where the user says what that states."""
    if ABOVE not in said or not told.above:
        return told.record
    text, line = told.above[-1]
    return told.record._replace(cells={**told.record.cells, ABOVE: Cell(text, line)})


def _with_told(
    drafts: Sequence[Draft],
    told: Iterable[tuple[Told, tuple[_Above, ...]]],
    teams: dict[str, Named],
    left: Counter[str],
) -> Iterator[Draft]:
    """Drafts with what is told of them besides; entries that became no draft are passed by."""
    waiting: dict[tuple[int, str], deque[tuple[Told, tuple[_Above, ...]]]] = {}
    for each, above in told:
        key = each.record.line, one_line(without_markup(each.name))
        waiting.setdefault(key, deque()).append((each, above))
    for draft in drafts:
        same = waiting.get((draft.line, str(draft.facts.get("name")))) if draft.kind == "system" else None
        yield _with_all(draft, *same.popleft(), teams, left) if same else draft


def _with_all(draft: Draft, told: Told, above: Sequence[_Above], teams: dict[str, Named], left: Counter[str]) -> Draft:
    facts, doubts = dict(draft.facts), dict(draft.doubts)
    for team in filter(None, (stated.team for stated in above)):
        teams.setdefault(team_id(team.name), team)
    of_headings = ((stated.fact, (stated.value, stated.why)) for stated in above)
    for fact, (value, why) in (*told.facts.items(), *of_headings):
        if fact not in facts:
            facts[fact], doubts[fact] = value, why
        elif fact == "name":
            doubts[fact] = why
    remarks = [remark for remark in told.remarks if not _is_withheld(remark)]
    left.update(list(dict.fromkeys(remark.heading for remark in remarks if not remark.why)))
    if len(remarks) < len(told.remarks):
        left[SECRET] += 1
    return draft._replace(facts=facts, doubts=doubts, remarks=(*draft.remarks, *remarks))


def _is_withheld(remark: Remark) -> bool:
    return holds_a_secret(remark.text) or is_secret(remark.heading)


def _parts_by_teams(page: Page) -> bool:
    """Whether a page's title says that its headings are teams."""
    tops = (block.phrase.text for block in page.blocks if isinstance(block, Heading) and block.level == 1)
    return any(_BY_TEAM.search(title[:_MOST_QUOTED]) for title in (page.title, *islice(tops, 3)))


def _from_above(told: Told, *, by_teams: bool) -> Iterator[_Above]:
    """What the headings above an entry say of it, the nearest first: its life, who sees it, a team, or its category."""
    for heading, line in reversed(told.above):
        why = f"below the heading {quoted(heading)}"
        text = one_line(heading).strip(" :")
        if (state := lifecycle_in(text)) is not None:
            yield _Above("lifecycle", state, why)
        elif (audience := _AUDIENCE.fullmatch(" ".join(_OF_TOOLS.sub("", text).split()))) is not None:
            yield _Above("public", audience["outside"] is not None, why)
        elif _TEAM.fullmatch(text) or (by_teams and is_team(text)):
            name = _BEFORE_TEAM.sub("", text)
            yield _Above("owner.business", team_id(name), why, Named(name, line))
        elif category := " ".join(_OF_TOOLS.sub("", text).split()):
            yield _Above("category", category, why)


def lifecycle_in(heading: str) -> str | None:
    """The state of life that a heading gives what stands below it; None where it gives none that is worth stating."""
    text = " ".join(_OF_TOOLS.sub("", heading).split()).strip(" -:()")
    if _RETIRED.fullmatch(text):
        return "retired"
    state = one_of(text, LIFECYCLES).value if text else None
    return str(state) if state in _GONE else None
