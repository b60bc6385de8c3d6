from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.checks import CHECKS
from stacks import drawn, said, stack_of, systems

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer
    from stackaudit.analysis.stack import Stack

FORM, ERP = "category: form-builder", "category: erp"


def ask(stack: Stack) -> list[Answer]:
    answers = CHECKS["single-points"].ask(
        stack, start=frozenset({"form-builder"}), end=frozenset({"erp"}), levels=frozenset({"high", "critical"})
    )
    return list(answers)


def test_each_single_point_is_judged_by_its_criticality_in_the_order_of_the_way() -> None:
    answers = ask(
        drawn(
            "form -> z",
            "z -> m",
            "m -> a",
            "a -> erp",
            form=FORM,
            erp=ERP,
            z="service: {criticality: low}",
            m="service: {criticality: high}",
        ),
    )

    assert said(answers) == [("fails", "z"), ("passes", "m"), ("undetermined", "a")]
    assert answers[0].values == {"starts": ("The form",), "ends": ("The erp",)}
    assert answers[0].point == "service.criticality"
    assert answers[2].missing == (("a", "service.criticality"),)


def test_two_ways_have_no_single_point() -> None:
    low = "service: {criticality: low}"

    assert said(ask(drawn("form -> a", "a -> erp", "form -> b", "b -> erp", form=FORM, erp=ERP, a=low, b=low))) == []


def test_without_a_start_or_an_end_nothing_is_asked() -> None:
    assert said(ask(drawn("form -> a", form=FORM))) == []
    assert said(ask(drawn("a -> erp", erp=ERP))) == []


def test_without_integrations_nothing_is_asked_where_a_start_or_an_end_is_missing() -> None:
    assert ask(stack_of(systems(form=FORM))) == []
    assert ask(stack_of(systems(erp=ERP))) == []


def test_without_integrations_it_is_open() -> None:
    assert said(ask(stack_of(systems(form=FORM, erp=ERP)))) == [("undetermined", "organization")]
