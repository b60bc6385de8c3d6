from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stackaudit.analysis.auditing import audit, fingerprint
from stackaudit.analysis.questions import Question, compile_rules
from stackaudit.analysis.stack import build_stack
from stackaudit.analysis.totalling import at_stake
from stackaudit.model.audit import Audit, Finding, MissingFact, Score
from stackaudit.model.inventory import Subject
from stackaudit.model.problems import Problems
from stackaudit.model.rules import THEMES
from stackaudit.sources.inventory import read_inventory
from stackaudit.sources.yaml_reading import parse_strictly
from stacks import TODAY, audit_of, builtin_rules, catalogue, rules_of, stack_of, thresholds

if TYPE_CHECKING:
    from stackaudit.model.rules import Rule

EXAMPLES = Path(__file__).parents[2] / "examples"


def rule(identity: str, expect: str, severity: str = "high", more: str = "") -> str:
    return "\n".join(
        [
            f"id: {identity}",
            "title: It holds",
            f"severity: {severity}",
            "why: Because.",
            "fix: Mend it.",
            "for: system",
            f"expect: {expect}",
            'message: "{name} is wrong."',
            more,
        ],
    )


SSO = rule("no-sso", "{security.sso: true}", "high", "point: security.sso\nmoney: cost.annual")
MFA = rule("no-mfa", "{security.mfa: true}", "low")


def named(result: Audit) -> list[tuple[str, ...]]:
    return [(finding.rule, *(subject.id for subject in finding.subjects)) for finding in result.findings]


def test_the_most_severe_comes_first_then_the_dearest_then_rule_and_subject() -> None:
    result = audit_of(
        """
        systems:
          a: {name: A, security: {sso: false, mfa: false}}
          b: {name: B, security: {sso: false}, cost: {annual: 100}}
          c: {name: C, security: {sso: false}, cost: {annual: 900}}
          d: {name: D, security: {sso: false, mfa: false}}
        """,
        rules_of(SSO, MFA, rule("no-log", "{security.sso: true}")),
    )

    assert named(result) == [
        ("own/no-sso", "c"),
        ("own/no-sso", "b"),
        ("own/no-log", "a"),
        ("own/no-log", "b"),
        ("own/no-log", "c"),
        ("own/no-log", "d"),
        ("own/no-sso", "a"),
        ("own/no-sso", "d"),
        ("own/no-mfa", "a"),
        ("own/no-mfa", "d"),
    ]


def test_the_money_that_a_check_names_counts_before_the_money_of_its_rule() -> None:
    twice = """
id: bought-twice
title: It holds
severity: high
why: Because.
fix: Mend it.
check: two-contracts
money: cost.annual
message: "{systems}"
"""
    contract = "product: Zendesk, bought: {by: service}"

    result = audit_of(
        f"""
        systems:
          a: {{name: A, {contract}, cost: {{annual: 900}}}}
          b: {{name: B, {contract}, cost: {{annual: 100}}}}
        """,
        rules_of(twice),
    )

    assert [finding.stakes for finding in result.findings] == [(("b", 100.0),)]


def test_themes_are_scored_in_the_order_of_the_rulebook_with_users_own_at_the_end() -> None:
    result = audit_of("systems: [Pipedrive]", [*builtin_rules(), *rules_of(SSO)])

    shown = [score.theme for score in result.scores]
    ours = [theme for theme in THEMES if theme in shown]
    assert shown == [*ours, "own"]
    assert ours[:3] == ["shadow-it", "integration", "security"]


def test_a_finding_needs_no_further_look_up() -> None:
    result = audit_of(
        """
        organization: {currency: EUR}
        systems:
          crm:
            name: Crm
            cost: {annual: 240_000}
            security: {mfa: true, sso: false}
        """,
        rules_of(SSO),
    )

    (finding,) = result.findings
    assert (finding.rule, finding.theme, finding.severity.word) == ("own/no-sso", "own", "high")
    assert finding.message == "Crm is wrong."
    assert finding.fix == "Mend it."
    assert [tuple(subject) for subject in finding.subjects] == [("system", "crm", "Crm")]
    assert str(finding.place) == "inventory.yaml:7:32"
    assert finding.note == "`security.sso` is no"
    assert (finding.stakes, finding.money) == ((("crm", 240_000.0),), 240_000.0)


