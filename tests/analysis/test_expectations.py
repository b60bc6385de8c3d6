from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.analysis.expectations import Compiler, RuleFault
from stacks import TODAY, catalogue, thresholds

if TYPE_CHECKING:
    from stackaudit.analysis.kleene import Truth
    from stackaudit.analysis.vocabulary import Facts, Test


def compiled(tests: object, kind: str = "system") -> tuple[Test, Compiler]:
    compiler = Compiler(kind, thresholds(), catalogue().categories, TODAY)
    return compiler.compile(tests, ("expect",)), compiler


def truth(tests: object, facts: Facts) -> Truth:
    test, compiler = compiled(tests)
    assert compiler.faults == []
    return test(facts)


def faults(tests: object, kind: str = "system") -> list[RuleFault]:
    return compiled(tests, kind)[1].faults


def test_no_tests_hold_for_everything() -> None:
    assert truth({}, {}) is True


@pytest.mark.parametrize(
    ("facts", "holds"),
    [
        ({"lifecycle": "live", "security.sso": True}, True),
        ({"lifecycle": "live", "security.sso": False}, False),
        ({"lifecycle": "live"}, None),
        ({"lifecycle": "retired"}, False),
        ({"security.sso": False}, False),
        ({}, None),
    ],
)
def test_all_tests_of_a_mapping_must_hold(facts: Facts, holds: Truth) -> None:
    assert truth({"lifecycle": "live", "security.sso": True}, facts) is holds


@pytest.mark.parametrize(
    ("facts", "holds"),
    [
        ({"security.sso": True}, True),
        ({"security.mfa": True}, True),
        ({"security.sso": False, "security.mfa": False}, False),
        ({"security.sso": False}, None),
        ({}, None),
    ],
)
def test_one_alternative_is_enough(facts: Facts, holds: Truth) -> None:
    assert truth({"any": [{"security.sso": True}, {"security.mfa": True}]}, facts) is holds


def test_several_tests_of_one_fact_hold_together() -> None:
    tests = {"cost.seats": {"at-least": 2, "at-most": 4}}

    assert [truth(tests, {"cost.seats": seats}) for seats in (1, 2, 4, 5)] == [False, True, True, False]


def test_a_list_of_values_is_short_for_one_of_them() -> None:
    assert truth({"lifecycle": ["live", "retiring"]}, {"lifecycle": "retiring"}) is True
    assert truth({"lifecycle": ["live", "retiring"]}, {"lifecycle": "retired"}) is False


def test_a_setting_stands_for_its_value() -> None:
    tests = {"security.admins": {"at-most": {"setting": "most-admins"}}}

    assert [truth(tests, {"security.admins": admins}) for admins in (5, 6)] == [True, False]


def test_a_setting_of_a_duration_counts_in_days() -> None:
    tests = {"verified.on": {"within": {"setting": "verification-age"}}}

    assert [truth(tests, {"verified.on": date(2025, 11, day)}) for day in (21, 20)] == [True, False]


def test_only_tests_that_can_stay_open_are_noted_as_waiting_for_their_fact() -> None:
    _, compiler = compiled(
        {
            "lifecycle": "live",
            "cost.annual": {"present": True},
            "any": [{"security.sso": True}, {"name": {"not": "x"}}],
        },
    )

    assert list(compiler.asked) == ["lifecycle", "security.sso", "name"]


