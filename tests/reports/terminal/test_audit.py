from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from stackaudit.reports.terminal import audit_lines, painted, plain, statistics_lines
from stackaudit.reports.terminal.lines import width_of
from stacks import audit_of, rules_of

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit
    from stackaudit.model.rules import Rule

RULES = (
    """\
    id: no-sso
    title: People sign in through single sign-on
    severity:
      - {where: {category: crm}, is: critical}
      - {is: medium}
    why: Nobody can lock a leaver out everywhere at once.
    fix: >-
      Connect it to the organisation's sign-on and state `security.sso`;
      if that cannot be done, look for another product.
    for: system
    where: {lifecycle: live}
    expect: {security.sso: true}
    point: security.sso
    note: people sign in past the organisation's sign-on
    money: cost.annual
    message: "{name} is not behind single sign-on."
    """,
    """\
    id: same-job-twice
    title: Each job is done by one product
    severity: low
    why: Two tools for one job cost twice.
    fix: Choose one.
    check: same-job
    with: {by: category}
    message: "{count} products are for {job}: {systems}."
    """,
    """\
    id: ring-of-syncs
    title: Data does not run in rings
    severity: high
    why: A correction comes back as the old value.
    fix: Cut one flow.
    check: rings
    message: "Data runs in a ring: {ring}."
    """,
)

INVENTORY = """\
organization: {name: Fjordline Outdoor, currency: EUR}
systems:
  crm:
    name: Salesforce Sales Cloud
    category: crm
    cost: {annual: 240_000}
    security: {mfa: true, sso: false}
  polls: {name: Umfragebüro, category: survey, cost: {annual: 1_200}, security: {sso: false}}
  forms: {name: Qualtrics, category: survey, cost: {annual: 9_000}, security: {sso: true}}
  votes: {name: 東京アンケートサービス株式会社, category: survey, cost: {annual: {amount: 5, currency: JPY}}, security: {sso: false}}
  desk: {name: Zendesk, security: {sso: false}}
  erp: {name: Dynamics, category: erp, notes: "a long remark that pushes what matters far to the right of the line", security: {sso: false}}
  hr: {name: Personio}
  pay: {name: Payroll}
integrations:
  - {from: crm, to: erp}
  - {from: erp, to: desk}
  - {from: desk, to: crm}
"""  # noqa: E501 - long lines are what is tested


@cache
def rules() -> list[Rule]:
    return rules_of(*RULES)


@cache
def audit() -> Audit:
    return audit_of(INVENTORY, rules())


def shown(width: int, **options: object) -> str:
    return plain(audit_lines(audit(), width, **options))  # type: ignore[arg-type]


def test_a_report_at_80_columns() -> None:
    assert shown(80) == snapshot("""\
Fjordline Outdoor · 8 systems · 3 integrations · EUR\xa0250\xa0200 a year · 1 file, 18
lines

own/no-sso  critical · EUR\xa0240\xa0000 a year
  Salesforce Sales Cloud is not behind single sign-on.
  inventory.yaml:7:32
    5 │     category: crm
    6 │     cost: {annual: 240_000}
    7 │     security: {mfa: true, sso: false}
      │                                ^ people sign in past the organisation's…
  fix: Connect it to the organisation's sign-on and state `security.sso`; if
       that cannot be done, look for another product.

own/no-sso  medium · EUR\xa01\xa0200 a year
  Umfragebüro is not behind single sign-on.
  inventory.yaml:8:87
    6 │     cost: {annual: 240_000}
    7 │     security: {mfa: true, sso: false}
    8 │ …: {annual: 1_200}, security: {sso: false}}
      │                                     ^ people sign in past the organisat…
  fix: Connect it to the organisation's sign-on and state `security.sso`; if
       that cannot be done, look for another product.

own/ring-of-syncs  high
  Data runs in a ring: Salesforce Sales Cloud → Dynamics → Zendesk → Salesforce
  Sales Cloud.
  inventory.yaml:4:11
    2 │ systems:
    3 │   crm:
    4 │     name: Salesforce Sales Cloud
      │           ^ in the ring
  inventory.yaml:16:5 Salesforce Sales Cloud to Dynamics
  inventory.yaml:18:5 Zendesk to Salesforce Sales Cloud
  inventory.yaml:17:5 Dynamics to Zendesk
  fix: Cut one flow.

own/same-job-twice  low · EUR\xa01\xa0200 a year
  3 products are for surveys: Qualtrics, Umfragebüro and
  東京アンケートサービス株式会社.
  inventory.yaml:9:17
    7 │     security: {mfa: true, sso: false}
    8 │   polls: {name: Umfragebüro, category: survey, cost: {annual: 1_200}, s…
    9 │   forms: {name: Qualtrics, category: survey, cost: {annual: 9_000}, sec…
      │                 ^ surveys
  inventory.yaml:8:17 Umfragebüro too
  inventory.yaml:10:17 東京アンケートサービス株式会社 too
  fix: Choose one.

And more of these (--all shows every one)
      3  own/no-sso  medium

Alignment  low ├──────────────────┤ high
  own       11 ▕██▓▓                ▏  20   7 failed, 3 undetermined
  overall   11 ▕██▓▓                ▏  20   7 failed, 3 undetermined

7 findings: 1 critical, 1 high, 4 medium, 1 low · 3 questions undetermined ·
  EUR\xa0241\xa0200 a year at stake
Not in any total, for want of an exchange rate: costs in JPY.
Most useful facts to add: security.sso (2), category (1)
""")


