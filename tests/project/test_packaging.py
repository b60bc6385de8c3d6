"""The wheel carries the rules and the catalogue and runs far from the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist of this checkout and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", folder, ROOT], check=True, capture_output=True)
    return folder


def test_the_wheel_holds_every_rule_and_chapter_and_the_packed_catalogue(built: Path) -> None:
    wheel = next(built.glob("*.whl"))

    names = set(zipfile.ZipFile(wheel).namelist())

    rules = {f"stackaudit/rules/{path.relative_to(ROOT / 'rules')}" for path in (ROOT / "rules").glob("*/*.yaml")}
    chapters = {
        str(path.relative_to(ROOT / "src")) for path in (ROOT / "src/stackaudit/catalogue/products").glob("*.yaml")
    }
    packs = {"stackaudit/catalogue/packed.json", "stackaudit/catalogue/marks.json"}
    assert rules | chapters | packs | {"stackaudit/py.typed"} <= names
    assert not [name for name in names if "tests/" in name or "__pycache__" in name]


def test_the_installed_wheel_audits_without_the_checkout(built: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", next(built.glob("*.whl"))], check=True)
    (tmp_path / "inventory.yaml").write_text("systems: [SurveyMonkey, Qualtrics]\n")

    scan = [tmp_path / "venv/bin/stackaudit", "scan", "inventory.yaml", "--select", "duplicates", "--format", "json"]
    run = subprocess.run(scan, cwd=tmp_path, capture_output=True, text=True, check=False)
    tests = subprocess.run(
        [python, "-m", "stackaudit", "rules", "test"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    found = json.loads(run.stdout)["findings"]
    assert [finding["rule"] for finding in found] == ["duplicates/same-job-twice"]
    assert tests.returncode == 0, tests.stdout


def test_the_pack_is_current_in_an_editable_install() -> None:
    from stackaudit.sources.catalogue.packing import FOLDER, PACK, read_catalogue
    from stackaudit.sources.catalogue.reading import read_chapters

    assert (FOLDER / PACK).exists(), "run `just pack`"
    packed, chapters = read_catalogue(), read_chapters(FOLDER)

    assert dict(packed.products) == dict(chapters.products)
    assert packed.categories == chapters.categories
    assert packed.names == chapters.names


def test_the_pack_of_marks_is_current_in_an_editable_install() -> None:
    from stackaudit.sources.catalogue.mark_chapters import read_mark_chapters
    from stackaudit.sources.catalogue.marks import PACK, read_marks
    from stackaudit.sources.catalogue.packing import FOLDER, read_catalogue

    assert (FOLDER / PACK).exists(), "run `just pack`"

    assert read_marks() == read_mark_chapters(FOLDER / "marks", read_catalogue())
