"""What tests of the published kit stand on: the repository as others fetch it, and wheels to install it from."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from project.build_servers import Audit, GitHub, Ran, git
from project.pull_requests import FAULTY, ONE_RULE

ROOT = Path(__file__).parents[2]
FETCHED = (
    ".pre-commit-hooks.yaml",
    "LICENSE",
    "NOTICE",
    "README.md",
    "action.yml",
    "ci",
    "hatch_build.py",
    "pyproject.toml",
    "rules",
    "src",
)
"""What installing stackaudit from its repository needs, and the kit."""


@pytest.fixture(scope="session")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository of one commit with what this tree holds, as build servers and pre-commit fetch it."""
    folder = tmp_path_factory.mktemp("fetched")
    for name in FETCHED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "packed.json"))
        else:
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "As published")
    return folder


@pytest.fixture(scope="session")
def pip_settings(fetched: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment in which pip finds stackaudit and all that it needs in a folder, and asks nobody else."""
    folder = tmp_path_factory.mktemp("wheels")
    ask = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    index = subprocess.run(
        [*ask, "download", "--quiet", "--no-deps", "--dest", tmp_path_factory.mktemp("asked"), "hatchling"],
        capture_output=True,
        check=False,
    )
    if index.returncode:
        pytest.skip("no package index can be reached")
    build = [*ask, "wheel", "--quiet", "--wheel-dir", folder, fetched, "hatchling>=1.25"]
    subprocess.run(build, check=True, capture_output=True)
    return {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(folder), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


@pytest.fixture(scope="session")
def installed(fetched: Path, pip_settings: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The outputs of the step that installs stackaudit from the action's own repository."""
    temp = tmp_path_factory.mktemp("install")
    runner = GitHub(temp, temp, pip_settings, {"python": {"python-path": sys.executable}})
    return runner.install_action(fetched)


@pytest.fixture
def audit(installed: dict[str, str], fetched: Path, workspace: Path, tmp_path: Path) -> Audit:
    """Runs the action's further steps in a workspace."""

    def run(environment: dict[str, str] | None = None, event: dict[str, str] | None = None, **inputs: str) -> Ran:
        temp = tmp_path / "runner's temporary files"
        runner = GitHub(workspace, temp, environment or {}, {"install": installed}, event or {})
        return runner.run_action(fetched, **{"path": "inventory", "args": ONE_RULE, **inputs})

    return run


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A checked-out repository with an inventory that has one finding of severity high."""
    (tmp_path / "work" / "inventory").mkdir(parents=True)
    (tmp_path / "work" / "inventory" / "stack.yaml").write_text(FAULTY)
    return tmp_path / "work"


@pytest.fixture(scope="module")
def empty_python(pip_settings: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a machine whose Python has nothing installed yet; the first test's own steps do it."""
    folder = tmp_path_factory.mktemp("python")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    return {**pip_settings, "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}