@pytest.mark.parametrize(
    ("stated", "place", "note"),
    [
        ("security: {sso: false}", "inventory.yaml:1:40", "`security.sso` is no"),
        ("security: {mfa: true}", "inventory.yaml:1:34", "no `security.sso` here"),
        ("url: x", "inventory.yaml:1:11", "no `security.sso` here"),
    ],
)
def test_a_finding_points_at_the_deepest_stated_part_of_its_fact(stated: str, place: str, note: str) -> None:
    text = rule("no-sso", "{security.sso: {present: true, equals: true}}", "low", "point: security.sso")

    (finding,) = audit_of(f"systems: {{a: {{name: A, {stated}}}}}", rules_of(text)).findings

    assert (str(finding.place), finding.note) == (place, note)


def test_a_rule_without_a_point_points_at_the_subject() -> None:
    (finding,) = audit_of("systems: {a: {name: A, security: {mfa: false}}}", rules_of(MFA)).findings

    assert (str(finding.place), finding.note) == ("inventory.yaml:1:11", "")


def test_related_places_are_where_the_others_stand() -> None:
    result = audit_of(
        """\
        systems:
          a: {name: A, category: survey, cost: {annual: 3}}
          b: {name: B, category: survey, cost: {annual: 5}}
          c: {name: C, category: survey}
        """,
        [one for one in builtin_rules() if one.id == "duplicates/same-job-twice"],
    )

    (finding,) = result.findings
    assert [subject.id for subject in finding.subjects] == ["b", "a", "c"]
    assert str(finding.place) == "inventory.yaml:3:13"
    assert [(str(related.place), related.note) for related in finding.related] == [
        ("inventory.yaml:2:13", "A too"),
        ("inventory.yaml:4:13", "C too"),
    ]


INVENTORY = "systems: {a: {name: A, security: {sso: false}}, b: {name: B, security: {sso: false}}}"


def prints(text: str, *rules: str) -> list[str]:
    return [finding.fingerprint for finding in audit_of(text, rules_of(*rules)).findings]


def test_a_fingerprint_stays_when_lines_move_and_names_change() -> None:
    moved = "# a comment\n\n" + INVENTORY.replace("name: A", "name: Another")

    assert prints(moved, SSO) == prints(INVENTORY, SSO)


def test_a_fingerprint_tells_rules_and_subjects_apart() -> None:
    of_both_rules = prints(INVENTORY, SSO, rule("no-log", "{security.sso: true}"))

    assert len(of_both_rules) == len(set(of_both_rules)) == 4
    assert prints(INVENTORY.replace("b: {name", "c: {name"), SSO)[1] not in of_both_rules


def test_a_fingerprint_tells_apart_what_one_rule_says_of_the_same_subjects() -> None:
    subjects = [Subject("system", "a", {}, ())]

    assert len({fingerprint("own/x", subjects, about) for about in ("", "crm", "erp")}) == 3


def test_a_fingerprint_is_the_same_in_every_version() -> None:
    subjects = [Subject("system", each, {}, ()) for each in ("b", "a")]

    assert fingerprint("own/x", subjects) == "60b1729dc455b847"
    assert fingerprint("own/x", subjects, "crm") == "890f738016741d1c"


@given(st.permutations(["a", "b", "c", "b c"]))
def test_the_order_of_its_subjects_does_not_change_a_fingerprint(order: list[str]) -> None:
    subjects = [Subject("system", each, {}, ()) for each in order]

    assert fingerprint("own/x", subjects) == fingerprint("own/x", sorted(subjects, key=lambda subject: subject.id))


def test_a_fingerprint_tells_one_subject_with_a_long_name_from_two() -> None:
    def of(*names: str) -> str:
        return fingerprint("own/x", [Subject("system", name, {}, ()) for name in names])

    assert len({of("a", "b"), of("a system:b"), of("a b"), of("ab"), of("b")}) == 5


def failing(question: Question) -> Question:
    """The question, asked so that it breaks down after its first answer."""

    def answers(stack: object) -> object:
        yield from question.answers(stack)  # type: ignore[arg-type]
        raise ZeroDivisionError("division by zero")

    return replace(question, answers=answers)  # type: ignore[arg-type]


