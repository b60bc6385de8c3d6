"""The options that several commands have, and the settings that they choose."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stackaudit.model.rules import SEVERITIES


class Unknown(StrEnum):
    """What to make of undetermined questions."""

    SHOW = "show"
    PASS = "pass"  # noqa: S105 - the word of the command line
    FAIL = "fail"


FailOn = StrEnum("FailOn", [*SEVERITIES, "never"])  # type: ignore[misc]


class Format(StrEnum):
    """The formats that reports can be written in."""

    TERMINAL = "terminal"
    JSON = "json"


class Profile(StrEnum):
    """The named sets of choices."""

    STARTER = "starter"
    STANDARD = "standard"
    STRICT = "strict"


Paths = Annotated[
    list[Path] | None,
    typer.Argument(help="Files and folders of the inventory; - reads standard input. [default: .]"),
]
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="DATE", help="Audit as if on this date. [default: today]"),
]
OutputFormat = Annotated[Format, typer.Option("--format", "-f", help="What to write.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file, whole or not at all."),
]
ProfileOption = Annotated[
    Profile | None,
    typer.Option("--profile", help="The set of rules and thresholds to begin from. [default: standard]"),
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULES", help="Ask only these rules: theme, id or glob. May be repeated."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULES", help="Leave these rules out. May be repeated."),
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option("--fail-on", help="Exit with 1 from this severity on. [default: high]"),
]
FailUnder = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-under",
        metavar="THEME=N",
        help="Exit with 1 where the low end of a theme's score, or of the overall one, is under N. May be repeated.",
    ),
]
UnknownOption = Annotated[
    Unknown | None,
    typer.Option("--unknown", help="What to make of questions that stated facts do not decide. [default: show]"),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="A folder of your own rules. May be repeated."),
]
NoBuiltinRules = Annotated[bool, typer.Option("--no-builtin-rules", help="Ask your own rules only.")]
Threshold = Annotated[
    list[str] | None,
    typer.Option("--threshold", metavar="NAME=VALUE", help="Set a threshold, such as most-admins=3."),
]
NoExceptions = Annotated[
    bool,
    typer.Option("--no-exceptions", help="Show every finding, as if exceptions.yaml were not there."),
]
AllowUnusedExceptions = Annotated[
    bool,
    typer.Option("--allow-unused-exceptions", help="Tell of exceptions that match nothing instead of refusing them."),
]
Evidence = Annotated[
    list[Path] | None,
    typer.Option(
        "--evidence",
        metavar="PATH",
        help="Evidence to read besides the folders `evidence` in and beside the inventory. May be repeated.",
    ),
]
NoEvidence = Annotated[bool, typer.Option("--no-evidence", help="Leave evidence unread.")]
Config = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Settings to read instead of the nearest stackaudit.toml."),
]


def chosen(
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    fail_on: FailOn | None = None,
    unknown: Unknown | None = None,
    rules: list[Path] | None = None,
    no_builtin_rules: bool = False,
    threshold: list[str] | None = None,
    fail_under: list[str] | None = None,
    profile: Profile | None = None,
) -> dict[str, object]:
    """The settings that a command line chooses, None for those that it leaves alone."""
    return {
        "profile": str(profile) if profile else None,
        "select": tuple(select) if select else None,
        "ignore": tuple(ignore) if ignore else None,
        "fail-on": str(fail_on) if fail_on else None,
        "fail-under": tuple(fail_under) if fail_under else None,
        "unknown": str(unknown) if unknown else None,
        "rules": tuple(str(folder) for folder in rules) if rules else None,
        "builtin-rules": False if no_builtin_rules else None,
        **_thresholds(threshold or []),
    }


def _thresholds(stated: list[str]) -> dict[str, object]:
    """Thresholds of the form name=value."""
    from stackaudit.model.settings import THRESHOLDS
    from stackaudit.model.suggesting import did_you_mean
    from stackaudit.sources.language.values import Wrong
    from stackaudit.sources.settings import read_threshold

    values: dict[str, object] = {}
    for item in stated:
        name, mark, text = item.partition("=")
        if name not in THRESHOLDS or not mark:
            near = did_you_mean(name, THRESHOLDS)
            hint = f"did you mean `{near}`?" if near else f"use one of: {', '.join(THRESHOLDS)}"
            raise typer.BadParameter(f"`{item}` sets no threshold; {hint}", param_hint="--threshold")
        try:
            values[name] = read_threshold(name, text)
        except Wrong as wrong:
            raise typer.BadParameter(f"{wrong.message}. {wrong.advice}", param_hint="--threshold") from None
    return values
