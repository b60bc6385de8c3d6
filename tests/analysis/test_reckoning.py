from __future__ import annotations

from stackaudit.analysis.link_health import crm_links_of
from stackaudit.analysis.owning import ownership_of
from stackaudit.analysis.reckoning import scorecard
from stackaudit.analysis.spending import spending_of
from stackaudit.model.scorecard import Scorecard
from stacks import audit_of, stack_of

STACK = """
systems:
  crm: {name: Pipedrive, owner: {business: sales}, cost: {annual: 9}}
  mail: {name: Mailchimp}
integrations: [{from: mail, to: crm}]
"""


def test_a_scorecard_holds_the_audit_the_spend_the_links_and_the_owners() -> None:
    stack, result = stack_of(STACK), audit_of(STACK)

    found = scorecard(stack, result)

    assert found == Scorecard(result, spending_of(stack), crm_links_of(stack), ownership_of(stack))
    assert found.audit is result
