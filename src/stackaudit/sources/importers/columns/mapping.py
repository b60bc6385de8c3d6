"""What the user says of columns: `--map COLUMN=FACT`, or a file with a mapping that can be kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stackaudit.model.documents import Entry, Place
from stackaudit.model.problems import Problem, Problems, in_order, one_problem
from stackaudit.model.suggesting import did_you_mean, shortened
from stackaudit.sources.files import read_text
from stackaudit.sources.importers.cells.plain import one_line, words
from stackaudit.sources.importers.columns.column import LEFT_OUT
from stackaudit.sources.importers.columns.ways import FLOW_WAYS, WAYS
from stackaudit.sources.inventory.finding import shown
from stackaudit.sources.yaml_reading import parse_strictly

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from stackaudit.model.imports import Imported

_MOST_LISTED = 30
_KNOWN = {**WAYS, **FLOW_WAYS, LEFT_OUT: None}
_ADVICE = "See `stackaudit rules facts system`, or write `-` to leave the column out."


def read_options(options: Iterable[str]) -> dict[str, str]:
    """What `--map` options say: headings with the facts that they state; raises `Problems` for unknown facts."""
    said: dict[str, str] = {}
    problems: list[Problem] = []
    for option in options:
        heading, sign, facts = option.rpartition("=")
        if not sign or not heading.strip():
            message = f"`{shortened(one_line(option))}` says of no column what it states"
            problems.append(Problem(message, "Write `--map COLUMN=FACT`, such as `--map Price=cost.annual`."))
            continue
        stated = [fact.strip() for fact in facts.split(",") if fact.strip()]
        problems += _unknown(stated or [""], None)
        said[heading.strip()] = ", ".join(stated)
    if problems:
        raise Problems(tuple(problems))
    return said


def read_mapping(path: Path) -> dict[str, str]:
    """What a mapping file says of columns; raises `Problems` with places for whatever is wrong in it."""
    name = shown(path)
    document = parse_strictly(name, read_text(path, name))
    root = Entry(document, document.value, 0, 0)
    columns = root.child("columns") if isinstance(root.value, dict) else None
    if columns is None or not isinstance(columns.value, dict) or len(root.value) != 1:  # type: ignore[arg-type]
        raise one_problem(
            "expected `columns:` alone", "Write `Heading: fact` for each column below it.", Place(name, 1, 1)
        )
    said: dict[str, str] = {}
    problems: list[Problem] = []
    for heading, entry in columns.children():
        facts = [one_line(fact) for fact in (entry.value if isinstance(entry.value, list) else [entry.value])]
        problems += _unknown(facts or [""], entry.place())
        said[str(heading)] = ", ".join(facts)
    if problems:
        raise Problems(in_order(problems), {name: document})
    return said


def check_said(said: Mapping[str, str], imported: Imported) -> None:
    """Raise `Problems` for what is said of columns that the file does not have, or that state no such thing."""
    stated = {words(heading): facts for heading, facts in imported.columns.items()}
    there = [*imported.columns, *imported.left]
    problems: list[Problem] = []
    for heading, facts in said.items():
        known = imported.columns.get(heading) or stated.get(words(heading))
        if known is not None and {*facts.split(", ")} <= {*known.split(", ")}:
            continue
        shown_heading = shortened(one_line(heading))
        if known is not None or words(heading) in map(words, there):
            message = f"`{shown_heading}` cannot state `{facts}` in this file"
            advice = "Take it out of the mapping, or name a fact of what the file lists."
        else:
            near = did_you_mean(heading, there)
            listed = ", ".join(map(shortened, map(one_line, there[:_MOST_LISTED]))) or "none"
            message = f"no column is called `{shown_heading}`"
            advice = f"Did you mean `{one_line(near)}`?" if near else f"Its columns are: {listed}."
        problems.append(Problem(message, advice, Place(imported.file, 1, 1)))
    if problems:
        raise Problems(tuple(problems))


def mapping_text(imported: Imported) -> str:
    """A mapping file that says what was recognised, to be kept and corrected; what has no place is a comment."""
    return "\n".join(["columns:", *_lines(imported), ""])


def _lines(imported: Imported) -> Iterator[str]:
    for heading, facts in imported.columns.items():
        stated = f"[{facts}]" if ", " in facts else json.dumps(facts) if facts == LEFT_OUT else facts
        yield f"  {_quoted(heading)}: {stated}"
    for heading in imported.left:
        if heading not in imported.columns:
            yield f"  # {_quoted(heading)}: no fact; `-` leaves it out"


def _quoted(heading: str) -> str:
    plain = one_line(heading)
    safe = all(part.isalnum() for part in plain.replace("_", " ").split()) and not plain[:1].isdigit() and plain
    return (
        plain
        if safe and plain.lower() not in {"true", "false", "null", "yes", "no", "on", "off"}
        else json.dumps(heading, ensure_ascii=False)
    )


def _unknown(facts: Iterable[str], place: Place | None) -> Iterator[Problem]:
    for fact in facts:
        if fact not in _KNOWN:
            near = did_you_mean(fact, _KNOWN)
            yield Problem(
                f"there is no fact `{shortened(fact)}`", f"Did you mean `{near}`?" if near else _ADVICE, place
            )
