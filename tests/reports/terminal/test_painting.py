from __future__ import annotations

import pytest

from stackaudit.reports.terminal.lines import line
from stackaudit.reports.terminal.painting import painted, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", "<U+003A>:error::x"),
        ("  ::error::x", "  <U+003A>:error::x"),
        ("a ##[error]x", "a <U+0023>#[error]x"),
        ("##vso[task.complete]x", "<U+0023>#vso[task.complete]x"),
        ("a::b and ## c", "a::b and ## c"),
        ("std::vector", "std::vector"),
    ],
)
def test_no_line_commands_a_build_server(text: str, shown: str) -> None:
    assert plain([line(text)]) == f"{shown}\n"


def test_a_command_in_colour_is_none_either() -> None:
    assert "::error" not in painted([line("  ", ("::error::x", "label"))])


def test_each_line_is_looked_at() -> None:
    assert plain([line("a"), line("::set-output name=x::y")]) == "a\n<U+003A>:set-output name=x::y\n"
