"""Settings: what an organisation or a run may choose, with the default and the origin of each choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from stackaudit.model.language.fields import Field, Kind, flag, many, money, number, span, text, whole, word
from stackaudit.model.rules import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Mapping


class Setting(NamedTuple):
    """A choice: what it may hold, and the value that is meant when nobody makes it, written as in a file."""

    field: Field
    default: object


PROFILES = {
    "starter": "the few questions to begin with; only critical findings fail a run",
    "standard": "every rule with its defaults",
    "strict": "every rule, shorter times, smaller limits; unknown counts as failing",
}
"""The named sets of choices that come with stackaudit, from the gentlest to the hardest."""

CHOICES: dict[str, Setting] = {
    "profile": Setting(word("The set of choices to begin from.", PROFILES), "standard"),
    "select": Setting(many("Rules to ask: themes, ids or globs such as shadow-it/*.", text("A pattern.")), ("*",)),
    "extend-select": Setting(many("Rules to ask besides those that are selected.", text("A pattern.")), ()),
    "ignore": Setting(many("Rules to leave out: themes, ids or globs.", text("A pattern.")), ()),
    "fail-on": Setting(
        word("The severity from which a finding makes the run fail.", {**dict.fromkeys(SEVERITIES, ""), "never": ""}),
        "high",
    ),
    "fail-under": Setting(
        many(
            "Floors of scores, such as security=80 or overall=70: the run fails where a score's low end is under one.",
            text("A theme or `overall`, an equals sign, and a number from 0 to 100."),
        ),
        (),
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
    "longest-exception": Setting(span("How long an exception may hold, from its approval or else from today."), "12mo"),
    "new-rule-grace": Setting(
        span("How long the findings of a rule with `since` warn before they can fail a run."), "30d"
    ),
    "single-point-systems": Setting(whole("How many systems a path needs before a single point in it counts."), 3),
    "meeting-grace": Setting(number("How many of its rhythms the joint group may pass over.", low=1), 2),
    "meeting-age": Setting(span("How long ago the joint group may have met where no rhythm is stated."), "3mo"),
    "large-team": Setting(whole("From how many people a marketing team should have IT people inside."), 10),
    "roadmap-review-age": Setting(span("How old the last review of the roadmap may be."), "6mo"),
    "first-delivery": Setting(span("How long after its start an item of the roadmap may deliver first."), "9mo"),
    "item-length": Setting(span("How long an item of the roadmap may take."), "2y"),
    "item-cost": Setting(money("What an item of the roadmap may cost."), 1_000_000),
    "survey-age": Setting(span("How old the survey of both sides may be."), "12mo"),
    "survey-gap": Setting(number("Percentage points that the two sides may lie apart.", high=100), 15),
    "uptime-high": Setting(number("Percent of the time that a system of high criticality is there.", high=100), 99.5),
    "uptime-critical": Setting(number("Percent of the time that a critical system is there.", high=100), 99.9),
    "load-time": Setting(number("Seconds until most visitors should see the main content of a page."), 2.5),
    "lead-rhythm": Setting(Field(Kind.RHYTHM, "How often leads reach those who answer them."), "hourly"),
    "order-rhythm": Setting(
        Field(Kind.RHYTHM, "How often orders and stock move between shop and back office."), "hourly"
    ),
    "customer-rhythm": Setting(Field(Kind.RHYTHM, "How often records of customers are brought in step."), "daily"),
    "used-seats": Setting(number("Percent of the paid seats that should be used.", high=100), 80),
    "renewable-use": Setting(
        number("Percent of the seats that must be used before a contract may renew by itself.", high=100), 60
    ),
    "renewal-warning": Setting(span("How long before a contract ends its end is told."), "90d"),
    "notice-warning": Setting(span("How long before the last day of notice that day is told."), "60d"),
    "end-of-life-warning": Setting(span("How long before a vendor's last day that day is told."), "12mo"),
    "vendor-share": Setting(number("Percent of the known cost that one vendor may carry.", high=100), 30),
    "seat-price-factor": Setting(
        number("How many times the middle price of its category's other seats a seat may cost.", low=1), 3
    ),
    "sso-premium": Setting(number("Percent that single sign-on may add to a product's price."), 50),
    "price-age": Setting(span("How old a published price may be before it no longer counts."), "5y"),
    "fit-gap": Setting(whole("How far the ratings of both sides may lie apart."), 1),
    "fit-age": Setting(span("How old ratings of fit may be."), "2y"),
    "seat-count-age": Setting(span("How old a count of used seats may be."), "6mo"),
    "crossing-links": Setting(whole("How many direct links into the cloud a system of our own may have."), 3),
    "definition-age": Setting(span("How old the definition of a kind of data may be."), "3y"),
    "cleaning-age": Setting(span("How long records may go without being cleaned."), "12mo"),
    "explained-spend": Setting(
        number("Percent of the booked spend on technology that the inventory should explain.", high=100), 80
    ),
    "unseen-age": Setting(span("How long a declared system may go without a trace of its use."), "6mo"),
    "unpaid-age": Setting(span("How long a paid system may go without a payment; many are paid by the year."), "13mo"),
    "ledger-gap": Setting(number("Percent by which payments may be above the declared cost."), 20),
    "completeness": Setting(number("Percent of the facts, by weight, that entries should state.", high=100), 60),
}


class Chosen(NamedTuple):
    """A value, where it was chosen (`default`, a profile, a settings file, `command line`), and how it was written."""

    value: object
    origin: str
    written: object


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
