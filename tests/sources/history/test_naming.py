"""Files of an earlier state go by the state's name, wherever they were laid out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from stackaudit.model.documents import Document, Place
from stackaudit.model.problems import Problem, Problems
from stackaudit.sources.history.naming import Naming
from stacks import audit_of, rules_of

if TYPE_CHECKING:
    import pytest

RULE = """
id: no-sso
title: title
severity: high
why: why
fix: fix
for: system
expect: {security.sso: true}
message: "{name} has none."
"""


def test_problems_are_told_with_the_name_of_the_state(tmp_path: Path) -> None:
    place = Place(f"{tmp_path}/a/b.yaml", 3, 4)
    problems = Problems(
        (Problem(f"see {tmp_path}/c.yaml", "help", place, ((place, "note"),)), Problem("no place", "help")),
        {place.file: Document(place.file, "text")},
    )

    told = Naming(tmp_path, "main").problems(problems)

    known = Place("main:a/b.yaml", 3, 4)
    assert told.problems == (Problem("see main:c.yaml", "help", known, ((known, "note"),)), Problem("no place", "help"))
    assert told.documents == {"main:a/b.yaml": Document("main:a/b.yaml", "text")}


def test_names_are_told_also_where_one_stands_beside_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    naming = Naming(tmp_path / "laid", "main")

    assert [naming.text(text) for text in ("laid/a.yaml", f"{tmp_path}/laid/a.yaml", "other/a.yaml")] == [
        "main:a.yaml",
        "main:a.yaml",
        "other/a.yaml",
    ]


def test_findings_point_into_the_state(tmp_path: Path) -> None:
    audit = audit_of("systems: {crm: {name: CRM, security: {sso: false}}}", rules_of(RULE))
    laid = Naming(Path("inventory.yaml").parent, "").audit(audit)

    told = Naming(tmp_path, "main")._place(Place(f"{tmp_path}/x.yaml", 1, 1))

    assert [finding.place for finding in laid.findings] == [finding.place for finding in audit.findings]
    assert told == Place("main:x.yaml", 1, 1)
