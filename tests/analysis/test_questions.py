from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stackaudit.analysis.questions import Question, compile_rules
from stackaudit.model.problems import Problem, Problems
from stackaudit.sources.rulebook import read_rules
from stacks import TODAY, audit_of, builtin_rules, catalogue, rules_of, stack_of, thresholds

if TYPE_CHECKING:
    from pathlib import Path

    from stackaudit.model.rules import Rule

HEAD = """\
id: {id}
title: It holds
severity: high
why: Because.
fix: Mend it.
"""


def rule(identity: str, body: str) -> Rule:
    return rules_of(HEAD.format(id=identity) + body)[0]


def compiled(*rules: Rule) -> list[Question]:
    return compile_rules(rules, thresholds(), catalogue().categories, "EUR", TODAY)


def problems(*rules: Rule) -> tuple[Problem, ...]:
    with pytest.raises(Problems) as raised:
        compiled(*rules)
    return raised.value.problems


def messages(*rules: Rule) -> list[tuple[str, str]]:
    return [(problem.message, problem.help) for problem in problems(*rules)]


def verdicts(body: str, inventory: str) -> list[tuple[str, str | None, tuple[tuple[str, str], ...]]]:
    """What a rule says of each subject: the verdict, the subject if it is named, and what is missing."""
    (question,) = compiled(rule("own-rule", body))
    return [
        (answer.verdict.value, answer.subjects[0].id if answer.subjects else None, answer.missing)
        for answer in question.answers(stack_of(inventory))
    ]


WHERE_LIVE = "for: system\nwhere: {lifecycle: live, data.personal: true}\nexpect: {security.sso: true}\nmessage: x\n"
PERSONAL = "data: {subjects: [customer]}"


@pytest.mark.parametrize(
    ("stated", "verdict"),
    [
        (f"{PERSONAL}, security: {{sso: true}}", ("passes", None, ())),
        (f"{PERSONAL}, security: {{sso: false}}", ("fails", "it", ())),
        (PERSONAL, ("undetermined", "it", (("it", "security.sso"),))),
        ("security: {sso: false}", ("undetermined", "it", (("it", "data.categories"), ("it", "data.subjects")))),
        (
            "notes: nothing",
            ("undetermined", "it", (("it", "data.categories"), ("it", "data.subjects"), ("it", "security.sso"))),
        ),
    ],
)
def test_a_subject_passes_fails_or_stays_open_until_facts_are_stated(
    stated: str, verdict: tuple[str, str | None, tuple[tuple[str, str], ...]]
) -> None:
    assert verdicts(WHERE_LIVE, f"systems: {{it: {{name: It, {stated}}}}}") == [verdict]


@pytest.mark.parametrize("stated", ["lifecycle: retired", "data: {production: false}", "security: {sso: true}"])
def test_nothing_is_said_of_a_subject_that_is_not_concerned_or_passes_anyway(stated: str) -> None:
    assert verdicts(WHERE_LIVE, f"systems: {{it: {{name: It, {stated}}}}}") == []


def test_passes_that_weigh_alike_come_as_one_answer() -> None:
    (question,) = compiled(rule("own-rule", "for: system\nexpect: {lifecycle: live}\nmessage: x\n"))

    (answer,) = question.answers(stack_of("systems: [A, B, C]"))

    assert (answer.subjects, answer.times) == ((), 3)


def test_a_rule_may_be_about_any_kind_of_subject() -> None:
    inventory = """
        organization: {regions: [eu]}
        teams: {it: {side: it}}
        governance: {roadmap: {items: [{name: One record}]}}
        data: {order: {}}
        systems: {crm: {name: Crm}, erp: {name: Erp}}
        integrations: [{from: crm, to: erp}]
        """
    found = {}
    for kind, fact in [
        ("organization", "organization.name"),
        ("team", "lead"),
        ("roadmap item", "ends"),
        ("data kind", "definition"),
        ("integration", "owner"),
        ("system", "url"),
    ]:
        answers = verdicts(f"for: {kind}\nexpect: {{{fact}: {{present: true}}}}\nmessage: x\n", inventory)
        found[kind] = [subject for verdict, subject, _ in answers if verdict == "fails"]

    assert found == {
        "organization": ["organization"],
        "team": ["it"],
        "roadmap item": ["One record"],
        "data kind": ["order"],
        "integration": ["crm -> erp"],
        "system": ["crm", "erp"],
    }


