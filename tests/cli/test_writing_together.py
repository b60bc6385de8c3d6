"""Several files are written whole or not at all, whatever goes wrong and whenever it does."""

from __future__ import annotations

import errno
import os
import random
import resource
import signal
import subprocess
import sys
import time
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from stackaudit.cli.settling import settle
from stackaudit.cli.writing import write_all
from stackaudit.model.problems import Problems
from stackaudit.sources.files import JOURNAL
from stackaudit.sources.journals import unsettled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAMES = ("a.yaml", "below/b.yaml", "new.yaml", ".stackaudit/imports.json", "goes.yaml")
OLD = {"a.yaml": b"a: 1\n", "below/b.yaml": b"b: 1\n", "goes.yaml": b"c: 1\n"}
NEW = {"a.yaml": b"a: 2\n", "below/b.yaml": b"b: 2\n", "new.yaml": b"d: 2\n", ".stackaudit/imports.json": b"{}\n"}

STEPS = ("open", "write", "fsync", "link", "replace", "unlink", "mkdir", "chmod", "close")
"""What the operating system is asked for on the way."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the old files."""
    return begun(tmp_path / "ours")


def begun(place: Path) -> Path:
    """A new folder with the old files."""
    (place / "below").mkdir(parents=True)
    for name, content in OLD.items():
        (place / name).write_bytes(content)
    return place


def write(folder: Path) -> None:
    write_all({folder / name: NEW.get(name) for name in NAMES}, {folder / name: OLD.get(name) for name in NAMES})


