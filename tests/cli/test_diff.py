"""The command line of changes: paths and revisions, settings and rules, exit codes, formats, problems."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import gettempdir

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

from histories import History
from stackaudit.cli.app import app
from stackaudit.reports.schemas.changes import changes_schema

RUNNER = CliRunner()
EXAMPLES = Path(__file__).parents[2] / "examples"
TODAY = "2026-11-21"

SOUND = "systems: {crm: {name: CRM, security: {sso: true}, cost: {annual: 1200}}}\n"
FAULTY = "systems: {crm: {name: CRM, security: {sso: false}, cost: {annual: 1500}}}\n"
RULE = """
id: no-sso
title: Systems have single sign-on
severity: high
why: Passwords leak.
fix: Add it.
for: system
expect: {security.sso: true}
point: security.sso
message: "{name} has no single sign-on."
"""


def run(*arguments: str | Path) -> Result:
    return RUNNER.invoke(app, ["diff", *map(str, arguments), "--today", TODAY])


def told(result: Result) -> dict[str, object]:
    """What a run told as JSON."""
    assert result.exit_code in (0, 1), result.output
    read: dict[str, object] = json.loads(result.stdout)
    Draft202012Validator(changes_schema()).validate(read)
    return read


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    """A repository with one state in `main`, in which the command runs; its own rule is the only one."""
    history = History(tmp_path / "repository")
    history.put("stackaudit.toml", 'builtin-rules = false\nrules = ["rules"]\n')
    history.put("rules/own/no-sso.yaml", RULE)
    history.commit(inventory__stack=SOUND)
    monkeypatch.chdir(history.folder)
    return history


def places(read: dict[str, object]) -> list[str]:
    findings = read["new_findings"]
    assert isinstance(findings, list)
    return [f"{each['place']['file']}:{each['place']['line']}" for each in findings]


def test_a_branch_is_held_against_where_it_began(history: History) -> None:
    base = history.git("rev-parse", "HEAD")
    history.git("checkout", "--quiet", "-b", "feature")
    history.commit(inventory__stack=FAULTY)
    history.git("checkout", "--quiet", "main")
    history.commit(inventory__other="systems: {shop: {name: Shop, security: {sso: true}}}\n")

    read = told(run("main...feature", "--path", "inventory", "-f", "json"))

    assert (read["old"], read["new"], read["subjects"]) == (base[:10], "feature", [])
    assert places(read) == ["feature:inventory/stack.yaml:1"]
    assert [(each["fact"], each["before"], each["after"]) for each in read["facts"]] == [  # type: ignore[attr-defined]
        ("cost.annual", "1\u00a0200", "1\u00a0500"),
        ("security.sso", "yes", "no"),
    ]


def test_two_dots_and_two_arguments_are_the_same(history: History) -> None:
    history.commit(inventory__stack=FAULTY)

    dots = told(run("HEAD~1..HEAD", "--path", "inventory", "-f", "json"))
    open_end = told(run("HEAD~1..", "--path", "inventory", "-f", "json"))
    apart = told(run("HEAD~1", "HEAD", "--path", "inventory", "-f", "json"))

    assert dots == open_end == apart
    assert places(dots) == ["HEAD:inventory/stack.yaml:1"]


def test_a_revision_alone_is_held_against_the_files_as_they_are(history: History) -> None:
    history.write(inventory__stack=FAULTY)

    read = told(run("HEAD", "--path", "inventory", "-f", "json"))

    assert (read["old"], read["new"], places(read)) == ("HEAD", "inventory", ["inventory/stack.yaml:1"])


def test_folders_and_files_are_compared_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.yaml").write_text(SOUND)
    (tmp_path / "new.yaml").write_text(SOUND.replace("crm:", "shop:").replace("CRM", "Shop"))

    read = told(run(tmp_path / "old", tmp_path / "new.yaml", "-f", "json"))

    assert read["subjects"] == [
        {
            "kind": "system",
            "added": [{"kind": "system", "id": "shop", "name": "Shop"}],
            "removed": [{"kind": "system", "id": "crm", "name": "CRM"}],
        }
    ]


def test_new_findings_fail_from_the_severity_that_is_asked_for(history: History) -> None:
    history.commit(inventory__stack=FAULTY)
    there, back = ("HEAD~1", "HEAD"), ("HEAD", "HEAD~1")

    codes = [
        run(*sides, "--path", "inventory", *options).exit_code
        for sides in (there, back)
        for options in ((), ("--fail-on-new", "critical"), ("--fail-on-new", "high"), ("--fail-on-new", "never"))
    ]

    assert codes == [0, 0, 1, 0, 0, 0, 0, 0]


def test_exceptions_are_those_of_each_state(history: History) -> None:
    history.commit(inventory__stack=FAULTY)
    history.commit(
        inventory__exceptions="- {rule: own/no-sso, subject: crm, reason: soon, approvers: [it], until: 2027-01-31}\n"
    )
    there = run("HEAD~1", "HEAD", "--path", "inventory", "-f", "json", "--fail-on-new", "high")
    back = run("HEAD", "HEAD~1", "--path", "inventory", "-f", "json", "--fail-on-new", "high")

    kinds = ("new", "returned", "resolved", "accepted")
    counts = [[len(told(each)[f"{kind}_findings"]) for kind in kinds] for each in (there, back)]  # type: ignore[arg-type]
    assert counts == [[0, 0, 0, 1], [0, 1, 0, 0]]
    assert (there.exit_code, back.exit_code) == (0, 1)


def test_rules_and_settings_are_those_of_the_new_state(history: History) -> None:
    history.commit(inventory__stack=FAULTY)
    history.put("rules/own/no-sso.yaml", RULE.replace("high", "low"))
    history.put("stackaudit.toml", 'builtin-rules = false\nrules = ["rules"]\n[thresholds]\nmost-admins = 1\n')
    history.commit()
    history.put("rules/own/no-sso.yaml", "broken in the work tree: [")

    read = told(run("HEAD~2", "HEAD", "--path", "inventory", "-f", "json"))

    assert [each["severity"] for each in read["new_findings"]] == ["low"]  # type: ignore[attr-defined]


def test_rules_inside_the_inventory_are_not_read_as_declarations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = History(tmp_path / "repository")
    monkeypatch.chdir(history.folder)
    history.put("stackaudit.toml", 'builtin-rules = false\nrules = ["first"]\n')
    history.put("first/own/no-sso.yaml", RULE)
    history.commit(stack=SOUND)
    history.git("mv", "first", "second")
    history.put("stackaudit.toml", 'builtin-rules = false\nrules = ["second"]\n')
    history.commit(stack=FAULTY)

    revisions = told(run("HEAD~1", "HEAD", "-f", "json"))
    work_tree = told(run("HEAD~1", "-f", "json"))
    named = told(run("HEAD~1", "HEAD", "-f", "json", "--rules", "second", "--no-builtin-rules"))

    assert [places(each) for each in (revisions, work_tree, named)] == [
        ["HEAD:stack.yaml:1"],
        ["stack.yaml:1"],
        ["HEAD:stack.yaml:1"],
    ]


def test_evidence_is_that_of_each_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    history = History(tmp_path / "repository")
    monkeypatch.chdir(history.folder)
    history.commit(inventory__stack=f"organization: {{currency: EUR}}\n{SOUND}")
    payments = [f"2026-0{month}-05,HUBSPOT INC,90.00,EUR\n" for month in range(1, 9)]
    history.put("inventory/evidence/ledger.csv", f"Date,Merchant,Amount,Currency\n{''.join(payments)}")
    history.commit()
    asked = ("--path", "inventory", "--select", "shadow-it/paid-not-declared", "-f", "json")

    seen = told(run("HEAD~1", "HEAD", *asked))
    unread = told(run("HEAD~1", "HEAD", *asked, "--no-evidence"))

    assert [places(each) for each in (seen, unread)] == [["HEAD:inventory/evidence/ledger.csv:9"], []]


def test_problems_of_both_states_are_told_with_their_names(history: History) -> None:
    history.commit(inventory__stack="systems: [broken\n")
    history.commit(inventory__stack="systems: {crm: {nam: CRM}}\n")

    result = run("HEAD~1", "HEAD", "--path", "inventory")

    assert result.exit_code == 2
    named = {line.partition(":inventory/stack.yaml:")[0] for line in result.stderr.splitlines() if "stack.yaml" in line}
    assert named == {"HEAD", "HEAD~1"}
    assert result.stderr.endswith("nothing was compared.\n")
    assert gettempdir() not in result.stderr


def test_settings_that_are_broken_in_the_new_state_are_told_by_its_name(history: History) -> None:
    history.put("stackaudit.toml", "fail-on = [\n")
    history.commit()

    result = run("HEAD~1", "HEAD", "--path", "inventory")

    assert (result.exit_code, result.stderr.partition(":2:")[0].partition(":1:")[0]) == (2, "HEAD:stackaudit.toml")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nothing", "HEAD"], "`nothing` is no file or folder here, and no revision"),
        (["inventory"], "`inventory` is a file or folder, and there is nothing to hold it against"),
        (["HEAD..nothing"], "`nothing` is no file or folder here, and no revision"),
        (["HEAD", "--path", "elsewhere"], "HEAD has no `elsewhere`"),
        (["HEAD", "--path", "inventory", "--path", "/"], "`/` lies outside the repository"),
    ],
)
def test_what_cannot_be_compared_is_a_problem(history: History, arguments: list[str], message: str) -> None:
    assert history.folder.exists()

    result = run(*arguments)

    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


def test_options_of_git_do_not_pass_for_revisions(history: History) -> None:
    result = RUNNER.invoke(app, ["diff", "--path", "inventory", "--", "HEAD", "--output=evil"])

    assert (result.exit_code, (history.folder / "evil").exists()) == (2, False)
    assert "`--output=evil` is no file or folder here, and no revision" in " ".join(result.stderr.split())


def test_links_are_told_and_not_followed(history: History, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("systems: {secret: {name: Secret}}\n")
    (history.folder / "inventory" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    history.commit()

    result = run("HEAD~1", "HEAD", "--path", "inventory")

    assert (result.exit_code, result.stderr) == (0, "HEAD:inventory/link.yaml is a link and was not followed\n")
    assert "Secret" not in result.stdout


def test_a_report_may_go_to_a_file(history: History, tmp_path: Path) -> None:
    history.commit(inventory__stack=FAULTY)

    result = run("HEAD~1", "HEAD", "--path", "inventory", "-f", "markdown", "-o", tmp_path / "comment.md")

    assert result.stdout == ""
    assert (tmp_path / "comment.md").read_text().startswith("### stackaudit: 1 new finding: 1 high · 0 unchanged\n")


@pytest.mark.parametrize("example", ["minimal", "tidy", "meltano", "fjordline"])
@pytest.mark.parametrize(
    ("form", "empty"),
    [
        ("terminal", "Nothing is different: 0 new findings"),
        ("json", '"is_empty": true'),
        ("markdown", "nothing is different."),
    ],
)
def test_an_example_and_itself_have_no_changes(example: str, form: str, empty: str) -> None:
    folder = EXAMPLES / example

    result = run(folder, folder, "--no-evidence", "-f", form)

    assert (result.exit_code, result.stderr) == (0, "")
    assert empty in result.stdout.replace("\u00a0", " ")


PARTS = sorted((EXAMPLES / "fjordline").rglob("*.yaml"))


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.permutations(
        [path for path in PARTS if not {"evidence", "expected"} & set(path.parts) and path.stem != "exceptions"]
    )
)
def test_files_under_other_names_change_nothing(tmp_path: Path, paths: list[Path]) -> None:
    folder = tmp_path / "shuffled"
    folder.mkdir(exist_ok=True)
    for number, path in enumerate(paths):
        (folder / f"{number}.yaml").write_bytes(path.read_bytes())

    read = told(run(EXAMPLES / "fjordline", folder, "--no-evidence", "--no-exceptions", "-f", "json"))

    assert read["is_empty"] is True