def test_a_report_at_120_columns() -> None:
    assert shown(120) == snapshot("""\
Fjordline Outdoor · 8 systems · 3 integrations · EUR\xa0250\xa0200 a year · 1 file, 18 lines

own/no-sso  critical · EUR\xa0240\xa0000 a year
  Salesforce Sales Cloud is not behind single sign-on.
  inventory.yaml:7:32
    5 │     category: crm
    6 │     cost: {annual: 240_000}
    7 │     security: {mfa: true, sso: false}
      │                                ^ people sign in past the organisation's sign-on
  fix: Connect it to the organisation's sign-on and state `security.sso`; if that cannot be done, look for another
       product.

own/no-sso  medium · EUR\xa01\xa0200 a year
  Umfragebüro is not behind single sign-on.
  inventory.yaml:8:87
    6 │     cost: {annual: 240_000}
    7 │     security: {mfa: true, sso: false}
    8 │   polls: {name: Umfragebüro, category: survey, cost: {annual: 1_200}, security: {sso: false}}
      │                                                                                       ^ people sign in past the…
  fix: Connect it to the organisation's sign-on and state `security.sso`; if that cannot be done, look for another
       product.

own/ring-of-syncs  high
  Data runs in a ring: Salesforce Sales Cloud → Dynamics → Zendesk → Salesforce Sales Cloud.
  inventory.yaml:4:11
    2 │ systems:
    3 │   crm:
    4 │     name: Salesforce Sales Cloud
      │           ^ in the ring
  inventory.yaml:16:5 Salesforce Sales Cloud to Dynamics
  inventory.yaml:18:5 Zendesk to Salesforce Sales Cloud
  inventory.yaml:17:5 Dynamics to Zendesk
  fix: Cut one flow.

own/same-job-twice  low · EUR\xa01\xa0200 a year
  3 products are for surveys: Qualtrics, Umfragebüro and 東京アンケートサービス株式会社.
  inventory.yaml:9:17
    7 │     security: {mfa: true, sso: false}
    8 │   polls: {name: Umfragebüro, category: survey, cost: {annual: 1_200}, security: {sso: false}}
    9 │   forms: {name: Qualtrics, category: survey, cost: {annual: 9_000}, security: {sso: true}}
      │                 ^ surveys
  inventory.yaml:8:17 Umfragebüro too
  inventory.yaml:10:17 東京アンケートサービス株式会社 too
  fix: Choose one.

And more of these (--all shows every one)
      3  own/no-sso  medium

Alignment  low ├──────────────────┤ high   unknown counted as failing, and as passing
  own       11 ▕██▓▓                ▏  20   7 failed, 3 undetermined
  overall   11 ▕██▓▓                ▏  20   7 failed, 3 undetermined

7 findings: 1 critical, 1 high, 4 medium, 1 low · 3 questions undetermined · EUR\xa0241\xa0200 a year at stake
Not in any total, for want of an exchange rate: costs in JPY.
Most useful facts to add: security.sso (2), category (1)
""")


