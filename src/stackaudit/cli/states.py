"""States of an inventory that a command line names: folders and files as they are, and revisions of a repository."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.cli.auditing import stack_and_audit
from stackaudit.cli.doors import settings_for
from stackaudit.model.problems import Problems, in_order, one_problem
from stackaudit.model.suggesting import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackaudit.analysis.changing import State
    from stackaudit.cli.reading import Beside
    from stackaudit.model.settings import Settings
    from stackaudit.sources.history.naming import Naming
    from stackaudit.sources.history.repositories import Repository
    from stackaudit.sources.history.unpacking import Past

_NAMED = 5


class Side(NamedTuple):
    """One of the states that are held against each other: paths as they are now, or the past of some places."""

    name: str
    paths: tuple[Path, ...]
    past: Past | None = None


class Laid(NamedTuple):
    """A side whose files can be read; those of the past lie below the top of a folder and have a naming."""

    side: Side
    paths: list[Path]
    naming: Naming | None = None


def sides_of(old: str, new: str | None, places: list[Path]) -> tuple[Side, Side]:
    """The two states that are meant; raises `Problems` where one is neither a path nor a revision.

    What exists as a file or folder is one. `A..B` are two revisions, `A...B` the commit at which B parted from A and B.
    A revision alone is held against the files as they are now. `places` say where the inventory lies in the repository.
    """
    if new is not None:
        return _side(old, places), _side(new, places)
    if os.path.lexists(old):
        advice = "Name a second one, or write `stackaudit diff HEAD --path PATH` for what was not committed yet."
        raise one_problem(f"`{shortened(old)}` is a file or folder, and there is nothing to hold it against", advice)
    one, dots, two = next((parts for mark in ("...", "..") if (parts := old.partition(mark))[1]), (old, "", ""))
    if not dots:
        return _side(old, places), Side(_called(places), tuple(places))
    repository = _repository(places)
    later = two or "HEAD"
    first, last = repository.commit(one or "HEAD"), repository.commit(later)
    if dots == "...":
        first = repository.merge_base(first, last)
        return _past(repository, first, first[:10], places), _past(repository, last, later, places)
    return _past(repository, first, one or "HEAD", places), _past(repository, last, later, places)


def audited_states(
    sides: tuple[Side, Side], command_line: Mapping[str, object], config: Path | None, today: str, reading: Beside
) -> tuple[State, State]:
    """Both states, audited with the settings of the second; raises `Problems` with all that is wrong in either."""
    broken: list[Problems] = []
    states: list[State] = []
    with ExitStack() as until_read:
        laid = [until_read.enter_context(laid_out(side)) for side in sides]
        with told_as(laid[1].naming):
            settings = settings_for(laid[1].paths, command_line, config)
        settle_rules(laid, settings)
        for each in laid:
            try:
                states.append(audited_state(each, settings, today, reading))
            except Problems as problems:
                broken.append(problems)
    if broken:
        documents = {name: document for problems in broken for name, document in problems.documents.items()}
        raise Problems(in_order([problem for problems in broken for problem in problems.problems]), documents)
    return states[0], states[1]


def audited_state(laid: Laid, settings: Settings, today: str, reading: Beside) -> State:
    """A state, audited; its files are called as people know them."""
    from stackaudit.analysis.changing import State

    with told_as(laid.naming):
        stack, audit = stack_and_audit(laid.paths, settings, today, reading)
    return State(laid.side.name, stack, laid.naming.audit(audit) if laid.naming else audit)


@contextmanager
def laid_out(side: Side) -> Iterator[Laid]:
    """A side whose files can be read until the block ends; what is not followed in the past is told."""
    if side.past is None:
        yield Laid(side, list(side.paths))
        return
    from stackaudit.sources.history.naming import Naming
    from stackaudit.sources.history.unpacking import unpacked

    _tell_passed_over(side.past)
    with unpacked(side.past) as top:
        yield Laid(side, [top / place for place in side.past.places], Naming(top, side.name))


@contextmanager
def told_as(naming: Naming | None) -> Iterator[None]:
    """Raise problems with the names of files as people know them."""
    try:
        yield
    except Problems as problems:
        raise naming.problems(problems) if naming else problems from None


def settle_rules(laid: list[Laid], settings: Settings) -> None:
    """Lay out the folders of rules that the settings name, and take them away where they would be read as declarations.

    The rules are those of the settings; the other state's folder of the same place, if any, is not asked.
    """
    from stackaudit.sources.history.unpacking import take_away, unpack_folder

    asked = [Path(folder) for folder in settings.words("rules")]
    tops = [each.naming.top for each in laid if each.naming]
    for each in laid:
        if each.naming is None or each.side.past is None:
            continue
        for folder in dict.fromkeys((*asked, *_own_rules(each.paths[0]))):
            place = _inside(folder, tops, each.side.past.repository)
            if place and folder in asked and folder == each.naming.top / place:
                unpack_folder(each.side.past, each.naming.top, place)
            elif place:
                take_away(each.naming.top, place)


def _own_rules(start: Path) -> list[Path]:
    """The folders of rules that a state's own settings name; none where these are broken, for they decide nothing."""
    try:
        return [Path(folder) for folder in settings_for([start], {}).words("rules")]
    except Problems:
        return []


def _inside(folder: Path, tops: list[Path], repository: Repository) -> str:
    """Where a folder lies below the top of the repository, laid out or in the work tree; empty where it does not."""
    for top in (*tops, repository.top):
        if folder.absolute() != top and folder.absolute().is_relative_to(top):
            return folder.absolute().relative_to(top).as_posix()
    return ""


def _side(named: str, places: list[Path]) -> Side:
    """A path where there is one, else a revision."""
    if os.path.lexists(named):
        return Side(named, (Path(named),))
    repository = _repository(places)
    return _past(repository, repository.commit(named), named, places)


def _past(repository: Repository, commit: str, name: str, places: list[Path]) -> Side:
    from stackaudit.sources.history.unpacking import past_of

    return Side(name, (), past_of(repository, commit, name, [repository.inside(place) for place in places]))


def _repository(places: list[Path]) -> Repository:
    from stackaudit.sources.history.repositories import repository_of

    return repository_of(places[0])


def _called(places: list[Path]) -> str:
    """What files as they are now are called."""
    named = ", ".join(place.as_posix() for place in places)
    return "the work tree" if named == "." else named


def _tell_passed_over(past: Past) -> None:
    """Say on standard error what is not followed, for it may be missed."""
    from stackaudit.reports.visible import visible

    for path, what in past.passed_over[:_NAMED]:
        sys.stderr.write(f"{visible(f'{past.name}:{path}')} is {what} and was not followed\n")
    if len(past.passed_over) > _NAMED:
        sys.stderr.write(f"… and {len(past.passed_over) - _NAMED} more\n")
