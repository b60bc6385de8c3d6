"""Chapters where there is little to tell: they say so, and never that all is well."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from stackaudit.analysis.auditing import audit
from stackaudit.analysis.briefing import briefing_of
from stackaudit.analysis.changing import State, changes_between
from stackaudit.analysis.questions import compile_rules
from stackaudit.model.briefing import AUDIENCES
from stackaudit.model.documents import Document, Entry
from stackaudit.model.exceptions import RuleException
from stackaudit.reports.brief.changes import changes_chapter
from stackaudit.reports.brief.evidence import evidence_chapter
from stackaudit.reports.brief.exceptions import exceptions_chapter
from stackaudit.reports.brief.findings import findings_chapter
from stackaudit.reports.brief.for_you import for_you
from stackaudit.reports.brief.gaps import gaps_at_a_glance, gaps_chapter
from stackaudit.reports.brief.links import links_chapter
from stackaudit.reports.brief.ownership import ownership_chapter
from stackaudit.reports.brief.protection import protection_chapter
from stackaudit.reports.brief.questions import questions_chapter
from stackaudit.reports.brief.renewals import renewals_chapter
from stackaudit.reports.brief.spending import spending_chapter
from stacks import TODAY, builtin_rules, catalogue, stack_of, thresholds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stackaudit.model.briefing import Briefing

_TEAMS = "teams: {it: {side: it, lead: cio}, web: {name: Web, side: marketing}}\n"


def state(inventory: str, *asked: str, traces: str = "", exceptions: Iterable[RuleException] = ()) -> State:
    stack = stack_of(inventory, traces)
    rules = [rule for rule in builtin_rules() if rule.id in asked]
    questions = compile_rules(rules, thresholds(), catalogue().categories, "EUR", TODAY)
    return State("now", stack, audit(stack, questions, exceptions))


def briefing(inventory: str, *asked: str, audience: str = "everyone", traces: str = "") -> Briefing:
    now = state(inventory, *asked, traces=traces)
    return briefing_of(now.stack, now.audit, audience)


@cache
def bare() -> Briefing:
    """A system of which nothing is stated, and of which nothing was asked."""
    return briefing("systems: {odd: {name: Odd}}")


def text(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def test_without_gaps_the_open_questions_are_pointed_at() -> None:
    assert text(gaps_at_a_glance(bare())) == (
        "Nothing that was asked failed. What could not be answered stands under the open questions.\n"
    )
    assert text(gaps_chapter(bare())) == "There is nothing to tell one by one.\n"


def test_without_evidence_nobody_knows_what_else_is_used() -> None:
    assert text(evidence_chapter(bare())).startswith(
        "No evidence was read. Nobody can tell from here what is used besides what is declared.\n"
    )


def test_without_costs_nothing_is_said_about_spend() -> None:
    chapter = text(spending_chapter(bare()))

    assert chapter.startswith("No cost is stated, so nothing can be said about spend.\n")
    assert "Nothing is known that would save money. Where costs are not stated, nobody can tell." in chapter
    assert "mermaid" not in chapter


def test_without_a_crm_no_link_is_graded() -> None:
    assert text(links_chapter(bare())) == "No system in use is known to be a CRM, so no link is graded.\n"


def test_empty_chapters_say_that_they_are() -> None:
    assert text(exceptions_chapter(bare())) == "There are none.\n"
    assert text(questions_chapter(bare())) == "Every question could be answered from what is stated.\n"
    assert text(findings_chapter(bare())) == "Nothing was found.\n"
    assert text(renewals_chapter(bare())) == "No stated contract renews or ends within a year.\n"
    assert text(changes_chapter(bare())) == ""
    assert "No ownership is disputed, as far as stated.\n" in text(ownership_chapter(bare()))
    assert text(protection_chapter(bare())) == (
        "No system in use is known to hold personal data, and nothing was found about security or privacy.\n"
    )


def test_unknown_is_a_question_mark_and_no_is_bold() -> None:
    told = briefing(
        """
        organization: {regions: [eu]}
        systems:
          crm:
            {name: CRM, data: {categories: [contact]}, regions: [eu, us], privacy: {agreement: false},
             security: {sso: false, encrypted: [], reviewed: false}}
          mail:
            {name: Mail, data: {categories: [contact]}, regions: [us],
             privacy: {agreement: 2026-01-02, transfer: standard contractual clauses},
             security: {sso: true, mfa: true, encrypted: [at-rest, in-transit], reviewed: 2026-01-03}}
        """
    )

    rows = [line for line in protection_chapter(told) if line.startswith(("| CRM", "| Mail"))]

    assert rows == [
        "| CRM | yes | eu, **us** | **no** | ? | **no** | **no** | **never** |  |  |",
        "| Mail | yes | us | yes | yes | at rest and in transit | 2026-01-02 | 2026-01-03 |  |  |",
    ]


def test_contracts_tell_when_notice_is_past() -> None:
    told = briefing(
        f"{_TEAMS}organization: {{currency: EUR}}\n"
        "systems:\n"
        "  crm: {name: CRM, cost: {annual: 1200, renews: 2026-12-01, notice: 30d, auto_renews: true}}\n"
        "  mail: {name: Mail, owner: {business: it}, cost: {annual: 5, renews: 2028-12-01, auto_renews: false}}\n"
        "  chat: {name: Chat, cost: {annual: 5}}\n"
    )

    lines = list(renewals_chapter(told))

    assert "| **2026-11-01, past** | 2026-12-01 | CRM | ? | 1\u00a0200 | yes |" in lines
    assert "Later than that: 1 contract. Paid for, and no date stated: 1 system." in lines


def test_an_exception_tells_whether_it_holds() -> None:
    rule = "security/no-single-sign-on"
    now = state(
        f"{_TEAMS}systems: {{crm: {{name: The CRM, security: {{sso: false}}}}, mail: {{name: Mail}}}}",
        rule,
        exceptions=[exception(rule, "crm", date(2027, 1, 31)), exception(rule, "crm", date(2026, 1, 31))],
    )

    rows = [line for line in exceptions_chapter(briefing_of(now.stack, now.audit)) if line.startswith("| 202")]

    assert rows == [
        f"| 2027-01-31 | {rule} | The CRM | We move in spring. (T-1) | it | yes |",
        f"| 2026-01-31 | {rule} | The CRM | We move in spring. (T-1) | it | **no**: it ended on 2026-01-31 |",
    ]


def exception(rule: str, subject: str, until: date) -> RuleException:
    entry = Entry(Document("exceptions.yaml", "- {}", None, (2,)), {}, 0, 0)
    return RuleException(rule, subject, (), "We move in spring.", ("it",), date(2026, 11, 1), "T-1", until, entry)


def test_changes_are_told_from_money_to_regions() -> None:
    before = state("systems: {crm: {name: CRM, cost: {annual: 100}, security: {sso: true}}}", _SSO)._replace(
        name="main"
    )
    after = state(
        """
        systems:
          crm: {name: CRM, cost: {annual: 300}, regions: [us], security: {sso: false}}
          mail: {name: Mail}
        integrations: [{from: crm, to: mail, data: [contact]}]
        """,
        _SSO,
    )

    chapter = text(changes_chapter(briefing_of(after.stack, after.audit, changes=changes_between(before, after))))

    wanted = [
        "Compared: main with now.",
        "Known spend went from 100 to 300 a year.",
        "| security | 100 | 0 to 50 |",
        "### New findings: 1",
        " | CRM is not behind single sign-on. |",
        "- New: 1 system: Mail",
        "| CRM | `cost.annual` | 100 | 300 |",
        "- From CRM to Mail now flows: user.contact",
        "- Data now lives in us: CRM",
    ]
    positions = [chapter.find(each) for each in wanted]
    assert -1 not in positions, wanted[positions.index(-1)]
    assert positions == sorted(positions)


_SSO = "security/no-single-sign-on"


def test_no_change_is_told_as_none() -> None:
    now = state("systems: {crm: {name: CRM}}")

    chapter = text(changes_chapter(briefing_of(now.stack, now.audit, changes=changes_between(now, now))))

    assert chapter == "Compared: now with now.\n\nNothing is different.\n"


_READ = f"""
organization: {{currency: EUR}}
{_TEAMS}
systems:
  crm: {{name: CRM, category: crm, owner: {{technical: it}}, security: {{sso: unknown}}}}
  mail:
    {{name: Mail, category: marketing-automation, data: {{categories: [contact]}}, security: {{sso: false, mfa: false}},
     bought: {{by: web, approved_by: []}}, cost: {{annual: 900, seats: 10, seats_used: 1, renews: 2026-12-20}}}}