def test_a_report_for_a_terminal_that_knows_ascii_only() -> None:
    assert plain(audit_lines(audit(), 80), ascii_only=True) == snapshot("""\
Fjordline Outdoor - 8 systems - 3 integrations - EUR 250 200 a year - 1 file, 18
lines

own/no-sso  critical - EUR 240 000 a year
  Salesforce Sales Cloud is not behind single sign-on.
  inventory.yaml:7:32
    5 |     category: crm
    6 |     cost: {annual: 240_000}
    7 |     security: {mfa: true, sso: false}
      |                                ^ people sign in past the organisation's~
  fix: Connect it to the organisation's sign-on and state `security.sso`; if
       that cannot be done, look for another product.

own/no-sso  medium - EUR 1 200 a year
  Umfrageb\\xfcro is not behind single sign-on.
  inventory.yaml:8:87
    6 |     cost: {annual: 240_000}
    7 |     security: {mfa: true, sso: false}
    8 | ~: {annual: 1_200}, security: {sso: false}}
      |                                     ^ people sign in past the organisat~
  fix: Connect it to the organisation's sign-on and state `security.sso`; if
       that cannot be done, look for another product.

own/ring-of-syncs  high
  Data runs in a ring: Salesforce Sales Cloud -> Dynamics -> Zendesk -> Salesforce
  Sales Cloud.
  inventory.yaml:4:11
    2 | systems:
    3 |   crm:
    4 |     name: Salesforce Sales Cloud
      |           ^ in the ring
  inventory.yaml:16:5 Salesforce Sales Cloud to Dynamics
  inventory.yaml:18:5 Zendesk to Salesforce Sales Cloud
  inventory.yaml:17:5 Dynamics to Zendesk
  fix: Cut one flow.

own/same-job-twice  low - EUR 1 200 a year
  3 products are for surveys: Qualtrics, Umfrageb\\xfcro and
  \\u6771\\u4eac\\u30a2\\u30f3\\u30b1\\u30fc\\u30c8\\u30b5\\u30fc\\u30d3\\u30b9\\u682a\\u5f0f\\u4f1a\\u793e.
  inventory.yaml:9:17
    7 |     security: {mfa: true, sso: false}
    8 |   polls: {name: Umfrageb\\xfcro, category: survey, cost: {annual: 1_200}, s~
    9 |   forms: {name: Qualtrics, category: survey, cost: {annual: 9_000}, sec~
      |                 ^ surveys
  inventory.yaml:8:17 Umfrageb\\xfcro too
  inventory.yaml:10:17 \\u6771\\u4eac\\u30a2\\u30f3\\u30b1\\u30fc\\u30c8\\u30b5\\u30fc\\u30d3\\u30b9\\u682a\\u5f0f\\u4f1a\\u793e too
  fix: Choose one.

And more of these (--all shows every one)
      3  own/no-sso  medium

Alignment  low |------------------| high
  own       11 |##++                |  20   7 failed, 3 undetermined
  overall   11 |##++                |  20   7 failed, 3 undetermined

7 findings: 1 critical, 1 high, 4 medium, 1 low - 3 questions undetermined -
  EUR 241 200 a year at stake
Not in any total, for want of an exchange rate: costs in JPY.
Most useful facts to add: security.sso (2), category (1)
""")  # noqa: E501 - characters that are written out are long


