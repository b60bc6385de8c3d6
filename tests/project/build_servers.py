"""Runs the steps of actions, workflows and jobs with a shell, in the environment that build servers document."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from pathlib import Path

_EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")
_SHELLS = {"bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"], "": ["bash", "-e"]}


def read_yaml(path: Path) -> Any:
    """A file of a build server; the key `on` is a word to it, and true to YAML 1.1."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


class Ran(NamedTuple):
    """What a run of steps left: the first exit code that is not 0, all that it printed, and what it put out."""

    code: int
    output: str
    outputs: dict[str, str]
    summary: str


Audit = Callable[..., Ran]
"""Runs an action with a further environment, an event and inputs."""


@dataclass
class GitHub:
    """A runner of GitHub with a workspace; `done` has the outputs of steps that need not run, by their ids."""

    workspace: Path
    temp: Path
    environment: dict[str, str] = field(default_factory=dict)
    done: dict[str, dict[str, str]] = field(default_factory=dict)
    event: dict[str, str] = field(default_factory=dict)

    def run_action(self, folder: Path, **inputs: str) -> Ran:
        """Run a composite action with some inputs, whose names have `_` for `-`."""
        action = read_yaml(folder / "action.yml")
        given = {name: str(stated.get("default", "")) for name, stated in action["inputs"].items()}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()}
        assert given.keys() == action["inputs"].keys()
        known = {f"inputs.{name}": value for name, value in given.items()}
        ran, known = self._run(action["runs"]["steps"], known, {"GITHUB_ACTION_PATH": str(folder)})
        outputs = {name: _filled(stated["value"], known) for name, stated in action["outputs"].items()}
        return ran._replace(outputs=outputs)

    def install_action(self, folder: Path) -> dict[str, str]:
        """Run the step that installs the program of a composite action, and give its outputs."""
        (step,) = [each for each in read_yaml(folder / "action.yml")["runs"]["steps"] if each.get("id") == "install"]
        ran, _ = self._run([step], {}, {"GITHUB_ACTION_PATH": str(folder)})
        assert ran.code == 0, ran.output
        return ran.outputs

    def run_job(self, workflow: Path, job: str) -> Ran:
        """Run the steps of a job that have a script."""
        stated = read_yaml(workflow)["jobs"][job]
        return self._run(stated["steps"], {}, stated.get("env", {}))[0]

    def _run(self, steps: list[Any], known: dict[str, str], environment: dict[str, str]) -> tuple[Ran, dict[str, str]]:
        known = known | {f"github.event.{name}": value for name, value in self.event.items()}
        known |= {
            f"steps.{step}.outputs.{name}": value for step, put in self.done.items() for name, value in put.items()
        }
        ran = Ran(0, "", {}, "")
        for step in steps:
            is_due = ran.code == 0 or step.get("if") == "${{ !cancelled() }}"
            if "run" not in step or step.get("id") in self.done or not is_due:
                continue
            one = self._run_step(step, known, environment)
            known |= {f"steps.{step.get('id')}.outputs.{name}": value for name, value in one.outputs.items()}
            ran = Ran(ran.code or one.code, ran.output + one.output, one.outputs, ran.summary + one.summary)
        return ran, known

    def _run_step(self, step: dict[str, Any], known: dict[str, str], environment: dict[str, str]) -> Ran:
        assert "${{" not in step["run"], "what strangers say would become a part of the script"
        folder = self.temp / next(name for name in map(str, count()) if not (self.temp / name).exists())
        folder.mkdir(parents=True)
        files = {name: folder / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            file.touch()
        (folder / "script.sh").write_text(step["run"], encoding="utf-8")
        stated = {name: _filled(str(value), known) for name, value in {**environment, **step.get("env", {})}.items()}
        run = subprocess.run(
            [*_SHELLS[step.get("shell", "")], folder / "script.sh"],
            cwd=self.workspace,
            env={
                **bare_environment(),
                "GITHUB_ACTIONS": "true",
                "GITHUB_WORKSPACE": str(self.workspace),
                "RUNNER_TEMP": str(self.temp),
                **{name: str(path) for name, path in files.items()},
                **self.environment,
                **stated,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
        )
        assert files["GITHUB_ENV"].read_text() == ""
        return Ran(run.returncode, run.stdout, _pairs(files["GITHUB_OUTPUT"]), _text(files["GITHUB_STEP_SUMMARY"]))


def run_gitlab(job: dict[str, Any], workspace: Path, shell: list[str], **variables: str) -> Ran:
    """Run the script of a GitLab job in one shell."""
    run = subprocess.run(
        [*shell, "-c", "\n".join(job["script"])],
        cwd=workspace,
        env={**bare_environment(), "GITLAB_CI": "true", **job["variables"], **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Ran(run.returncode, run.stdout, {}, "")


def bare_environment() -> dict[str, str]:
    """What a fresh machine has: where programs are, a home, and the word that this is CI."""
    return {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ} | {"CI": "true"}


def _filled(text: str, known: dict[str, str]) -> str:
    """A text with its expressions evaluated; what nobody put out is empty."""
    return _EXPRESSION.sub(lambda found: known.get(found[1], ""), text)


def _pairs(file: Path) -> dict[str, str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    assert all("=" in line for line in lines)
    return dict(line.split("=", 1) for line in lines)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def git(folder: Path, *arguments: str) -> str:
    """What git says in a folder, as a person who does not exist."""
    who = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.com", "-c", "init.defaultBranch=main"]
    run = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return run.stdout.strip()
