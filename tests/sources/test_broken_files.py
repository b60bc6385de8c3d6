"""Files, folders and links that are no inventory: each is a clear problem, never a traceback and never a wait."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from builders import CATEGORIES, problems_of
from stackaudit.model.problems import Problem, Problems
from stackaudit.sources import files
from stackaudit.sources.inventory import finding, gathering, read_inventory
from stackaudit.sources.yaml_reading import Limits, parse

GOOD = "systems: [Jira]\n"

BYTES = [
    ("UTF-16 with a mark", GOOD.encode("utf-16"), "the file is in UTF-16", "1:1"),
    ("UTF-16 little end first", b"\xff\xfe" + GOOD.encode("utf-16-le"), "the file is in UTF-16", "1:1"),
    ("UTF-16 big end first", b"\xfe\xff" + GOOD.encode("utf-16-be"), "the file is in UTF-16", "1:1"),
    ("UTF-16 without a mark", GOOD.encode("utf-16-le"), "the file is in UTF-16 or UTF-32", "1:1"),
    ("UTF-16 without a mark, big end first", GOOD.encode("utf-16-be"), "the file is in UTF-16 or UTF-32", "1:1"),
    ("UTF-32 with a mark", GOOD.encode("utf-32"), "the file is in UTF-32", "1:1"),
    ("UTF-32 big end first", b"\x00\x00\xfe\xff" + GOOD.encode("utf-32-be"), "the file is in UTF-32", "1:1"),
    ("UTF-32 without a mark", GOOD.encode("utf-32-le"), "the file is in UTF-16 or UTF-32", "1:1"),
    ("Latin-1", "systems:\n- Jira\n- Café\n".encode("latin-1"), "not UTF-8: byte 0xe9 cannot stand here", "3:6"),
    ("Windows-1252", "systems:\n- “Jira”\n".encode("cp1252"), "not UTF-8: byte 0x93 cannot stand here", "2:3"),
    ("Latin-1 after a good letter", b"systems: [\xc3\xa9\xe9]\n", "not UTF-8: byte 0xe9 cannot stand here", "1:12"),
    ("UTF-8 cut short", "systems: [é".encode()[:-1], "not UTF-8: byte 0xc3 cannot stand here", "1:11"),
    ("overlong NUL", b"systems: [\xc0\x80]\n", "not UTF-8: byte 0xc0 cannot stand here", "1:11"),
    ("surrogate in UTF-8", b"systems: [\xed\xa0\x80]\n", "not UTF-8: byte 0xed cannot stand here", "1:11"),
    ("byte 0xff late", b"systems:\r\n- A\r\n- \xff\n", "not UTF-8: byte 0xff cannot stand here", "3:3"),
    ("compressed file", b"\x1f\x8b\x08\x00rest", "the file is in UTF-16 or UTF-32, or is no text", "1:1"),
    ("program", b"\x7fELF\x02\x01\x01\x00\x00\x00", "the character U+007F is not allowed in YAML", "1:1"),
    ("no byte at all", b"", "the file is empty", "1:1"),
    ("only a byte-order mark", b"\xef\xbb\xbf", "the file is empty", "1:1"),
    ("only a new line", b"\n", "the file is empty", "1:1"),
    ("only three dashes", b"---", "the file is empty", "1:4"),
    ("fault behind a byte-order mark", b"\xef\xbb\xbfsystem: [A]\n", "unknown key `system`", "1:1"),
    ("fault behind two byte-order marks", b"\xef\xbb\xbf\xef\xbb\xbfsystem: [A]\n", "unknown key `system`", "1:1"),
]


def problems_in(*paths: Path) -> tuple[Problem, ...]:
    """What is wrong with the inventory in some files and folders; a test fails where nothing is."""
    with pytest.raises(Problems) as raised:
        read_inventory(paths, CATEGORIES)
    assert all(problem.place and problem.message and problem.help for problem in raised.value.problems)
    return raised.value.problems


@pytest.mark.parametrize(("raw", "message", "place"), [pytest.param(*case[1:], id=case[0]) for case in BYTES])
def test_bytes_that_are_no_inventory_are_one_problem_at_their_place(
    tmp_path: Path, raw: bytes, message: str, place: str
) -> None:
    file = tmp_path / "inventory.yaml"
    file.write_bytes(raw)

    [problem] = problems_in(file)

    assert message in problem.message
    assert str(problem.place) == f"{file}:{place}"


def test_a_byte_order_mark_of_utf_8_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "inventory.yaml").write_bytes(b"\xef\xbb\xbf" + GOOD.encode())

    inventory = read_inventory([tmp_path], CATEGORIES)

    assert list(inventory.systems) == ["jira"]


def test_a_path_that_leads_nowhere(tmp_path: Path) -> None:
    [problem] = problems_in(tmp_path / "missing.yaml")

    assert problem.message == "cannot be read: No such file or directory"


def test_a_path_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD)

    [problem] = problems_in(tmp_path / "a.yaml" / "b.yaml")

    assert problem.message == "cannot be read: Not a directory"


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    [problem] = problems_in(tmp_path / ("a" * 300 + ".yaml"))

    assert problem.message == "cannot be read: File name too long"


def test_an_empty_folder(tmp_path: Path) -> None:
    [problem] = problems_in(tmp_path)

    assert problem.message == "no YAML file in this folder"


def test_a_folder_with_other_files_only(tmp_path: Path) -> None:
    for name in ("notes.txt", ".hidden.yaml", "yaml"):
        (tmp_path / name).write_text(GOOD)

    [problem] = problems_in(tmp_path)

    assert problem.message == "no YAML file in this folder"


def test_a_folder_that_is_named_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()

    [inside] = problems_in(tmp_path)
    [itself] = problems_in(tmp_path / "x.yaml")

    assert inside.message == itself.message == "no YAML file in this folder"


def test_a_folder_that_is_named_like_a_file_is_read_as_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    (tmp_path / "x.yaml" / "a.yml").write_text(GOOD)

    inventory = read_inventory([tmp_path], CATEGORIES)

    assert list(inventory.systems) == ["jira"]


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(GOOD)
    (tmp_path / "link.yaml").symlink_to("missing.yaml")

    [problem] = problems_in(tmp_path)

    assert problem.message == "cannot be read: No such file or directory"
    assert str(problem.place) == f"{tmp_path}/link.yaml:1:1"


def test_a_link_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "inventory").mkdir()
    (tmp_path / "secret.yaml").write_text(GOOD)
    (tmp_path / "inventory" / "link.yaml").symlink_to("../secret.yaml")

    [problem] = problems_in(tmp_path / "inventory")

    assert problem.message == "this link leads out of the inventory's folder"
    assert str(problem.place) == f"{tmp_path}/inventory/link.yaml:1:1"


def test_links_out_of_the_folder_are_told_together_with_faults_in_its_files(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "inventory").mkdir()
    (tmp_path / "inventory" / "a.yaml").write_text("system: []\n")
    (tmp_path / "inventory" / "link.yaml").symlink_to("../secret.yaml")

    problems = problems_in(tmp_path / "inventory", tmp_path / "empty")

    assert [problem.message for problem in problems] == [
        "no YAML file in this folder",
        "unknown key `system`",
        "this link leads out of the inventory's folder",
    ]


def test_a_link_within_the_folder_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD)
    (tmp_path / "link.yaml").symlink_to("a.yaml")

    inventory = read_inventory([tmp_path, tmp_path / "a.yaml"], CATEGORIES)

    assert list(inventory.systems) == ["jira"]


def test_links_that_lead_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    (tmp_path / "b.yaml").symlink_to("a.yaml")

    in_folder = problems_in(tmp_path)
    [itself] = problems_in(tmp_path / "a.yaml")

    assert {problem.message for problem in in_folder} == {"cannot be read: Too many levels of symbolic links"}
    assert itself.message == "cannot be read: Too many levels of symbolic links"


def test_a_link_to_its_own_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD)
    (tmp_path / "again").symlink_to(".", target_is_directory=True)

    inventory = read_inventory([tmp_path], CATEGORIES)

    assert list(inventory.documents) == [f"{tmp_path}/a.yaml"]


def test_a_pipe_without_a_writer_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")

    [in_folder] = problems_in(tmp_path)
    [itself] = problems_in(tmp_path / "pipe.yaml")

    assert in_folder.message == itself.message == "not a regular file"


def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.yaml")

        [problem] = problems_in(tmp_path / "socket.yaml")

    assert problem.message == "cannot be read: No such device or address"


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device(device: str) -> None:
    [problem] = problems_in(Path(device))

    assert problem.message == "not a regular file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_and_a_folder_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD)
    (tmp_path / "a.yaml").chmod(0)
    (tmp_path / "closed").mkdir(mode=0)

    problems = problems_in(tmp_path)

    assert [problem.message for problem in problems] == ["cannot be read: Permission denied"] * 2


def test_problems_of_several_files_are_told_together_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_bytes(GOOD.encode("utf-16"))
    (tmp_path / "a.yaml").write_text("system: []\n")
    (tmp_path / "b.yaml").write_text("systems: [\n")

    problems = problems_in(tmp_path / "c.yaml", tmp_path / "b.yaml", tmp_path / "a.yaml")

    assert [Path(problem.place.file).name for problem in problems if problem.place] == ["a.yaml", "b.yaml", "c.yaml"]


def test_an_id_in_two_files_names_both_places(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("systems:\n  crm: A\n")
    (tmp_path / "b.yaml").write_text("# more\nsystems:\n  mail: B\n  crm: C\n")

    [problem] = problems_in(tmp_path)

    assert problem.message == "the system `crm` is declared twice"
    assert problem.place == (f"{tmp_path}/b.yaml", 4, 3)
    assert problem.related == (((f"{tmp_path}/a.yaml", 2, 3), "first here"),)


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("teams: {▶it: {side: it}}", "teams: {▶it: {side: it}}", "the team `it` is declared twice"),
        ("data: {▶order: {}}", "data: {▶order: {}}", "the kind of data `order` is declared twice"),
        ("organization: {name: ▶A}", "organization: {name: ▶A}", "`organization.name` is stated twice"),
        ("governance: {survey: {asked: ▶2026-01-01}}", "governance: {survey: {asked: ▶2026-01-02}}", "stated twice"),
        ("governance: {liaison: ▶none}", "governance: {liaison: ▶none}", "`governance.liaison` is stated twice"),
        ("governance: {liaison: ▶none}", "governance: {liaison: ▶{team: nobody}}", "`none` in another"),
        ("governance: {survey: ▶{asked: 2026-01-01}}", "governance: {survey: ▶none}", "`none` in another"),
    ],
)
def test_what_two_files_state_names_both_places(tmp_path: Path, first: str, second: str, message: str) -> None:
    (tmp_path / "a.yaml").write_text(first.replace("▶", ""))
    (tmp_path / "b.yaml").write_text(second.replace("▶", ""))

    [problem] = problems_in(tmp_path)

    assert message in problem.message
    assert problem.place == (f"{tmp_path}/b.yaml", 1, second.index("▶") + 1)
    assert problem.related == (((f"{tmp_path}/a.yaml", 1, first.index("▶") + 1), "first here"),)


def test_a_reference_to_an_unknown_team_points_into_the_file_that_states_it(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("teams: {it: {side: it}}\ngovernance: {shared_metrics: [A]}\n")
    (tmp_path / "b.yaml").write_text("governance: {liaison: {team: brand}}\n")

    [problem] = problems_in(tmp_path)

    assert problem.message == "no team is declared as `brand`"
    assert problem.place == (f"{tmp_path}/b.yaml", 1, 30)


def test_a_file_over_the_limit_of_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 15)
    (tmp_path / "a.yaml").write_text(GOOD)

    [problem] = problems_in(tmp_path)

    assert problem.message == "the file is too large"


def test_a_folder_over_the_limit_of_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "MOST_FILES", 2)
    for name in "abc":
        (tmp_path / f"{name}.yaml").write_text(f"systems: [{name}]\n")

    [problem] = problems_in(tmp_path)

    assert problem.message == "more than 2 YAML files"


def test_a_file_over_the_limit_of_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MOST_PROBLEMS", 2)

    problems = problems_of("a: 1\nb: 1\nc: 1\nd: 1\n")

    assert {problem.message for problem in problems} == {
        "unknown key `a`",
        "unknown key `b`",
        "2 more problems in this file",
    }


@pytest.mark.parametrize(
    ("text", "limits", "message", "place"),
    [
        ("a: [[1]]", Limits(depth=2), "nested more than 2 levels deep", "1:5"),
        ("[1, 2, 3, 4, 5]", Limits(nodes=4), "more than 4 values", "1:11"),
        ("{a: 1, b: 2, c: 3}", Limits(nodes=4), "more than 4 values", "1:11"),
        ("[[], [], [], []]", Limits(nodes=4), "more than 4 values", "1:14"),
        ("[&a [1, 2], *a, *a]", Limits(alias_nodes=5), "aliases repeat too many values", "1:17"),
    ],
)
def test_yaml_over_a_limit_ends_the_reading_where_it_is_passed(
    text: str, limits: Limits, message: str, place: str
) -> None:
    parsed = parse("a.yaml", text, limits)

    assert [problem.message for problem in parsed.problems] == [message]
    assert str(parsed.problems[0].place) == f"a.yaml:{place}"
    assert not parsed.whole


@pytest.mark.parametrize("text", ["[1, 2, 3]", "{a: 1}", "[[], []]"])
def test_yaml_at_a_limit_is_read(text: str) -> None:
    parsed = parse("a.yaml", text, Limits(depth=2, nodes=4))

    assert parsed.whole
    assert parsed.problems == ()


PROGRAM = [
    ("unknown key", b"system: [A]\n", "a.yaml:1:1: unknown key `system`"),
    ("wrong value", b"systems: {crm: {name: A, public: yes}}\n", "a.yaml:1:34: `public`: expected true or false"),
    ("unknown reference", b"systems: [A]\nintegrations: [{from: a, to: b}]\n", "a.yaml:2:30: no system is declared"),
    ("key that stands twice", b"systems: [A]\nsystems: [B]\n", "a.yaml:2:1: the key `systems` stands twice"),
    ("tag", b"systems: [!!python/name:os.system A]\n", "a.yaml:1:11: the tag `!!python/name:os.system`"),
    ("second document", b"systems: [A]\n---\n", "a.yaml:2:1: a second document begins here"),
    ("alias that contains itself", b"x-a: &a [*a]\n", "a.yaml:1:10: the alias `*a` contains itself"),
    ("tab", b"systems:\n\tcrm: A\n", "a.yaml:2:1: not valid YAML: found character that cannot start any token"),
    ("unclosed list", b"systems: [A\n", "a.yaml:2:1: not valid YAML: did not find expected ',' or ']'"),
    ("list", b"- A\n", "a.yaml:1:1: expected sections such as `systems:`, found a list"),
    ("nothing", b"", "a.yaml:1:1: the file is empty"),
    ("control character", b"systems: [\x1b[2J]\n", "a.yaml:1:11: the character U+001B is not allowed in YAML"),
    ("NUL", b"systems: [a\x00]\n", "a.yaml:1:12: the character U+0000 is not allowed in YAML"),
    ("UTF-16", GOOD.encode("utf-16"), "a.yaml:1:1: the file is in UTF-16"),
    ("Latin-1", b"systems: [\xe9]\n", "a.yaml:1:11: not UTF-8: byte 0xe9 cannot stand here"),
    ("deep nesting", b"[" * 100_000, "a.yaml:1:33: nested more than 32 levels deep"),
    ("long word", b"systems: {crm: {name: A, lifecycle: " + b"k" * 1_000_000 + b"}}\n", "a.yaml:1:37: `lifecycle`:"),
    ("line of invisible signs", "systems: {crm: {name: A, x: '{}'}}\n".replace("{}", "\u200b" * 9_999).encode(), "`x`"),
    ("escape in a word", b'systems: {crm: {name: A, lifecycle: "\\e[2J"}}\n', "`<U+001B>[2J` is not known here"),
]


def scan(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs the real program in a folder, as a person would."""
    command = [sys.executable, "-m", "stackaudit", "scan", *map(str, arguments)]
    environment = {**os.environ, "PYTHONUTF8": "1", "COLUMNS": "120"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False)