def test_a_report_with_every_finding() -> None:
    assert shown(80, show_all=True, quiet=True) == snapshot("""\
own/no-sso  critical · EUR\xa0240\xa0000 a year
  Salesforce Sales Cloud is not behind single sign-on.
  inventory.yaml:7:32
    5 │     category: crm
    6 │     cost: {annual: 240_000}
    7 │     security: {mfa: true, sso: false}
      │                                ^ people sign in past the organisation's…
  fix: Connect it to the organisation's sign-on and state `security.sso`; if
       that cannot be done, look for another product.

own/ring-of-syncs  high
  Data runs in a ring: Salesforce Sales Cloud → Dynamics → Zendesk → Salesforce
  Sales Cloud.
  inventory.yaml:4:11
    2 │ systems:
    3 │   crm:
    4 │     name: Salesforce Sales Cloud
      │           ^ in the ring
  inventory.yaml:16:5 Salesforce Sales Cloud to Dynamics
  inventory.yaml:18:5 Zendesk to Salesforce Sales Cloud
  inventory.yaml:17:5 Dynamics to Zendesk
  fix: Cut one flow.

own/no-sso  medium · EUR\xa01\xa0200 a year
  Umfragebüro is not behind single sign-on.
  inventory.yaml:8:87
    6 │     cost: {annual: 240_000}
    7 │     security: {mfa: true, sso: false}
    8 │ …: {annual: 1_200}, security: {sso: false}}
      │                                     ^ people sign in past the organisat…
  fix: Connect it to the organisation's sign-on and state `security.sso`; if
       that cannot be done, look for another product.

  Zendesk is not behind single sign-on.
  inventory.yaml:11:41
     9 │   forms: {name: Qualtrics, category: survey, cost: {annual: 9_000}, se…
    10 │   votes: {name: 東京アンケートサービス株式会社, category: survey, cost…
    11 │   desk: {name: Zendesk, security: {sso: false}}
       │                                         ^ people sign in past the orga…
  fix: Connect it to the organisation's sign-on and state `security.sso`; if
       that cannot be done, look for another product.

  Dynamics is not behind single sign-on.
  inventory.yaml:12:134
    10 │   votes: {name: 東京アンケートサービス株式会社, category: survey, cost…
    11 │   desk: {name: Zendesk, security: {sso: false}}
    12 │ …ght of the line", security: {sso: false}}
       │                                    ^ people sign in past the organisat…
  fix: Connect it to the organisation's sign-on and state `security.sso`; if
       that cannot be done, look for another product.

  東京アンケートサービス株式会社 is not behind single sign-on.
  inventory.yaml:10:112
     8 │   polls: {name: Umfragebüro, category: survey, cost: {annual: 1_200}, …
     9 │   forms: {name: Qualtrics, category: survey, cost: {annual: 9_000}, se…
    10 │ … currency: JPY}}, security: {sso: false}}
       │                                    ^ people sign in past the organisat…
  fix: Connect it to the organisation's sign-on and state `security.sso`; if
       that cannot be done, look for another product.

own/same-job-twice  low · EUR\xa01\xa0200 a year
  3 products are for surveys: Qualtrics, Umfragebüro and
  東京アンケートサービス株式会社.
  inventory.yaml:9:17
    7 │     security: {mfa: true, sso: false}
    8 │   polls: {name: Umfragebüro, category: survey, cost: {annual: 1_200}, s…
    9 │   forms: {name: Qualtrics, category: survey, cost: {annual: 9_000}, sec…
      │                 ^ surveys
  inventory.yaml:8:17 Umfragebüro too
  inventory.yaml:10:17 東京アンケートサービス株式会社 too
  fix: Choose one.

7 findings: 1 critical, 1 high, 4 medium, 1 low · 3 questions undetermined ·
  EUR\xa0241\xa0200 a year at stake
Not in any total, for want of an exchange rate: costs in JPY.
Most useful facts to add: security.sso (2), category (1)
""")