@pytest.mark.parametrize(
    ("tests", "path", "message", "advice"),
    [
        (
            {"lifecicle": "live"},
            ("expect", "lifecicle"),
            "a system has no fact `lifecicle`",
            "Did you mean `lifecycle`?",
        ),
        (
            {"xyz": 1},
            ("expect", "xyz"),
            "a system has no fact `xyz`",
            "See the facts that rules can ask for with `stackaudit rules facts`.",
        ),
        (
            {"cost.annual": {"at-leest": 3}},
            ("expect", "cost.annual", "at-leest"),
            "there is no test `at-leest`",
            "Did you mean `at-least`?",
        ),
        (
            {"security.admins": {"at-most": {"setting": "most-admin"}}},
            ("expect", "security.admins", "at-most"),
            "there is no setting `most-admin`",
            "Did you mean `most-admins`?",
        ),
        (
            {"security.admins": {"at-most": {"setting": ["most-admins"]}}},
            ("expect", "security.admins", "at-most"),
            "there is no setting `['most-admins']`",
            "Did you mean `most-admins`?",
        ),
        (
            {"lifecycle": "lives"},
            ("expect", "lifecycle", "equals"),
            "`lifecycle` is never `lives`",
            "Did you mean `live`?",
        ),
        (
            {"category": ["crm", "marketing-automatoin"]},
            ("expect", "category", "in"),
            "`category` is never `marketing-automatoin`",
            "Did you mean `marketing-automation`?",
        ),
        (
            {"security.encrypted": {"includes": "in-transitt"}},
            ("expect", "security.encrypted", "includes"),
            "`security.encrypted` is never `in-transitt`",
            "Did you mean `in-transit`?",
        ),
        (
            {"security.sso": "yes"},
            ("expect", "security.sso", "equals"),
            "`security.sso` is true or false",
            "Write `true` or `false`.",
        ),
        (
            {"verified.on": {"within": "a year"}},
            ("expect", "verified.on", "within"),
            "expected a duration",
            "Such as 90d or 2y.",
        ),
        (
            {"cost.annual": {"at-least": "much"}},
            ("expect", "cost.annual", "at-least"),
            "expected a number",
            "Write a number.",
        ),
        (
            {"cost.annual": {"at-least": True}},
            ("expect", "cost.annual", "at-least"),
            "expected a number",
            "Write a number.",
        ),
        (
            {"cost.annual": {"present": "yes"}},
            ("expect", "cost.annual", "present"),
            "expected a flag",
            "Write true.",
        ),
        (
            {"lifecycle": {"in": "live"}},
            ("expect", "lifecycle", "in"),
            "expected a list of values",
            "Such as [card, expense].",
        ),
        ({"lifecycle": []}, ("expect", "lifecycle", "in"), "expected a list of values", "Such as [card, expense]."),
        ({"name": {"equals": ["a"]}}, ("expect", "name", "equals"), "expected a single value", "Write one value."),
        ({"name": None}, ("expect", "name", "equals"), "expected a single value", "Write one value."),
        (
            {"verified.on": "2026-01-01"},
            ("expect", "verified.on", "equals"),
            "`verified.on` is a date",
            "Ask with within, older-than, due-within or past.",
        ),
        ({"cost.seats": "few"}, ("expect", "cost.seats", "equals"), "`cost.seats` is a number", "Write a number."),
    ],
)
def test_a_wrong_test_is_refused_with_help(
    tests: object, path: tuple[str | int, ...], message: str, advice: str
) -> None:
    assert faults(tests) == [RuleFault(path, message, advice)]


@pytest.mark.parametrize(
    ("fact", "test", "message"),
    [
        ("bought.side", {"includes": "it"}, "`includes` cannot be asked of `bought.side` (text)"),
        ("regions", "eu", "`equals` cannot be asked of `regions` (list)"),
        ("regions", ["eu"], "`in` cannot be asked of `regions` (list)"),
        ("name", {"at-least": 3}, "`at-least` cannot be asked of `name` (text)"),
        ("cost.seats", {"within": "90d"}, "`within` cannot be asked of `cost.seats` (whole number)"),
        ("security.sso", {"matches": "t*"}, "`matches` cannot be asked of `security.sso` (yes or no)"),
        ("owner.business", {"empty": True}, "`empty` cannot be asked of `owner.business` (team)"),
    ],
)
def test_a_test_that_a_fact_of_that_kind_can_never_answer_is_refused(fact: str, test: object, message: str) -> None:
    assert [fault.message for fault in faults({fact: test})] == [message]


def test_the_refusal_names_the_tests_that_fit() -> None:
    (fault,) = faults({"verified.on": {"at-most": 3}})

    assert fault.advice == "Use one of: equals, in, not, not-in, present, within, older-than, due-within, past."


