"""Files of other tools that mean harm: nothing of them moves a cursor, grows without end, or gives a secret away."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from reports.nasty import NASTY
from sources.importers.drafted import content, facts, inventory_text, read
from stackaudit.sources.importers.models.archimate import ARCHIMATE
from stackaudit.sources.importers.models.backstage import BACKSTAGE
from stackaudit.sources.importers.models.cyclonedx import CYCLONEDX
from stackaudit.sources.importers.models.fides import FIDES
from stackaudit.sources.importers.models.threagile import THREAGILE
from stackaudit.sources.importers.sign_on_lists import SIGN_ON_LIST
from stackaudit.sources.inventory import read_inventory_text
from stacks import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stackaudit.model.imports import Imported
    from stackaudit.sources.importers.importer import Importer

MOST = 1_000
"""Characters of a key: YAML reads none of more than 1,024."""


def _backstage(text: str) -> Any:
    spec = {"owner": text, "lifecycle": text, "system": text, "dependsOn": [text]}
    metadata = {"name": "a", "title": f"A {text}", "description": text, "labels": {text[:MOST]: text}}
    return [{"apiVersion": "backstage.io/v1alpha1", "kind": "Component", "metadata": metadata, "spec": spec}]


def _cyclonedx(text: str) -> Any:
    data = [{"flow": text, "classification": text, "name": text}]
    properties = [{"name": text, "value": text}]
    service = {"bom-ref": "a", "name": f"A {text}", "description": text, "data": data, "properties": properties}
    return {"bomFormat": "CycloneDX", "services": [{**service, "provider": {"name": text}, "endpoints": [text]}]}


def _threagile(text: str) -> Any:
    asset = {"id": "a", "description": text, "owner": text, "availability": text, "encryption": text, text[:MOST]: text}
    return {
        "threagile_version": "1",
        "technical_assets": {f"A {text}"[:MOST]: asset},
        "data_assets": {text[:MOST]: {"id": text}},
    }


def _fides(text: str) -> Any:
    declared = [
        {"data_categories": [text], "data_subjects": [text], "legal_basis_for_processing": text, text[:MOST]: text}
    ]
    system = {
        "fides_key": "a",
        "name": f"A {text}",
        "administrating_department": text,
        "privacy_declarations": declared,
    }
    return {"system": [{**system, "egress": [{"fides_key": text}]}]}


def _okta(text: str) -> Any:
    return [{"label": f"A {text}", "name": text, "signOnMode": text, "status": "ACTIVE"}]


MODELS: dict[str, tuple[Importer, Callable[[str], Any]]] = {
    "backstage": (BACKSTAGE, _backstage),
    "cyclonedx": (CYCLONEDX, _cyclonedx),
    "threagile": (THREAGILE, _threagile),
    "fides": (FIDES, _fides),
    "okta": (SIGN_ON_LIST, _okta),
}


def texts(value: object) -> Iterator[str]:
    """Every text in a value, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(key)
            yield from texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts(item)


@pytest.mark.parametrize("word", NASTY)
@pytest.mark.parametrize("name", MODELS)
def test_nasty_texts_become_texts_on_one_line_that_an_inventory_takes(name: str, word: str) -> None:
    importer, model = MODELS[name]

    imported = read(importer, json.dumps(model(NASTY[word])), ".json")

    said = [each.facts for each in imported.drafts], [each.remarks for each in imported.drafts], imported.remarks
    assert [text for text in texts(said) if not _is_plain(text)] == []
    kept = tuple(each._replace(facts=_known(each.facts)) for each in imported.drafts)
    assert len(read_inventory_text("i", inventory_text(kept), catalogue().categories).systems) == 1


def _is_plain(text: str) -> bool:
    return len(text) <= 2_000 and not any(
        ord(sign) < 32 or 126 < ord(sign) < 160 or 0xD7FF < ord(sign) < 0xE000 for sign in text
    )


def _known(stated: Any) -> dict[str, Any]:
    """Facts without the word for a category, which is resolved later."""
    return {fact: value for fact, value in stated.items() if fact != "category"}


@pytest.mark.parametrize("name", MODELS)
def test_long_texts_are_cut(name: str) -> None:
    importer, model = MODELS[name]

    imported = read(importer, json.dumps(model("long " * 100_000)), ".json")

    said = [each.facts for each in imported.drafts], [each.remarks for each in imported.drafts], imported.remarks
    assert max(map(len, texts(said))) <= 2_000


@pytest.mark.parametrize("key", ["password", "apiKey", "client_secret", "access token", "recovery codes"])
def test_secrets_are_carried_nowhere(key: str) -> None:
    hidden = "v3ry-hidden"
    backstage = _backstage("x")
    backstage[0]["metadata"]["annotations"] = {key: hidden}
    backstage[0]["spec"]["settings"] = {"deep": [{key: hidden}]}
    bill = _cyclonedx("x")
    bill["services"][0] |= {key: hidden, "properties": [{"name": key, "value": hidden}]}
    model = _threagile("x")
    model["technical_assets"]["A x"][key] = hidden

    found: list[Imported] = [
        read(importer, json.dumps(value), ".json")
        for importer, value in ((BACKSTAGE, backstage), (CYCLONEDX, bill), (THREAGILE, model))
    ]

    assert hidden not in str(found)
    assert [key in each.left for each in found] == [True, True, True]


def test_services_within_services_are_read_as_deep_as_files_are() -> None:
    service: dict[str, Any] = {"name": "0"}
    for depth in range(1, 14):
        service = {"name": str(depth), "services": [service]}

    imported = read(CYCLONEDX, json.dumps({"bomFormat": "CycloneDX", "services": [service]}), ".json")

    assert sorted(facts(imported), key=int) == [str(depth) for depth in range(14)]


def test_what_is_nested_deeper_than_files_are_is_not_claimed() -> None:
    deep = '{"bomFormat": "CycloneDX", "services": ' + '[{"services": ' * 50_000 + "[]" + "}]" * 50_000 + "}"

    assert not CYCLONEDX.claims(content(deep, ".json"))


def test_merges_of_merges_are_bounded() -> None:
    text = "threagile_version: 1\ntechnical_assets:\n  a0: &a0 {id: a0, description: x}\n" + "".join(
        f"  a{number}: &a{number} {{<<: [*a{number - 1}, *a{number - 1}], id: a{number}}}\n" for number in range(1, 40)
    )

    assert not THREAGILE.claims(content(text))


def test_entities_of_xml_do_not_expand() -> None:
    bomb = '<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    found = content(
        f'{bomb}<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/"><name>&b;</name></model>', ".xml"
    )

    with pytest.raises(Exception, match="XML that declares entities"):
        ARCHIMATE.read(found)
