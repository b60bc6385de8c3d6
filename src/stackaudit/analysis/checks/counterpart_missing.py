"""Whether systems of one job stand alone because nothing does the other job that they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.answers import Answer, passes, undetermined
from stackaudit.analysis.checks.check import Check
from stackaudit.analysis.checks.linking import category_missing, names_of
from stackaudit.analysis.options import Option, Takes
from stackaudit.model.audit import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackaudit.analysis.stack import Stack


def ask(stack: Stack, *, has: frozenset[str], needs: frozenset[str]) -> Iterator[Answer]:
    """One answer for all systems that do a job of `has`: whether any system in use does one of `needs`."""
    having = stack.doing(has)
    if not having:
        return
    if stack.doing(needs):
        yield passes(*having)
    elif stack.without_category:
        yield undetermined(*having, missing=category_missing(stack.without_category))
    else:
        yield Answer(Verdict.FAILS, having, {"systems": names_of(having)}, point="name", note="nothing to work with")


CHECK = Check(
    "Systems that do one job have another system to work with.",
    "system",
    ask,
    {
        "has": Option(Takes.CATEGORIES, "The job that is done."),
        "needs": Option(Takes.CATEGORIES, "The job that something should do as well."),
    },
    ("systems",),
)
