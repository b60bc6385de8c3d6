from __future__ import annotations

from pathlib import Path

import pytest

from stackaudit.model.problems import Problems
from stackaudit.sources.targets import bytes_of, find_target, memory_of, source_name, text_of


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("martech.csv", "martech"),
        ("tech-stack-2021-11-22.md", "tech-stack"),
        ("tools 2026.xlsx", "tools"),
        ("tools_v2.csv", "tools"),
        ("apps (3).json", "apps"),
        ("2026-11 martech.csv", "martech"),
        ("tools-31.01.2026.csv", "tools"),
        ("office365-apps.csv", "office365-apps"),
        ("365.csv", "365"),
    ],
)
def test_a_source_is_called_after_its_file_without_what_changes_every_month(file: str, name: str) -> None:
    assert source_name(Path(file)) == name


def test_a_file_takes_its_own_new_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("stack.yaml").write_text("systems: [A]\n")

    target = find_target(Path("stack.yaml"), "tools", ())

    assert list(target.inventory.systems) == ["a"]
    assert (target.new, memory_of(Path("stack.yaml"))) == ("stack.yaml", Path(".stackaudit/imports.json"))
    assert text_of(bytes_of(target, target.new)) == "systems: [A]\n"


def test_a_folder_takes_new_entries_in_a_file_called_after_the_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("stack").mkdir()
    Path("stack/crm.yaml").write_text("systems: [A]\n")

    target = find_target(Path("stack"), "Our tools", ())

    assert list(target.inventory.systems) == ["a"]
    assert (target.new, memory_of(Path("stack"))) == ("stack/our-tools.yaml", Path("stack/.stackaudit/imports.json"))
    assert text_of(bytes_of(target, target.new)) == "stackaudit: 1\n"


@pytest.mark.parametrize("into", ["inventory.yaml", "inventory"])
def test_what_is_not_there_yet_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, into: str) -> None:
    monkeypatch.chdir(tmp_path)

    target = find_target(Path(into), "tools", ())

    assert not target.inventory.systems
    assert target.new == ("inventory.yaml" if into.endswith(".yaml") else "inventory/tools.yaml")


def test_a_broken_inventory_is_not_imported_into(tmp_path: Path) -> None:
    (tmp_path / "stack.yaml").write_text("systems: {a: {nmae: A}}\n")

    with pytest.raises(Problems, match="nmae"):
        find_target(tmp_path, "tools", ())