integrations: []
"""


_NO_EVIDENCE = "No evidence was read, so nobody knows what is used besides what is declared."
_CONTRACT = "1 contract can be left, renew or end within three months, for EUR\u00a0900 a year as far as stated."
_PARAGRAPHS = {
    "everyone": ["1 of the gaps below needs a decision of both sides.", _NO_EVIDENCE, _CONTRACT],
    "cmo": [
        "Systems that meet or win customers and are known to be linked to the CRM: 0 of 1.",
        "Marketing pays EUR\u00a0900 a year for 1 system, as far as stated.",
        "IT has not agreed to 1 system that other sides than IT pay.",
        _CONTRACT,
    ],
    "cio": [
        _NO_EVIDENCE,
        "Nobody is named who keeps 1 system running: Mail.",
        "1 finding on security and links, of which 1 high or critical.",
        "2 questions could not be answered; the list says whom to ask.",
    ],
    "cfo": [
        "Known spend is EUR\u00a0900 a year over 1 stated cost; 1 system without.",
        "Up to EUR\u00a0810 a year could be saved, by the findings listed.",
        _NO_EVIDENCE,
        _CONTRACT,
    ],
    "security": [
        "1 finding on security and privacy, of which 1 high or critical.",
        "1 system holds personal data; a password alone opens Mail.",
        _NO_EVIDENCE,
        "1 question on security and privacy could not be answered.",
    ],
}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_reader_has_a_paragraph(audience: str) -> None:
    told = briefing(_READ, _SSO, "shadow-it/bought-without-it", "portfolio/seats-unused", audience=audience)

    assert for_you(told) == " ".join(_PARAGRAPHS[audience])
