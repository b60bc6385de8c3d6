"""Scores: what verdicts weigh, what stays open, and the worked example of the documentation."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stackaudit.analysis.link_health import SHOULD_REACH
from stackaudit.analysis.scoring import Scoreboard, under
from stackaudit.model.audit import Score, Shortfall, Verdict
from stackaudit.model.rules import Rule, Severity
from stackaudit.model.scorecard import GRADES
from stacks import audit_of, builtin_rules, rules_of

if TYPE_CHECKING:
    from stackaudit.model.audit import Audit

PAGE = (Path(__file__).parents[2] / "docs" / "scores.md").read_text(encoding="utf-8")
PASSES, FAILS, OPEN = Verdict.PASSES, Verdict.FAILS, Verdict.UNDETERMINED


def rule(name: str) -> Rule:
    """A rule of the theme that its name begins with."""
    found = rules_of(
        f"""
        id: {name.partition("/")[2]}
        title: Named
        severity: low
        why: Why.
        fix: Fix it.
        for: system
        expect: {{security.sso: true}}
        message: "{{name}}"
        """
    )[0]
    return Rule(
        **{each: getattr(found, each) for each in Rule.__slots__} | {"id": name, "theme": name.partition("/")[0]}
    )


ONE, TWO, OTHER = rule("security/one"), rule("security/two"), rule("privacy/other")


def scored(*counts: tuple[Rule, Verdict, Severity, int]) -> dict[str, tuple[float, float]]:
    """Every score as its two ends, by theme."""
    board = Scoreboard()
    for of, verdict, severity, times in counts:
        board.count(of, verdict, severity, times)
    overall = board.overall()
    scores = [*board.scores(["security", "privacy"]), *([overall] if overall else [])]
    return {score.theme: (score.low, score.high) for score in scores}


def test_unknowns_count_as_failures_at_the_low_end_and_as_passes_at_the_high_end() -> None:
    scores = scored((ONE, PASSES, Severity.LOW, 2), (ONE, FAILS, Severity.LOW, 1), (ONE, OPEN, Severity.LOW, 1))

    assert scores["security"] == (50.0, 75.0)


def test_a_verdict_weighs_what_its_severity_weighs() -> None:
    scores = scored((ONE, PASSES, Severity.CRITICAL, 1), (ONE, FAILS, Severity.MEDIUM, 1))

    assert scores["security"] == (80.0, 80.0)


def test_a_rule_asked_once_counts_as_much_as_one_asked_of_many() -> None:
    scores = scored((ONE, PASSES, Severity.HIGH, 200), (TWO, FAILS, Severity.HIGH, 1))

    assert scores["security"] == (50.0, 50.0)


def test_the_whole_is_no_mean_of_the_themes() -> None:
    scores = scored((ONE, PASSES, Severity.HIGH, 3), (TWO, PASSES, Severity.HIGH, 3), (OTHER, FAILS, Severity.HIGH, 1))

    assert scores == {"security": (100.0, 100.0), "privacy": (0.0, 0.0), "overall": (66.6, 66.6)}


def test_only_a_whole_reaches_a_hundred() -> None:
    scores = scored((ONE, PASSES, Severity.HIGH, 99_999), (ONE, FAILS, Severity.INFO, 1))

    assert scores["security"] == (99.9, 99.9)


def test_a_theme_in_which_nothing_was_asked_has_no_score() -> None:
    assert scored() == {}
    assert Scoreboard().overall() is None


def test_counts_are_verdicts() -> None:
    board = Scoreboard()
    for verdict, severity, times in ((PASSES, Severity.LOW, 3), (FAILS, Severity.HIGH, 2), (OPEN, Severity.LOW, 1)):
        board.count(ONE, verdict, severity, times)

    assert board.scores(["security"]) == (Score("security", 25.0, 33.3, 3, 2, 1),)


def test_a_verdict_counts_once_unless_told_otherwise() -> None:
    board = Scoreboard()
    board.count(ONE, PASSES, Severity.LOW)

    assert board.overall() == Score("overall", 100.0, 100.0, 1, 0, 0)


verdicts = st.lists(
    st.tuples(
        st.sampled_from([ONE, TWO, OTHER]),
        st.sampled_from(list(Verdict)),
        st.sampled_from(list(Severity)),
        st.integers(1, 50),
    ),
    min_size=1,
    max_size=12,
)


@given(verdicts)
def test_the_ends_lie_in_order_and_do_not_depend_on_the_order_of_verdicts(
    counts: list[tuple[Rule, Verdict, Severity, int]],
) -> None:
    scores = scored(*counts)

    assert all(0 <= low <= high <= 100 for low, high in scores.values())
    assert scored(*reversed(counts)) == scores
    assert ((100.0, 100.0) in scores.values()) or any(verdict is not PASSES for _, verdict, _, _ in counts)


@given(verdicts, st.sampled_from([PASSES, FAILS]))
def test_deciding_an_open_question_narrows_the_interval(
    counts: list[tuple[Rule, Verdict, Severity, int]], verdict: Verdict
) -> None:
    opened = scored(*counts, (ONE, OPEN, Severity.HIGH, 1))["overall"]
    decided = scored(*counts, (ONE, verdict, Severity.HIGH, 1))["overall"]

    assert opened[0] <= decided[0] <= decided[1] <= opened[1]


def test_the_low_end_is_held_against_a_floor() -> None:
    scores = [Score("security", 70.0, 95.0, 1, 0, 1), Score("overall", 80.0, 90.0, 1, 0, 1)]

    assert list(under(scores, {"security": 80, "overall": 80, "privacy": 50})) == [Shortfall("security", 70.0, 80)]


def block(name: str) -> str:
    """What stands behind a mark in the documentation, up to the next empty line."""
    return PAGE.partition(f"<!-- {name} -->\n")[2].partition("\n\n")[0]


def rows(name: str) -> list[list[str]]:
    """The rows of a marked table, without its head."""
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in block(name).splitlines()[2:]]


@pytest.fixture(scope="module")
def example() -> Audit:
    patterns = re.findall(r"--select (\S+?)[` ]", PAGE)
    asked = [each for each in builtin_rules() if each.id.partition("/")[2] in patterns]
    assert len(asked) == len(patterns) == 3
    return audit_of(block("example").removeprefix("```yaml\n").removesuffix("```"), asked)


def test_the_scores_of_the_worked_example_are_what_the_program_finds(example: Audit) -> None:
    assert example.overall
    stated = {name: (float(low), float(high)) for name, _, _, _, low, high in rows("scores")}

    assert stated == {score.theme: (score.low, score.high) for score in (*example.scores, example.overall)}


def test_the_verdicts_of_the_worked_example_are_what_the_program_finds(example: Audit) -> None:
    stated = {(r[0], r[1], r[2]) for r in rows("verdicts") if r[4] == "fails"}
    opened = {(r[0], r[1], r[2]) for r in rows("verdicts") if r[4] == "undetermined"}

    assert stated == {(each.rule, each.subjects[0].id, each.severity.word) for each in example.findings}
    assert opened == {(each.rule, each.subjects[0].id, each.severity.word) for each in example.undetermined}
    assert sum(score.passes for score in example.scores) == sum(r[4] == "passes" for r in rows("verdicts"))


def test_the_worked_example_adds_up_by_hand() -> None:
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for name, _, severity, weighs, _, *shares in rows("verdicts"):
        weight, among = (float(part) for part in weighs.split("÷"))
        assert weight == Severity[severity.upper()].weight
        assert among == sum(r[0] == name for r in rows("verdicts"))
        assert sum(float(share or 0) for share in shares) == weight / among
        for theme in (name.partition("/")[0], "overall"):
            sums[theme] = [known + float(share or 0) for known, share in zip(sums[theme], shares, strict=True)]

    for theme, *parts, low, high in rows("scores"):
        passes, fails, opened = map(float, parts)
        assert sums[theme] == [passes, fails, opened]
        assert float(low) == pytest.approx(100 * passes / (passes + fails + opened), abs=0.1)
        assert float(high) == pytest.approx(100 * (passes + opened) / (passes + fails + opened), abs=0.1)


def test_the_documentation_names_every_category_and_grade() -> None:
    named = set(re.findall(r"[a-z-]+", block("categories")))

    assert named == SHOULD_REACH
    assert dict(rows("grades")) == GRADES
