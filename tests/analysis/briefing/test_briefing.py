"""A briefing gathers what the other questions answer, and is the same whatever the order of the inventory."""

from __future__ import annotations

import pytest

from stackaudit.analysis.auditing import audit
from stackaudit.analysis.briefing import briefing_of
from stackaudit.analysis.questions import compile_rules
from stackaudit.analysis.reckoning import scorecard
from stackaudit.model.briefing import AUDIENCES, Briefing
from stackaudit.reports.brief.markdown import markdown_report
from stacks import TODAY, builtin_rules, catalogue, stack_of, thresholds

_SYSTEMS = [
    "  crm: {name: CRM, category: crm, owner: {business: it}, cost: {annual: 900, renews: 2027-01-10}}\n",
    "  mail: {name: Mail, category: email-marketing, bought: {by: web, approved_by: [], how: card}}\n",
    "  chat: {name: Chat, category: chat, security: {sso: false}}\n",
]


def briefing(systems: list[str], audience: str = "everyone") -> Briefing:
    stack = stack_of(
        "organization: {name: Testers, currency: EUR}\n"
        "teams: {it: {side: it}, web: {side: marketing}}\n"
        f"systems:\n{''.join(systems)}"
        "integrations: [{from: mail, to: crm, method: file}]\n",
        "- {paid: Miro, on: 2026-10-02, amount: 30, team: web}",
    )
    questions = compile_rules(builtin_rules(), thresholds(), catalogue().categories, "EUR", TODAY)
    return briefing_of(stack, audit(stack, questions), audience)


def test_a_briefing_holds_the_scorecard_of_its_audit() -> None:
    stack = stack_of("systems: {crm: {name: CRM, category: crm}}")
    result = audit(stack, compile_rules(builtin_rules(), thresholds(), catalogue().categories, "EUR", TODAY))

    told = briefing_of(stack, result)

    assert told.audit is result
    assert told.card == scorecard(stack, result)
    assert (told.audience, told.changes, told.reconciliation) == ("everyone", None, None)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_order_of_the_inventory_changes_no_word(audience: str) -> None:
    straight, turned = briefing(_SYSTEMS, audience), briefing(_SYSTEMS[::-1], audience)

    assert markdown_report(straight) == markdown_report(turned)
