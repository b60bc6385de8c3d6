"""Reads commands out of a step's output as the runner of GitHub and the agent of Azure do, and takes nothing else."""

from __future__ import annotations

import re
from typing import NamedTuple

_GITHUB = re.compile(r"::(?P<name>[a-z-]+)(?: (?P<properties>.*?))?::(?P<message>.*)", re.DOTALL)
_AZURE = re.compile(r"##vso\[(?P<name>[a-z]+\.[a-z]+)(?: (?P<properties>[^\]]*))?\](?P<message>.*)", re.DOTALL)


class Command(NamedTuple):
    """What a build server takes from one line of output."""

    name: str
    properties: dict[str, str]
    message: str


def github_commands(output: str) -> tuple[list[Command], list[str]]:
    """The commands of an output, and the lines that are none; a runner ends lines at CR and LF alone."""
    return _read(output, _GITHUB, ",", {"%0D": "\r", "%0A": "\n"}, {"%3A": ":", "%2C": ","}, "%25")


def azure_commands(output: str) -> tuple[list[Command], list[str]]:
    """As above; the agent looks for its commands anywhere in a line."""
    return _read(output, _AZURE, ";", {"%0D": "\r", "%0A": "\n", "%3B": ";", "%5D": "]"}, {}, "%AZP25")


def _read(
    output: str, form: re.Pattern[str], mark: str, common: dict[str, str], own: dict[str, str], percent: str
) -> tuple[list[Command], list[str]]:
    commands, others = [], []
    for line in re.split(r"\r\n|\r|\n", output)[:-1]:
        found = form.match(line.lstrip()) if form is _GITHUB else form.search(line)
        if found is None:
            others.append(line)
            continue
        pairs = [pair.split("=", 1) for pair in (found["properties"] or "").split(mark) if pair]
        properties = {key: _plain(value, {**common, **own}, percent) for key, value in pairs}
        commands.append(Command(found["name"], properties, _plain(found["message"], common, percent)))
    return commands, others


def _plain(text: str, escapes: dict[str, str], percent: str) -> str:
    """The text without escapes, the percent sign's last, as both servers do."""
    for escape, sign in escapes.items():
        text = text.replace(escape, sign)
    return text.replace(percent, "%")