def test_a_quiet_report() -> None:
    assert shown(80, quiet=True) == snapshot("""\
own/no-sso  critical · EUR\xa0240\xa0000 a year
  Salesforce Sales Cloud is not behind single sign-on.
  inventory.yaml:7:32
    5 │     category: crm
    6 │     cost: {annual: 240_000}
    7 │     security: {mfa: true, sso: false}
      │                                ^ people sign in past the organisation's…
  fix: Connect it to the organisation's sign-on and state `security.sso`; if
       that cannot be done, look for another product.

own/no-sso  medium · EUR\xa01\xa0200 a year
  Umfragebüro is not behind single sign-on.
  inventory.yaml:8:87
    6 │     cost: {annual: 240_000}
    7 │     security: {mfa: true, sso: false}
    8 │ …: {annual: 1_200}, security: {sso: false}}
      │                                     ^ people sign in past the organisat…
  fix: Connect it to the organisation's sign-on and state `security.sso`; if
       that cannot be done, look for another product.

own/ring-of-syncs  high
  Data runs in a ring: Salesforce Sales Cloud → Dynamics → Zendesk → Salesforce
  Sales Cloud.
  inventory.yaml:4:11
    2 │ systems:
    3 │   crm:
    4 │     name: Salesforce Sales Cloud
      │           ^ in the ring
  inventory.yaml:16:5 Salesforce Sales Cloud to Dynamics
  inventory.yaml:18:5 Zendesk to Salesforce Sales Cloud
  inventory.yaml:17:5 Dynamics to Zendesk
  fix: Cut one flow.

own/same-job-twice  low · EUR\xa01\xa0200 a year
  3 products are for surveys: Qualtrics, Umfragebüro and
  東京アンケートサービス株式会社.
  inventory.yaml:9:17
    7 │     security: {mfa: true, sso: false}
    8 │   polls: {name: Umfragebüro, category: survey, cost: {annual: 1_200}, s…
    9 │   forms: {name: Qualtrics, category: survey, cost: {annual: 9_000}, sec…
      │                 ^ surveys
  inventory.yaml:8:17 Umfragebüro too
  inventory.yaml:10:17 東京アンケートサービス株式会社 too
  fix: Choose one.

And more of these (--all shows every one)
      3  own/no-sso  medium

7 findings: 1 critical, 1 high, 4 medium, 1 low · 3 questions undetermined ·
  EUR\xa0241\xa0200 a year at stake
Not in any total, for want of an exchange rate: costs in JPY.
Most useful facts to add: security.sso (2), category (1)
""")


def test_a_report_with_every_open_question() -> None:
    assert shown(80, verbose=True).partition("own/no-sso  undetermined")[2] == snapshot("""\
: Personio (security.sso not stated)
  inventory.yaml:13:3
own/no-sso  undetermined: Payroll (security.sso not stated)
  inventory.yaml:14:3
own/same-job-twice  undetermined: Payroll (category not stated)
  inventory.yaml:14:3

Alignment  low ├──────────────────┤ high
  own       11 ▕██▓▓                ▏  20   7 failed, 3 undetermined
  overall   11 ▕██▓▓                ▏  20   7 failed, 3 undetermined

7 findings: 1 critical, 1 high, 4 medium, 1 low · 3 questions undetermined ·
  EUR\xa0241\xa0200 a year at stake
Not in any total, for want of an exchange rate: costs in JPY.
Most useful facts to add: security.sso (2), category (1)
""")


def test_a_report_that_passes_over_open_questions() -> None:
    assert shown(80, unknown="pass", verbose=True).splitlines()[-2:] == snapshot(
        [
            "7 findings: 1 critical, 1 high, 4 medium, 1 low · EUR\xa0241\xa0200 a year at stake",
            "Not in any total, for want of an exchange rate: costs in JPY.",
        ]
    )


def test_a_report_of_a_stack_without_a_fault() -> None:
    result = audit_of("systems: {crm: {name: Crm, category: crm, security: {sso: true}}}\nintegrations: []", rules())

    assert plain(audit_lines(result, 80)) == snapshot("""\
1 system · 0 integrations · 1 file, 2 lines

Alignment  low ├──────────────────┤ high
  own      100 ▕████████████████████▏ 100
  overall  100 ▕████████████████████▏ 100

0 findings
""")


def test_a_report_where_nothing_was_asked() -> None:
    assert plain(audit_lines(audit_of("teams: {it: {}}", []), 80)) == snapshot("""\
0 systems · 0 integrations · 1 file, 1 line

0 findings
""")


def test_statistics() -> None:
    assert plain(statistics_lines(audit())) == snapshot("""\
  found  undetermined  rule
      5             2  own/no-sso critical
      1             1  own/same-job-twice low
      1             0  own/ring-of-syncs high

""")


def test_statistics_of_nothing_are_nothing() -> None:
    assert statistics_lines(audit_of("teams: {it: {}}", [])) == []


def many(count: int) -> Audit:
    listed = "\n".join(f"  s{number:02}: {{name: S{number:02}, security: {{sso: false}}}}" for number in range(count))
    rule = RULES[0].replace("id: no-sso", "id: no-sso-{}")
    return audit_of(f"systems:\n{listed}", rules_of(*(rule.replace("{}", letter) for letter in "abcdefgh")))


