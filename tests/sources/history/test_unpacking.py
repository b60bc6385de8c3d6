"""What of a tree is laid out, where, and what is not."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from histories import History
from stackaudit.model.problems import Problems
from stackaudit.sources.history import trees, unpacking
from stackaudit.sources.history.repositories import Repository
from stackaudit.sources.history.unpacking import past_of, take_away, unpack_folder, unpacked

if TYPE_CHECKING:
    from pathlib import Path

STACK = "systems: {crm: {name: CRM}}\n"


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "repository")


def laid_out(history: History, *places: str, revision: str = "HEAD") -> list[str]:
    """The files that are laid out, by their paths."""
    repository = Repository(history.folder)
    with unpacked(past_of(repository, repository.commit(revision), revision, places)) as top:
        return files_below(top)


def files_below(top: Path) -> list[str]:
    return sorted(path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file() and path.name != ".git")


def test_declarations_exceptions_evidence_and_settings_are_laid_out(history: History) -> None:
    for path in (
        "stackaudit.toml",
        "company/stackaudit.toml",
        "company/inventory/stackaudit.toml",
        "company/inventory/exceptions.yaml",
        "company/inventory/systems/crm.yml",
        "company/inventory/evidence/ledger.csv",
        "company/inventory/evidence/2026/apps.json",
        "company/inventory/readme.md",
        "company/inventory/expected/scan.yaml",
        "company/inventory/.hidden/a.yaml",
        "company/evidence/ledger.csv",
        "company/other.yaml",
        "other/stackaudit.toml",
    ):
        history.put(path, STACK)
    history.commit()

    assert laid_out(history, "company/inventory") == [
        "company/inventory/evidence/2026/apps.json",
        "company/inventory/evidence/ledger.csv",
        "company/inventory/exceptions.yaml",
        "company/inventory/stackaudit.toml",
        "company/inventory/systems/crm.yml",
        "company/stackaudit.toml",
        "stackaudit.toml",
    ]


def test_of_a_single_file_what_stands_beside_it_is_laid_out(history: History) -> None:
    for path in ("a/stack.yaml", "a/other.yaml", "a/exceptions.yml", "a/evidence/ledger.csv", "a/b/more.yaml"):
        history.put(path, STACK)
    history.commit()

    assert laid_out(history, "a/stack.yaml") == ["a/evidence/ledger.csv", "a/exceptions.yml", "a/stack.yaml"]


def test_the_whole_repository_may_be_the_inventory(history: History) -> None:
    history.commit(stack=STACK, systems__crm=STACK)

    assert laid_out(history, "") == ["stack.yaml", "systems/crm.yaml"]


def test_an_earlier_state_is_laid_out_and_the_work_tree_stays(history: History) -> None:
    history.commit(inventory__old=STACK)
    history.git("rm", "--quiet", "inventory/old.yaml")
    history.commit(inventory__new=STACK)
    history.write(inventory__unsaved=STACK)
    before = history.git("status", "--porcelain")

    found = laid_out(history, "inventory", revision="HEAD~1")

    assert (found, history.git("status", "--porcelain")) == (["inventory/old.yaml"], before)


def test_the_folder_is_private_and_gone_afterwards_also_after_an_interruption(history: History) -> None:
    history.commit(stack=STACK)
    repository = Repository(history.folder)
    past = past_of(repository, repository.commit("HEAD"), "HEAD", [""])
    modes: dict[Path, int] = {}

    def interrupted() -> None:
        with unpacked(past) as top:
            modes.update((path, stat.S_IMODE(path.stat().st_mode)) for path in (top, top / "stack.yaml"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert list(modes.values()) == [0o700, 0o600]
    assert [path.exists() for path in modes] == [False, False]


def test_links_and_submodules_are_not_followed_but_told(history: History) -> None:
    history.write(inventory__stack=STACK)
    (history.folder / "inventory" / "link.yaml").symlink_to("/etc/passwd")
    (history.folder / "inventory" / "evidence").symlink_to("/etc")
    commit = history.commit()
    history.git("update-index", "--add", "--cacheinfo", f"160000,{commit},inventory/module.yaml")
    history.git("commit", "--quiet", "--message", "module")
    repository = Repository(history.folder)

    past = past_of(repository, repository.commit("HEAD"), "HEAD", ["inventory"])

    assert past.passed_over == (("inventory/link.yaml", "a link"), ("inventory/module.yaml", "a submodule"))
    assert laid_out(history, "inventory") == ["inventory/stack.yaml"]


def test_a_place_that_was_not_there_is_a_problem(history: History) -> None:
    history.commit(stack=STACK)

    with pytest.raises(Problems) as raised:
        laid_out(history, "inventory")

    assert [(each.message, each.help) for each in raised.value.problems] == [
        ("HEAD has no `inventory`", "Say with `--path` where the inventory lay then.")
    ]


def test_signs_of_patterns_in_a_place_are_names(history: History) -> None:
    history.put(":(glob)*/a.yaml", STACK)
    history.put("other/b.yaml", STACK)
    history.commit()

    assert laid_out(history, ":(glob)*") == [":(glob)*/a.yaml"]


@pytest.mark.parametrize("name", ["..", ".", ".git"])
def test_a_tree_whose_names_lead_elsewhere_lays_nothing_out_there(history: History, tmp_path: Path, name: str) -> None:
    blob = history.git("hash-object", "-w", "--stdin", given=STACK)
    inner = bytes.fromhex(blob)
    evil = tree(history, b"100644 evil.yaml\0" + inner)
    top = tree(history, f"40000 {name}\0".encode() + bytes.fromhex(evil))
    commit = history.git("commit-tree", top, "-m", "evil")
    repository = Repository(history.folder)

    with unpacked(past_of(repository, commit, "evil", [""])) as folder:
        found = files_below(folder)

    assert (found, (tmp_path / "evil.yaml").exists()) == ([], False)


def test_a_file_whose_name_leads_elsewhere_is_refused(history: History) -> None:
    blob = bytes.fromhex(history.git("hash-object", "-w", "--stdin", given=STACK))
    top = tree(history, b"40000 evidence\0" + bytes.fromhex(tree(history, b"100644 ..\0" + blob)))
    commit = history.git("commit-tree", top, "-m", "evil")

    with pytest.raises(Problems) as raised:
        laid_out(history, "", revision=commit)

    assert str(raised.value) == f"{commit}:evidence/..:1:1: a name that leads elsewhere"


def tree(history: History, raw: bytes) -> str:
    """A tree that git itself would not write."""
    path = history.folder / ".git" / "raw-tree"
    path.write_bytes(raw)
    return history.git("hash-object", "-t", "tree", "-w", "--literally", str(path))


def test_a_tree_that_unfolds_without_end_is_given_up(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = history.git(
        "mktree", given=f"100644 blob {history.git('hash-object', '-w', '--stdin', given=STACK)}\ta.yaml\n"
    )
    for _ in range(12):
        inner = history.git("mktree", given="".join(f"040000 tree {inner}\t{number}\n" for number in range(10)))
    commit = history.git("commit-tree", inner, "-m", "bomb")
    monkeypatch.setattr(trees, "MOST_ENTRIES", 2_000)

    with pytest.raises(Problems) as raised:
        past_of(Repository(history.folder), commit, "bomb", [""])

    assert [problem.message for problem in raised.value.problems] == ["more than 2000 files in one state"]


def test_files_that_are_too_large_are_not_even_read(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    history.commit(stack=STACK)
    monkeypatch.setattr(unpacking, "MOST_IN_ALL", len(STACK) - 1)

    with pytest.raises(Problems) as raised:
        laid_out(history, "")

    assert str(raised.value) == "HEAD:stack.yaml:1:1: the file is too large"


def test_a_name_that_is_both_file_and_folder_is_told(history: History) -> None:
    blob = bytes.fromhex(history.git("hash-object", "-w", "--stdin", given=STACK))
    inner = bytes.fromhex(tree(history, b"100644 b.yaml\0" + blob))
    top = tree(history, b"100644 a.yaml\0" + blob + b"40000 a.yaml\0" + inner)
    commit = history.git("commit-tree", top, "-m", "evil")
    repository = Repository(history.folder)

    with pytest.raises(Problems) as raised, unpacked(past_of(repository, commit, "evil", [""])):
        pass

    assert str(raised.value).startswith("evil:a.yaml")
    assert "cannot be laid out" in str(raised.value)


def test_a_folder_of_rules_is_laid_out_beside_and_another_taken_away(history: History) -> None:
    history.commit(inventory__stack=STACK, inventory__rules__own__a="id: a\n", policy__own__b="id: b\n")
    repository = Repository(history.folder)
    past = past_of(repository, repository.commit("HEAD"), "HEAD", ["inventory"])

    with unpacked(past) as top:
        unpack_folder(past, top, "policy")
        unpack_folder(past, top, "inventory/rules")
        take_away(top, "inventory/rules")
        found = files_below(top)

    assert found == ["inventory/stack.yaml", "policy/own/b.yaml"]
