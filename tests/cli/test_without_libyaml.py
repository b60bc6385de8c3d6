"""A PyYAML that was built without libyaml works, and says that it is slow."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = (
    "import sys\n"
    "sys.modules['yaml._yaml'] = sys.modules['yaml.cyaml'] = None\n"
    "sys.argv = ['stackaudit', 'scan', 'examples/tidy', '--today', '2026-11-21']\n"
    "from stackaudit.cli import main\n"
    "main()\n"
)


def test_the_report_is_the_same_and_the_slowness_is_told() -> None:
    plain = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}

    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env={**plain, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert run.stdout == (ROOT / "examples/tidy/expected/scan.txt").read_text(encoding="utf-8")
    assert "without libyaml" in run.stderr
    assert run.returncode == 0