def test_a_rule_that_breaks_down_ends_the_audit_and_is_named() -> None:
    stack = stack_of(INVENTORY)
    rules = rules_of(SSO, MFA)
    good, bad = compile_rules(rules, thresholds(), catalogue().categories, "", TODAY)

    with pytest.raises(Problems) as raised:
        audit(stack, [good, failing(bad)])

    (problem,) = raised.value.problems
    assert problem.message == "the rule `own/no-sso` could not be asked: ZeroDivisionError: division by zero"
    assert problem.help == "Leave it out with `--ignore own/no-sso`, and report it if it is one of ours."
    assert problem.place == rules[1].entry.place()


def test_money_at_stake_counts_a_system_once_with_its_largest_amount() -> None:
    seats = rule("too-dear", "{cost.annual: {at-most: 0}}", "low", "money: cost.annual")
    result = audit_of(
        """
        systems:
          a: {name: A, security: {sso: false}, cost: {annual: 100}}
          b: {name: B, security: {sso: false}, cost: {annual: 40}}
          c: {name: C, security: {sso: false}}
        """,
        rules_of(SSO, seats),
    )

    assert [finding.money for finding in result.findings] == [100, 40, None, 100, 40]
    assert result.totals.at_stake == 140


@given(st.permutations([(("a", 100.0),), (("a", 40.0), ("b", 7.0)), (("b", 9.0),), ()]))
def test_the_largest_amount_of_a_system_counts_in_whatever_order(stakes: list[tuple[tuple[str, float], ...]]) -> None:
    finding = audit_of(INVENTORY, rules_of(SSO)).findings[0]

    assert at_stake(replace(finding, stakes=each) for each in stakes) == 109


def test_totals_leave_out_what_no_rate_converts_and_systems_that_are_not_in_use() -> None:
    totals = audit_of(
        """
        organization: {currency: EUR, exchange_rates: {USD: 0.5}}
        teams: {it: {}}
        systems:
          a: {name: A, cost: {annual: 100}}
          b: {name: B, cost: {annual: {amount: 200, currency: USD}}}
          c: {name: C, cost: {annual: {amount: 999, currency: GBP}}}
          d: {name: D, cost: {annual: {amount: 999, currency: CHF}}}
          e: {name: E, cost: {annual: TBD}}
          f: {name: F, lifecycle: retired, cost: {annual: 5000}}
        integrations: [{from: a, to: b}]
        """,
        rules_of(SSO),
    ).totals

    assert (totals.systems, totals.integrations, totals.teams) == (6, 1, 1)
    assert (totals.annual_cost, totals.costs_stated, totals.unconverted) == (200, 2, ("CHF", "GBP"))
    assert (totals.files, totals.unstated, totals.at_stake) == (1, 1, 0)


def test_a_score_weighs_rules_by_severity_between_unknown_as_failing_and_as_passing() -> None:
    result = audit_of(
        """
        systems:
          a: {name: A, security: {sso: true, mfa: true}}
          b: {name: B, security: {sso: true}}
          c: {name: C, security: {sso: true, mfa: false}, lifecycle: sandbox}
          d: {name: D, security: {sso: false, mfa: false}, lifecycle: sandbox}
        """,
        rules_of(SSO, rule("no-mfa", "{security.mfa: true}", "low", "where: {lifecycle: live}")),
    )

    # high weighs 8, of which 3 in 4 pass; low weighs 2, of which 1 in 2 passes and the other is open
    low, high = 100 * (8 * 3 / 4 + 2 * 1 / 2) / 10, 100 * (8 * 3 / 4 + 2 * 2 / 2) / 10
    assert (low, high) == (70, 80)
    assert result.scores == (Score("own", low, high, 4, 1, 1),)


def test_the_whole_is_scored_over_all_themes_by_the_same_measure() -> None:
    inventory = "systems: {a: {name: A, security: {sso: true, mfa: false}}}"

    result = audit_of(inventory, rules_of(SSO, MFA))

    # 8 of 10 pass, and nothing is open
    assert result.overall == Score("overall", 80, 80, 1, 1, 0)
    assert audit_of("teams: {it: {}}", rules_of(SSO)).overall is None


def test_only_a_whole_is_a_hundred() -> None:
    listed = ", ".join(
        f"s{number}: {{name: S, security: {{sso: {str(number > 0).lower()}}}}}" for number in range(2_001)
    )

    (score,) = audit_of(f"systems: {{{listed}}}", rules_of(SSO)).scores

    assert (score.low, score.high, score.fails) == (99.9, 99.9, 1)


