"""Links to the CRM: grades by method and freshness, and what stays open."""

from __future__ import annotations

from itertools import pairwise, permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.analysis.link_health import crm_links_of
from stacks import drawn, stack_of

if TYPE_CHECKING:
    from stackaudit.analysis.stack import Stack

CRM, MAIL, HOOK, FORMS, HUB = (
    "category: crm",
    "category: email-marketing",
    "category: webinars",
    "category: form-builder",
    "category: ipaas",
)
GOOD = "method: api, runs: daily, last_ran: 2026-11-20"


def grades(stack: Stack) -> dict[str, str]:
    """The grade of each system, with both ends where it is open."""
    return {
        link.system.id: link.grade if link.grade != "?" else f"{link.best}-{link.worst}"
        for link in crm_links_of(stack).links
    }


@pytest.mark.parametrize(
    ("stated", "grade"),
    [
        ("method: api, runs: daily, last_ran: 2026-11-20", "A"),
        ("method: native, runs: real-time, last_ran: 2026-11-21", "A"),
        ("method: stream, runs: hourly, last_ran: 2026-11-21", "A"),
        ("method: ipaas, runs: hourly, last_ran: 2026-11-21", "B"),
        ("method: tag, runs: minutes, last_ran: 2026-11-21", "B"),
        ("method: api, runs: weekly, last_ran: 2026-11-16", "C"),
        ("method: ipaas, runs: monthly, last_ran: 2026-11-01", "C"),
        ("method: api, runs: 2d, last_ran: 2026-11-20", "C"),
        ("method: api, runs: daily, last_ran: 2026-10-01", "D"),
        ("method: file, runs: daily, last_ran: 2026-11-21", "D"),
        ("method: manual", "D"),
        ("method: api", "A-D"),
        ("method: ipaas", "B-D"),
        ("method: api, runs: weekly", "C-D"),
        ("runs: daily, last_ran: 2026-11-20", "A-D"),
        ("runs: daily, last_ran: 2026-01-20", "D"),
        ("", "A-D"),
    ],
)
def test_a_link_is_graded_by_method_and_freshness(stated: str, grade: str) -> None:
    stack = drawn(f"mail -> crm {{{stated}}}", crm=CRM, mail=MAIL)

    assert grades(stack) == {"mail": grade}


def test_no_link_is_the_worst() -> None:
    stack = drawn(crm=CRM, mail=MAIL)

    assert grades(stack) == {"mail": "F"}


def test_data_that_only_comes_from_the_crm_does_not_reach_it() -> None:
    links = crm_links_of(drawn(f"crm -> mail {{{GOOD}}}", crm=CRM, mail=MAIL)).links

    assert [(link.grade, link.note, link.path) for link in links] == [
        ("D", "from the CRM only", ("The crm", "The mail"))
    ]


def test_a_two_way_flow_reaches_it() -> None:
    links = crm_links_of(drawn(f"crm <-> mail {{{GOOD}}}", crm=CRM, mail=MAIL)).links

    assert [(link.grade, link.note, link.path) for link in links] == [("A", "", ("The mail", "The crm"))]


@pytest.mark.parametrize(
    ("stated", "note"),
    [
        ("", ""),
        ("method: api, runs: daily, last_ran: 2026-11-20", ""),
        ("method: tag", "over a tag"),
        ("method: ipaas, runs: weekly", "over an integration platform, every 7 days"),
        ("method: file", "by file"),
        ("method: manual", "by hand"),
        ("method: stream, runs: daily, last_ran: 2026-11-11", "8 days late"),
    ],
)
def test_what_keeps_a_grade_from_being_better_is_told(stated: str, note: str) -> None:
    links = crm_links_of(drawn(f"mail -> crm {{{stated}}}", crm=CRM, mail=MAIL)).links

    assert links[0].note == note


def test_a_way_is_as_good_as_its_worst_hop() -> None:
    stack = drawn(f"hook -> hub {{{GOOD}}}", "hub -> crm {method: file}", crm=CRM, hook=HOOK, hub=HUB)

    links = crm_links_of(stack).links

    assert [(link.grade, link.note, link.path) for link in links] == [
        ("D", "by file", ("The hook", "The hub", "The crm")),
    ]


def test_the_best_way_counts() -> None:
    stack = drawn(
        "mail -> crm {method: file}",
        f"mail -> hub {{{GOOD}}}",
        f"hub -> crm {{{GOOD}}}",
        crm=CRM,
        mail=MAIL,
        hub=HUB,
    )

    assert grades(stack) == {"mail": "A"}


def test_the_best_of_several_flows_counts() -> None:
    stack = drawn("mail -> crm {method: file}", f"mail -> crm {{{GOOD}}}", crm=CRM, mail=MAIL)

    assert grades(stack) == {"mail": "A"}


