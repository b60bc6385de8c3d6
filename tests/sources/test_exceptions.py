"""Reading exceptions.yaml: entries out of it, or every problem with its place and help."""

from __future__ import annotations

from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from builders import inventory
from stackaudit.model.exceptions import EXCEPTION_FIELDS, RuleException
from stackaudit.model.problems import Problems
from stackaudit.sources.exceptions import read_exceptions
from stackaudit.sources.inventory.finding import find_exceptions, find_files

if TYPE_CHECKING:
    from pathlib import Path

RULES = ("security/no-sso", "shadow-it/bought-without-it", "shadow-it/paid-by-card")
INVENTORY = inventory(
    "teams: {marketing: {side: marketing, lead: cmo}, it: {side: it, lead: cio}}\nsystems: {a: {name: A}}"
)


def read(folder: Path, text: str) -> list[RuleException]:
    """The exceptions of a file with this text."""
    path = folder / "exceptions.yaml"
    path.write_text(dedent(text), encoding="utf-8")
    return read_exceptions([("exceptions.yaml", path)], [], RULES, INVENTORY)


def test_an_entry_is_read_whole(tmp_path: Path) -> None:
    (entry,) = read(
        tmp_path,
        """\
        # agreed in November
        - rule: security/no-sso
          subject: a
          subjects: [b-*, c]
          reason: It goes.
          approvers: [cmo, it]
          approved: 2026-11-02
          ticket: OPS-1
          until: 2027-03-31
          x-own: anything
        """,
    )

    assert (entry.rule, entry.subject, entry.patterns) == ("security/no-sso", "a", ("b-*", "c"))
    assert (entry.reason, entry.approvers, entry.ticket) == ("It goes.", ("cmo", "it"), "OPS-1")
    assert (entry.approved, entry.until) == (date(2026, 11, 2), date(2027, 3, 31))
    assert entry.named == ("a", "b-*", "c")
    assert str(entry.place) == "exceptions.yaml:2:3"
    assert str(entry.subject_place) == "exceptions.yaml:3:12"


def test_what_is_not_stated_is_empty_so_that_the_audit_can_say_so(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, "- {rule: security/no-sso, subjects: a*, reason: TBD, approvers: [unknown], until: '?'}")

    assert (entry.reason, entry.approvers, entry.until, entry.approved, entry.ticket) == ("", (), None, None, "")
    assert entry.patterns == ("a*",)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]", "null"])
def test_a_file_may_be_empty(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "place", "message", "advice"),
    [
        ("- {rule: security/no-ssso, subject: a}", "1:10", "there is no rule `security/no-ssso`", "`security/no-sso`"),
        ("- {rule: paid-by-card, subject: a}", "1:10", "there is no rule `paid-by-card`", "`shadow-it/paid-by-card`"),
        ("- {rule: qqqq, subject: a}", "1:10", "there is no rule `qqqq`", "stackaudit rules list"),
        ("- {subject: a}", "1:3", "an exception needs `rule`", "Add `rule:`."),
        ("- {rule: security/no-sso}", "1:3", "an exception needs `subject` or `subjects`", "Add `subject:`"),
        ("- {rule: security/no-sso, subjct: a, subject: a}", "1:27", "unknown key `subjct`", "`subject`"),
        ("- {rule: security/no-sso, subject: a, until: soon}", "1:46", "`until`: expected a date", "YEAR-MONTH-DAY"),
        ("- {rule: security/no-sso, subject: a, until: 2026-02-30}", "1:46", "`until`: there is no date", "28 days"),
        ("- {rule: security/no-sso, subject: a, reason: [x]}", "1:47", "`reason`: expected text", "one line"),
        ("- {rule: security/no-sso, subject: a, approvers: marketting}", "1:50", "nobody is known as", "`marketing`"),
        ("- text", "1:3", "expected the keys of an exception", "list of entries"),
        ("rule: security/no-sso", "1:1", "expected a list of exceptions", "list of entries"),
        ("- {rule: security/no-sso, rule: x, subject: a}", "1:27", "the key `rule` stands twice", "Keep one"),
        ("- [", "1:4", "not valid YAML", "Write a value here"),
        ("- !!python/object:x {rule: security/no-sso, subject: a}", "1:3", "the tag", "plain data"),
    ],
)
def test_a_fault_is_told_with_place_and_help(tmp_path: Path, text: str, place: str, message: str, advice: str) -> None:
    with pytest.raises(Problems) as raised:
        read(tmp_path, text)

    problem = raised.value.problems[0]
    assert problem.message.startswith(message)
    assert advice in problem.help
    assert str(problem.place) == f"exceptions.yaml:{place}"
    assert "exceptions.yaml" in raised.value.documents


def test_all_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "exceptions.yaml").write_text("- {rule: nope, subject: a, until: soon}\n- {subjct: a}\n")
    (tmp_path / "a" / "exceptions.yml").write_bytes(b"- \xff")
    files, problems = find_exceptions([tmp_path])

    with pytest.raises(Problems) as raised:
        read_exceptions(files, problems, RULES, INVENTORY)

    assert len(raised.value.problems) == 6


def test_an_approver_who_is_no_team_is_taken_for_a_role(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, "- {rule: security/no-sso, subject: a, approvers: [data protection officer]}")

    assert entry.approvers == ("data protection officer",)


def test_exceptions_are_found_in_folders_and_beside_files_and_are_no_inventory(tmp_path: Path) -> None:
    for name in ("systems.yaml", "exceptions.yaml", "below/exceptions.yml", "below/more.yaml", ".git/exceptions.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("[]")

    def names(found: list[tuple[str, Path]]) -> list[str]:
        return [path.relative_to(tmp_path.resolve()).as_posix() for _, path in found]

    assert names(find_exceptions([tmp_path])[0]) == ["below/exceptions.yml", "exceptions.yaml"]
    assert names(find_exceptions([tmp_path / "systems.yaml"])[0]) == ["exceptions.yaml"]
    assert names(find_files([tmp_path])[0]) == ["below/more.yaml", "systems.yaml"]
    assert names(find_files([tmp_path / "systems.yaml", tmp_path / "exceptions.yaml"])[0]) == ["systems.yaml"]


def test_exceptions_alone_are_no_inventory(tmp_path: Path) -> None:
    (tmp_path / "exceptions.yaml").write_text("[]")

    for path in (tmp_path, tmp_path / "exceptions.yaml"):
        assert [problem.message for problem in find_files([path])[1]] in (
            ["no YAML file in this folder"],
            ["exceptions alone are no inventory"],
        )


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "inventory").mkdir()
    (tmp_path / "elsewhere.yaml").write_text("[]")
    (tmp_path / "inventory" / "exceptions.yaml").symlink_to(tmp_path / "elsewhere.yaml")

    files, problems = find_exceptions([tmp_path / "inventory"])

    assert files == []
    assert [problem.message for problem in problems] == ["this link leads out of the inventory's folder"]


def test_every_key_says_what_it_is_for() -> None:
    assert all(field.about.endswith(".") for field in EXCEPTION_FIELDS.values())
