"""Sheets of systems: what is found, open, sent and received."""

from __future__ import annotations

from stackaudit.analysis.auditing import audit
from stackaudit.analysis.briefing.describing import sheets_of
from stackaudit.analysis.questions import compile_rules
from stackaudit.model.audit import SubjectName
from stacks import TODAY, builtin_rules, catalogue, stack_of, thresholds


def test_a_sheet_holds_what_concerns_its_system_and_its_flows() -> None:
    stack = stack_of(
        """
        systems:
          crm: {name: Zeta, security: {sso: false}}
          mail: {name: alpha}
          old: {name: Beta, lifecycle: retired}
        integrations: [{from: crm, to: mail, method: file, runs: daily}]
        """,
        "- {signed_in: alpha, users: 4}",
    )
    rules = [each for each in builtin_rules() if each.id in ("security/no-single-sign-on", "integration/flow-by-hand")]
    questions = compile_rules(rules, thresholds(), catalogue().categories, "EUR", TODAY)

    sheets = sheets_of(stack, audit(stack, questions))

    mail, crm, old = sheets
    assert [sheet.system.id for sheet in sheets] == ["mail", "crm", "old"]
    assert [finding.rule for finding in crm.findings] == ["integration/flow-by-hand", "security/no-single-sign-on"]
    assert [finding.rule for finding in mail.findings] == ["integration/flow-by-hand"]
    assert [item.rule for item in mail.undetermined] == ["security/no-single-sign-on"]
    assert [(flow.id, other) for flow, other in crm.sent] == [("crm -> mail", SubjectName("system", "mail", "alpha"))]
    assert [(flow.id, other) for flow, other in mail.received] == [
        ("crm -> mail", SubjectName("system", "crm", "Zeta"))
    ]
    assert mail.tool is not None
    assert mail.tool.systems == ("mail",)
    assert (old.findings, old.undetermined, old.sent, old.received) == ((), (), (), ())
    assert old.tool is not None
    assert old.tool.standing == "unshown"


def test_a_flow_from_a_system_to_itself_is_found_once() -> None:
    stack = stack_of("""
    systems: {crm: {name: CRM}}
    integrations: [{from: crm, to: crm, method: file, runs: daily}]
    """)
    rules = [each for each in builtin_rules() if each.id == "integration/flow-by-hand"]
    questions = compile_rules(rules, thresholds(), catalogue().categories, "EUR", TODAY)

    (sheet,) = sheets_of(stack, audit(stack, questions))

    assert [finding.rule for finding in sheet.findings] == ["integration/flow-by-hand"]
