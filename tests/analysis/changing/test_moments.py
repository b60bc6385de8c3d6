"""Which states of a history are told, and what of them."""

from __future__ import annotations

from datetime import date, timedelta

from stackaudit.analysis.changing.moments import broken_moment, moment_of, sampled
from stackaudit.model.changes import Commit, Moment, Trend
from stacks import audit_of, rules_of

RULES = rules_of(
    """
    id: no-sso
    title: title
    severity: high
    why: why
    fix: fix
    for: system
    expect: {security.sso: true}
    message: "{name}"
    """
)
COMMITS = [Commit(str(number), date(2026, 3, 31) - timedelta(days=4 * number)) for number in range(10)]
"""The latest first: the 31st, 27th, 23rd … of March, then the 27th and 23rd of February."""


def days(every: str, since: date | None = None, until: date | None = None) -> list[str]:
    return [commit.on.isoformat()[5:] for commit in sampled(COMMITS, every, since, until)]


def test_the_last_commit_of_each_period_is_told_the_oldest_first() -> None:
    assert days("commit") == ["02-23", "02-27", "03-03", "03-07", "03-11", "03-15", "03-19", "03-23", "03-27", "03-31"]
    assert days("week") == ["02-27", "03-07", "03-15", "03-19", "03-27", "03-31"]
    assert days("month") == ["02-27", "03-31"]


def test_both_days_are_included() -> None:
    assert days("commit", date(2026, 3, 11), date(2026, 3, 19)) == ["03-11", "03-15", "03-19"]


def test_weeks_of_two_years_are_two() -> None:
    commits = [Commit("b", date(2027, 1, 6)), Commit("a", date(2026, 1, 7))]

    assert sampled(commits, "week", None, None) == commits[::-1]


def test_days_are_in_order_also_where_clocks_were_wrong() -> None:
    commits = [Commit("b", date(2026, 1, 6)), Commit("a", date(2026, 1, 7))]

    assert sampled(commits, "commit", None, None) == commits


def test_a_moment_has_the_figures_of_the_audit() -> None:
    audit = audit_of(
        """
        organization: {name: Fjordline, currency: EUR}
        systems: {a: {name: A, cost: {annual: 1200}, security: {sso: false}}, b: {name: B}}
        """,
        RULES,
    )

    assert moment_of(COMMITS[0], audit) == Moment(
        revision="0",
        on=date(2026, 3, 31),
        systems=2,
        annual_cost=1200,
        findings=(("critical", 0), ("high", 1), ("medium", 0), ("low", 0), ("info", 0)),
        low=0,
        high=50,
        organization="Fjordline",
        currency="EUR",
    )


def test_a_score_that_was_not_asked_may_be_anything() -> None:
    moment = moment_of(COMMITS[0], audit_of("systems: {}", []))

    assert (moment.low, moment.high) == (0, 100)


def test_broken_states_are_told_apart() -> None:
    sound = moment_of(COMMITS[1], audit_of("organization: {name: Fjordline}", []))
    broken = broken_moment(COMMITS[0], "a.yaml:1:1: wrong")

    trend = Trend((sound, broken))

    assert (trend.told, trend.broken, trend.organization) == ((sound,), (broken,), "Fjordline")
    assert Trend((broken,)).organization == ""
