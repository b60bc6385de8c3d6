"""Reading `stackaudit.toml`, found beside the inventory or above it."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.documents import Document, Place
from stackaudit.model.problems import Problem, Problems, one_problem
from stackaudit.model.settings import CHOICES, PROFILES, THRESHOLDS, Chosen, Setting, Settings
from stackaudit.model.suggesting import did_you_mean
from stackaudit.sources.files import read_text
from stackaudit.sources.language.values import Wrong, reader

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "stackaudit.toml"
PROFILE_FOLDER = Path(__file__).parent.parent / "profiles"

_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")


def find_settings(start: Path) -> Path | None:
    """The settings file of an inventory: in its folder or the nearest folder above, up to the root of a repository."""
    folder = start.absolute()
    folder = folder if os.path.isdir(folder) else folder.parent  # noqa: PTH112 - raises for no name, however long
    for place in (folder, *folder.parents):
        if os.path.lexists(place / NAME):  # a link that leads nowhere is told, not passed over
            return place / NAME
        if os.path.exists(place / ".git"):  # noqa: PTH110
            return None
    return None


def read_settings(path: Path | None, command_line: Mapping[str, object]) -> Settings:
    """All settings: defaults, then the profile's, the file's, and those of the command line that are not None.

    Folders in the file are meant from the file's own folder and may not lead out of it. Raises `Problems`.
    """
    choices = {name: Chosen(setting.default, "default", setting.default) for name, setting in CHOICES.items()}
    thresholds = {
        name: Chosen(_read(setting, setting.default), "default", setting.default)
        for name, setting in THRESHOLDS.items()
    }
    stated = _parsed(path.as_posix(), read_text(path, path.as_posix())) if path is not None else None
    profile = command_line.get("profile") or (stated.values.get("profile") if stated else None)
    if isinstance(profile, str) and profile in PROFILES and profile != CHOICES["profile"].default:
        text = (PROFILE_FOLDER / f"{profile}.toml").read_text(encoding="utf-8")
        _take(_parsed(f"profile {profile}", text), choices, thresholds)
    if stated is not None and path is not None:
        _take(stated, choices, thresholds, root=path.parent)
    for name, value in command_line.items():
        if value is not None:
            known = thresholds if name in THRESHOLDS else choices
            known[name] = value if isinstance(value, Chosen) else Chosen(value, "command line", value)
    return Settings(choices, thresholds)


def read_threshold(name: str, text: str) -> Chosen:
    """A threshold given as text on a command line; raises `Wrong`."""
    number = text.replace("_", "")
    raw: object = float(number) if re.fullmatch(r"\d+(\.\d+)?", number) else text
    return Chosen(reader(THRESHOLDS[name].field, ())(raw), "command line", raw)


class _Stated(NamedTuple):
    """A settings file: its text, and what it says."""

    document: Document
    values: dict[str, object]


def _parsed(name: str, text: str) -> _Stated:
    import tomllib  # noqa: PLC0415 - most runs have no settings file

    document = Document(name, text)
    try:
        return _Stated(document, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _syntax(error, document) from None


def _take(
    stated: _Stated,
    choices: dict[str, Chosen],
    thresholds: dict[str, Chosen],
    root: Path | None = None,
) -> None:
    """Put what a settings file says over what was chosen so far; every problem of the file at once."""
    document, problems = stated.document, list[Problem]()
    if not isinstance(stated.values.get("thresholds", {}), dict):
        advice = "Write `[thresholds]` on a line of its own, and each below it."
        problems.append(Problem("`thresholds` is a table", advice, _place(document, "thresholds")))
    top = {name: value for name, value in stated.values.items() if name != "thresholds"}
    for known, into, values in (
        (CHOICES, choices, top),
        (THRESHOLDS, thresholds, stated.values.get("thresholds", {})),
    ):
        for name, raw in values.items() if isinstance(values, dict) else ():
            setting = known.get(name)
            place = _place(document, name)
            if setting is None:
                near = did_you_mean(name, known)
                advice = f"Did you mean `{near}`?" if near else f"Known here: {', '.join(known)}."
                problems.append(Problem(f"unknown setting `{name}`", advice, place))
                continue
            try:
                into[name] = Chosen(_read(setting, raw), document.name, raw)
            except Wrong as wrong:
                problems.append(Problem(f"`{name}`: {wrong.message}", wrong.advice, place))
    if root is not None:
        problems += _outside(root.resolve(), choices, document)
    if problems:
        raise Problems(tuple(problems), {document.name: document})


def _outside(root: Path, choices: dict[str, Chosen], document: Document) -> list[Problem]:
    """Turn the file's rule folders into full paths; those that lead out of its folder are problems."""
    chosen = choices["rules"]
    if chosen.origin != document.name:
        return []
    folders = [root / str(folder) for folder in chosen.value]  # type: ignore[attr-defined]
    choices["rules"] = Chosen(tuple(str(folder) for folder in folders), chosen.origin, chosen.written)
    advice = "Keep rules below the folder of stackaudit.toml, or name them with `--rules`."
    return [
        Problem(f"the rules folder `{folder.name}` lies outside", advice, _place(document, "rules"))
        for folder in folders
        if not folder.resolve().is_relative_to(root)
    ]


def _read(setting: Setting, raw: object) -> object:
    """A raw value as the setting holds it; unstated is the default."""
    value = reader(setting.field, ())(list(raw) if isinstance(raw, tuple) else raw)
    if isinstance(value, tuple) and None in value:
        raise Wrong("an entry of the list says nothing", "Write it out, or take it away.")
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
