"""What `stackaudit init` asks in a terminal, and what it takes for an answer there and on the command line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import typer

from stackaudit.model.language.words import SIDES
from stackaudit.model.suggesting import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from stackaudit.sources.beginnings import Beginning

SERVERS = ("github", "gitlab")
"""The build servers that a job can be written for."""

_LONGEST = 200
_CURRENCY = re.compile(r"[A-Z]{3}")
_ID = re.compile(r"\w[\w.-]*")
_T = TypeVar("_T")


class Answers(NamedTuple):
    """What is to be begun, and the build server that is to audit it; empty for none."""

    beginning: Beginning
    server: str


def interviewed(known: Answers, *, imports: bool) -> Answers:
    """What is known, and the rest as somebody in the terminal answers; nothing is asked that is known.

    With `imports` systems come from a file and are not asked for. Raises `typer.Abort` where somebody breaks off.
    """
    beginning, server = known
    typer.echo("A few questions to begin with. Leave empty what you do not know.")
    if not beginning.name:
        beginning = beginning._replace(name=_asked("Name of the organisation", a_name))
    if not beginning.currency:
        beginning = beginning._replace(currency=_asked("Currency of plain amounts, such as EUR", a_currency))
    if not beginning.regions:
        question = "Regions where personal data may live, such as eu, uk"
        beginning = beginning._replace(regions=_asked(question, names))
    if not beginning.systems and not imports:
        beginning = beginning._replace(systems=_asked("Main systems by name, parted by commas", names))
    if not server:
        server = _asked("Build server that audits every change: github, gitlab or none", a_server)
    typer.echo()
    return Answers(beginning, server)


def read_option(option: str, texts: Iterable[str] | None, read: Callable[[str], _T]) -> Iterator[_T]:
    """What stands behind an option, each time that it does; a fault names the option."""
    for text in texts or ():
        try:
            yield read(text)
        except typer.BadParameter as wrong:
            wrong.param_hint = option
            raise


def a_name(text: str) -> str:
    """A name that can be seen and is not too long, or nothing."""
    name = " ".join(text.split())
    if not name.isprintable() or len(name) > _LONGEST:
        raise typer.BadParameter(f"a name has at most {_LONGEST} characters, all of which can be seen")
    return name


def names(text: str) -> tuple[str, ...]:
    """Names that are parted by commas."""
    return tuple(name for part in text.split(",") if (name := a_name(part)))


def a_currency(text: str) -> str:
    """The code of a currency in capitals, or nothing."""
    code = text.strip().upper()
    if code and not _CURRENCY.fullmatch(code):
        raise typer.BadParameter("a currency is a code of three letters, such as EUR or USD")
    return code


def a_server(text: str) -> str:
    """A build server, or nothing."""
    word = text.strip().lower()
    if word in ("", "none", "no"):
        return ""
    if word not in SERVERS:
        raise typer.BadParameter(f"jobs can be written for {' and '.join(SERVERS)}")
    return word


def a_team(text: str) -> tuple[str, str]:
    """A team's id and its side, from `web=marketing`."""
    team, _, side = (part.strip() for part in text.partition("="))
    if not _ID.fullmatch(team) or len(team) > _LONGEST:
        raise typer.BadParameter(f"`{text}` names no team; write its id and its side, such as web=marketing")
    if side not in SIDES:
        near = did_you_mean(side, SIDES)
        hint = f"did you mean `{near}`?" if near else f"use one of: {', '.join(SIDES)}"
        raise typer.BadParameter(f"`{text}` states no side; {hint}")
    return team, side


def _asked(question: str, read: Callable[[str], _T]) -> _T:
    """The answer to a question, which is asked until it can be read."""
    answer: _T = typer.prompt(question, default="", show_default=False, value_proc=read)
    return answer
