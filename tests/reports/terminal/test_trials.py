from __future__ import annotations

from typing import TYPE_CHECKING

from inline_snapshot import snapshot

from stackaudit.analysis.trying import try_example
from stackaudit.reports.terminal.painting import plain
from stackaudit.reports.terminal.trials import trial_lines
from stackaudit.sources.rulebook import read_examples
from stacks import catalogue, thresholds

if TYPE_CHECKING:
    from pathlib import Path

RULE = """\
id: no-sso
title: People sign in through single sign-on
severity: low
why: Because.
fix: Mend it.
for: system
expect: {security.sso: true}
message: "{name}"
examples:
  passes:
    - why: it has it
      systems: {crm: {security: {sso: true}}}
    - why: "\\e[2Jhidden\\u202E"
      systems: {crm: {security: {sso: false}}, erp: {}}
  fails:
    - why: it has it not
      systems: {crm: {security: {sso: true}}}
      finds: [crm]
"""


def test_examples_that_do_not_hold_say_what_they_should_find_and_all_are_counted(tmp_path: Path) -> None:
    theme = tmp_path / "own"
    theme.mkdir()
    (theme / "no-sso.yaml").write_text(RULE)
    ((rule, examples),) = read_examples([tmp_path], catalogue().categories)

    lines = trial_lines([try_example(rule, example, catalogue(), thresholds()) for example in examples], 80)

    assert plain(lines).replace(tmp_path.as_posix(), "…") == snapshot("""\
own/no-sso  passes: <U+001B>[2Jhidden<U+202E>
  …/own/no-sso.yaml:13:7
  should find nothing, but finds crm, erp
own/no-sso  fails: it has it not
  …/own/no-sso.yaml:16:7
  should find crm, but finds nothing
3 examples of 1 rule: 1 hold, 2 do not.
""")
