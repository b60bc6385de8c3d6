from __future__ import annotations

from datetime import date

import pytest

from stackaudit.sources.evidence.reader import Content
from stackaudit.sources.evidence.sign_on import APP_LIST
from stackaudit.sources.evidence.tables import read_tables


def table(text: str) -> Content:
    return Content("apps.csv", ".csv", text, read_tables("apps.csv", ".csv", text))


def test_a_table_of_apps_gives_users_last_use_and_team() -> None:
    text = 'Application,Active users,Last used,Department\nMiro,"1,214",2026-03-04,Marketing\nSlack,7,,\n'

    reading = APP_LIST.read(table(text))

    miro, slack = reading.traces
    assert APP_LIST.claims(table(text))
    assert (miro.kind, miro.text, miro.users, miro.on, miro.team) == (
        "sign-on",
        "Miro",
        1214,
        date(2026, 3, 4),
        "Marketing",
    )
    assert (slack.users, slack.on, slack.team, str(slack.place)) == (7, None, "", "apps.csv:3:1")


@pytest.mark.parametrize(
    "header",
    [
        "App name;Users",
        "Tool;Seats",
        "Software;Last login",
        "Application label;Last sign-in (UTC)",
        "Anwendung;Nutzer",
        "Name;Users (30 days)",
        "App;Username",
    ],
)
def test_headers_in_other_words_are_understood(header: str) -> None:
    assert APP_LIST.claims(table(f"{header}\nMiro;3\nSlack;4\n"))


@pytest.mark.parametrize(
    "text",
    [
        "Name,Email,Last login,Department\nJo Example,jo@example.com,2026-01-01,Sales\n",
        "Name,Username,Users\nJo,jo,1\n",
        "Date,Supplier,Amount\n2026-01-01,Miro,12.00\n",
        "Date,Vendor,Product,Net amount,Department\n2026-01-01,Miro,Board,12.00,Sales\n",
        "App,Username,Password\nMiro,jo,hunter2\n",
        "Region,Sales\nNorth,7\n",
        "Name\nMiro\n",
    ],
)
def test_tables_of_people_payments_and_passwords_are_none(text: str) -> None:
    assert not APP_LIST.claims(table(text))


def test_people_are_counted_and_not_kept() -> None:
    text = (
        "App,User email,Last login\nMiro,jo@example.com,2026-01-02\nMiro,kim@example.com,2026-01-03\n"
        "Miro,jo@example.com,2026-01-01\n"
    )

    reading = APP_LIST.read(table(text))

    ((trace),) = reading.traces
    assert (trace.users, trace.times, trace.on) == (2, 3, date(2026, 1, 3))
    assert reading.document.text == "\nMiro, 2026-01-02"


def test_a_label_is_the_name_of_an_app_before_its_key() -> None:
    ((trace),) = APP_LIST.read(table("Application name,Application label,Users\nzoomus,Zoom,3\n")).traces

    assert trace.text == "Zoom"


def test_a_list_that_says_nothing_of_use_is_a_listing() -> None:
    text = "Software name,Vendor,Category,Department\nMiro,Miro,Boards,Sales\n"

    ((trace),) = APP_LIST.read(table(text)).traces

    assert APP_LIST.claims(table(text))
    assert (trace.kind, trace.team) == ("listing", "Sales")


def test_an_address_is_no_team() -> None:
    ((trace),) = APP_LIST.read(table("App,Users,Owner\nMiro,3,jo@example.com\n")).traces

    assert trace.team == ""


@pytest.mark.parametrize(
    ("cells", "days"),
    [
        (["26/09/2025", "03/04/2025"], [date(2025, 9, 26), date(2025, 4, 3)]),
        (["9/26/2025", "3/4/2025"], [date(2025, 9, 26), date(2025, 3, 4)]),
        (["03/04/2025", "05/05/2025"], [None, date(2025, 5, 5)]),
        (["Sep 26, 2025", "never"], [date(2025, 9, 26), None]),
        (["1758844800000", "2025-09-26T10:00:00.123456Z"], [date(2025, 9, 26), date(2025, 9, 26)]),
    ],
)
def test_a_day_counts_only_where_it_cannot_be_a_month(cells: list[str], days: list[date | None]) -> None:
    text = "App;Users;Last used\n" + "".join(f"App {cell[:2]}{n};1;{cell}\n" for n, cell in enumerate(cells))

    assert [trace.on for trace in APP_LIST.read(table(text)).traces] == days


def test_totals_and_empty_names_are_counted() -> None:
    reading = APP_LIST.read(table("App,Users\nMiro,3\n,4\nTotal,7\n"))

    assert [trace.text for trace in reading.traces] == ["Miro"]
    assert (reading.rows, reading.skipped) == (3, 2)


def test_a_number_that_nobody_could_count_is_no_number_of_users() -> None:
    text = "App;Users\nMiro;" + "1" + ",000" * 5_000 + "\nSlack;-3\nAsana;many\n"

    assert [trace.users for trace in APP_LIST.read(table(text)).traces] == [None, None, None]


def test_users_in_one_cell_are_counted_and_not_kept() -> None:
    reading = APP_LIST.read(table("App;Users\nMiro;jo@example.com, Kim <kim@example.com>, jo@example.com\n"))

    assert [trace.users for trace in reading.traces] == [2]
    assert reading.document.text == "\nMiro"


def test_a_table_without_apps_gives_nothing() -> None:
    reading = APP_LIST.read(table("Region,Sales\nNorth,7\n"))

    assert reading.traces == []
    assert reading.notes == ("Left aside: rows, as no column is headed as the name of an app (1).",)


def test_nothing_that_is_no_table_gives_nothing() -> None:
    reading = APP_LIST.read(Content("x.txt", ".txt", "Miro"))

    assert (reading.traces, reading.rows) == ([], 0)
