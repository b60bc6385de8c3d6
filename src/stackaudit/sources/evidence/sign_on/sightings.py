"""Sightings of apps, gathered to one trace for each app."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Document, Entry
from stackaudit.model.evidence import Trace
from stackaudit.sources.evidence.reader import Reading
from stackaudit.sources.evidence.sign_on.quoting import lines_of
from stackaudit.sources.evidence.sign_on.scopes import risk_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from stackaudit.sources.evidence.reader import Content
    from stackaudit.sources.evidence.sign_on.quoting import Quoted

MOST_SCOPES = 200  # of one app; nobody reads more


class Sighting(NamedTuple):
    """One time that an app was recorded.

    `at` says where: a character's offset, or a line. `user` tells one person from another and is not kept; `users` is
    a count that was written down. `on` is a day of use. `kind` is that of the trace, where the file's does not tell.
    """

    name: str
    at: int
    key: str = ""
    on: date | None = None
    user: str = ""
    users: int | None = None
    scopes: tuple[str, ...] = ()
    team: str = ""
    kind: str = ""


class Tally:
    """The rows of a file, and why some of them are no traces."""

    def __init__(self) -> None:
        self.rows = 0
        self._left: dict[str, int] = {}

    def leave(self, reason: str, many: int = 1) -> None:
        """Count rows that are left aside, for a reason in a few words."""
        self._left[reason] = self._left.get(reason, 0) + many

    @property
    def skipped(self) -> int:
        """All rows that are left aside."""
        return sum(self._left.values())

    @property
    def notes(self) -> tuple[str, ...]:
        """A sentence for each reason, with how many rows."""
        return tuple(f"Left aside: {reason} ({many})." for reason, many in self._left.items())


def read_offsets(content: Content, quoted: Quoted, sightings: Iterable[Sighting], tally: Tally) -> Reading:
    """The reading of a JSON text, whose sightings stand at offsets."""
    apps = _gathered(sightings)
    document = Document(content.name, quoted.text(app.at for app in apps), None, [app.at for app in apps])
    return Reading(_traces(apps, document), document, tally.rows, tally.skipped, tally.notes)


def read_lines(
    content: Content,
    sightings: Iterable[Sighting],
    shown: Mapping[int, str],
    tally: Tally,
    kind: str = "",
) -> Reading:
    """The reading of a table, whose sightings stand on lines; of each line only what is `shown` may be quoted."""
    apps = _gathered(sightings)
    text = lines_of({app.at: shown[app.at] for app in apps})
    marks: list[int] = []
    document = Document(content.name, text, None, marks)
    marks += [document.line_starts[app.at - 1] for app in apps]
    return Reading(_traces(apps, document, kind), document, tally.rows, tally.skipped, tally.notes)


@dataclass(slots=True)
class _App:
    """What was seen of one app so far."""

    name: str
    key: str
    at: int
    kind: str
    times: int = 0
    on: date | None = None
    users: set[str] = field(default_factory=set)
    counted: int | None = None
    scopes: set[str] = field(default_factory=set)
    teams: set[str] = field(default_factory=set)


def _gathered(sightings: Iterable[Sighting]) -> list[_App]:
    """The apps in the order in which they stand; one name with two keys is two apps."""
    apps: dict[tuple[str, str, str], _App] = {}
    for seen in sightings:
        same = (seen.name.casefold(), seen.key.casefold(), seen.kind)
        app = apps.get(same) or apps.setdefault(same, _App(seen.name, seen.key, seen.at, seen.kind))
        app.times += 1
        if seen.on is not None and (app.on is None or seen.on > app.on):
            app.on = seen.on
        if seen.users is not None:
            app.counted = max(seen.users, app.counted or 0)
        if seen.user:
            app.users.add(seen.user)
        if seen.team:
            app.teams.add(seen.team)
        app.scopes.update(seen.scopes)
    return sorted(apps.values(), key=lambda app: app.at)


def _traces(apps: Sequence[_App], document: Document, kind: str = "") -> list[Trace]:
    """A trace for each app; one that was granted scopes is a grant unless a kind is given."""
    return [
        Trace(
            kind or app.kind or ("grant" if app.scopes else "sign-on"),
            app.name,
            Entry(document, None, index, index),
            on=app.on,
            times=app.times,
            team=next(iter(app.teams)) if len(app.teams) == 1 else "",
            users=len(app.users) or app.counted,
            scopes=tuple(sorted(app.scopes)[:MOST_SCOPES]),
            risk=risk_of(app.scopes),
            key=app.key,
        )
        for index, app in enumerate(apps)
    ]
