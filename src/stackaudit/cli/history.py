"""States of a history, audited one after the other or remembered."""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from stackaudit.cli.doors import is_terminal, rule_folders
from stackaudit.cli.states import Side, audited_state, laid_out, settle_rules
from stackaudit.cli.writing import write_whole
from stackaudit.model.problems import Problems, one_problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from stackaudit.cli.reading import Beside
    from stackaudit.model.changes import Commit, Moment
    from stackaudit.model.settings import Settings
    from stackaudit.sources.history.repositories import Repository
    from stackaudit.sources.history.unpacking import Past

_MOST = 1_000
_SOON = 1.0  # seconds


def commits_of(places: list[Path], every: str, since: date | None, until: date | None) -> list[Commit]:
    """The states to tell of, the oldest first; raises `Problems` where there are none, or far too many."""
    from stackaudit.analysis.changing.moments import sampled
    from stackaudit.sources.history.repositories import repository_of

    repository = repository_of(places[0])
    commits = sampled(repository.commits([repository.inside(place) for place in places]), every, since, until)
    if not commits:
        raise one_problem("no commit of that time changed the inventory", "Name its folder, or begin earlier.")
    if len(commits) > _MOST:
        advice = "Begin later with `--since`, or take `--every month`."
        raise one_problem(f"more than {_MOST} states", advice)
    return commits


def moments_of(
    places: list[Path], commits: Sequence[Commit], settings: Settings, reading: Beside, *, is_kept: bool
) -> Iterator[Moment]:
    """What is told of each state, from the cache where it is known; what is found is kept, also when interrupted."""
    from stackaudit.sources.history.remembering import cache_file, digest_of_questions, key_of, read_moments
    from stackaudit.sources.history.repositories import repository_of

    repository = repository_of(places[0])
    inside = [repository.inside(place) for place in places]
    path = cache_file() if is_kept else None
    kept = read_moments(path) if path else {}
    known = dict(kept)
    questions = f"{digest_of_questions(settings, rule_folders(settings))} {reading}"
    began = time.monotonic()
    try:
        for number, commit in enumerate(commits, 1):
            past = _past(repository, inside, commit)
            if isinstance(past, Problems):
                yield _broken(commit, past)
                continue
            key = key_of(past, commit.on, questions)
            moment = known.pop(key, None)
            if moment is None:
                _show_progress(f"auditing state {number} of {len(commits)}, {commit.on}", began)
                moment = _audited(past, commit, settings, reading)
            moment = moment._replace(revision=commit.id)
            if not moment.problem:
                known[key] = moment
            yield moment
    finally:
        _show_progress("", began)
        if path and known != kept:
            _keep(path, known)


def _past(repository: Repository, places: Sequence[str], commit: Commit) -> Past | Problems:
    """The state at a commit, or why there is none."""
    from stackaudit.sources.history.unpacking import past_of

    try:
        return past_of(repository, commit.id, commit.short, places)
    except Problems as problems:
        return problems


def _audited(past: Past, commit: Commit, settings: Settings, reading: Beside) -> Moment:
    """What is found of a state on its day."""
    from stackaudit.analysis.changing.moments import moment_of

    try:
        with laid_out(Side(past.name, (), past)) as laid:
            settle_rules([laid], settings)
            return moment_of(commit, audited_state(laid, settings, commit.on.isoformat(), reading).audit)
    except Problems as problems:
        return _broken(commit, problems)


def _broken(commit: Commit, problems: Problems) -> Moment:
    from stackaudit.analysis.changing.moments import broken_moment

    return broken_moment(commit, str(problems).partition("\n")[0])


def _keep(path: Path, moments: dict[str, Moment]) -> None:
    """Keep what was found for the next time; where that cannot be, the next time takes longer."""
    from stackaudit.sources.history.remembering import moments_text

    with suppress(Problems, OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, moments_text(moments))


def _show_progress(words: str, began: float) -> None:
    """Words in place of those before on a terminal's standard error, once the work has taken a second."""
    if is_terminal(sys.stderr) and time.monotonic() - began > _SOON:
        sys.stderr.write(f"\r\x1b[2K{words}{' …' if words else ''}")
        sys.stderr.flush()
