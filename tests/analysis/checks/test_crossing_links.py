from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stackaudit.analysis.checks import CHECKS
from stacks import drawn, said, stack_of, systems

if TYPE_CHECKING:
    from stackaudit.analysis.answers import Answer

OURS, CLOUD = "hosting: on-premises", "hosting: saas"


def ask(*drawings: str, most: float = 0, **stated: str) -> list[Answer]:
    return list(CHECKS["crossing-links"].ask(drawn(*drawings, **stated), most=most))


def test_links_in_both_directions_count_and_each_neighbour_once() -> None:
    (answer,) = ask(
        "erp -> shop {method: api}",
        "shop -> erp {method: file}",
        "crm -> erp {method: native}",
        erp=OURS,
        shop=CLOUD,
        crm=CLOUD,
    )

    assert said([answer]) == [("fails", "erp")]
    assert answer.values == {"count": 2, "systems": ("The crm", "The shop")}
    assert [(hint.subject.id, hint.note) for hint in answer.hints] == [
        ("crm -> erp", "straight to or from The crm"),
        ("erp -> shop", "straight to or from The shop"),
    ]


@pytest.mark.parametrize(
    ("flow", "verdict"),
    [
        ("method: api", "fails"),
        ("method: manual", "fails"),
        ("method: ipaas", "passes"),
        ("method: stream", "passes"),
        ("via: bus", "passes"),
        ("method: api, via: bus", "passes"),
        ("runs: daily", "undetermined"),
    ],
)
def test_what_a_platform_or_a_stream_carries_is_no_direct_link(flow: str, verdict: str) -> None:
    answers = ask(f"erp -> shop {{{flow}}}", erp=OURS, shop=CLOUD, bus=CLOUD)

    assert said(answers) == [(verdict, "erp")]


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        ("hosting: saas", "fails"),
        ("hosting: paas", "fails"),
        ("hosting: agency", "fails"),
        ("hosting: hybrid", "passes"),
        ("brand: x", "undetermined"),
    ],
)
def test_the_cloud_is_wherever_others_run_it(other: str, verdict: str) -> None:
    assert said(ask("erp -> shop {method: api}", erp=OURS, shop=other)) == [(verdict, "erp")]


def test_the_facts_that_would_decide_are_named() -> None:
    (answer,) = ask("erp -> shop {runs: daily}", erp=OURS, shop="brand: x")

    assert answer.missing == (("shop", "hosting"), ("erp -> shop", "method"))


def test_an_unclear_neighbour_that_tips_nothing_leaves_nothing_open() -> None:
    flows = ("erp -> shop {method: api}", "erp -> crm {method: api}")

    assert said(ask(*flows, most=2, erp=OURS, shop=CLOUD, crm="brand: x")) == [("passes", "erp")]
    assert said(ask(*flows, most=1, erp=OURS, shop=CLOUD, crm="brand: x")) == [("undetermined", "erp")]
    assert said(ask(*flows, most=0, erp=OURS, shop=CLOUD, crm="brand: x")) == [("fails", "erp")]


@pytest.mark.parametrize("own", [CLOUD, OURS + ", environment: test", OURS + ", lifecycle: retiring", "brand: x"])
def test_only_live_production_systems_that_we_run_are_asked(own: str) -> None:
    assert ask("erp -> shop {method: api}", erp=own, shop=CLOUD) == []


def test_a_flow_from_a_retired_neighbour_carries_nothing() -> None:
    assert said(ask("old -> erp {method: api}", erp=OURS, old=CLOUD + ", lifecycle: retired")) == [("passes", "erp")]


def test_without_a_word_on_links_it_stays_open() -> None:
    (answer,) = CHECKS["crossing-links"].ask(stack_of(systems(erp=OURS)), most=0)

    assert said([answer]) == [("undetermined", "erp")]
    assert answer.missing == (("inventory", "integrations"),)