def test_a_theme_in_which_nothing_was_asked_has_no_score() -> None:
    assert audit_of("teams: {it: {}}", rules_of(SSO)).scores == ()


def test_the_facts_that_most_questions_wait_for_come_first() -> None:
    result = audit_of(
        "systems: {a: {name: A}, b: {name: B}, c: {name: C, security: {sso: true}}}",
        rules_of(SSO, MFA, rule("no-log", "{security.sso: true, security.audit_log: true}")),
    )

    assert result.missing == (
        MissingFact("security.sso", 2, 4),
        MissingFact("security.audit_log", 3, 3),
        MissingFact("security.mfa", 3, 3),
    )
    assert [(item.rule, item.subject.id) for item in result.undetermined] == [
        ("own/no-log", "a"),
        ("own/no-log", "b"),
        ("own/no-log", "c"),
        ("own/no-sso", "a"),
        ("own/no-sso", "b"),
        ("own/no-mfa", "a"),
        ("own/no-mfa", "b"),
        ("own/no-mfa", "c"),
    ]


def test_an_open_question_points_at_where_the_fact_belongs() -> None:
    result = audit_of("systems: {a: {name: A, security: {mfa: true}}}", rules_of(SSO))

    assert [str(item.place) for item in result.undetermined] == ["inventory.yaml:1:34"]


@cache
def fjordline() -> tuple[dict[str, object], ...]:
    """What the files of the largest example say."""
    files = sorted(path for path in (EXAMPLES / "fjordline").rglob("*.yaml") if "evidence" not in path.parts)
    values = [parse_strictly(path.name, path.read_text(encoding="utf-8")).value for path in files]
    return tuple(value for value in values if isinstance(value, dict))


def shuffled(value: object, random: Random) -> object:
    """The same mapping with its keys in another order, all the way down."""
    if isinstance(value, dict):
        keys = random.sample(list(value), len(value))
        return {key: shuffled(value[key], random) for key in keys}
    return [shuffled(item, random) for item in value] if isinstance(value, list) else value


def in_pieces(files: tuple[dict[str, object], ...], random: Random) -> list[dict[str, object]]:
    """Every entry of every section in one of a few files, and the integrations in another order."""
    pieces: list[dict[str, object]] = [{} for _ in range(4)]
    for file in files:
        for section, value in file.items():
            if section in ("organization", "governance"):
                pieces[0][section] = value
            elif section == "integrations":
                assert isinstance(value, list)
                for item in value:
                    listed = random.choice(pieces).setdefault(section, [])
                    assert isinstance(listed, list)
                    listed.insert(random.randint(0, len(listed)), item)
            elif isinstance(value, dict):
                for key, item in value.items():
                    keyed = random.choice(pieces).setdefault(section, {})
                    assert isinstance(keyed, dict)
                    keyed[key] = item
    return [piece for piece in pieces if piece]


def audit_of_files(files: list[dict[str, object]]) -> Audit:
    with TemporaryDirectory() as folder:
        for number, value in enumerate(files):
            Path(folder, f"{number}.yaml").write_text(json.dumps(value), encoding="utf-8")
        inventory = read_inventory([Path(folder)], catalogue().categories)
    stack = build_stack(inventory, catalogue(), thresholds(), TODAY)
    return audit(stack, compile_rules(builtin_rules(), thresholds(), catalogue().categories, "EUR", TODAY))


def said_of(finding: Finding) -> tuple[object, ...]:
    """All of a finding but the places, which move with the lines."""
    notes = tuple(related.note for related in finding.related)
    return replace(finding, place=None, related=()), notes  # type: ignore[arg-type]


