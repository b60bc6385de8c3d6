"""What `stackaudit init` writes, where, and what it never touches."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WORKFLOW, JOB, PIPELINE = ".github/workflows/stackaudit.yml", ".gitlab/stackaudit.yml", ".gitlab-ci.yml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with an inventory in a folder."""
    (tmp_path / "ours" / ".git").mkdir(parents=True)
    (tmp_path / "ours" / "inventory").mkdir()
    (tmp_path / "ours" / "inventory" / "stack.yaml").write_text("systems: [Slack]\n")
    return tmp_path / "ours"


def stackaudit(*arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    command = [sys.executable, "-m", "stackaudit", *arguments]
    environment = {**clean, "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=at, env=environment, capture_output=True, encoding="utf-8", check=False)


def written(folder: Path) -> list[str]:
    """The files of a repository apart from its inventory."""
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
    return sorted(file for file in files if not file.startswith("inventory/"))


def audited(folder: Path, server: str) -> object:
    """The path that the written file has a build server audit."""
    if server == "github":
        return yaml.safe_load((folder / WORKFLOW).read_text())["jobs"]["audit"]["env"]["INVENTORY"]
    return yaml.safe_load((folder / JOB).read_text())["stackaudit"]["variables"]["STACKAUDIT_PATH"]


def test_github_gets_a_workflow(repository: Path) -> None:
    run = stackaudit("init", "--ci", "github", "inventory", at=repository)

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == f"wrote {WORKFLOW}\nCommit it, and pull requests are audited.\n"
    assert written(repository) == [WORKFLOW]
    assert audited(repository, "github") == "inventory"


def test_gitlab_gets_a_job_and_a_pipeline_that_includes_it(repository: Path) -> None:
    run = stackaudit("init", "--ci", "gitlab", "inventory", at=repository)

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == f"wrote {JOB}\nwrote {PIPELINE}\nCommit both, and merge requests are audited.\n"
    assert written(repository) == [PIPELINE, JOB]
    assert audited(repository, "gitlab") == "inventory"
    assert yaml.safe_load((repository / PIPELINE).read_text()) == {"include": [{"local": JOB}]}


def test_a_pipeline_that_is_there_is_left_alone(repository: Path) -> None:
    (repository / PIPELINE).write_text("build: {script: [make]}\n")

    run = stackaudit("init", "--ci", "gitlab", "--force", "inventory", at=repository)

    assert run.returncode == 0
    assert run.stdout == (f"wrote {JOB}\nAdd to {PIPELINE}, then commit both: `include: [{{local: {JOB}}}]`\n")
    assert (repository / PIPELINE).read_text() == "build: {script: [make]}\n"


def test_a_pipeline_that_includes_the_job_needs_nothing(repository: Path) -> None:
    stackaudit("init", "--ci", "gitlab", "inventory", at=repository)

    run = stackaudit("init", "--ci", "gitlab", "--force", "inventory", at=repository)

    assert run.stdout == f"wrote {JOB}\nCommit it; {PIPELINE} names it already.\n"


@pytest.mark.parametrize(("server", "file"), [("github", WORKFLOW), ("gitlab", JOB)])
def test_a_file_that_is_there_is_replaced_by_force_alone(repository: Path, server: str, file: str) -> None:
    (repository / file).parent.mkdir(parents=True)
    (repository / file).write_text("ours: true\n")

    refused = stackaudit("init", "--ci", server, "inventory", at=repository)
    kept = (repository / file).read_text()
    forced = stackaudit("init", "--ci", server, "inventory", "--force", at=repository)

    assert (refused.returncode, refused.stdout, kept) == (2, "", "ours: true\n")
    assert f"{file}:1:1: this file is there already" in refused.stderr
    assert "1 problem: nothing was written." in refused.stderr
    assert forced.returncode == 0
    assert audited(repository, server) == "inventory"


def test_nothing_is_written_where_one_of_two_files_cannot_be(repository: Path) -> None:
    (repository / PIPELINE).symlink_to(repository.parent / "elsewhere.yml")

    run = stackaudit("init", "--ci", "gitlab", "inventory", at=repository)

    assert run.returncode == 2
    assert not (repository / JOB).exists()


@pytest.mark.parametrize("linked", [".github", WORKFLOW])
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_link_leads_no_file_out_of_the_repository(repository: Path, linked: str, force: list[str]) -> None:
    elsewhere = repository.parent / "elsewhere"
    elsewhere.mkdir()
    (repository / linked).parent.mkdir(parents=True, exist_ok=True)
    (repository / linked).symlink_to(elsewhere if linked == ".github" else elsewhere / "new.yml")

    run = stackaudit("init", "--ci", "github", "inventory", *force, at=repository)

    assert run.returncode == 2
    assert "a link leads out of the repository" in run.stderr
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("at", ["", "inventory"])
def test_files_go_to_the_top_of_the_repository(repository: Path, at: str) -> None:
    run = stackaudit("init", "--ci", "github", str(repository / "inventory"), at=repository / at)

    assert run.returncode == 0
    assert written(repository) == [WORKFLOW]


def test_an_inventory_may_be_the_repository_itself(repository: Path) -> None:
    (repository / "stack.yaml").write_text("systems: [Slack]\n")

    stackaudit("init", "--ci", "github", at=repository)

    assert audited(repository, "github") == "."


def test_without_a_repository_files_go_where_one_stands(repository: Path) -> None:
    (repository / ".git").rmdir()

    stackaudit("init", "--ci", "github", "inventory/stack.yaml", at=repository)

    assert written(repository) == [WORKFLOW]
    assert audited(repository, "github") == "inventory/stack.yaml"


@pytest.mark.parametrize("server", ["github", "gitlab"])
@pytest.mark.parametrize(
    "name", ["our systems", "Øst & vest", 'say "so"', "it's", "a: b", "- a", "#1", "a\\b", "{{ a }}", "@VERSION@"]
)
def test_a_path_comes_through_as_it_is(repository: Path, server: str, name: str) -> None:
    (repository / "inventory").rename(repository / name)

    run = stackaudit("init", "--ci", server, f"./{name}", at=repository)

    assert run.returncode == 0, run.stderr
    assert audited(repository, server) == name


@pytest.mark.parametrize("name", ["${{ github.token }}", "$(reboot)", "$HOME", "a\nb", "a\x1b[31mb", "a\u202eb"])
def test_a_path_that_means_something_else_to_a_server_is_refused(repository: Path, name: str) -> None:
    (repository / "inventory").rename(repository / name)

    run = stackaudit("init", "--ci", "github", f"./{name}", at=repository)

    assert run.returncode == 2
    assert "a path with `$` or unseen characters" in run.stderr
    assert not (repository / ".github").exists()


def test_a_file_that_is_not_there_is_no_inventory(repository: Path) -> None:
    run = stackaudit("init", "--ci", "github", "nowhere.yaml", at=repository)

    assert (run.returncode, run.stdout) == (2, "")
    assert "nowhere.yaml:1:1: no such file or folder" in run.stderr
    assert not (repository / ".github").exists()


def test_a_file_in_the_way_of_a_folder_is_told(repository: Path) -> None:
    (repository / ".github").write_text("")

    run = stackaudit("init", "--ci", "github", "inventory", at=repository)

    assert run.returncode == 2
    assert ".github:1:1: a file stands where a folder belongs" in run.stderr


def test_it_asks_what_to_write(repository: Path) -> None:
    run = stackaudit("init", at=repository)

    assert run.returncode == 2
    assert "--ci: say what to write: github or gitlab" in run.stderr


BEGUN = [".gitignore", ".stackaudit/inventory.schema.json", ".vscode/extensions.json", ".vscode/settings.json"]
BEGUN += ["inventory.yaml", "stackaudit.toml"]


def test_an_inventory_is_begun_and_scanned(tmp_path: Path) -> None:
    options = ["--name", "Fjordline", "--currency", "eur", "--region", "eu", "--team", "web=marketing"]
    systems = ["--system", "Salesforce Sales Cloud", "--system", "Ordrebok"]

    run = stackaudit("init", *options, *systems, "--today", "2026-11-21", at=tmp_path)

    assert (run.returncode, run.stderr) == (0, "")
    assert written(tmp_path) == BEGUN
    assert run.stdout.splitlines()[:8] == [
        "wrote inventory.yaml",
        "wrote stackaudit.toml",
        "wrote .gitignore",
        "wrote .stackaudit/inventory.schema.json",
        "wrote .vscode/settings.json",
        "wrote .vscode/extensions.json",
        "",
        "Fjordline · 2 systems · 0 integrations · 1 file, 31 lines",
    ]
    assert "inventory/unknown-product  low\n  Ordrebok is not known to the catalogue" in run.stdout
    assert run.stdout.endswith(
        "`stackaudit ask` lists what to find out, and from whom.\n"
        "`stackaudit scan` audits what you have written down since.\n"
    )
    assert yaml.safe_load((tmp_path / "inventory.yaml").read_text()) == {
        "stackaudit": 1,
        "organization": {"name": "Fjordline", "currency": "EUR", "regions": ["eu"]},
        "teams": {"web": {"side": "marketing"}},
        "systems": {"salesforce-sales-cloud": {"name": "Salesforce Sales Cloud"}, "ordrebok": {"name": "Ordrebok"}},
    }


def test_without_options_and_without_a_terminal_nothing_is_asked(tmp_path: Path) -> None:
    run = stackaudit("init", "new", at=tmp_path)

    assert (run.returncode, run.stderr) == (0, "")
    assert written(tmp_path) == [f"new/{file}" for file in BEGUN]
    assert "0 systems · 0 integrations" in run.stdout
    assert "`stackaudit ask new` lists what to find out" in run.stdout


def test_what_was_begun_is_what_a_scan_reads(tmp_path: Path) -> None:
    stackaudit("init", "--system", "Slack", "--ci", "gitlab", at=tmp_path)

    run = stackaudit("scan", ".", at=tmp_path)

    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("1 system · 0 integrations · 1 file,")


def test_the_scan_of_a_new_inventory_asks_the_few_questions_to_begin_with(tmp_path: Path) -> None:
    stackaudit("init", "--system", "Slack", at=tmp_path)

    shown = stackaudit("config", "show", at=tmp_path)

    assert 'profile = "starter"' in shown.stdout


def test_a_new_inventory_can_have_its_build_server_at_once(repository: Path) -> None:
    (repository / "inventory" / "stack.yaml").unlink()

    run = stackaudit("init", "inventory", "--ci", "github", "--system", "Slack", at=repository)

    assert run.returncode == 0, run.stderr
    assert f"wrote {WORKFLOW}\nCommit it, and pull requests are audited.\n" in run.stdout
    assert written(repository) == [WORKFLOW]
    assert audited(repository, "github") == "inventory"


def test_what_is_there_stays_and_is_told(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("ours\n")
    (tmp_path / "stackaudit.toml").write_text('profile = "strict"\n')

    run = stackaudit("init", "--force", at=tmp_path)

    assert run.returncode == 0, run.stderr
    assert "kept stackaudit.toml\nkept .gitignore\n" in run.stdout
    assert (tmp_path / ".gitignore").read_text() == "ours\n"
    assert (tmp_path / "stackaudit.toml").read_text() == 'profile = "strict"\n'


def test_an_inventory_that_is_there_is_not_begun_again(repository: Path) -> None:
    run = stackaudit("init", "--name", "Fjordline", at=repository)

    assert (run.returncode, run.stdout) == (2, "")
    assert ".:1:1: there is an inventory here already" in run.stderr
    assert written(repository) == []


def test_yaml_of_others_is_not_joined(tmp_path: Path) -> None:
    (tmp_path / "compose.yaml").write_text("services: {web: {image: nginx}}\n")

    refused = stackaudit("init", at=tmp_path)
    apart = stackaudit("init", "inventory", at=tmp_path)

    assert (refused.returncode, refused.stdout) == (2, "")
    assert "compose.yaml:1:1: YAML that is no inventory" in refused.stderr
    assert "Give the inventory a folder of its own: `stackaudit init inventory`." in refused.stderr
    assert apart.returncode == 0, apart.stderr


def test_nothing_is_written_where_one_file_cannot_be(tmp_path: Path) -> None:
    (tmp_path / ".vscode").write_text("")

    run = stackaudit("init", at=tmp_path)

    assert run.returncode == 2
    assert ".vscode:1:1: a file stands where a folder belongs" in run.stderr
    assert written(tmp_path) == [".vscode"]


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--currency", "euro", "a currency is a code of three letters"),
        ("--team", "web=marketting", "did you mean `marketing`?"),
        ("--team", "=it", "names no team"),
        ("--team", "it", "states no side"),
        ("--name", "a\x1b[31mb", "all of which can be seen"),
        ("--system", "s" * 300, "at most 200 characters"),
    ],
)
def test_an_option_that_cannot_be_is_told(tmp_path: Path, option: str, value: str, message: str) -> None:
    run = stackaudit("init", option, value, at=tmp_path)

    assert (run.returncode, run.stdout, written(tmp_path)) == (2, "", [])
    assert message in run.stderr
    assert option in run.stderr


IN_TERMINAL = """
import fcntl, runpy, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that signs such as Ctrl-C are for this process
runpy.run_module("stackaudit", run_name="__main__", alter_sys=True)
"""
PATIENCE = 60  # seconds without a sign before a run counts as stuck
INTERRUPT = b"\x03"


def in_terminal(*arguments: str, at: Path, answers: Sequence[bytes]) -> tuple[int, str]:
    """The exit code of a run that stands in a terminal, and all that is seen there.

    Each answer is typed when a question waits for it.
    """
    waiting, seen = list(answers), b""
    terminal, theirs = os.openpty()
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "PYTHONUTF8": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", IN_TERMINAL, *arguments],
        cwd=at,
        env=environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    typed = b""
    silent = 0
    with suppress(OSError):  # raised where the other side is closed: nothing more will come
        while silent < PATIENCE:
            if not select.select([terminal], [], [], 1)[0]:
                silent += 1
                if typed == INTERRUPT:  # it came before the question waited, and nobody heard it
                    os.write(terminal, typed)
                continue
            part = os.read(terminal, 65_536)
            if not part:
                break
            seen, silent = seen + part, 0
            if waiting and seen.endswith(b": "):
                typed = waiting.pop(0)
                os.write(terminal, typed)
    os.close(terminal)
    code = process.wait(PATIENCE)
    assert waiting == [], seen
    return code, seen.decode().replace("\r\n", "\n")


def test_in_a_terminal_it_asks_for_what_no_option_says(tmp_path: Path) -> None:
    answers = [b"euros\n", b"usd\n", b"eu, uk\n", b"Salesforce, Slack,\n", b"github\n"]

    code, shown = in_terminal("init", "--name", "Fjordline", at=tmp_path, answers=answers)

    assert code == 0, shown
    assert "A few questions to begin with. Leave empty what you do not know.\n" in shown
    assert "Error: a currency is a code of three letters, such as EUR or USD\n" in shown
    assert "Name of the organisation" not in shown
    assert yaml.safe_load((tmp_path / "inventory.yaml").read_text()) == {
        "stackaudit": 1,
        "organization": {"name": "Fjordline", "currency": "USD", "regions": ["eu", "uk"]},
        "teams": {"marketing": {"side": "marketing"}, "it": {"side": "it"}, "sales": {"side": "sales"}},
        "systems": {"salesforce": {"name": "Salesforce"}, "slack": {"name": "Slack"}},
    }
    assert written(tmp_path) == sorted([WORKFLOW, *BEGUN])
    assert "2 systems · 0 integrations" in shown


def test_in_a_terminal_nothing_need_be_answered(tmp_path: Path) -> None:
    code, shown = in_terminal("init", at=tmp_path, answers=[b"\n"] * 5)

    assert code == 0, shown
    assert written(tmp_path) == BEGUN
    assert "0 systems · 0 integrations" in shown


@pytest.mark.parametrize("end", [INTERRUPT, b"\x04"], ids=["interrupted", "ended"])
def test_breaking_off_writes_nothing(tmp_path: Path, end: bytes) -> None:
    code, shown = in_terminal("init", at=tmp_path, answers=[b"Fjordline\n", end])

    assert code == 2
    assert shown.endswith("broken off: nothing was written.\n")
    assert written(tmp_path) == []


def test_in_a_terminal_nothing_is_asked_with_yes(tmp_path: Path) -> None:
    code, shown = in_terminal("init", "--yes", at=tmp_path, answers=[])

    assert code == 0
    assert shown.startswith("wrote inventory.yaml\n")


SPREADSHEET = """\
Tool,Owner,Annual cost,SSO,Mood
Salesforce,Sales,"€240,000",yes,good
HubSpot Marketing Hub,Marketing,"€48,000",no,
"""


def test_a_spreadsheet_becomes_an_inventory_with_its_first_findings(tmp_path: Path) -> None:
    (tmp_path / "tools.csv").write_text(SPREADSHEET, encoding="utf-8")

    run = stackaudit("init", "--from", "tools.csv", "--name", "Fjordline", at=tmp_path)

    assert run.returncode == 0, run.stderr
    assert written(tmp_path) == sorted([*BEGUN, ".stackaudit/imports.json", "tools.csv"])
    stated = yaml.safe_load((tmp_path / "inventory.yaml").read_text(encoding="utf-8"))
    assert stated["organization"]["name"] == "Fjordline"
    assert {system["name"]: system["security"] for system in stated["systems"].values()} == {
        "Salesforce": {"sso": True},
        "HubSpot Marketing Hub": {"sso": False},
    }
    assert "security/no-single-sign-on  high\n  HubSpot Marketing Hub is not behind single sign-on." in run.stdout


def test_a_file_that_cannot_be_imported_begins_nothing(tmp_path: Path) -> None:
    (tmp_path / "tools.csv").write_text("", encoding="utf-8")

    run = stackaudit("init", "--from", "tools.csv", at=tmp_path)

    assert (run.returncode, run.stdout, written(tmp_path)) == (2, "", ["tools.csv"])
    assert "tools.csv:1:1: the file is empty" in run.stderr


def test_systems_come_from_one_place(tmp_path: Path) -> None:
    run = stackaudit("init", "--from", "tools.csv", "--system", "Slack", at=tmp_path)

    assert (run.returncode, written(tmp_path)) == (2, [])
    assert "--system: systems come from the file that is named with --from" in run.stderr
