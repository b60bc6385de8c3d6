from __future__ import annotations

import json
from pathlib import Path

import pytest

from stackaudit.sources.evidence.reader import Content
from stackaudit.sources.evidence.sign_on import OKTA

SHARED = Path(__file__).parents[5] / "shared" / "data" / "idp" / "okta-apps-shape.json"


def app(label: object = "Slack", name: object = "slack", **changes: object) -> dict[str, object]:
    return {"name": name, "label": label, "status": "ACTIVE", "signOnMode": "SAML_2_0", **changes}


def content(value: object) -> Content:
    return Content("apps.json", ".json", json.dumps(value, indent=2))


def names(value: object) -> list[tuple[str, str]]:
    assert OKTA.claims(content(value))
    return [(trace.text, trace.key) for trace in OKTA.read(content(value)).traces]


def test_an_app_is_a_sign_on_with_the_key_of_the_catalogue() -> None:
    reading = OKTA.read(content([app("Zoom", "zoomus")]))

    ((trace),) = reading.traces
    assert (trace.kind, trace.text, trace.key, trace.times) == ("sign-on", "Zoom", "zoomus", 1)
    assert (trace.on, trace.users, trace.scopes, trace.risk) == (None, None, (), "")
    assert str(trace.place) == "apps.json:4:14"


def test_the_day_of_a_change_is_no_day_of_use() -> None:
    reading = OKTA.read(content([app(lastUpdated="2026-01-02T03:04:05.000Z")]))

    assert reading.traces[0].on is None


@pytest.mark.parametrize(
    "wrap",
    [
        lambda apps: apps,
        lambda apps: [apps[:1], apps[1:]],
        lambda apps: {"apps": apps},
        lambda apps: {"value": apps},
        lambda apps: [{"value": apps[:1]}, {"value": apps[1:]}],
    ],
)
def test_apps_come_in_one_list_page_by_page_or_wrapped(wrap) -> None:  # noqa: ANN001 - five shapes of one list
    assert names(wrap([app("Slack", "slack"), app("Miro", "miro")])) == [("Slack", "slack"), ("Miro", "miro")]


def test_apps_of_okta_itself_and_inactive_ones_are_left_aside_and_counted() -> None:
    apps = [app("Okta Dashboard", "okta_enduser"), app("Admin", "saasure"), app("Old", "old", status="INACTIVE"), app()]

    reading = OKTA.read(content(apps))

    assert [trace.text for trace in reading.traces] == ["Slack"]
    assert (reading.rows, reading.skipped) == (4, 3)
    assert reading.notes == ("Left aside: apps of Okta itself (2).", "Left aside: apps that are not active (1).")


def test_a_bookmark_is_on_a_list_and_nobody_signs_in_with_it() -> None:
    reading = OKTA.read(content([app("Lunch menu", "bookmark", signOnMode="BOOKMARK"), app()]))

    assert [(trace.kind, trace.text) for trace in reading.traces] == [("listing", "Lunch menu"), ("sign-on", "Slack")]


def test_two_instances_of_one_app_are_two_traces_at_their_own_lines() -> None:
    reading = OKTA.read(content([app("Salesforce", "salesforce"), app("Salesforce", "salesforce_2")]))

    assert [(trace.key, trace.place.line) for trace in reading.traces] == [("salesforce", 4), ("salesforce_2", 10)]


def test_only_names_that_became_traces_may_be_quoted() -> None:
    apps = [app("Slack", "slack", _embedded={"user": {"login": "jo@example.com", "label": "Private"}})]

    document = OKTA.read(content(apps)).document

    assert document.text.split() == ['"label":', '"Slack"']
    assert document.text.count("\n") == content(apps).text.count("\n")


def test_a_name_may_hold_escapes_and_controls() -> None:
    reading = OKTA.read(content([app("Caf\u00e9 \u001b[31m\n tool")]))

    ((trace),) = reading.traces
    assert trace.text == "Caf\u00e9 \x1b[31m tool"
    assert trace.place.line == 4


def test_items_of_wrong_types_are_counted() -> None:
    reading = OKTA.read(content([app(), 7, None, "x", app(label=12), app(label=None), app(name=5)]))

    assert [(trace.text, trace.key) for trace in reading.traces] == [("Slack", "slack"), ("Slack", "")]
    assert (reading.rows, reading.skipped) == (7, 5)


def test_a_long_name_is_cut() -> None:
    assert names([app("x" * 5_000)]) == [("x" * 300, "slack")]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data is not here")
def test_a_real_answer_gives_its_apps() -> None:
    shared = Content("okta.json", ".json", SHARED.read_text(encoding="utf-8"))

    reading = OKTA.read(shared)

    assert OKTA.claims(shared)
    assert [(trace.text, trace.key) for trace in reading.traces] == [
        ("Zoom", "zoomus"),
        ("Todo0 - Cross App Access (XAA) Sample Resource App", "test-cwo-app-2"),
        ("Agent0 - Cross App Access (XAA) Sample Requesting App", "test-cwo-app"),
    ]
    assert (reading.rows, reading.skipped) == (6, 3)