def test_marketing_automation_passes_leads_on_and_other_systems_do_not() -> None:
    flows = (
        f"hook -> auto {{{GOOD}}}",
        f"forms -> mail {{{GOOD}}}",
        f"auto -> crm {{{GOOD}}}",
        f"mail -> crm {{{GOOD}}}",
    )
    stack = drawn(*flows, crm=CRM, hook=HOOK, forms=FORMS, mail=MAIL, auto="category: marketing-automation")

    assert grades(stack) == {"auto": "A", "mail": "A", "hook": "A", "forms": "F"}


def test_a_system_on_the_way_of_which_nobody_knows_what_it_is_leaves_the_grade_open() -> None:
    stack = drawn(f"mail -> thing {{{GOOD}}}", f"thing -> crm {{{GOOD}}}", crm=CRM, mail=MAIL)

    found = crm_links_of(stack)

    assert grades(stack) == {"mail": "A-F"}
    assert found.links[0].missing == (("thing", "category"),)
    assert [subject.id for subject in found.unsorted] == ["thing"]


def test_a_known_way_bounds_a_grade_from_below() -> None:
    stack = drawn(
        "mail -> crm {method: ipaas, runs: daily, last_ran: 2026-11-20}",
        "mail -> crm {method: api}",
        crm=CRM,
        mail=MAIL,
    )

    assert grades(stack) == {"mail": "A-B"}


def test_missing_facts_are_named() -> None:
    stack = drawn("mail -> crm {method: api}", crm=CRM, mail=MAIL)

    assert crm_links_of(stack).links[0].missing == (("mail -> crm", "runs"), ("mail -> crm", "last_ran"))


@pytest.mark.parametrize("flow", ["mail -> crm {method: file}", "crm -> mail"])
def test_nothing_is_missing_of_a_grade_that_is_not_open(flow: str) -> None:
    stack = drawn(flow, crm=CRM, mail=MAIL)

    assert grades(stack) == {"mail": "D"}
    assert crm_links_of(stack).links[0].missing == ()


def test_retired_systems_carry_nothing() -> None:
    hub = f"{HUB}, lifecycle: retired"
    stack = drawn(f"mail -> hub {{{GOOD}}}", f"hub -> crm {{{GOOD}}}", crm=CRM, mail=MAIL, hub=hub)

    assert grades(stack) == {"mail": "F"}


def test_only_live_production_systems_of_the_right_jobs_are_graded() -> None:
    stack = drawn(
        crm=CRM,
        staging=f"{FORMS}, environment: staging",
        tried=f"{FORMS}, lifecycle: evaluating",
        old=f"{FORMS}, lifecycle: retired",
        seo="category: seo",
        forms=FORMS,
    )

    assert grades(stack) == {"forms": "F"}


def test_any_of_several_crms_will_do() -> None:
    stack = drawn(f"mail -> two {{{GOOD}}}", one=CRM, two=CRM, mail=MAIL)

    assert grades(stack) == {"mail": "A"}
    assert [subject.id for subject in crm_links_of(stack).crm] == ["one", "two"]


def test_without_a_crm_nothing_is_graded() -> None:
    found = crm_links_of(drawn(mail=MAIL))

    assert (found.crm, found.links) == ((), ())


def test_an_inventory_that_says_nothing_of_links_leaves_every_grade_open() -> None:
    stack = stack_of("systems: {crm: {name: C, category: crm}, mail: {name: M, category: email-marketing}}")

    assert grades(stack) == {"mail": "A-F"}
    assert crm_links_of(stack).links[0].missing == (("inventory", "integrations"),)


def test_the_worst_come_first() -> None:
    stack = drawn(f"mail -> crm {{{GOOD}}}", "hook -> crm {method: file}", crm=CRM, mail=MAIL, hook=HOOK, forms=FORMS)

    assert list(grades(stack).items()) == [("forms", "F"), ("hook", "D"), ("mail", "A")]


METHODS = {
    "A": GOOD,
    "B": "method: ipaas, runs: daily, last_ran: 2026-11-20",
    "C": "method: api, runs: weekly, last_ran: 2026-11-20",
    "D": "method: file",
}
SYSTEMS = {"crm": CRM, "mail": MAIL, "hub": HUB, "bus": HUB, "forms": FORMS}

flows = st.dictionaries(st.sampled_from(list(permutations(SYSTEMS, 2))), st.sampled_from(sorted(METHODS)), max_size=10)


def best_way(links: dict[tuple[str, str], str], start: str) -> str:
    """The grade of the best of all ways to the CRM, each walked to its end."""
    ways = ((start, *hops, "crm") for count in range(3) for hops in permutations(("hub", "bus"), count))
    found = [max(links[hop] for hop in pairwise(way)) for way in ways if all(hop in links for hop in pairwise(way))]
    return min(found, default="")


@given(flows)
def test_a_grade_is_that_of_the_best_of_all_ways(links: dict[tuple[str, str], str]) -> None:
    stack = drawn(*(f"{a} -> {b} {{{METHODS[grade]}}}" for (a, b), grade in links.items()), **SYSTEMS)
    backwards = {(b, a): grade for (a, b), grade in links.items()}

    expected = {s: best_way(links, s) or ("D" if best_way(backwards, s) else "F") for s in ("mail", "forms")}

    assert grades(stack) == expected
