"""Reading `stackaudit.toml`, found beside the inventory or above it."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from stackaudit.model.documents import Document, Place
from stackaudit.model.problems import Problem, Problems, one_problem
from stackaudit.model.settings import CHOICES, THRESHOLDS, Chosen, Setting, Settings
from stackaudit.model.suggesting import did_you_mean
from stackaudit.sources.files import read_text
from stackaudit.sources.language.values import Wrong, reader

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "stackaudit.toml"

_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")


def find_settings(start: Path) -> Path | None:
    """The settings file of an inventory: in its folder or the nearest folder above, up to the root of a repository."""
    folder = start.absolute()
    folder = folder if os.path.isdir(folder) else folder.parent  # noqa: PTH112 - raises for no name, however long
    for place in (folder, *folder.parents):
        if os.path.isfile(place / NAME):  # noqa: PTH113
            return place / NAME
        if os.path.exists(place / ".git"):  # noqa: PTH110
            return None
    return None


def read_settings(path: Path | None, command_line: Mapping[str, object]) -> Settings:
    """All settings: defaults, then the file's, then those of the command line that are not None.

    Folders in the file are meant from the file's own folder and may not lead out of it. Raises `Problems`.
    """
    choices = {name: Chosen(setting.default, "default") for name, setting in CHOICES.items()}
    thresholds = {name: Chosen(_read(setting, setting.default), "default") for name, setting in THRESHOLDS.items()}
    if path is not None:
        _take_file(path, choices, thresholds)
    for name, value in command_line.items():
        if value is not None:
            known = thresholds if name in THRESHOLDS else choices
            known[name] = Chosen(value, "command line")
    return Settings(choices, thresholds)


def read_threshold(name: str, text: str) -> object:
    """A threshold given as text on a command line; raises `Wrong`."""
    number = text.replace("_", "")
    raw: object = float(number) if re.fullmatch(r"\d+(\.\d+)?", number) else text
    return reader(THRESHOLDS[name].field, ())(raw)


def _take_file(path: Path, choices: dict[str, Chosen], thresholds: dict[str, Chosen]) -> None:
    """Put what a settings file says over the defaults; every problem of the file at once."""
    import tomllib  # noqa: PLC0415 - most runs have no settings file

    text = read_text(path, path.as_posix())
    document = Document(path.as_posix(), text)
    try:
        stated = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax(error, document) from None
    problems: list[Problem] = []
    table = stated.pop("thresholds", {})
    for known, into, values in ((CHOICES, choices, stated), (THRESHOLDS, thresholds, table)):
        for name, raw in values.items() if isinstance(values, dict) else ():
            setting = known.get(name)
            place = _place(document, name)
            if setting is None:
                near = did_you_mean(name, known)
                advice = f"Did you mean `{near}`?" if near else f"Known here: {', '.join(known)}."
                problems.append(Problem(f"unknown setting `{name}`", advice, place))
                continue
            try:
                into[name] = Chosen(_read(setting, raw), document.name)
            except Wrong as wrong:
                problems.append(Problem(f"`{name}`: {wrong.message}", wrong.advice, place))
    problems += _outside(path, choices, document)
    if problems:
        raise Problems(tuple(problems), {document.name: document})


def _outside(path: Path, choices: dict[str, Chosen], document: Document) -> list[Problem]:
    """Turn the file's rule folders into full paths; those that lead out of its folder are problems."""
    chosen = choices["rules"]
    if chosen.origin != document.name:
        return []
    root = path.parent.resolve()
    folders = [root / str(folder) for folder in chosen.value]  # type: ignore[attr-defined]
    choices["rules"] = Chosen(tuple(str(folder) for folder in folders), chosen.origin)
    advice = "Keep rules below the folder of stackaudit.toml, or name them with `--rules`."
    return [
        Problem(f"the rules folder `{folder.name}` lies outside", advice, _place(document, "rules"))
        for folder in folders
        if not folder.resolve().is_relative_to(root)
    ]


def _read(setting: Setting, raw: object) -> object:
    """A raw value as the setting holds it; unstated is the default."""
    value = reader(setting.field, ())(list(raw) if isinstance(raw, tuple) else raw)
    return setting.default if value is None else value


def _place(document: Document, key: str) -> Place:
    """The line on which a key is set."""
    match = re.search(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=", document.text, re.MULTILINE)
    offset = match.start() if match else 0
    return document.place(offset + (len(match[0]) - len(match[0].lstrip()) if match else 0))


def _syntax(error: Exception, document: Document) -> Problems:
    match = _AT_LINE.search(str(error))
    place = Place(document.name, int(match[1]), int(match[2])) if match else Place(document.name, 1, 1)
    message = _AT_LINE.sub("", str(error)).strip()
    problem = one_problem(f"not valid TOML: {message}", "Mend the file; strings stand in quotes.", place)
    return Problems(problem.problems, {document.name: document})
