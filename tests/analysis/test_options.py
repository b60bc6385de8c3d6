from __future__ import annotations

import pytest

from stackaudit.analysis.expectations import Compiler, RuleFault
from stackaudit.analysis.options import Option, Station, Takes, read_options
from stacks import TODAY, catalogue, thresholds

TABLE = {
    "of": Option(Takes.CATEGORIES, "The job.", frozenset({"cms"})),
    "each": Option(Takes.STATIONS, "The stations.", ()),
    "levels": Option(Takes.WORDS, "The levels.", frozenset({"high"}), ("low", "high")),
    "the-way": Option(Takes.WORD, "The way.", "either", ("to", "from", "either")),
    "most": Option(Takes.NUMBER, "The most.", 20),
    "strict": Option(Takes.FLAG, "Whether.", False),
}
DEFAULTS = {name.replace("-", "_"): option.default for name, option in TABLE.items()}


def read(stated: dict[str, object], table: dict[str, Option] = TABLE) -> tuple[dict[str, object], list[RuleFault]]:
    compiler = Compiler("system", thresholds(), catalogue().categories, TODAY)
    options, faults = read_options(table, stated, compiler)
    return options, [*compiler.faults, *faults]


def test_what_a_rule_does_not_state_has_its_default() -> None:
    assert read({}) == (DEFAULTS, [])


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("of", "crm", frozenset({"crm"})),
        ("of", ["crm", "cdp"], frozenset({"crm", "cdp"})),
        ("of", [], frozenset()),
        ("each", {"the CRM": "crm"}, (Station("the CRM", frozenset({"crm"})),)),
        (
            "each",
            {"b": ["erp", "billing"], "a": "crm"},
            (Station("b", frozenset({"erp", "billing"})), Station("a", frozenset({"crm"}))),
        ),
        ("levels", ["low", "high"], frozenset({"low", "high"})),
        ("the-way", "from", "from"),
        ("most", 30.5, 30.5),
        ("most", {"setting": "marketing-share"}, 20),
        ("strict", True, True),
    ],
)
def test_an_option_is_read_as_its_check_takes_it(name: str, raw: object, value: object) -> None:
    assert read({name: raw}) == ({**DEFAULTS, name.replace("-", "_"): value}, [])


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("of", "crmm", "`of` takes categories, and `crmm` is none; did you mean `crm`?"),
        ("of", ["crm", "qqq"], "`of` takes categories, and `qqq` is none"),
        ("of", [["crm"]], "`of` takes categories, and `['crm']` is none"),
        ("of", {"the CRM": "crm"}, "`of` takes categories, and `{'the CRM': 'crm'}` is none"),
        ("of", 3, "`of` takes categories, and `3` is none"),
        ("each", {"the CRM": "crmm"}, "`each` takes names with categories"),
        ("each", "crm", "`each` takes names with categories"),
        ("each", {}, "`each` takes names with categories"),
        ("levels", ["low", "lower"], "`levels` takes words out of low, high"),
        ("the-way", "back", "`the-way` takes word out of to, from, either"),
        ("most", "many", "`most` takes number"),
        ("most", True, "`most` takes number"),
        ("strict", "yes", "`strict` takes flag"),
    ],
)
def test_a_wrong_value_is_refused_with_what_the_option_means(name: str, raw: object, message: str) -> None:
    assert read({name: raw})[1] == [RuleFault(("with", name), message, TABLE[name].about)]


def test_a_setting_that_does_not_exist_is_refused_with_the_nearest() -> None:
    _, faults = read({"most": {"setting": "marketing-shar"}})

    assert faults == [
        RuleFault(("with", "most"), "there is no setting `marketing-shar`", "Did you mean `marketing-share`?"),
    ]


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("mosst", "Did you mean `most`?"),
        ("qqq", "Options of this check: of, each, levels, the-way, most, strict."),
    ],
)
def test_an_unknown_option_is_refused_with_the_known_ones(name: str, advice: str) -> None:
    assert read({name: 1}) == (
        DEFAULTS,
        [RuleFault(("with", name), f"this check has no option `{name}`", advice)],
    )


def test_a_check_without_options_says_so() -> None:
    _, faults = read({"of": "crm"}, {})

    assert [fault.advice for fault in faults] == ["Options of this check: none."]


def test_an_option_without_default_must_be_stated() -> None:
    table = {"of": Option(Takes.CATEGORIES, "The job.")}

    assert read({}, table)[1] == [RuleFault((), "the check needs the option `of`", "The job.")]
    assert read({"of": "crm"}, table) == ({"of": frozenset({"crm"})}, [])


def test_an_option_that_must_be_stated_may_not_be_empty() -> None:
    table = {"of": Option(Takes.CATEGORIES, "The job.")}

    assert read({"of": []}, table)[1] == [
        RuleFault(("with", "of"), "`of` takes categories, and names none", "The job.")
    ]


def test_every_fault_is_told_at_once() -> None:
    _, faults = read({"of": "crmm", "mosst": 1, "strict": "yes"})

    assert [fault.path for fault in faults] == [("with", "of"), ("with", "mosst"), ("with", "strict")]


WEIGHTS = {"facts": Option(Takes.WEIGHTS, "Facts of systems, each with its weight.")}


def test_weights_are_read_by_fact() -> None:
    options, faults = read({"facts": {"owner.business": 4, "cost.paid": 0.5}}, WEIGHTS)

    assert options == {"facts": {"owner.business": 4, "cost.paid": 0.5}}
    assert faults == []


@pytest.mark.parametrize(
    "raw", [{}, [], "owner.business", {"owner.busines": 4}, {"owner.business": 0}, {"owner.business": "much"}]
)
def test_what_is_no_fact_or_weighs_nothing_is_refused(raw: object) -> None:
    _, (fault,) = read({"facts": raw}, WEIGHTS)

    assert fault.message == "`facts` takes facts of systems with weights"
    assert fault.path == ("with", "facts")