def test_every_fault_of_every_rule_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    theme = tmp_path / "own"
    theme.mkdir()
    (theme / "first.yaml").write_text(
        HEAD.format(id="first") + "for: system\nwhere: {lifecicle: live}\nexpect:\n  security.sso: yess\n"
        "message: '{nam} is wrong.'\npoint: bougth\nmoney: cost.anual\n"
    )
    (theme / "second.yaml").write_text(
        HEAD.format(id="second") + "check: same-job\nwith: {buy: category}\nmessage: '{jobs}'\n"
    )

    with pytest.raises(Problems) as raised:
        compiled(*read_rules([tmp_path]))

    told = [
        (problem.place.file.rpartition("/")[2], problem.place.line, problem.message)
        for problem in raised.value.problems
        if problem.place
    ]
    assert told == [
        ("first.yaml", 7, "a system has no fact `lifecicle`"),
        ("first.yaml", 9, "`security.sso` is true or false"),
        ("first.yaml", 10, "there is no fact `nam` to speak of here"),
        ("first.yaml", 11, "there is no fact `bougth` to speak of here"),
        ("first.yaml", 12, "there is no fact `cost.anual` to speak of here"),
        ("second.yaml", 1, "the check needs the option `by`"),
        ("second.yaml", 7, "this check has no option `buy`"),
    ]
    assert {document.rpartition("/")[2] for document in raised.value.documents} == {"first.yaml", "second.yaml"}


def test_the_documents_are_there_to_quote_from_even_when_rules_come_one_by_one() -> None:
    broken = rule("own-rule", "for: system\nexpect: {lifecicle: live}\nmessage: x\n")

    with pytest.raises(Problems) as raised:
        compile_rules(iter([broken]), thresholds(), catalogue().categories, "EUR", TODAY)

    assert list(raised.value.documents.values()) == [broken.entry.document]


def test_an_unknown_check_is_refused_with_the_nearest() -> None:
    assert messages(rule("own-rule", "check: same-jobs\nmessage: x\n")) == [
        ("there is no check `same-jobs`", "Did you mean `same-job`?"),
    ]


@pytest.mark.parametrize(
    ("slot", "help_text"), [("nmae", "Did you mean `name`?"), ("qqq", "See `stackaudit rules facts`.")]
)
def test_a_slot_of_the_message_that_is_no_fact_is_refused(slot: str, help_text: str) -> None:
    broken = rule("own-rule", f"for: system\nexpect: {{lifecycle: live}}\nmessage: '{{{slot}}} is wrong.'\n")

    assert messages(broken) == [(f"there is no fact `{slot}` to speak of here", help_text)]


def test_a_message_may_name_what_its_check_says_and_what_its_subject_states() -> None:
    (question,) = compiled(rule("own-rule", "check: rings\nmessage: '{name}, {ring}'\n"))

    assert question.message({"name": "A", "ring": "A → B → A"}) == "A, A → B → A"
    assert messages(rule("own-rule", "check: rings\nmessage: '{share}'\n")) == [
        ("there is no fact `share` to speak of here", "See `stackaudit rules facts`."),
    ]


def test_a_rule_may_point_at_a_group_of_facts() -> None:
    (question,) = compiled(rule("own-rule", "for: system\nexpect: {lifecycle: live}\npoint: bought\nmessage: x\n"))

    assert question.rule.point == "bought"


CASES = """\
id: own-rule
title: It holds
severity:
  - {where: {category: crm}, is: critical}
  - {where: {data.personal: true}, is: high}
  - {is: low}
why: Because.
fix: Mend it.
for: system
expect: {security.sso: true}
message: "{name}"
"""


def test_the_first_case_of_severity_that_holds_counts_and_an_open_one_does_not_hold() -> None:
    result = audit_of(
        """
        systems:
          a: {name: A, category: crm, data: {subjects: [customer]}, security: {sso: false}}
          b: {name: B, category: survey, data: {subjects: [customer]}, security: {sso: false}}
          c: {name: C, data: {subjects: [customer]}, security: {sso: false}}
          d: {name: D, security: {sso: false}}
          e: {name: E, category: crm}
        """,
        rules_of(CASES),
    )

    assert [(finding.message, finding.severity.word) for finding in result.findings] == [
        ("A", "critical"),
        ("B", "high"),
        ("C", "high"),
        ("D", "low"),
    ]
    assert [(item.subject.id, item.severity.word) for item in result.undetermined] == [("e", "critical")]


def test_the_facts_of_the_severity_are_not_missing_from_the_verdict() -> None:
    result = audit_of("systems: {a: {name: A}}", rules_of(CASES))

    assert [item.missing for item in result.undetermined] == [(("a", "security.sso"),)]


def test_a_wrong_case_of_severity_is_refused_at_its_own_place() -> None:
    (problem,) = problems(*rules_of(CASES.replace("category: crm", "category: crmm")))

    assert problem.message == "`category` is never `crmm`"
    assert problem.place is not None
    assert problem.place.line == 4


def test_a_fact_of_the_organisation_is_missing_once_and_only_where_it_is_not_stated() -> None:
    systems = "systems: {a: {name: A, data: {categories: [contact]}}, b: {name: B, data: {categories: [contact]}}}"

    rule = [rule for rule in builtin_rules() if rule.id == "privacy/region-not-allowed"]

    silent = audit_of(systems, rule)
    stated = audit_of(f"organization: {{regions: [eu]}}\n{systems}", rule)

    waited = [[missing for item in audit.undetermined for missing in item.missing] for audit in (silent, stated)]
    assert ("organization", "organization.regions") in waited[0]
    assert set(waited[0]) - set(waited[1]) == {("organization", "organization.regions")}
    assert {("a", "regions"), ("b", "regions")} <= set(waited[1])
