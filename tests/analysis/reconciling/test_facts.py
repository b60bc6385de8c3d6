from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.analysis.auditing import audit
from stackaudit.analysis.questions import compile_rules
from stacks import TODAY, audit_of, builtin_rules, catalogue, stack_of, thresholds

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit
    from stackaudit.model.inventory import Subject

CRM = "systems: {crm: {name: Our CRM}}"


def subject(traces: str, inventory: str = CRM) -> Subject:
    (found,) = stack_of(inventory, traces).inventory.tools
    return found


def audited(inventory: str, traces: str) -> Audit:
    questions = compile_rules(builtin_rules(), thresholds(), catalogue().categories, "EUR", TODAY)
    return audit(stack_of(inventory, traces), questions)


def test_what_no_file_could_tell_is_unknown_and_not_false() -> None:
    facts = subject("[{signed_in: Miro, users: 3}]").facts

    assert "paid.found" not in facts
    assert "seen.found" not in facts
    assert facts["signed_in.found"] is True


def test_whether_a_tool_is_paid_for_is_unknown_while_a_guess_may_be_its_payment() -> None:
    stack = stack_of(CRM, "[{signed_in: Miro, users: 3}, {paid: MIRO 4411, amount: 3, on: 2026-10-01}]")

    (miro,) = stack.inventory.tools

    assert "paid.found" not in miro.facts


def test_what_a_ledger_does_not_show_is_not_paid() -> None:
    stack = stack_of(CRM, "[{signed_in: Miro, users: 3}, {paid: shell kings 587, amount: 3}]")

    (miro,) = stack.inventory.tools

    assert miro.facts["paid.found"] is False


def test_the_trace_that_weighs_most_shows_a_tool() -> None:
    facts = subject("[{listed: Miro}, {signed_in: Miro}, {paid: MIRO.COM, amount: 1}]").facts

    assert facts["shown_by"] == "payment"
    assert facts["sources"] == ("paid", "signed in", "listed")


def test_the_worst_class_of_access_counts() -> None:
    facts = subject(
        "[{granted: Calendly, risk: read, scopes: [a]}, {granted: Calendly, risk: modify, scopes: [b]}]"
    ).facts

    assert facts["granted.risk"] == "modify"
    assert facts["granted.scopes"] == ("a", "b")


def test_a_finding_points_at_the_line_of_evidence_and_at_the_inventory() -> None:
    inventory = """
        systems:
          mail:
            name: Mailchimp
            bought: {by: web}
    """
    traces = """[
        {paid: MAILCHIMP, amount: 10, on: 2026-10-01, team: Web},
        {paid: MAILCHIMP, amount: 10, on: 2026-11-01, team: Events},
        {signed_in: Mailchimp},
    ]"""

    (finding,) = [each for each in audited(inventory, traces).findings if each.rule == "shadow-it/paid-by-two-teams"]

    assert str(finding.place) == "evidence.yaml:4:18"
    assert [(str(each.place), each.note) for each in finding.related] == [
        ("evidence.yaml:5:11", "people sign in to it"),
        ("inventory.yaml:3:3", "declared here as Mailchimp"),
    ]
    assert finding.money == 20


def test_no_evidence_asks_nothing_about_evidence() -> None:
    result = audit_of(CRM)

    told = {*(finding.rule for finding in result.findings), *(each.rule for each in result.undetermined)}
    assert told.isdisjoint(rule.id for rule in builtin_rules() if rule.asks_for == "evidence")
    assert "shadow-it/declared-not-shown" not in told


def test_a_guess_fails_nothing() -> None:
    before, after = (
        audited(CRM, "[{listed: Front door}]"),
        audited(CRM, "[{listed: Front door}, {paid: BOX, amount: 9}]"),
    )

    named = {name.id for finding in after.findings for name in finding.subjects}
    assert "box" not in named
    assert len(before.findings) == len(after.findings)
