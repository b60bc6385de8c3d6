"""Settings: what an organisation or a run may choose, with the default and the origin of each choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.language.fields import Field, flag, many, money, number, span, text, whole, word
from stackaudit.model.rules import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Mapping


class Setting(NamedTuple):
    """A choice: what it may hold, and the value that is meant when nobody makes it, written as in a file."""

    field: Field
    default: object


CHOICES: dict[str, Setting] = {
    "select": Setting(many("Rules to ask: themes, ids or globs such as shadow-it/*.", text("A pattern.")), ("*",)),
    "ignore": Setting(many("Rules to leave out: themes, ids or globs.", text("A pattern.")), ()),
    "fail-on": Setting(
        word("The severity from which a finding makes the run fail.", {**dict.fromkeys(SEVERITIES, ""), "never": ""}),
        "high",
    ),
    "unknown": Setting(
        word(
            "What to make of questions that the stated facts do not decide.",
            {
                "show": "tell how many there are",
                "pass": "say nothing of them",
                "fail": "let them fail the run like findings",
            },
        ),
        "show",
    ),
    "rules": Setting(many("Folders with rules of one's own.", text("A folder.")), ()),
    "builtin-rules": Setting(flag("Whether the rules that come with stackaudit are asked."), True),
}

THRESHOLDS: dict[str, Setting] = {
    "evaluation-length": Setting(span("How long an evaluation may take."), "90d"),
    "sandbox-length": Setting(span("How long a sandbox may live where governance states nothing."), "90d"),
    "sandbox-cost": Setting(money("What a sandbox may cost per year where governance states nothing."), 5_000),
    "marketing-share": Setting(
        number("Percent of marketing's technology spend that may run without IT's agreement.", high=100),
        20,
    ),
    "sync-grace": Setting(number("How many rhythms a sync may miss before it counts as stale.", low=1), 2),
    "security-review-age": Setting(span("How old a security review may be."), "2y"),
    "agreement-age": Setting(span("How old a data-processing agreement may be before it is looked at again."), "5y"),
    "longest-retention": Setting(span("How long personal data may be kept at all."), "10y"),
    "most-admins": Setting(whole("How many administrators a system may have."), 5),
    "verification-age": Setting(span("How old the last confirmation of an entry may be."), "12mo"),
    "single-point-systems": Setting(whole("How many systems a path needs before a single point in it counts."), 3),
}


class Chosen(NamedTuple):
    """A value and where it was chosen: `default`, a settings file, or `command line`."""

    value: object
    origin: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice and threshold with its origin; thresholds hold facts, so durations are days."""

    choices: Mapping[str, Chosen]
    thresholds: Mapping[str, Chosen]

    def words(self, name: str) -> tuple[str, ...]:
        """A choice that is a list of words."""
        value = self.choices[name].value
        assert isinstance(value, tuple)
        return value

    def word(self, name: str) -> str:
        """A choice that is one word."""
        return str(self.choices[name].value)

    def facts(self) -> dict[str, object]:
        """The thresholds by name."""
        return {name: chosen.value for name, chosen in self.thresholds.items()}