@pytest.mark.parametrize(
    ("tests", "path"),
    [
        ({"any": {"lifecycle": "live"}}, ("expect", "any")),
        ({"any": []}, ("expect", "any")),
        ({"any": [{"any": [{"lifecycle": "live"}]}]}, ("expect", "any", 0, "any")),
    ],
)
def test_alternatives_are_a_list_and_go_one_level_deep(tests: object, path: tuple[str | int, ...]) -> None:
    assert faults(tests) == [
        RuleFault(
            path,
            "`any` holds a list of tests and stands in no other `any`",
            "List alternatives one level deep: any: [{…}, {…}].",
        ),
    ]


@pytest.mark.parametrize(("tests", "path"), [(["live"], ("expect",)), ({"any": ["live"]}, ("expect", "any", 0))])
def test_tests_are_a_mapping(tests: object, path: tuple[str | int, ...]) -> None:
    assert faults(tests) == [
        RuleFault(path, "tests are a mapping of facts", "Such as {lifecycle: live}."),
    ]


def test_every_fault_is_told_at_once_with_its_path() -> None:
    wrong = faults(
        {
            "lifecicle": "live",
            "security.sso": "yes",
            "any": [{"lifecycle": "live"}, {"name": {"equals": 3, "matchs": "x"}, "cost": 3}],
            "cost.annual": {"at-least": "x", "at-most": "y"},
        },
    )

    assert [fault.path for fault in wrong] == [
        ("expect", "lifecicle"),
        ("expect", "security.sso", "equals"),
        ("expect", "any", 1, "name", "matchs"),
        ("expect", "any", 1, "cost"),
        ("expect", "cost.annual", "at-least"),
        ("expect", "cost.annual", "at-most"),
    ]


def test_each_kind_of_subject_has_its_own_facts() -> None:
    assert [fault.message for fault in faults({"from.lifecycle": "live"}, "system")] == [
        "a system has no fact `from.lifecycle`"
    ]
    assert faults({"from.lifecycle": "live"}, "integration") == []


TESTS: list[dict[str, object]] = [
    {"lifecycle": "live"},
    {"lifecycle": {"not": "live"}},
    {"lifecycle": ["live", "sandbox"]},
    {"security.sso": True},
    {"security.sso": {"not": True}},
    {"cost.seats": {"at-least": 3}},
    {"cost.seats": {"at-most": 3}},
    {"verified.on": {"within": "90d"}},
    {"verified.on": {"older-than": "90d"}},
    {"verified.on": {"past": False}},
    {"bought.approved_sides": {"includes": "it"}},
    {"bought.approved_sides": {"excludes": "it"}},
    {"bought.approved_sides": {"includes-any": ["it", "sales"]}},
    {"bought.approved_sides": {"empty": False}},
    {"any": [{"security.sso": True}, {"lifecycle": "sandbox", "cost.seats": {"at-most": 1}}]},
]

VALUES: dict[str, st.SearchStrategy[object]] = {
    "lifecycle": st.sampled_from(["live", "sandbox", "retired"]),
    "security.sso": st.booleans(),
    "cost.seats": st.integers(0, 5),
    "verified.on": st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    "bought.approved_sides": st.lists(st.sampled_from(["it", "sales", "service"])).map(tuple),
}


@given(
    st.lists(st.sampled_from(TESTS), max_size=4).map(lambda tests: {k: v for test in tests for k, v in test.items()}),
    st.fixed_dictionaries({}, optional=VALUES),
    st.fixed_dictionaries(VALUES),
)
def test_a_further_fact_never_changes_what_was_decided(
    tests: dict[str, object], known: dict[str, object], learned: dict[str, object]
) -> None:
    before = truth(tests, known)
    after = truth(tests, {**learned, **known})

    assert after is not None
    assert before in (None, after)


@given(st.sampled_from(TESTS), st.sampled_from(TESTS), st.fixed_dictionaries({}, optional=VALUES))
def test_the_order_of_tests_does_not_matter(
    one: dict[str, object], other: dict[str, object], facts: dict[str, object]
) -> None:
    assert truth({**one, **other}, facts) is truth({**dict(reversed(other.items())), **one, **other}, facts)


def test_every_pair_of_tests_compiles_without_fault() -> None:
    assert [faults({**one, **other}) for one, other in product(TESTS, TESTS) if faults({**one, **other})] == []
