from __future__ import annotations

from textwrap import indent

import pytest

from stacks import stack_of

TEAMS = """
teams:
  marketing: {side: marketing, lead: cmo}
  web: {side: marketing, lead: cdo}
  it: {side: it, lead: cio}
  data: {side: it, lead: cdo}
  new: {lead: head-of-new}
"""


def facts_of(governance: str, around: str = "") -> dict[str, object]:
    """The organisation's facts; `governance` is written in YAML's block style, `around` is further sections."""
    stated = f"governance:\n{indent(governance, '  ')}\n" if governance else ""
    return dict(stack_of(f"{stated}{around or 'systems: [HubSpot]'}").organization.facts)


@pytest.mark.parametrize("section", ["joint_group", "liaison", "architect", "roadmap", "survey"])
@pytest.mark.parametrize("word", ["none", "nobody", "false"])
def test_what_is_stated_to_be_none_does_not_exist(section: str, word: str) -> None:
    facts = facts_of(f"{section}: {word}")

    assert facts[f"governance.{section}.exists"] is False


@pytest.mark.parametrize(
    "stated",
    [
        "joint_group: {meets: monthly}",
        "liaison: {name: IT partner, team: nobody}",
        "architect: {team: it}",
        "roadmap: {owners: []}",
        "roadmap: {items: [{name: One customer}]}",
        "survey: {shared_ownership: {it: 70}}",
    ],
)
def test_what_is_described_exists(stated: str) -> None:
    facts = facts_of(stated)

    assert facts[f"governance.{stated.partition(':')[0]}.exists"] is True


def test_a_role_that_nobody_fills_does_not_exist() -> None:
    facts = facts_of("liaison: {team: nobody}")

    assert facts["governance.liaison.exists"] is False


@pytest.mark.parametrize("stated", ["joint_group: unknown", "joint_group: {}", "roadmap: {items: []}", ""])
def test_what_is_not_stated_may_exist(stated: str) -> None:
    facts = facts_of(stated)

    assert [fact for fact in facts if fact.endswith(".exists")] == []


def test_the_sides_of_the_joint_group_are_those_that_its_leads_lead() -> None:
    facts = facts_of("joint_group: {leads: [cmo, cio]}", TEAMS)

    assert facts["governance.joint_group.sides"] == ("marketing", "it")


def test_a_lead_of_two_teams_brings_both_sides() -> None:
    facts = facts_of("joint_group: {leads: cdo}", TEAMS)

    assert facts["governance.joint_group.sides"] == ("it", "marketing")


def test_a_lead_may_be_named_by_the_team() -> None:
    facts = facts_of("joint_group: {leads: [web, it]}", TEAMS)

    assert facts["governance.joint_group.sides"] == ("marketing", "it")


def test_a_lead_of_no_declared_team_leaves_the_sides_open() -> None:
    facts = facts_of("joint_group: {leads: [cmo, agency-owner]}", TEAMS)

    assert facts["governance.joint_group.sides"] == ("marketing", None)


def test_a_lead_of_a_team_without_side_leaves_the_sides_open() -> None:
    facts = facts_of("joint_group: {leads: [head-of-new]}", TEAMS)

    assert facts["governance.joint_group.sides"] == (None,)


@pytest.mark.parametrize("lead", ["", ", lead: nobody", ", lead: unknown"])
def test_an_unknown_lead_is_not_taken_for_that_of_a_team_without_lead(lead: str) -> None:
    facts = facts_of("joint_group: {leads: [cmo, unknown]}", f"{TEAMS}  lab: {{side: sales{lead}}}\n")

    assert facts["governance.joint_group.sides"] == ("marketing", None)


def test_a_further_team_without_side_adds_nothing() -> None:
    facts = facts_of("joint_group: {leads: [cmo]}", f"{TEAMS}  lab: {{lead: cmo}}\n")

    assert facts["governance.joint_group.sides"] == ("marketing",)


def test_nobody_leads_from_no_side() -> None:
    facts = facts_of("joint_group: {leads: []}", TEAMS)

    assert facts["governance.joint_group.sides"] == ()


@pytest.mark.parametrize("section", ["roadmap", "hiring"])
def test_owners_and_choosers_are_known_by_their_sides(section: str) -> None:
    key = {"roadmap": "owners", "hiring": "decided_by"}[section]

    facts = facts_of(f"{section}: {{{key}: [web, data, marketing, new, nobody]}}", TEAMS)

    assert facts[f"governance.{section}.sides"] == ("marketing", "it", None)


