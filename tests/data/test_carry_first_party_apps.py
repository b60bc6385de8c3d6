from __future__ import annotations

import runpy
from pathlib import Path

import pytest

CARRIED = runpy.run_path(str(Path(__file__).parents[2] / "data" / "carry_first_party_apps.py"))["carried"]
ID = "0a1b2c3d-0000-1111-2222-333344445555"


def carried(name: str = "Some service", owner: str = "", app: str = ID) -> list[str]:
    return list(CARRIED([{"AppId": app, "AppDisplayName": name, "AppOwnerOrganizationId": owner, "Source": "x"}]))


@pytest.mark.parametrize("owner", ["f8cdef31-a31e-4b4a-93e4-5f571e91255a", "72f988bf-86f1-41af-91ab-2d7cd011db47"])
def test_what_microsoft_owns_is_carried_whatever_its_name(owner: str) -> None:
    assert carried("Basic Reader", owner) == [ID]


@pytest.mark.parametrize("name", ["Microsoft Office", "Azure Portal", "Power BI Service", "OneDrive", "Outlook Mobile"])
def test_what_bears_microsofts_name_is_carried(name: str) -> None:
    assert carried(name) == [ID]


@pytest.mark.parametrize("app", [ID.upper(), f" {ID} ", f"{ID}\u00c2\u00a0"])
def test_ids_are_cleaned(app: str) -> None:
    assert carried("Microsoft Office", app=app) == [ID]


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("Adobe Experience Manager", ""),
        ("Amazon Business", ""),
        ("JIRA SAML SSO by Microsoft", ""),
        ("Officevibe", ""),
        ("Azure Event Hubs Data Sender - Application", ""),
        ("Azure Storage Blob Reader", ""),
        ("Microsoft 365 E5", ""),
        ("Microsoft Teams_1", ""),
        ("YubiKey 5", ""),
        ("Microsoft Office", "11111111-2222-3333-4444-555555555555"),
    ],
)
def test_what_is_not_certainly_an_app_of_microsofts_is_left_out(name: str, owner: str) -> None:
    assert carried(name, owner) == []


def test_what_is_no_id_is_left_out() -> None:
    assert carried("Microsoft Office", app="n/a") == []
