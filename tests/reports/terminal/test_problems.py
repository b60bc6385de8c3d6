from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from builders import CATEGORIES
from stackaudit.model.problems import Problem, Problems
from stackaudit.reports.terminal import painted, plain, problem_lines
from stackaudit.sources.inventory import read_inventory_text

if TYPE_CHECKING:
    from stackaudit.reports.terminal.lines import Line

NOT_AUDITED = ": no audit was performed"


def told(text: str, width: int = 80) -> list[Line]:
    with pytest.raises(Problems) as raised:
        read_inventory_text("inventory.yaml", text, CATEGORIES)
    return problem_lines(raised.value, width, NOT_AUDITED)


BROKEN = """\
teams: {it: {side: it}}
systems:
  crm:
    name: Crm
    ownr: {business: it}
    lifecycle: lively
  mail: {name: Mail, description: "a long remark that pushes what is wrong far to the right of the line", security: {sso: yes}}
  crm: {name: Again}
"""  # noqa: E501 - a long line is what is tested


def test_every_problem_is_told_with_its_lines_and_help() -> None:
    assert plain(told(BROKEN)) == snapshot("""\
inventory.yaml:5:5: unknown key `ownr`
    3 │   crm:
    4 │     name: Crm
    5 │     ownr: {business: it}
      │     ^
  help: Did you mean `owner`?

inventory.yaml:6:16: `lifecycle`: `lively` is not known here
    4 │     name: Crm
    5 │     ownr: {business: it}
    6 │     lifecycle: lively
      │                ^
  help: Did you mean `live`?

inventory.yaml:7:123: `sso`: expected true or false, found `yes`
    5 │     ownr: {business: it}
    6 │     lifecycle: lively
    7 │ …ight of the line", security: {sso: yes}}
      │                                     ^
  help: Write `true`.

inventory.yaml:8:3: the key `crm` stands twice in one mapping
    6 │     lifecycle: lively
    7 │   mail: {name: Mail, description: "a long remark that pushes what is wr…
    8 │   crm: {name: Again}
      │   ^
  inventory.yaml:3:3 first here
    1 │ teams: {it: {side: it}}
    2 │ systems:
    3 │   crm:
      │   ^ first here
  help: Keep one of them; YAML would silently take the last.

4 problems: no audit was performed.
""")


def test_problems_on_a_wide_terminal() -> None:
    assert plain(told(BROKEN, 120)) == snapshot("""\
inventory.yaml:5:5: unknown key `ownr`
    3 │   crm:
    4 │     name: Crm
    5 │     ownr: {business: it}
      │     ^
  help: Did you mean `owner`?

inventory.yaml:6:16: `lifecycle`: `lively` is not known here
    4 │     name: Crm
    5 │     ownr: {business: it}
    6 │     lifecycle: lively
      │                ^
  help: Did you mean `live`?

inventory.yaml:7:123: `sso`: expected true or false, found `yes`
    5 │     ownr: {business: it}
    6 │     lifecycle: lively
    7 │ …s wrong far to the right of the line", security: {sso: yes}}
      │                                                         ^
  help: Write `true`.

inventory.yaml:8:3: the key `crm` stands twice in one mapping
    6 │     lifecycle: lively
    7 │   mail: {name: Mail, description: "a long remark that pushes what is wrong far to the right of the line", secur…
    8 │   crm: {name: Again}
      │   ^
  inventory.yaml:3:3 first here
    1 │ teams: {it: {side: it}}
    2 │ systems:
    3 │   crm:
      │   ^ first here
  help: Keep one of them; YAML would silently take the last.

4 problems: no audit was performed.
""")


def test_hidden_and_moving_characters_are_made_visible() -> None:
    text = 'systems:\n  a: {name: A, lifecycle: "li\\e[2Jve"}\n  b: {name: B, "x\\u202Ey": 1}\n  c: {\tnmae: 東京}\n'

    assert plain(told(text)) == snapshot("""\
inventory.yaml:2:27: `lifecycle`: `li<U+001B>[2Jve` is not known here
    1 │ systems:
    2 │   a: {name: A, lifecycle: "li\\e[2Jve"}
      │                           ^
  help: Use one of: evaluating, sandbox, live, retiring, retired, rejected.

inventory.yaml:3:16: unknown key `x<U+202E>y`
    1 │ systems:
    2 │   a: {name: A, lifecycle: "li\\e[2Jve"}
    3 │   b: {name: B, "x\\u202Ey": 1}
      │                ^
  help: Keys of system: see `stackaudit schema`. Begin your own keys with `x-`.

inventory.yaml:4:3: a system needs `name`
    2 │   a: {name: A, lifecycle: "li\\e[2Jve"}
    3 │   b: {name: B, "x\\u202Ey": 1}
    4 │   c: { nmae: 東京}
      │   ^
  help: Add `name:`.

inventory.yaml:4:8: unknown key `nmae`
    2 │   a: {name: A, lifecycle: "li\\e[2Jve"}
    3 │   b: {name: B, "x\\u202Ey": 1}
    4 │   c: { nmae: 東京}
      │        ^
  help: Did you mean `name`?

4 problems: no audit was performed.
""")


def test_a_problem_without_a_place_has_its_message_and_help() -> None:
    assert plain(problem_lines(Problems((Problem("nothing to read", "Name a file."),)), 80)) == snapshot("""\
nothing to read
  help: Name a file.

1 problem.
""")


def test_a_problem_of_a_file_that_was_not_read_has_no_lines_to_show() -> None:
    with pytest.raises(Problems) as raised:
        read_inventory_text("inventory.yaml", "systems: [", CATEGORIES)
    problems = Problems(raised.value.problems, {})

    assert plain(problem_lines(problems, 80)).count("│") == 0


def test_of_very_many_problems_the_first_are_told_and_all_are_counted() -> None:
    problems = Problems(tuple(Problem(f"fault {number}", "Mend it.") for number in range(2_345)))

    text = plain(problem_lines(problems, 80, NOT_AUDITED)).splitlines()

    assert text[-2:] == ["… and 345 more problems", "2345 problems: no audit was performed."]
    assert sum(line.startswith("fault ") for line in text) == 2_000


def test_painted_and_plain_say_the_same() -> None:
    lines = told(BROKEN)

    assert re.sub("\x1b\\[[0-9;]*m", "", painted(lines)) == plain(lines)


NASTY = st.text(
    st.sampled_from("ab:{}[]'\"#&*!|> \t\r\x00\x07\x1b[31m\x7f\x85\x9b\u200b\u202e\u2028\ufeff東"), max_size=30
)
HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


@settings(max_examples=100, deadline=None)
@given(st.lists(NASTY, max_size=4))
def test_whatever_a_file_holds_its_problems_cannot_reach_the_terminal(lines: list[str]) -> None:
    shown = told("\n".join([*lines, "sytems: {a: {name: [b]}}", "? x\x1b[2J"]))

    assert HARMFUL.search(plain(shown)) is None
    assert HARMFUL.search(plain(shown, ascii_only=True)) is None
    assert HARMFUL.search(re.sub("\x1b\\[[0-9;]*m", "", painted(shown))) is None


@settings(max_examples=50)
@given(NASTY, NASTY)
def test_messages_and_help_cannot_reach_the_terminal(message: str, advice: str) -> None:
    lines = problem_lines(Problems((Problem(message, advice),)), 80)

    assert HARMFUL.search(plain(lines)) is None
