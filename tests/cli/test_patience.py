"""A sign of life on long work, seen through a real terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import time
from stackaudit.cli.patience import patience
with patience("reading and auditing"):
    time.sleep({seconds})
print("done")
"""


def seen_in_terminal(seconds: float) -> str:
    """What a person sees on standard error while some work takes so long."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-c", SCRIPT.format(seconds=seconds)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=follower, env={**os.environ, "TERM": "xterm"}):
        os.close(follower)
        seen = b""
        while True:
            try:
                part = os.read(leader, 4096)
            except OSError:
                break
            if not part:
                break
            seen += part
    os.close(leader)
    return seen.decode()


@pytest.mark.skipif(not Path("/dev/ptmx").exists(), reason="needs a pseudo-terminal")
def test_long_work_shows_a_spinner_and_short_work_nothing() -> None:
    assert "reading and auditing" in seen_in_terminal(1.6)
    assert seen_in_terminal(0.0) == ""


def test_a_pipe_stays_silent() -> None:
    command = [sys.executable, "-c", SCRIPT.format(seconds=1.3)]

    run = subprocess.run(command, capture_output=True, text=True, check=True)

    assert run.stderr == ""
