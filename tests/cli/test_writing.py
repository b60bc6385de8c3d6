"""Output files are written whole or not at all, and what is no file stays what it is."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from stackaudit.cli.writing import write_whole
from stackaudit.model.problems import Problems

if TYPE_CHECKING:
    from pathlib import Path


def test_a_pipe_takes_the_text_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    write_whole(pipe, "report\n")

    assert os.read(reader, 100) == b"report\n"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    os.close(reader)


def test_a_link_stays_a_link_to_the_new_text(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("old")
    (tmp_path / "link").symlink_to("report.txt")

    write_whole(tmp_path / "link", "new")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "report.txt").read_text() == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "report.txt"]


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    write_whole(tmp_path / ("r" * 250), "text")

    assert (tmp_path / ("r" * 250)).read_text() == "text"


def test_a_name_that_is_too_long_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="cannot be written"):
        write_whole(tmp_path / ("r" * 5_000), "text")
