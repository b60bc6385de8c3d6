"""Lists of the apps of an identity provider as a first inventory: Okta's, Microsoft Entra's and Google's.

Evidence reads the same files, and the same apps count: none of the provider's own, none that is switched off. Such a
list says that there is an app, and how people sign in to it where the provider says that. It does not say who pays for
how many seats: whom an app is assigned to, or who granted it what, is told and no fact. People are counted, not named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.model.evidence import RISKS
from stackaudit.sources.catalogue import read_marks
from stackaudit.sources.evidence.sign_on import ENTRA, GOOGLE_TOKENS, OKTA
from stackaudit.sources.evidence.sign_on.app_tables import MICROSOFT_ID
from stackaudit.sources.evidence.sign_on.columns import columns_of
from stackaudit.sources.importers.cells.cells import understood
from stackaudit.sources.importers.cells.plain import one_line, says_nothing
from stackaudit.sources.importers.importer import Importer
from stackaudit.sources.importers.models.sketches import Said, Sketches
from stackaudit.sources.importers.models.taking import text
from stackaudit.sources.importers.sign_on_modes import meaning_of, mode_column, modes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackaudit.model.evidence import Trace
    from stackaudit.model.imports import Imported
    from stackaudit.sources.evidence.reader import Reader, Table
    from stackaudit.sources.importers.importer import Content
    from stackaudit.sources.importers.models.sketches import Sketch

_READERS = (OKTA, ENTRA, GOOGLE_TOKENS)


def _claims(content: Content) -> bool:
    return _reader_of(content) is not None


def _reader_of(content: Content) -> Reader | None:
    return next((reader for reader in _READERS if reader.claims(content.as_evidence)), None)


def _read(content: Content) -> Imported:
    sketches = Sketches(SIGN_ON_LIST.name, content.name)
    reader = _reader_of(content)
    if reader is None:
        return sketches.imported()
    reading = reader.read(content.as_evidence)
    sketches.rows = reading.rows
    modes = modes_of(content)
    first_party = read_marks().first_party
    own = 0
    for trace in _first_of_each_name(reading.traces) if reader is GOOGLE_TOKENS else reading.traces:
        if trace.key.lower() in first_party:
            own += 1
            continue
        sketch = _begin(sketches, trace)
        _take_mode(sketches, sketch, modes.get(trace.text.casefold(), ()))
        _leave_use(sketches, sketch, trace)
    for note in (*reading.notes, *([f"apps of the provider itself, by their ids ({own})"] if own else [])):
        sketches.leave(None, Said("rows", note.removeprefix("Left aside: ").rstrip("."), 1), "left aside")
    if content.table is not None:
        _count_columns(sketches, content.table)
    return sketches.imported()


def _begin(sketches: Sketches, trace: Trace) -> Sketch:
    """The draft of an app: known by the id that Microsoft gives it, or else by its name."""
    line = trace.place.line
    key = trace.key if MICROSOFT_ID.fullmatch(trace.key) else trace.text
    sketch = sketches.begin("system", key, line)
    sketches.state(sketch, "name", text(trace.text), Said("name", trace.text, line))
    if trace.team:
        owner = understood("owner.department", trace.team)
        doubted = owner._replace(doubt="the owner at the identity provider") if owner.value is not None else owner
        sketches.state(sketch, "owner.business", doubted, Said("owner", trace.team, line))
    return sketch


def _take_mode(sketches: Sketches, sketch: Sketch, modes: tuple[str, ...]) -> None:
    """Whether people sign in through single sign-on, where the one way to sign in tells."""
    said = Said("sign-on mode", "; ".join(modes), sketch.line)
    meant = [meaning_of(mode) for mode in modes]
    if len({answer.value for answer in meant}) == 1 and meant[0].value is not None:
        sketches.state(sketch, "security.sso", meant[0], said)
    else:
        sketches.leave(sketch, said, "several ways to sign in" if len(modes) > 1 else "")


def _leave_use(sketches: Sketches, sketch: Sketch, trace: Trace) -> None:
    """What the list says of the use of an app, for which the language has no place."""
    people = trace.users if trace.users is not None and trace.users > 1 else None  # one may be who looks after it
    sketches.leave(sketch, Said("users", people, sketch.line))
    sketches.leave(sketch, Said("permissions", RISKS.get(trace.risk), sketch.line))
    sketches.leave(sketch, Said("last used", trace.on.isoformat() if trace.on else None, sketch.line))


def _first_of_each_name(traces: Sequence[Trace]) -> Iterator[Trace]:
    """Apps by their names: one app has several clients at Google, for the web and for telephones."""
    seen: set[str] = set()
    for trace in traces:
        if trace.text.casefold() not in seen:
            seen.add(trace.text.casefold())
            yield trace


def _count_columns(sketches: Sketches, table: Table) -> None:
    """Count the filled cells of each column besides that of names, as what stands there may name people."""
    columns, mode = columns_of(table), mode_column(table)
    for index, heading in enumerate(table.header):
        filled = sum(index < len(row) and not says_nothing(row[index]) for row in table.rows)
        if heading and filled and columns is not None and index not in {columns.app, mode}:
            sketches.count(one_line(heading), filled)


SIGN_ON_LIST = Importer("sign-on-list", "apps of Okta, Microsoft Entra or Google, as these export them", _claims, _read)
