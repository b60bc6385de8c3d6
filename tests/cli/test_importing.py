"""`stackaudit import`, run as people run it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LISTS = ROOT.parent / "shared" / "data" / "inventories"
TOOLS = "Tool,Owner,Annual cost,SSO\nSalesforce Sales Cloud,Sales,96000,Yes\nMailchimp,Marketing,4680,No\n"


def stackaudit(*arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "stackaudit", *arguments],
        cwd=at,
        env={**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def imported(file: str, at: Path, *options: str, day: str = "2026-11-21") -> str:
    run = stackaudit("import", file, "--into", "inventory.yaml", "--yes", "--today", day, *options, at=at)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_an_inventory_is_printed_and_what_was_understood_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "tools.csv").write_text(TOOLS)

    run = stackaudit("import", "tools.csv", at=tmp_path)

    assert run.returncode == 0
    assert run.stdout == (
        "stackaudit: 1\n"
        "\n"
        "teams:\n"
        "  sales:     {side: sales}  # check: side from its name\n"
        "  marketing: {side: marketing}  # check: side from its name\n"
        "\n"
        "systems:\n"
        "  salesforce-sales-cloud:\n"
        "    name: Salesforce Sales Cloud\n"
        "    owner:    {business: sales}\n"
        "    cost:     {annual: 96_000}\n"
        "    security: {sso: true}\n"
        "\n"
        "  mailchimp:\n"
        "    name: Mailchimp\n"
        "    owner:    {business: marketing}\n"
        "    cost:     {annual: 4_680}\n"
        "    security: {sso: false}\n"
    )
    assert "Owner → owner.business, Annual cost → cost.annual" in re.sub(r"\s+", " ", run.stderr)
    assert [path.name for path in tmp_path.iterdir()] == ["tools.csv"]


def test_from_a_spreadsheet_to_findings_in_two_commands(tmp_path: Path) -> None:
    imported(str(ROOT / "examples" / "spreadsheet" / "martech-2026-11.csv"), tmp_path)

    run = stackaudit("scan", "inventory.yaml", "--today", "2026-11-21", at=tmp_path)

    assert run.returncode == 1
    assert "Mailchimp is paid outside purchasing (card)." in run.stdout


def test_in_a_pipe_nothing_is_written_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "tools.csv").write_text(TOOLS)

    run = stackaudit("import", "tools.csv", "--into", "inventory.yaml", at=tmp_path)

    assert run.returncode == 2
    assert "--yes writes without asking" in run.stderr
    assert not (tmp_path / "inventory.yaml").exists()


def test_a_dry_run_shows_the_change_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "tools.csv").write_text(TOOLS)

    run = stackaudit("import", "tools.csv", "--into", "inventory.yaml", "--dry-run", at=tmp_path)

    assert run.returncode == 0
    assert "+    name: Mailchimp" in run.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["tools.csv"]


def test_a_mapping_is_written_corrected_and_read(tmp_path: Path) -> None:
    (tmp_path / "tools.csv").write_text(TOOLS)

    stackaudit("import", "tools.csv", "--write-mapping", "columns.yaml", at=tmp_path)
    _edit(tmp_path / "columns.yaml", "Owner: owner.some", "Owner: owner.technical")
    run = stackaudit("import", "tools.csv", "--mapping", "columns.yaml", at=tmp_path)
    again = stackaudit("import", "tools.csv", "--write-mapping", "columns.yaml", at=tmp_path)

    assert "    owner:    {technical: sales}\n" in run.stdout
    assert again.returncode == 2
    assert "Owner: owner.technical" in (tmp_path / "columns.yaml").read_text()


def test_the_same_import_again_changes_no_byte(tmp_path: Path) -> None:
    (tmp_path / "tools.csv").write_text(TOOLS)
    imported("tools.csv", tmp_path)
    before = held(tmp_path)

    told = imported("tools.csv", tmp_path, day="2026-12-24")

    assert held(tmp_path) == before
    assert told.endswith("Nothing to write: the inventory says all of this already.\n")


def test_edits_and_comments_survive_the_next_export(tmp_path: Path) -> None:
    (tmp_path / "tools.csv").write_text(TOOLS)
    imported("tools.csv", tmp_path)
    inventory = tmp_path / "inventory.yaml"
    edited = (
        inventory.read_text()
        .replace("  mailchimp:", "  # the newsletter\n  mailchimp:  # since ever")
        .replace("{annual: 4_680}", "{annual: 5000}  # as the contract says")
    )
    inventory.write_text(edited)
    (tmp_path / "tools.csv").write_text(TOOLS.replace("4680", "4700").replace("96000", "98000"))

    told = imported("tools.csv", tmp_path)

    assert inventory.read_text() == edited.replace("96_000", "98_000")
    assert "mailchimp cost.annual: 5000; the source on line 3 says 4700" in told


def test_a_folder_keeps_hand_written_files_and_gets_one_for_the_source(tmp_path: Path) -> None:
    (tmp_path / "tools.csv").write_text(TOOLS)
    (tmp_path / "stack").mkdir()
    (tmp_path / "stack" / "crm.yaml").write_text("systems:\n  crm: {name: Salesforce Sales Cloud}  # ours\n")

    run = stackaudit("import", "tools.csv", "--into", "stack", "--yes", at=tmp_path)

    assert run.returncode == 0, run.stderr
    assert (tmp_path / "stack" / "crm.yaml").read_text() == (
        "systems:\n"
        "  crm: {name: Salesforce Sales Cloud, owner: {business: sales}, cost: {annual: 96_000}, security: {sso: true}}"
        "  # ours\n"
    )
    assert "mailchimp:" in (tmp_path / "stack" / "tools.yaml").read_text()
    assert stackaudit("scan", "stack", "--fail-on", "never", at=tmp_path).returncode == 0


def test_answers_are_read_back_and_decide(tmp_path: Path) -> None:
    (tmp_path / "inventory.yaml").write_text("systems:\n  crm: {name: Salesforce Sales Cloud}\n")
    asked = stackaudit("ask", "inventory.yaml", "-o", "questions.csv", "--most", "500", at=tmp_path)
    assert asked.returncode == 0, asked.stderr
    questions = (tmp_path / "questions.csv").read_text(encoding="utf-8-sig")
    answered = re.sub(r"(?m)^(system:crm:security\.mfa,.*),$", r"\1,no", questions)
    assert answered != questions
    (tmp_path / "questions.csv").write_text(answered)

    imported("questions.csv", tmp_path)

    assert (tmp_path / "inventory.yaml").read_text() == (
        "systems:\n  crm: {name: Salesforce Sales Cloud, security: {mfa: false}}\n"
    )


def test_what_could_not_be_read_afterwards_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "inventory.yaml").write_text("teams: {it: {side: it}}\nsystems:\n  crm: {name: CRM}\n")
    (tmp_path / "answers.csv").write_text(
        "stackaudit question,ask,about,question,how to answer,verdicts waiting,answer\n"
        "organization::governance.customer.master,,,Where the record of the customer is,a system,3,nowhere\n"
    )
    before = held(tmp_path)

    run = stackaudit("import", "answers.csv", "--into", "inventory.yaml", "--yes", at=tmp_path)

    assert (run.returncode, held(tmp_path)) == (2, before)
    assert "nowhere" in run.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.csv"], "cannot be read: No such file or directory"),
        (["prose.md"], "no importer knows this file"),
        (["tools.csv", "--as", "tabel"], "Did you mean `table`?"),
        (["tools.csv", "--map", "Tool=nmae"], "Did you mean `name`?"),
        (["tools.csv", "--map", "Toll=name"], "Did you mean `Tool`?"),
        (["tools.csv", "--into", "broken.yaml"], "unknown key `nmae`"),
    ],
)
def test_what_is_wrong_is_told_with_help_and_nothing_is_written(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "tools.csv").write_text(TOOLS)
    (tmp_path / "prose.md").write_text("We use many tools. Some of them are good.\n")
    (tmp_path / "broken.yaml").write_text("systems: {a: {nmae: A}}\n")
    before = held(tmp_path)

    run = stackaudit("import", *arguments, "--yes", at=tmp_path)

    assert run.returncode == 2
    assert said in re.sub(r"\s+", " ", run.stderr)
    assert held(tmp_path) == before


@pytest.mark.parametrize(
    ("form", "file"),
    [("cyclonedx", "bom.cdx.json"), ("backstage", "catalog-info.yaml"), ("archimate", "stack.archimate.xml")],
)
@pytest.mark.parametrize("example", ["fjordline", "tidy"])
def test_what_was_exported_is_imported_under_the_same_ids(tmp_path: Path, example: str, form: str, file: str) -> None:
    inventory = str(ROOT / "examples" / example)
    stackaudit("export", form, inventory, "-o", file, "--today", "2026-11-21", at=tmp_path)
    imported(file, tmp_path)
    stackaudit("export", form, "inventory.yaml", "-o", f"again-{file}", "--today", "2026-11-21", at=tmp_path)

    run = stackaudit(
        "import", f"again-{file}", "--source", file, "--into", "inventory.yaml", "--dry-run", at=tmp_path
    )  # fmt: skip
    own = stackaudit("import", file, "--into", inventory, "--dry-run", at=tmp_path)

    assert run.stdout.endswith("Nothing to write: the inventory says all of this already.\n"), run.stdout
    new = _names(own.stdout, "new in the inventory") if "new in the inventory" in own.stdout else set()
    assert new <= {"digital-lab (team)"}  # who is named and not declared is a group in Backstage


@pytest.mark.skipif(not LISTS.exists(), reason="the real lists are not beside the repository")
def test_three_lists_of_one_company_in_order_of_date_with_edits_in_between(tmp_path: Path) -> None:
    inventory = tmp_path / "inventory.yaml"
    list_of = {day: str(LISTS / f"meltano-tech-stack-{day}.md") for day in ("2021-11-22", "2022-08-17", "2023-08-04")}
    imported(list_of["2021-11-22"], tmp_path, day="2021-11-22")
    _edit(inventory, "    name: Carta\n", "    name: Carta\n    owner: {business: finance}  # by hand\n")
    _edit(inventory, "  slack:\n", "  # kept\n  slack:\n")

    second = imported(list_of["2022-08-17"], tmp_path, day="2022-08-17")
    _edit(inventory, "    name: Miro\n", "    name: Miro  # whiteboards\n    lifecycle: retiring\n")
    third = imported(list_of["2023-08-04"], tmp_path, day="2023-08-04")

    text = inventory.read_text()
    assert "    owner: {business: finance}  # by hand\n" in text
    assert "    name: Miro  # whiteboards\n    lifecycle: retiring\n" in text
    assert "  # kept\n  slack:\n" in text
    assert _names(second, "new in the inventory") == {
        "Calendly", "Facebook", "GitHub", "Gusto", "HubSpot", "Miro", "Otter.ai", "Sprout Social", "WPEngine",
    }  # fmt: skip
    assert _names(second, "gone from the source") == {"GitLab"}
    assert _names(third, "new in the inventory") == {
        "DataDog", "Drata", "EasyLlama", "Fireflies.ai", "HotJar", "LabelSync", "Lattice", "LeadMagic", "Metronome",
        "PTO by Deel", "Seamless.ai", "Semrush", "Typeform", "Vercel",
    }  # fmt: skip
    assert _names(third, "gone from the source") == {"Intercom", "Otter.ai", "PTO by Roots"}
    assert stackaudit("scan", "inventory.yaml", "--fail-on", "never", at=tmp_path).returncode == 0


def held(folder: Path) -> dict[str, bytes]:
    """What the files of a folder hold."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


def _names(told: str, title: str) -> set[str]:
    """The names below a title of what an import tells."""
    below = re.search(rf"^{title}[^\n]*\n((?:  [^\n]*\n)+)", told, re.MULTILINE)
    assert below
    return set(re.sub(r"\s+", " ", below[1]).strip().split(", "))