@pytest.mark.parametrize("word", ["nobody", "none"])
def test_nobody_owns_from_no_side(word: str) -> None:
    facts = facts_of(f"roadmap: {{owners: [it, {word}]}}", TEAMS)

    assert facts["governance.roadmap.sides"] == ("it",)


@pytest.mark.parametrize(
    ("stated", "lately"),
    [
        ("meets: weekly, last_met: 2026-11-07", True),
        ("meets: weekly, last_met: 2026-11-06", False),
        ("meets: monthly, last_met: 2026-09-20", True),
        ("meets: monthly, last_met: 2026-09-19", False),
        ("last_met: 2026-08-22", True),
        ("last_met: 2026-08-21", False),
        ("meets: weekly, last_met: false", False),
        ("meets: weekly", None),
    ],
)
def test_a_group_has_met_lately_if_it_left_out_one_meeting_at_most(stated: str, lately: bool | None) -> None:
    facts = facts_of(f"joint_group: {{{stated}}}")

    assert facts.get("governance.joint_group.met_lately") is lately


@pytest.mark.parametrize(
    ("governance", "data", "defined"),
    [
        ("customer: {definition: Who has an order.}", "", True),
        ("liaison: none", "data: {customer: {definition: Who has an order.}}", True),
        ("customer: none", "data: {customer: {definition: Who has an order.}}", True),
        ("customer: none", "", False),
        ("customer: {definition: none}", "", False),
        ("customer: {definition: false}", "", False),
        ("customer: {definition: TBD}", "", None),
        ("liaison: none", "data: {customer: {personal: true}}", None),
    ],
)
def test_a_customer_is_defined_by_governance_or_as_a_kind_of_data(
    governance: str,
    data: str,
    defined: bool | None,
) -> None:
    facts = facts_of(governance, f"systems: [HubSpot]\n{data}\n")

    assert facts.get("governance.customer.defined") is defined


CRM = "systems: {crm: {name: CRM, lifecycle: %s}, erp: {name: ERP, lifecycle: %s, data: {master_of: [%s]}}}"


@pytest.mark.parametrize(
    ("governance", "systems", "live"),
    [
        ("customer: {master: crm}", CRM % ("live", "live", "order"), True),
        ("customer: {master: crm}", CRM % ("retiring", "live", "order"), True),
        ("customer: {master: crm}", CRM % ("retired", "live", "customer"), False),
        ("customer: {master: crm}", CRM % ("evaluating", "live", "order"), False),
        ("customer: {master: nobody}", CRM % ("live", "live", "order"), False),
        ("customer: none", CRM % ("live", "live", "order"), False),
        ("liaison: none", CRM % ("live", "live", "customer"), True),
        ("liaison: none", CRM % ("live", "sandbox", "customer"), None),
        ("liaison: none", CRM % ("live", "retired", "customer"), None),
        ("liaison: none", CRM % ("live", "live", "order"), None),
    ],
)
def test_the_master_that_governance_names_counts_before_those_that_claim_to_be_it(
    governance: str,
    systems: str,
    live: bool | None,
) -> None:
    facts = facts_of(governance, systems)

    assert facts.get("governance.customer.master_live") is live


def test_other_systems_in_use_that_claim_the_customer_are_named() -> None:
    claim = "data: {master_of: [customer]}"
    systems = f"""
systems:
  crm: {{name: Our CRM, {claim}}}
  erp: {{name: Our ERP, {claim}}}
  old: {{name: Old CRM, lifecycle: retired, {claim}}}
"""

    facts = facts_of("customer: {master: crm}", systems)

    assert facts["governance.customer.claimants"] == ("Our ERP",)
    assert facts["governance.customer.master_name"] == "Our CRM"
    assert "governance.customer.claimants" not in facts_of("customer: {master: nobody}", systems)


def test_the_gap_is_the_distance_of_both_answers() -> None:
    apart = facts_of("survey: {shared_ownership: {it: 30, marketing: 51}}")
    one = facts_of("survey: {shared_ownership: {it: 30}}")

    assert apart["governance.survey.gap"] == 21
    assert "governance.survey.gap" not in one
