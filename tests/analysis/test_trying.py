from __future__ import annotations

from pathlib import Path

import pytest

from stackaudit.analysis.trying import try_example
from stackaudit.sources.rulebook import read_examples
from stacks import catalogue, thresholds

RULE = """\
id: own-rule
title: It holds
severity: low
why: Because.
fix: Mend it.
for: system
where: {lifecycle: live}
expect: {security.sso: true, security.admins: {at-most: {setting: most-admins}}}
message: "{name}"
examples:
"""
LIVE = "a: {security: {sso: true, admins: 1}}"
BAD = "b: {security: {sso: false, admins: 1}}"
OPEN = "c: {}"


def tried(tmp_path: Path, outcome: str, example: str) -> tuple[bool, set[str]]:
    theme = tmp_path / "own"
    theme.mkdir()
    Path(theme, "own-rule.yaml").write_text(f"{RULE}  {outcome}:\n    - {{why: so it is, {example}}}\n")
    ((rule, (one,)),) = read_examples([tmp_path], catalogue().categories)
    trial = try_example(rule, one, catalogue(), thresholds())
    return trial.holds, set(trial.found)


@pytest.mark.parametrize(
    ("outcome", "example", "holds", "found"),
    [
        ("passes", f"systems: {{{LIVE}}}", True, set()),
        ("passes", f"systems: {{{LIVE}, {BAD}}}", False, {"b"}),
        ("passes", f"systems: {{{LIVE}, {OPEN}}}", False, {"c"}),
        ("fails", f"systems: {{{LIVE}, {BAD}, {OPEN}}}, finds: [b]", True, {"b"}),
        ("fails", f"systems: {{{LIVE}, {BAD}, {OPEN}}}, finds: [a, b]", False, {"b"}),
        ("fails", f"systems: {{{LIVE}, {OPEN}}}, finds: [c]", False, set()),
        ("undetermined", f"systems: {{{LIVE}, {BAD}, {OPEN}}}, finds: [c]", True, {"c"}),
        ("undetermined", f"systems: {{{LIVE}, {BAD}}}, finds: [b]", False, set()),
    ],
)
def test_an_example_holds_where_exactly_its_subjects_are_found(
    tmp_path: Path, outcome: str, example: str, holds: bool, found: set[str]
) -> None:
    assert tried(tmp_path, outcome, example) == (holds, found)


def test_an_example_may_choose_its_own_settings(tmp_path: Path) -> None:
    systems = "systems: {a: {security: {sso: true, admins: 4}}}"

    assert tried(tmp_path, "fails", f"{systems}, settings: {{most-admins: 3}}, finds: [a]") == (True, {"a"})


def test_without_settings_the_given_ones_count(tmp_path: Path) -> None:
    systems = "systems: {a: {security: {sso: true, admins: 4}}}"

    assert tried(tmp_path, "passes", systems) == (True, set())
