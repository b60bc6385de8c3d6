from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.checks import CHECKS
from stacks import drawn, said

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer


def ask(**stated: str) -> list[Answer]:
    answers = CHECKS["counterpart-missing"].ask(
        drawn(**stated), has=frozenset({"marketing-automation"}), needs=frozenset({"crm"})
    )
    return list(answers)


def test_all_that_stand_alone_are_one_finding() -> None:
    (answer,) = ask(b="category: marketing-automation", a="category: marketing-automation", erp="category: erp")

    assert said([answer]) == [("fails", "a", "b")]
    assert answer.values == {"systems": ("The a", "The b")}
    assert (answer.point, answer.note) == ("name", "nothing to work with")


def test_a_capability_is_a_counterpart() -> None:
    assert said(ask(a="category: marketing-automation", suite="category: service-desk, capabilities: [crm]")) == [
        ("passes", "a")
    ]


def test_one_suite_that_does_both_passes() -> None:
    assert said(ask(suite="category: crm, capabilities: [marketing-automation]")) == [("passes", "suite")]


def test_a_retired_counterpart_is_none() -> None:
    assert said(ask(a="category: marketing-automation", crm="category: crm, lifecycle: retired")) == [("fails", "a")]


def test_a_system_of_unknown_purpose_may_be_the_counterpart() -> None:
    (answer,) = ask(a="category: marketing-automation", thing="", old="lifecycle: retired")

    assert said([answer]) == [("undetermined", "a")]
    assert answer.missing == (("thing", "category"),)


def test_where_nothing_does_the_job_nothing_is_asked() -> None:
    assert said(ask(crm="category: crm", thing="")) == []