def test_the_worst_are_shown_but_few_of_one_rule_and_the_rest_is_counted() -> None:
    text = plain(audit_lines(many(30), 80))

    assert text.count("is not behind single sign-on.") == 12
    assert text.partition("And more")[2].partition("Alignment")[0] == snapshot("""\
 of these (--all shows every one)
     30  own/no-sso-g  medium
     30  own/no-sso-h  medium
     28  own/no-sso-a  medium
     28  own/no-sso-b  medium
     28  own/no-sso-c  medium
     28  own/no-sso-d  medium
     28  own/no-sso-e  medium
     28  own/no-sso-f  medium

""")


def test_all_shows_every_finding_once() -> None:
    text = plain(audit_lines(many(30), 80, show_all=True))

    assert [text.count(f"S{number:02} is not behind") for number in range(30)] == [8] * 30
    assert "And more" not in text


def test_a_second_finding_of_a_rule_names_the_rule_again_only_where_severity_or_money_differ() -> None:
    text = """\
    systems:
      a: {name: A, category: crm, security: {sso: false}}
      b: {name: B, security: {sso: false}}
      c: {name: C, security: {sso: false}}
      d: {name: D, security: {sso: false}}
    """
    lines = plain(audit_lines(audit_of(text, rules()), 80, show_all=True)).splitlines()

    assert [line for line in lines if line.startswith("own/")] == ["own/no-sso  critical", "own/no-sso  medium"]


SGR = re.compile("\x1b\\[[0-9;]*m")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_painted_and_plain_say_the_same(width: int) -> None:
    lines = audit_lines(audit(), width, verbose=True) + statistics_lines(audit())

    coloured = painted(lines)

    assert SGR.sub("", coloured) == plain(lines)
    assert coloured != plain(lines)


def test_nothing_is_told_by_colour_alone() -> None:
    text = shown(80)

    assert [word for word in ("critical", "high", "medium", "low") if word not in text] == []


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = plain(audit_lines(audit(), width, show_all=True, verbose=True)).splitlines()

    assert [line for line in lines if width_of(line) > width] == []


def test_ascii_only_is_ascii_and_as_many_lines() -> None:
    lines = audit_lines(audit(), 80, show_all=True, verbose=True)

    narrow = plain(lines, ascii_only=True)

    assert narrow.isascii()
    assert narrow.count("\n") == len(lines)


NASTY = st.text(
    st.sampled_from("ab \t\n\r\x00\x07\x08\x1b[31m\x7f\x85\x9b\u00ad\u200b\u200e\u202e\u2066\u2028\ufeff東é"),
    max_size=12,
)


def harmless(text: str) -> bool:
    """Whether nothing in a text could move a cursor, colour, hide or reorder what follows."""
    return re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]", text) is None


@settings(max_examples=60, deadline=None)
@given(NASTY, NASTY, NASTY)
def test_names_notes_and_currencies_cannot_reach_the_terminal(name: str, note: str, currency: str) -> None:
    def quoted(text: str) -> str:
        return json.dumps(f"x{text}")

    result = audit_of(
        f"organization: {{name: {quoted(name)}, currency: {quoted(currency)}}}\n"
        f"systems:\n"
        f"  crm: {{name: {quoted(name)}, category: crm, cost: {{annual: 3}}, security: {{sso: false}}}}\n"
        f"  a: {{name: {quoted(note)}, category: survey}}\n"
        f"  b: {{name: {quoted(name)}, category: survey, notes: {quoted(note)}}}\n"
        "integrations: []\n",
        rules(),
    )

    lines = [*audit_lines(result, 80, show_all=True, verbose=True), *statistics_lines(result)]
    assert harmless(plain(lines))
    assert harmless(plain(lines, ascii_only=True))
    assert harmless(SGR.sub("", painted(lines)))


@settings(max_examples=60, deadline=None)
@given(NASTY)
def test_the_excerpt_of_a_hostile_line_is_harmless(raw: str) -> None:
    comment = re.sub("[\n\r\x85\u2028\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff]", "", raw)
    text = f"systems:\n  # {comment}\n  crm: {{name: Crm, category: crm, security: {{sso: false}}}} # {comment}\n"

    assert harmless(plain(audit_lines(audit_of(text, rules()), 80)))