def assert_refused(run: subprocess.CompletedProcess[str], message: str) -> None:
    assert message in run.stderr
    assert "help: " in run.stderr
    assert "no audit was performed" in run.stderr
    assert "Traceback" not in run.stderr
    assert "\x1b" not in run.stderr
    assert run.stdout == ""
    assert run.returncode == 2


@pytest.mark.parametrize(("raw", "message"), [pytest.param(*case[1:], id=case[0]) for case in PROGRAM])
def test_the_program_refuses_a_broken_file(tmp_path: Path, raw: bytes, message: str) -> None:
    (tmp_path / "a.yaml").write_bytes(raw)

    run = scan("a.yaml", folder=tmp_path)

    assert_refused(run, message)


def test_the_program_refuses_paths_that_are_no_inventory(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    os.mkfifo(tmp_path / "pipe.yaml")

    run = scan("loop.yaml", "pipe.yaml", "missing.yaml", "a" * 300, folder=tmp_path)
    alone = scan("empty", folder=tmp_path)

    assert_refused(run, "4 problems: no audit was performed.")
    assert_refused(alone, "empty:1:1: no YAML file in this folder")


def test_the_program_shows_no_escape_sequence_of_a_file_name(tmp_path: Path) -> None:
    name = "a\n\x1b[31mb\udce9.yaml"
    (tmp_path / name).write_text("system: [A]\n")

    run = scan(".", folder=tmp_path)

    assert_refused(run, "a <U+001B>[31mb<U+DCE9>.yaml:1:1: unknown key `system`")
