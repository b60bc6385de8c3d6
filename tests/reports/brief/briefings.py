"""Briefings that fill every chapter, in which all names that strangers write are one text."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from reports.nasty import TAME, renamed
from stackaudit.analysis.auditing import audit
from stackaudit.analysis.briefing import briefing_of
from stackaudit.analysis.changing import State, changes_between
from stackaudit.analysis.questions import compile_rules
from stackaudit.model.documents import Document, Entry
from stackaudit.model.exceptions import RuleException
from stacks import TODAY, builtin_rules, catalogue, rules_of, stack_of, thresholds

if TYPE_CHECKING:
    from stackaudit.model.briefing import Briefing

_BEFORE = """
organization: {name: tame, currency: EUR, regions: [eu], revenue: 9_000_000}
teams:
  crew: {name: tame, side: sales, lead: tame}
systems:
  crm: {name: tame crm, category: crm, owner: {business: crew}, cost: {annual: 9_000}, regions: [eu]}
integrations: []
"""

_NOW = """
organization: {name: tame, currency: EUR, regions: [eu], revenue: 9_000_000, spend: {it: 100_000}}
teams:
  crew: {name: tame, side: sales, lead: tame}
  ads: {name: tame ads, side: marketing, lead: tame}
  it: {side: it}
data:
  customer: {name: tame, owner: {business: ads}, definition: tame}
  consent: {name: tame, owner: {business: nobody}}
governance:
  roadmap:
    owners: [ads]
    items: [{name: tame, starts: 2026-01-01, ends: 2029-01-01, cost: 9_000_000, first_delivery: false}]
systems:
  crm:
    {name: tame crm, category: crm, owner: {business: crew, technical: it}, cost: {annual: 12_000, renews: 2027-01-10,
     notice: 30d, auto_renews: true}, regions: [eu, tame], data: {categories: [contact], subjects: [customer],
     master_of: [customer]}, security: {sso: false, mfa: false}}
  mail:
    {name: tame mail, category: marketing-automation, owner: {business: ads},
     bought: {by: ads, approved_by: [], how: card}, cost: {annual: 5_000, seats: 10, seats_used: 2},
     data: {categories: [contact], subjects: [customer], master_of: [customer]},
     privacy: {agreement: false}, security: {sso: false, reviewed: false}}
  letter:
    {name: tame, category: marketing-automation, owner: {business: tame}, cost: {annual: {amount: 5, currency: USD}}}
  desk: {name: tame desk, category: service-desk}
  old: {name: tame old, lifecycle: retired, cost: {annual: 700}}
  odd: {name: tame odd}
integrations:
  - {from: crm, to: mail, name: tame, method: file, runs: monthly, data: [contact], owner: nobody}
"""

_TRACES = """
- {paid: tame, on: 2026-10-02, amount: 30, team: tame, payer: "**1"}
- {paid: Miro, on: 2026-10-02, amount: 30, team: tame}
- {signed_in: tame mail, users: 4}
- {signed_in: Figma, users: 4}
- {listed: Trello}
"""


@cache
def nasty_briefing(text: str, audience: str = "everyone") -> Briefing:
    """A briefing with something in each chapter, for an audience, in which strangers wrote `text` wherever they can.

    That is the organisation, teams, roles, systems, plans, data, ledgers, regions, an exception and a rule of theirs.
    """
    briefing: Briefing = renamed(_tame(audience), text)
    return briefing


@cache
def _tame(audience: str) -> Briefing:
    old, new = _state("tame before", _BEFORE, ""), _state("tame now", _NOW, _TRACES)
    return briefing_of(new.stack, new.audit, audience, changes_between(old, new))


def _state(name: str, inventory: str, traces: str) -> State:
    stack = stack_of(inventory, traces)
    rules = [*(rule for rule in builtin_rules() if rule.id in _ASKED), *rules_of(_RULE)]
    questions = compile_rules(rules, thresholds(), catalogue().categories, "EUR", TODAY)
    return State(name, stack, audit(stack, questions, [_exception("crm"), _exception("nowhere")]))


_ASKED = frozenset(
    """
    shadow-it/bought-without-it shadow-it/paid-by-card shadow-it/signed-in-not-declared shadow-it/listed-not-declared
    integration/crm-automation-not-linked integration/crm-automation-one-way integration/flow-without-owner
    security/no-single-sign-on privacy/no-agreement privacy/region-not-allowed duplicates/two-masters
    governance/roadmap-item-too-dear ownership/data-without-owner portfolio/seats-unused portfolio/notice-near
    """.split()
)

_RULE = """
id: tame
title: tame
severity: critical
why: tame
fix: tame
for: system
where: {id: {in: [crm, mail, odd]}}
expect: {category: payments}
message: "{name}"
"""


def _exception(subject: str) -> RuleException:
    entry = Entry(Document(f"{TAME}/exceptions.yaml", "- {}", None, (2,)), {}, 0, 0)
    return RuleException(f"own/{TAME}", subject, (TAME,), TAME, (TAME, "it"), None, TAME, date(2027, 1, 31), entry)
