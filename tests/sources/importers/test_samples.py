"""Every importer's samples: claimed by it alone, with facts that the language accepts, and the same each time."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stackaudit.model.language import INVENTORY
from stackaudit.model.language.fields import flat
from stackaudit.model.problems import Problems
from stackaudit.sources.importers.importers import IMPORTERS
from stackaudit.sources.importers.opening import contents_of
from stackaudit.sources.importers.reading import read_import
from stackaudit.sources.language.values import reader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackaudit.model.imports import Draft
    from stackaudit.model.language import Field

SAMPLES = sorted(path for path in (Path(__file__).parent / "samples").iterdir() if "--" in path.name)
_RESOLVED_LATER = frozenset({"category", "capabilities"})


def _importer_of(sample: Path) -> str:
    return sample.name.split("--")[0]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_sample_is_claimed_by_its_importer_alone(sample: Path) -> None:
    claims = [
        importer.name
        for importer in IMPORTERS.values()
        if any(importer.claims(content) for content in contents_of(sample, {}))
    ]

    assert claims == [_importer_of(sample)]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_what_a_sample_states_is_accepted_by_the_language(sample: Path) -> None:
    for draft in read_import(sample, {}).drafts:
        _accept(draft)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_sample_is_read_the_same_each_time_and_each_entry_is_counted(sample: Path) -> None:
    first, again = read_import(sample, {}), read_import(sample, {})

    assert first == again
    keys = [(draft.kind, draft.key) for draft in first.drafts]
    assert len(keys) == len(set(keys))
    assert all(draft.doubts.keys() <= draft.facts.keys() for draft in first.drafts)


@pytest.mark.parametrize("name", IMPORTERS)
def test_a_sample_that_is_said_to_be_of_another_kind_is_read_or_told(name: str) -> None:
    for sample in SAMPLES:
        with suppress(Problems):
            assert read_import(sample, {}, name).importer == name


def test_every_importer_has_a_sample() -> None:
    assert {*IMPORTERS} == {_importer_of(sample) for sample in SAMPLES}


def _accept(draft: Draft) -> None:
    for fact, value in draft.facts.items():
        if fact not in _RESOLVED_LATER:
            _READERS[draft.kind](fact, value)


def _read(fields: Mapping[str, Field], fact: str, value: object) -> None:
    if fact not in fields and value == "none":  # no mapping below this key
        assert any(name.startswith(f"{fact}.") for name in fields)
    else:
        reader(fields[fact], ())(value)


_FIELDS = {
    "system": dict(flat(INVENTORY["systems"].fields)),
    "team": dict(flat(INVENTORY["teams"].fields)),
    "integration": dict(flat(INVENTORY["integrations"].fields)),
    "organization": dict(flat(INVENTORY["organization"].fields))
    | dict(flat(INVENTORY["governance"].fields, "governance.")),
}
_READERS = {kind: partial(_read, fields) for kind, fields in _FIELDS.items()}
