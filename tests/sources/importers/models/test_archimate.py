"""Models of ArchiMate that people drew."""

from __future__ import annotations

import pytest

from sources.importers.drafted import content, draft, facts, read, sample, told
from stackaudit.model.problems import Problems
from stackaudit.sources.importers.models.archimate import ARCHIMATE

MODEL = ARCHIMATE.read(sample("archimate--landscape.xml"))
HEAD = '<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" identifier="m">'


def test_components_and_services_that_no_component_brings_are_systems() -> None:
    assert facts(MODEL) == {
        "id-crm": {
            "name": "Harbour CRM",
            "description": "Knows every passenger",
            "vendor": "Seaway Software",
            "cost.annual": {"amount": 1200.5, "currency": "EUR"},
            "owner.technical": "it-operations",
            "data.categories": ["contact"],
        },
        "id-mail": {"name": "Mailing", "owner.business": "marketing"},
    }
    assert draft(MODEL, "id-mail").doubts == {"owner.business": "assigned in the model: Marketing team"}
    assert told(MODEL.remarks) == [
        ("ApplicationService", "Passenger search", 18, "a service that another element brings")
    ]
    assert MODEL.rows == 3


def test_actors_that_own_something_are_teams() -> None:
    assert facts(MODEL, "team") == {
        "marketing": {"name": "Marketing team", "side": "marketing"},
        "it-operations": {"side": "it"},
    }


def test_a_flow_is_an_integration_and_other_relationships_are_told() -> None:
    assert facts(MODEL, "integration") == {
        "id-crm -> id-mail": {"from": "id-crm", "to": "id-mail", "name": "Addresses"}
    }
    assert told(draft(MODEL, "id-mail").remarks) == [
        ("Serving", "Harbour CRM", 31, "does not say which way data flows")
    ]
    assert told(draft(MODEL, "id-crm").remarks) == [
        ("Colour of the box", "blue", 13, ""),
        ("Association", "Marketing team likes", 30, ""),
        ("Access", "Knots", 32, "no kinds of data that are known here"),
    ]


def test_secrets_are_only_counted() -> None:
    assert MODEL.left["Password"] == 1
    assert "hunter2" not in str(MODEL)


def test_what_stands_in_drawings_and_folders_is_passed_over() -> None:
    text = f"{HEAD}<organizations><item><label>x</label></item></organizations><views><name>y</name></views></model>"

    imported = read(ARCHIMATE, text, ".xml")

    assert (imported.drafts, imported.remarks, imported.left) == ((), (), {})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f'<!DOCTYPE a [<!ENTITY a "x">]>{HEAD}<name>&a;</name></model>', "XML that declares entities"),
        (f'<!DOCTYPE a SYSTEM "file:///etc/passwd">{HEAD}</model>', "XML that declares entities"),
        (f"{HEAD}<name>x", "broken XML: no element found"),
        (f"{HEAD}&unknown;</model>", "broken XML: undefined entity"),
        (HEAD + "<a>" * 200 + "</a>" * 200 + "</model>", "XML that is nested too deeply"),
    ],
)
def test_broken_and_hostile_files_are_refused(text: str, message: str) -> None:
    found = content(text, ".xml")
    assert ARCHIMATE.claims(found)

    with pytest.raises(Problems) as raised:
        ARCHIMATE.read(found)

    assert [problem.message for problem in raised.value.problems] == [message]


@pytest.mark.parametrize(
    "text", ["<model/>", "<archimate:model xmlns:archimate='http://www.archimatetool.com/archimate'/>", ""]
)
def test_other_xml_is_not_claimed(text: str) -> None:
    assert not ARCHIMATE.claims(content(text, ".xml"))
