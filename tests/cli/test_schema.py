"""`stackaudit schema` prints the schemas."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from stackaudit.cli.app import app

RUNNER = CliRunner()


@pytest.mark.parametrize("of", ["inventory", "audit", "rule", "exceptions"])
def test_a_schema_is_printed_whole(of: str) -> None:
    result = RUNNER.invoke(app, ["schema", of])

    assert result.exit_code == 0
    assert result.stdout.endswith("}\n")
    schema = json.loads(result.stdout)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:stackaudit:{of}:1"


def test_the_inventory_language_is_meant_unless_another_is_named() -> None:
    assert RUNNER.invoke(app, ["schema"]).stdout == RUNNER.invoke(app, ["schema", "inventory"]).stdout


def test_a_schema_that_is_not_there_is_refused() -> None:
    result = RUNNER.invoke(app, ["schema", "inventroy"])

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "inventroy" in result.stderr
    assert "'inventory', 'audit', 'rule'" in result.stderr


def test_the_program_prints_the_same_bytes_whatever_the_hash_seed() -> None:
    def printed(seed: str) -> bytes:
        command = [sys.executable, "-m", "stackaudit", "schema", "rule"]
        return subprocess.run(command, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout

    assert printed("1") == printed("2")


def test_a_scan_in_json_is_valid_by_the_printed_schema(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("inventory")
    (folder / "inventory.yaml").write_text("systems: [HubSpot, Salesforce, Typeform, SurveyMonkey]\n")
    schema = json.loads(RUNNER.invoke(app, ["schema", "audit"]).stdout)

    result = RUNNER.invoke(app, ["scan", str(folder), "--format", "json", "--fail-on", "never"])

    assert result.exit_code == 0
    report = json.loads(result.stdout)
    Draft202012Validator(schema).validate(report)
    assert report["totals"]["systems"] == 4
