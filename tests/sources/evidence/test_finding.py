from __future__ import annotations

from typing import TYPE_CHECKING

from stackaudit.sources.evidence.finding import evidence_folders

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_evidence_lies_in_and_below_the_folders_of_an_inventory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (
        "evidence/old/evidence",
        "shop/evidence",
        ".git/evidence",
        "node_modules/evidence",
        "expected/evidence",
    ):
        (tmp_path / name).mkdir(parents=True)

    found = evidence_folders([tmp_path])

    assert [folder.relative_to(tmp_path).as_posix() for folder in found] == ["evidence", "shop/evidence"]


def test_evidence_lies_beside_a_named_file(tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "inventory.yaml").write_text("systems: [Miro]\n", encoding="utf-8")

    assert evidence_folders([tmp_path / "inventory.yaml"]) == [tmp_path / "evidence"]


def test_a_folder_is_read_once_however_often_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "a.yaml").write_text("systems: [Miro]\n", encoding="utf-8")

    assert evidence_folders([tmp_path, tmp_path / "a.yaml"]) == [tmp_path / "evidence"]