def held(folder: Path) -> dict[str, bytes]:
    """The files of a folder that are none of ours."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if not path.name.startswith(".stackaudit-")}


def ours(folder: Path) -> list[str]:
    """What a write has left lying about."""
    return sorted(path.name for path in folder.rglob(".stackaudit-*"))


class Failing:
    """Lets the operating system refuse one call, or that one and all after it."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, at: int, error: BaseException, *, for_good: bool = False
    ) -> None:
        self.calls = 0
        self.at, self.error, self.for_good = at, error, for_good
        for name in STEPS:
            monkeypatch.setattr(os, name, self.refusing(getattr(os, name)))

    def refusing(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            self.calls += 1
            if self.calls == self.at or (self.for_good and self.calls > self.at):
                if real.__name__ == "close":
                    real(*arguments, **named)
                raise self.error
            return real(*arguments, **named)

        return call


def test_all_files_are_written_and_nothing_is_left(folder: Path) -> None:
    write(folder)

    assert held(folder) == NEW
    assert ours(folder) == []


def test_modes_and_links_stay(folder: Path) -> None:
    (folder / "a.yaml").chmod(0o640)
    (folder / "link.yaml").symlink_to("a.yaml")

    write_all({folder / "link.yaml": "a: 3\n", folder / "below/b.yaml": "b: 3\n"})

    assert (folder / "link.yaml").is_symlink()
    assert (folder / "a.yaml").read_bytes() == b"a: 3\n"
    assert (folder / "a.yaml").stat().st_mode & 0o777 == 0o640


def test_a_file_that_changed_since_it_was_read_keeps_all_files_as_they_are(folder: Path) -> None:
    (folder / "below/b.yaml").write_bytes(b"b: by hand\n")

    with pytest.raises(Problems, match="changed meanwhile") as raised:
        write(folder)

    assert [str(problem.place) for problem in raised.value.problems] == [f"{folder}/below/b.yaml:1:1"]
    assert held(folder) == {**OLD, "below/b.yaml": b"b: by hand\n"}


def test_a_folder_or_a_pipe_in_the_place_of_a_file_is_refused(folder: Path) -> None:
    os.mkfifo(folder / "pipe")

    with pytest.raises(Problems) as raised:
        write_all({folder / "a.yaml": "a: 3\n", folder / "pipe": "b: 3\n", folder / "below": "c: 3\n"})

    assert [problem.message for problem in raised.value.problems] == [
        "not a regular file",
        "a folder where a file belongs",
    ]
    assert (folder / "a.yaml").read_bytes() == OLD["a.yaml"]


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_fault_at_any_step_leaves_all_files_old_or_all_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    outcomes = []
    for at in count(1):
        place = begun(tmp_path / f"{at}" / "ours")

        with monkeypatch.context() as patched:
            failing = Failing(patched, at, error)
            try:
                write(place)
            except (Problems, KeyboardInterrupt):
                outcomes.append("refused")
            else:
                outcomes.append("written")

        assert held(place) == (NEW if held(place).keys() == NEW.keys() else OLD), f"at step {at}"
        assert outcomes[-1] == "refused" or held(place) == NEW
        settle([place])
        assert held(place) in (OLD, NEW)
        assert ours(place) == [], f"at step {at}"
        if failing.calls < at:
            break
    assert outcomes.count("refused") > 40
    assert outcomes[-1] == "written"


def test_a_disk_that_fails_for_good_leaves_what_the_next_command_settles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in count(1):
        place = begun(tmp_path / f"{at}" / "ours")

        with monkeypatch.context() as patched:
            failing = Failing(patched, at, OSError(errno.EIO, "Input/output error"), for_good=True)
            with suppress(Problems):
                write(place)

        mixed = held(place) not in (OLD, NEW)
        assert bool(list(unsettled([place]))) is mixed, f"at step {at}"
        settle([place])
        assert held(place) in (OLD, NEW), f"at step {at}"
        if failing.calls < at:
            break


def test_a_process_that_is_killed_at_any_step_leaves_what_the_next_command_settles(tmp_path: Path) -> None:
    outcomes = set()
    for at in count(1):
        place = begun(tmp_path / f"{at}" / "ours")

        ended = in_a_child(lambda at=at, place=place: killed_at(at, place))

        left = held(place)
        mixed = left not in (OLD, NEW)
        assert bool(list(unsettled([place]))) is mixed, f"at step {at}"
        settle([place])
        assert held(place) in (OLD, NEW), f"at step {at}"
        assert not mixed or held(place) == NEW
        outcomes.add("mixed" if mixed else "new" if left == NEW else "old")
        if ended == 0:
            break
    assert outcomes == {"old", "mixed", "new"}


def test_a_process_that_is_killed_at_sixty_random_moments_never_leaves_a_mixture(tmp_path: Path) -> None:
    moments = random.Random(6)  # noqa: S311 - moments need not be secret
    files = [tmp_path / name for name in ("a.yaml", "below/b.yaml", "c.yaml")]
    write_all(dict.fromkeys(files, "0\n"))
    for _ in range(60):
        child = os.fork()
        if not child:
            write_without_end(files)
        time.sleep(moments.uniform(0.0, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)

        settle([tmp_path])

        assert len({file.read_text() for file in files}) == 1


def test_files_larger_than_the_limit_are_not_written(folder: Path) -> None:
    def too_large() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            write_all({folder / "a.yaml": "x" * 100, folder / "below/b.yaml": "x" * 10_000})
        except Problems:
            os._exit(7)

    assert in_a_child(too_large) == 7
    assert held(folder) == OLD
    assert ours(folder) == []


def test_a_hand_edit_after_an_interruption_stays_and_the_rest_is_undone(tmp_path: Path) -> None:
    place = interrupted(tmp_path)
    assert (place / "a.yaml").read_bytes() == NEW["a.yaml"]
    (place / "below/b.yaml").write_bytes(b"mine: true\n")

    settle([place])

    assert held(place) == {**OLD, "below/b.yaml": b"mine: true\n"}
    assert ours(place) == []


def test_hand_edits_of_new_and_old_files_after_an_interruption_are_left_to_people(tmp_path: Path) -> None:
    place = interrupted(tmp_path)
    (place / "a.yaml").write_bytes(b"mine: 1\n")
    (place / "below/b.yaml").write_bytes(b"mine: 2\n")

    with pytest.raises(Problems, match="its files have changed since"):
        settle([place])

    assert [problem.message for problem in unsettled([place])] == [
        "a write was interrupted here, and only some of the files are new",
        "a write was interrupted here, and only some of the files are new",
        "a write was interrupted here, and only some of the files are new",
    ]
    assert held(place) == {**OLD, "a.yaml": b"mine: 1\n", "below/b.yaml": b"mine: 2\n"}


def test_a_scan_settles_what_a_killed_write_left(tmp_path: Path) -> None:
    place = interrupted(tmp_path)

    subprocess.run([sys.executable, "-m", "stackaudit", "scan", str(place)], capture_output=True, check=False)

    assert held(place) in (OLD, NEW)
    assert ours(place) == []


def test_where_nothing_can_be_written_a_mixture_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = interrupted(tmp_path)

    with monkeypatch.context() as patched:
        for name in ("replace", "unlink"):
            patched.setattr(os, name, refusing_to_write)
        with pytest.raises(Problems, match="only some of the files are new") as raised:
            settle([place])

    assert raised.value.problems[0].help == (
        "Run stackaudit where this folder can be written, or look at the files and remove `.stackaudit-journal`."
    )


def test_a_journal_from_elsewhere_touches_nothing(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bashrc").write_text("theirs\n")
    for said in ("[]", '{"mark": "x", "files": [{"folder": "..", "name": "../bashrc"}]}', "{" * 5_000):
        (folder / JOURNAL).write_text(f"{said}\n")

        with pytest.raises(Problems, match="cannot be read"):
            settle([folder])

    outside = {"folder": "..", "name": "bashrc", "before": None, "after": None}
    beside = {"new": f".stackaudit-{'0' * 16}.0.new", "old": f".stackaudit-{'0' * 16}.0.old"}
    text = str([{**outside, **beside}]).replace("None", "null").replace("'", '"')
    (folder / JOURNAL).write_text(f'{{"mark": "x", "files": {text}}}\n{{"ready": [1]}}\n')
    settle([folder])
    assert (tmp_path / "bashrc").read_text() == "theirs\n"


def test_a_process_that_still_writes_is_waited_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stackaudit.cli.settling._PATIENCE", 0.1)
    ready, go = os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        stop_at_first_rename(ready[1], go[0])
        write(folder)
        os._exit(0)
    os.read(ready[0], 1)

    with pytest.raises(Problems, match="another stackaudit is writing here"):
        settle([folder])

    os.write(go[1], b".")
    os.waitpid(child, 0)
    assert held(folder) == NEW


def in_a_child(work: Callable[[], None]) -> int:
    """Do some work in a process of its own; its exit code, negative where a signal ended it."""
    child = os.fork()
    if not child:
        try:
            work()
        except BaseException:  # noqa: BLE001 - a child never goes on as the parent
            os._exit(99)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at(at: int, place: Path) -> None:
    """Write the files and be killed before one of the steps."""
    calls = count(1)
    for name in STEPS:
        real = getattr(os, name)

        def step(*arguments: Any, real: Callable[..., Any] = real, **named: Any) -> Any:
            if next(calls) == at:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **named)

        setattr(os, name, step)
    write(place)


def refusing_to_write(*_: Any, **__: Any) -> None:
    raise OSError(errno.EROFS, "Read-only file system")


def interrupted(folder: Path) -> Path:
    """A folder in which a write was killed when some of its files were new."""
    for at in count(_FIRST_RENAME[0]):
        place = begun(folder / f"{at}" / "ours")
        in_a_child(lambda at=at, place=place: killed_at(at, place))
        if held(place) not in (OLD, NEW):
            _FIRST_RENAME[0] = at
            return place
    raise AssertionError


_FIRST_RENAME = [1]
"""The step before which the first file has its new content; found by trying, and remembered."""


def write_without_end(files: list[Path]) -> None:
    for number in count(int(files[0].read_text()) + 1):
        write_all(dict.fromkeys(files, f"{number}\n"))


def stop_at_first_rename(ready: int, go: int) -> None:
    """Have this process say when it comes to its first rename, and wait there."""
    real, first = os.replace, iter([True])

    def replace(*arguments: Any) -> None:
        if next(first, False):
            os.write(ready, b".")
            os.read(go, 1)
        real(*arguments)

    os.replace = replace
