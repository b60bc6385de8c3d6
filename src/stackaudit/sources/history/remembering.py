"""What was found of earlier states, kept in the user's cache folder by what decides it; safe to delete."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from stackaudit import __version__
from stackaudit.model.changes import Moment
from stackaudit.model.problems import Problems
from stackaudit.sources.catalogue.packs import FOLDER
from stackaudit.sources.files import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stackaudit.model.settings import Settings
    from stackaudit.sources.history.unpacking import Past

MOST = 5_000
"""States that are kept, the latest that were asked for."""

_FORMAT = "stackaudit-moments/1"


def cache_file() -> Path | None:
    """Where moments are kept: below XDG_CACHE_HOME, or else the home's `.cache`; None where there is no such folder."""
    stated = os.environ.get("XDG_CACHE_HOME", "")
    try:
        folder = Path(stated) if Path(stated).is_absolute() else Path.home() / ".cache"
    except RuntimeError:  # nobody's home
        return None
    return folder / "stackaudit" / "trend.json"


def read_moments(path: Path) -> dict[str, Moment]:
    """The moments in a cache file by their keys; none where it is missing, broken or of another version."""
    try:
        kept = json.loads(read_text(path, str(path)))
        if kept["format"] != _FORMAT:
            return {}
        return {key: _moment(values) for key, values in kept["moments"].items()}
    except (Problems, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return {}


def moments_text(moments: Mapping[str, Moment]) -> str:
    """The text of a cache file, with the latest `MOST` moments."""
    latest = list(moments.items())[-MOST:]
    kept = {key: {**moment._asdict(), "on": moment.on.isoformat()} for key, moment in latest}
    return json.dumps({"format": _FORMAT, "moments": kept}, separators=(",", ":"))


def digest_of_questions(settings: Settings, folders: Iterable[Path]) -> str:
    """A checksum of what decides an audit besides the inventory and the day: rules, catalogue, settings, version."""
    digest = hashlib.sha256(__version__.encode())
    for folder in (*folders, FOLDER):
        for path in sorted(folder.rglob("*.yaml")):
            digest.update(f"\0{path.relative_to(folder).as_posix()}\0".encode(errors="surrogateescape"))
            digest.update(path.read_bytes())
    choices = {**settings.choices, **settings.thresholds}
    chosen = {name: repr(choice.value) for name, choice in choices.items()}
    digest.update(json.dumps({**chosen, "rules": ""}).encode())
    return digest.hexdigest()


def key_of(past: Past, on: date, questions: str) -> str:
    """What a state's moment goes by: the content of its files, the day of the audit, and what was asked."""
    digest = hashlib.sha256(f"{questions}\0{on.isoformat()}\0".encode())
    for place in past.places:
        digest.update(f"{place}\0".encode(errors="surrogateescape"))
    for blob in sorted(past.files):
        digest.update(f"{blob.path}\0{blob.id}\0".encode(errors="surrogateescape"))
    return digest.hexdigest()


def _moment(values: Mapping[str, object]) -> Moment:
    """A moment as it was written; raises `ValueError` or the like for anything else."""
    moment = Moment(**values)  # type: ignore[arg-type]
    figures = (moment.systems, moment.annual_cost, moment.low, moment.high)
    if not all(isinstance(figure, int | float) and figure >= 0 for figure in figures):
        raise ValueError(figures)
    texts = (moment.revision, moment.problem, moment.organization, moment.currency)
    if not all(isinstance(text, str) for text in texts):
        raise ValueError(texts)
    findings = tuple((str(word), int(count)) for word, count in moment.findings)
    return moment._replace(on=date.fromisoformat(str(moment.on)), findings=findings)
