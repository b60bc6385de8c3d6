"""Which findings stand behind exceptions, and why an exception does not hold."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stackaudit.analysis.auditing import audit
from stackaudit.analysis.questions import compile_rules
from stackaudit.model.documents import Document, Entry
from stackaudit.model.exceptions import RuleException
from stacks import TODAY, audit_of, builtin_rules, catalogue, rules_of, stack_of, thresholds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.model.audit import Audit
    from stackaudit.model.rules import Rule

TEAMS = "teams: {marketing: {side: marketing, lead: cmo}, web: {side: marketing}, it: {side: it, lead: cio}, odd: {}}\n"
SYSTEMS = """
systems:
  a-mail: {name: Mail, bought: {how: card}}
  b-mail: {name: Post, bought: {how: card}}
  crm: {name: Desk, bought: {how: contract}}
  tool: {name: Tool}
"""

CARD = """
id: card
title: Nothing is paid by card
severity: medium
why: Cards end.
fix: Ask for an invoice.
for: system
expect: {bought.how: {not: card}}
point: bought.how
message: "{name} is paid by card."
"""
ONE, BOTH = rules_of(CARD), rules_of(CARD + "approvers: both\n")


def exception(**changes: Any) -> RuleException:
    """An exception that holds today, unless it is changed."""
    stated = {
        "rule": "own/card",
        "subject": "",
        "patterns": (),
        "reason": "It ends soon.",
        "approvers": ("cio",),
        "approved": None,
        "ticket": "",
        "until": date(2027, 1, 31),
        "entry": Entry(Document("exceptions.yaml", "- {}", None, (0,)), {}, 0, 0),
    }
    return RuleException(**{**stated, **changes})


def audited(exceptions: Iterable[RuleException], rules: list[Rule] = ONE, text: str = TEAMS + SYSTEMS) -> Audit:
    questions = compile_rules(rules, thresholds(), catalogue().categories, "", TODAY)
    return audit(stack_of(text), questions, exceptions)


def found(result: Audit) -> list[str]:
    return [subject.id for finding in result.findings for subject in finding.subjects]


def excepted(result: Audit) -> list[str]:
    return [subject.id for item in result.excepted for subject in item.finding.subjects]


def fault(result: Audit) -> str:
    (standing,) = result.exceptions
    return standing.fault


def test_without_exceptions_every_finding_is_there() -> None:
    result = audited([])

    assert found(result) == ["a-mail", "b-mail"]
    assert result.excepted == result.exceptions == ()


def test_a_finding_behind_an_exception_is_told_apart_with_its_exception() -> None:
    accepted = exception(subject="a-mail")

    result = audited([accepted])

    assert found(result) == ["b-mail"]
    assert [(item.finding.subjects[0].id, item.exception) for item in result.excepted] == [("a-mail", accepted)]


def test_an_excepted_finding_counts_in_no_score_and_no_total() -> None:
    costly = "systems: {a: {name: A, bought: {how: card}, cost: {annual: 7}}, b: {name: B, bought: {how: free}}}"
    rules = rules_of(CARD + "money: cost.annual\n")

    before, after = audited([], rules, costly), audited([exception(subject="a")], rules, costly)

    assert [(score.passes, score.fails) for score in before.scores] == [(1, 1)]
    assert [(score.passes, score.fails, score.low) for score in after.scores] == [(1, 0, 100)]
    assert (before.totals.at_stake, after.totals.at_stake) == (7, 0)


@pytest.mark.parametrize(
    ("patterns", "behind"),
    [
        (("*-mail",), ["a-mail", "b-mail"]),
        (("b*",), ["b-mail"]),
        (("a-mail", "b-mail"), ["a-mail", "b-mail"]),
        (("A-*", "b-*"), ["b-mail"]),
    ],
)
def test_patterns_name_ids(patterns: tuple[str, ...], behind: list[str]) -> None:
    result = audited([exception(patterns=patterns)])

    assert excepted(result) == behind
    assert result.exceptions[0].findings == len(behind)


def test_a_subject_is_an_id_and_no_pattern() -> None:
    result = audited([exception(subject="*-mail")])

    assert excepted(result) == []
    assert result.exceptions[0].help.startswith("Nothing in the inventory is called `*-mail`")


GROUP = "systems: {a: {name: A, category: survey}, b: {name: B, category: survey}, c: {name: C, category: survey}}"


def test_a_group_is_excepted_only_where_each_of_its_subjects_is_named() -> None:
    rules = [rule for rule in builtin_rules() if rule.id == "duplicates/same-job-twice"]
    common = {"rule": "duplicates/same-job-twice", "approvers": ("marketing", "it")}

    whole = audited([exception(patterns=("a", "b", "c"), **common)], rules, GROUP)
    part = audited([exception(patterns=("a", "b"), **common)], rules, GROUP)

    assert (found(whole), excepted(whole)) == ([], ["a", "b", "c"])
    assert (found(part), excepted(part)) == (["a", "b", "c"], [])
    assert part.exceptions[0].help == "The finding is about all of a, b, c: name each of them under `subjects`."


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"reason": ""}, "it states no `reason`"),
        ({"approvers": ()}, "it names no `approvers`"),
        ({"until": None}, "it states no end, `until`"),
        ({"until": TODAY - timedelta(1)}, "it ended on 2026-11-20"),
        ({"until": date(2028, 1, 1)}, "it may hold until 2027-11-22 at most (`longest-exception`)"),
        (
            {"until": date(2027, 1, 31), "approved": date(2026, 1, 1)},
            "it may hold until 2027-01-02 at most (`longest-exception`)",
        ),
        ({"approved": date(2026, 11, 22)}, "it is approved on a day that is yet to come, 2026-11-22"),
        ({"reason": "", "until": None}, "it states no `reason`, and it states no end, `until`"),
    ],
)
def test_an_exception_that_does_not_hold_excepts_nothing_and_says_why(changes: dict[str, Any], why: str) -> None:
    result = audited([exception(subject="a-mail", **changes)])

    assert found(result) == ["a-mail", "b-mail"]
    assert excepted(result) == []
    assert fault(result) == why
    assert [(str(place), note) for place, note in result.findings[0].related] == [
        ("exceptions.yaml:1:1", f"excepts nothing: {why}"),
    ]
    assert result.findings[1].related == ()


@pytest.mark.parametrize(
    ("until", "approved"),
    [
        (TODAY, None),
        (date(2027, 11, 22), None),
        (date(2027, 6, 1), date(2026, 6, 1)),
        (date(2027, 11, 21), TODAY),
    ],
)
def test_an_exception_holds_through_its_last_day_and_for_a_whole_year(until: date, approved: date | None) -> None:
    result = audited([exception(subject="a-mail", until=until, approved=approved)])

    assert fault(result) == ""
    assert excepted(result) == ["a-mail"]


@pytest.mark.parametrize(
    ("approvers", "missing"),
    [
        (("cmo", "cio"), ""),
        (("web", "it"), ""),
        (("cmo",), "IT"),
        (("cio",), "marketing"),
        (("cio", "odd", "somebody"), "marketing"),
    ],
)
def test_a_rule_may_want_approvers_from_both_sides(approvers: tuple[str, ...], missing: str) -> None:
    result = audited([exception(subject="a-mail", approvers=approvers)], BOTH)

    wanted = f"nobody known to be from {missing} approved it" if missing else ""
    assert fault(result) == wanted
    assert excepted(result) == ([] if missing else ["a-mail"])


def test_a_team_wins_over_a_role_of_the_same_name() -> None:
    teams = "teams: {marketing: {side: marketing, lead: it}, it: {side: it}}\n"

    result = audited([exception(subject="a-mail", approvers=("it",))], BOTH, teams + SYSTEMS)

    assert fault(result) == "nobody known to be from marketing approved it"


def test_without_teams_the_sides_stand_for_themselves() -> None:
    both = audited([exception(subject="a-mail", approvers=("marketing", "it"))], BOTH, SYSTEMS)
    role = audited([exception(subject="a-mail", approvers=("marketing", "cio"))], BOTH, SYSTEMS)

    assert excepted(both) == ["a-mail"]
    assert excepted(role) == []


def test_an_exception_that_holds_wins_over_one_that_does_not() -> None:
    ended = exception(subject="a-mail", until=date(2026, 1, 1))
    renewed = exception(patterns=("a-*",))

    result = audited([ended, renewed])

    assert [item.exception for item in result.excepted] == [renewed]
    assert [standing.findings for standing in result.exceptions] == [1, 1]


def test_of_two_exceptions_that_hold_the_first_is_named() -> None:
    first, second = exception(subject="a-mail"), exception(patterns=("*",))

    result = audited([first, second])

    assert [item.exception for item in result.excepted] == [first, second]


def test_excepted_findings_come_worst_first() -> None:
    dear = CARD.replace("id: card", "id: zealous").replace("medium", "critical")

    result = audited(
        [exception(subject="a-mail"), exception(rule="own/zealous", subject="b-mail")], rules_of(CARD, dear)
    )

    assert [item.finding.rule for item in result.excepted] == ["own/zealous", "own/card"]


def test_an_exception_that_does_not_hold_is_the_first_related_place() -> None:
    rules = [rule for rule in builtin_rules() if rule.id == "duplicates/same-job-twice"]

    result = audited([exception(rule=rules[0].id, patterns=("*",), approvers=("it",))], rules, GROUP)

    assert [place.file for place, _ in result.findings[0].related][:2] == ["exceptions.yaml", "inventory.yaml"]


def test_a_pattern_that_matches_no_finding_is_not_taken_for_a_part_of_one() -> None:
    (standing,) = audited([exception(patterns=("c*",))]).exceptions

    assert standing.help == "`own/card` finds nothing there today: remove the exception."


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("crm", "`own/card` finds nothing there today: remove the exception."),
        ("tool", "`own/card` finds nothing there today: remove the exception."),
        ("a-mial", "Nothing in the inventory is called `a-mial`; did you mean `a-mail`?"),
        ("a-*", "Nothing in the inventory is called `a-*`: patterns stand under `subjects`."),
        ("zzz", "Nothing in the inventory is called `zzz`: correct the id, or remove the exception."),
    ],
)
def test_an_exception_that_matches_nothing_says_what_to_do(subject: str, words: str) -> None:
    (standing,) = audited([exception(subject=subject)]).exceptions

    assert standing.is_unused
    assert standing.help == words


def test_an_exception_to_a_rule_that_was_not_asked_is_left_in_peace() -> None:
    (standing,) = audited([exception(rule="own/another", subject="nobody")]).exceptions

    assert not standing.is_unused
    assert standing.findings == 0


def test_a_new_rule_warns_until_its_grace_has_passed() -> None:
    for since, fails_from in (
        ("2026-11-21", date(2026, 12, 21)),
        ("2026-10-22", None),
        ("2026-10-23", date(2026, 11, 22)),
    ):
        result = audited([], rules_of(CARD + f"since: {since}\n"))

        assert {finding.fails_from for finding in result.findings} == {fails_from}
        assert {item.fails_from for item in result.undetermined} == {fails_from}


WIDE = """
teams: {marketing: {side: marketing, lead: cmo}, it: {side: it, lead: cio}}
systems:
  crm: {name: Salesforce Sales Cloud, owner: {business: nobody}, bought: {by: marketing, approved_by: [], how: card}}
  mail: {name: HubSpot Marketing Hub, bought: {by: marketing, approved_by: []}, security: {sso: false, mfa: false}}
  polls: {name: Typeform, security: {sso: false}}
  survey: {name: SurveyMonkey, bought: {how: expense}}
