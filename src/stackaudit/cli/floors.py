"""Floors that scores must reach, as `--fail-under` and the settings state them."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from stackaudit.model.audit import OVERALL
from stackaudit.model.problems import one_problem
from stackaudit.model.rules import THEMES
from stackaudit.model.suggesting import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from stackaudit.model.audit import Audit, Shortfall
    from stackaudit.model.settings import Settings

_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?")
_HIGHEST = 100


def shortfalls(audit: Audit, settings: Settings) -> tuple[Shortfall, ...]:
    """The scores under their floors; raises `Problems` for a floor that is none, or of a theme that was not asked."""
    from stackaudit.analysis.scoring import under

    asked = {rule.theme for rule in audit.rules.values()}
    floors = dict(_floor(text, asked) for text in settings.words("fail-under"))
    overall = (audit.overall,) if audit.overall else ()
    return tuple(under((*audit.scores, *overall), floors))


def tell_shortfalls(shortfalls: Iterable[Shortfall]) -> None:
    """Say on standard error which scores are too low, beside whatever report goes to standard output."""
    for short in shortfalls:
        sys.stderr.write(f"{short.theme} scores {short.low:g} at its low end, under the floor of {short.floor:g}.\n")


def _floor(text: str, asked: Collection[str]) -> tuple[str, float]:
    """A theme and the floor of its score, from `THEME=N`."""
    theme, _, number = (part.strip() for part in text.partition("="))
    names = [*THEMES, *sorted({*asked} - THEMES.keys()), OVERALL]
    if theme not in names:
        near = did_you_mean(theme, names)
        advice = f"Did you mean `{near}`?" if near else f"Use one of: {', '.join(names)}."
        raise one_problem(f"`{text}` of `--fail-under` names no theme", advice)
    if not _NUMBER.fullmatch(number) or float(number) > _HIGHEST:
        raise one_problem(f"`{text}` of `--fail-under` states no floor", f"Write it as {theme}=80, from 0 to 100.")
    if theme not in asked and theme != OVERALL:
        advice = f"Select rules of `{theme}`, or leave its floor out."
        raise one_problem(f"`{text}` of `--fail-under` cannot be judged: no rule of `{theme}` is asked", advice)
    return theme, float(number)