@cache
def as_it_stands() -> Audit:
    return audit_of_files(list(fjordline()))


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 2**32))
def test_the_order_of_files_keys_and_entries_changes_nothing(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - an order, not a secret
    pieces = [shuffled(piece, random) for piece in in_pieces(fjordline(), random)]

    result = audit_of_files(random.sample(pieces, len(pieces)))  # type: ignore[arg-type]

    before = as_it_stands()
    assert [said_of(finding) for finding in result.findings] == [said_of(finding) for finding in before.findings]
    assert [(item.rule, item.severity, item.subjects, item.missing) for item in result.undetermined] == [
        (item.rule, item.severity, item.subjects, item.missing) for item in before.undetermined
    ]
    assert (result.scores, result.missing) == (before.scores, before.missing)
    assert replace(result.totals, files=0, lines=0) == replace(before.totals, files=0, lines=0)


STATED = [
    "url: https://crm.example",
    "owner: {business: sales}",
    "owner: {business: sales, technical: it}",
    "owner: {business: nobody}",
    "bought: {by: marketing}",
    "bought: {by: marketing, approved_by: []}",
    "bought: {by: marketing, approved_by: [it], on: 2025-01-01}",
    "cost: {annual: 100, seats: 10}",
    "cost: {annual: 100, seats: 10, seats_used: 3}",
    "cost: {annual: {amount: 3, currency: USD}}",
    "since: 2020-01-01",
    "ends: 2020-01-01",
    "regions: [us]",
    "data: {categories: [contact]}",
    "data: {categories: [contact], subjects: [customer], retention: 99y}",
    "data: {categories: [order], subjects: []}",
    "data: {categories: [something-else]}",
    "data: {subjects: [customer], master_of: [customer]}",
    "privacy: {agreement: false}",
    "privacy: {agreement: 2025-01-01, legal_basis: consent}",
    "security: {sso: true}",
    "security: {sso: true, mfa: false, shared_accounts: true, encrypted: []}",
    "security: {mfa: true, reviewed: false, certifications: [], admins: 9}",
    "security: {audit_log: false, monitoring: false, backup: false, keys: true}",
    "verified: {on: 2020-01-01}",
]
"""Facts of one section at a time; none that the language or a derivation takes for something while it is not stated."""

AROUND = """
organization: {regions: [eu]}
teams: {sales: {side: sales}, it: {side: it}, marketing: {side: marketing}}
"""


def is_plain(one: Rule) -> bool:
    """Whether a rule asks facts, and never whether a fact is stated at all."""
    return not one.check and "present" not in repr((one.where, one.expect))


def open_and_closed(stated: list[str], lifecycle: str, category: str) -> set[str]:
    """The plain rules that stay undetermined over a system."""
    facts = ", ".join(["name: It", f"lifecycle: {lifecycle}", f"category: {category}", *stated])
    result = audit_of(f"{AROUND}\nsystems: {{it: {{{facts}}}}}", [one for one in builtin_rules() if is_plain(one)])
    return {item.rule for item in result.undetermined if item.subject.kind == "system"}


def section(stated: str) -> str:
    return stated.partition(":")[0]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(STATED), max_size=8, unique_by=section),
    st.sampled_from(STATED),
    st.sampled_from(["live", "sandbox", "retiring", "retired"]),
    st.sampled_from(["crm", "survey", "identity"]),
)
def test_one_more_fact_never_opens_a_question_that_was_decided(
    known: list[str], learned: str, lifecycle: str, category: str
) -> None:
    known = [stated for stated in known if section(stated) != section(learned)]

    before = open_and_closed(known, lifecycle, category)
    after = open_and_closed([*known, learned], lifecycle, category)

    assert after - before == set()


DECIDED_BY_THE_CATALOGUE = {
    "duplicates/same-job-twice",
    "duplicates/capability-bought-again",
    "integration/crm-without-automation",
    "integration/automation-without-crm",
    "integration/lead-path-broken",
}
UNKNOWN = "inventory/unknown-product"


@cache
def product_names() -> list[str]:
    return sorted(product.name for product in catalogue().products.values())


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_bare_names_are_found_only_for_what_the_catalogue_knows_of_them_or_for_being_bare(data: st.DataObject) -> None:
    known = data.draw(st.lists(st.sampled_from(product_names()), max_size=12, unique=True))
    unknown = [f"Zzyzx {number}" for number in range(data.draw(st.integers(0, 3)))]
    ids = {f"s{number}": name for number, name in enumerate([*known, *unknown])}

    result = audit_of(f"systems: {json.dumps(ids)}")

    assert {finding.rule for finding in result.findings if finding.theme != "inventory"} <= DECIDED_BY_THE_CATALOGUE
    named = {
        (finding.rule == UNKNOWN, subject.name)
        for finding in result.findings
        for subject in finding.subjects
        if subject.kind == "system"
    }
    assert {name for is_unknown, name in named if is_unknown} == set(unknown)
    assert {name for is_unknown, name in named if not is_unknown} <= set(known)