integrations: []
"""
PLAIN = audit_of(WIDE)

some_exceptions = st.builds(
    lambda rule, names, approvers, until, approved: exception(
        rule=rule, patterns=names, approvers=approvers, until=until, approved=approved
    ),
    st.sampled_from([rule.id for rule in builtin_rules()]),
    st.lists(st.sampled_from(["crm", "mail", "polls", "survey", "*", "s*", "no-such"]), min_size=1).map(tuple),
    st.lists(st.sampled_from(["cmo", "cio", "it", "nobody"])).map(tuple),
    st.none() | st.dates(date(2026, 11, 1), date(2028, 1, 1)),
    st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(some_exceptions, max_size=8))
def test_adding_exceptions_never_adds_a_finding_and_never_loses_one(exceptions: list[RuleException]) -> None:
    result = audited(exceptions, builtin_rules(), WIDE)

    shown = [finding.fingerprint for finding in result.findings]
    behind = [item.finding.fingerprint for item in result.excepted]
    assert sorted(shown + behind) == sorted(finding.fingerprint for finding in PLAIN.findings)
    assert [item.rule for item in result.undetermined] == [item.rule for item in PLAIN.undetermined]
    assert [standing.exception for standing in result.exceptions] == exceptions
    assert all(item.exception in exceptions for item in result.excepted)


def test_many_exceptions_to_one_rule_take_time_in_a_line() -> None:
    text = "systems:\n" + "\n".join(f"  s{number}: {{name: S, bought: {{how: card}}}}" for number in range(600))
    every = [exception(subject=f"s{number}") for number in range(600)]
    calls = 0

    class Counting(RuleException):
        def names(self, subject: str) -> bool:
            nonlocal calls
            calls += 1
            return super().names(subject)

    counting = [Counting(**{name: getattr(each, name) for name in RuleException.__slots__}) for each in every]
    result = audited(counting, ONE, text)

    assert len(result.excepted) == 600
    assert calls == 600
