"""Tables in files: which are lists of systems, and where their header stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stackaudit.model.imports import Remark
from stackaudit.model.problems import Problems
from stackaudit.sources.importers.reading import read_import

if TYPE_CHECKING:
    from pathlib import Path

    from stackaudit.model.imports import Imported


def _read(folder: Path, text: str, name: str = "list.csv") -> Imported:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_import(path, {})


def _names(found: Imported) -> list[str]:
    return [draft.key for draft in found.drafts if draft.kind == "system"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "Tool,Owner\nZoom,IT\nSlack,IT\n"),
        ("a.csv", "Tool;Owner\nZoom;IT\nSlack;IT\n"),
        ("a.tsv", "Tool\tOwner\nZoom\tIT\nSlack\tIT\n"),
        ("a.csv", "Name,Owner,SSO,Renewal date\nZoom,IT,yes,2027-01-01\nSlack,IT,no,\n"),
        ("a.csv", "Apps\nZoom\nSlack\n"),
        ("a.csv", "Vendor,Annual cost,Renewal date,SSO\nZoom,400,2027-01-01,yes\nSlack,200,,no\n"),
    ],
)
def test_a_list_of_systems_is_known(tmp_path: Path, name: str, text: str) -> None:
    found = _read(tmp_path, text, name)

    assert found.importer == "table"
    assert _names(found) == ["Zoom", "Slack"]


@pytest.mark.parametrize(
    "text",
    [
        "Name,Owner,Status,Start date,End date,Budget\nRelaunch,Web,Active,2026-01-01,2026-12-31,50000\n",
        "Product / Service,Quantity,Price,Date\nChair,1,20,2026-01-01\n",
        "Name,Email,Department,Title\nJane Example,jane@example.com,IT,Analyst\n",
        "First name,Last name,Phone,Owner\nJane,Example,1,IT\n",
        "Date,Supplier,Department,Amount\n2026-01-02,Zoom,IT,12.00\n",
        "Product,Price,Category,Stock\nKettle,20,Kitchen,3\n",
        "Name,Value\nalpha,1\nbeta,2\n",
        "From,To,Subject,Date\na@example.com,b@example.com,Hello,2026-01-02\n",
        "Order,Customer,Total\n1,Jane,20\n",
        "Service,Description,Price\nHaircut,Short,20\n",
        "name,url,username,password\nZoom,https://zoom.us,jane,hunter2\n",
    ],
)
def test_another_table_is_not(tmp_path: Path, text: str) -> None:
    with pytest.raises(Problems):
        _read(tmp_path, text)


def test_what_stands_above_the_header_is_told(tmp_path: Path) -> None:
    found = _read(tmp_path, "Our tools\nas of 2026-11-01,,\n\nTool,Owner,SSO\nZoom,IT,yes\n")

    assert _names(found) == ["Zoom"]
    assert found.drafts[-1].line == 5
    assert found.remarks == (
        Remark("", "Our tools", 1, "above the headings"),
        Remark("", "as of 2026-11-01", 2, "above the headings"),
    )


def test_the_header_is_found_below_a_title_as_wide_as_itself(tmp_path: Path) -> None:
    found = _read(tmp_path, "Stack,of,Acme,2026\nTool,Owner,SSO,Renewal date\nZoom,IT,yes,2027-01-01\n")

    assert _names(found) == ["Zoom"]
    assert found.columns == {
        "Tool": "name",
        "Owner": "owner.some",
        "Renewal date": "cost.renews",
        "SSO": "security.sso",
    }


def test_two_columns_of_one_heading_and_cells_beyond_the_header_are_told_apart(tmp_path: Path) -> None:
    found = _read(tmp_path, "Tool,Owner,Ticket,Ticket\nZoom,IT,T-1,T-2,loose\n")

    assert found.drafts[-1].remarks == (
        Remark("Ticket", "T-1", 2),
        Remark("Ticket (column 4)", "T-2", 2),
        Remark("column 5", "loose", 2),
    )


def test_a_cell_of_several_lines_is_one_text_and_lines_are_counted_on(tmp_path: Path) -> None:
    found = _read(tmp_path, 'Tool,Owner,Notes\nZoom,IT,"one\ntwo"\nSlack,IT,\n')

    zoom, slack = found.drafts[-2:]
    assert zoom.facts["notes"] == "one two"
    assert (zoom.line, slack.line) == (2, 4)


def test_labels_below_the_keys_of_an_export_are_no_system(tmp_path: Path) -> None:
    text = (
        "id,name,businessCriticality,lifecycle:endOfLife,tags:Hosting\n"
        "ID,Name,Business Criticality,End of life,Hosting\n"
        "a1,Siebel,missionCritical,2027-12-31,On-premises\n"
    )

    found = _read(tmp_path, text)

    (siebel,) = found.drafts
    assert siebel.facts == {
        "name": "Siebel",
        "ends": "2027-12-31",
        "hosting": "on-premises",
        "service.criticality": "critical",
    }
    labels = "ID; Name; Business Criticality; End of life; Hosting"
    assert found.remarks == (Remark("id", labels, 2, "the headings again"),)


def test_a_line_that_names_the_separator_is_no_title(tmp_path: Path) -> None:
    assert _read(tmp_path, "sep=;\nTool;Owner\nZoom;IT\nSlack;IT\n").remarks == ()


def test_a_contract_list_names_what_is_bought(tmp_path: Path) -> None:
    text = (
        "Counterparty,Product / Service,Expiration Date,ACV,Renewal Type,Cost Center\n"
        'Braze,Braze Platform,1/14/2028,"$180,000",Manual,4200 - Marketing\n'
    )

    found = _read(tmp_path, text)

    assert dict(found.drafts[-1].facts) == {
        "name": "Braze Platform",
        "vendor": "Braze",
        "cost.annual": {"amount": 180_000, "currency": "USD"},
        "cost.renews": "2028-01-14",
        "cost.auto_renews": False,
        "cost.paid_by": "marketing",
    }
