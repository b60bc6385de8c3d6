"""An audit as JSON lines."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from reports.nasty import NASTY, nasty_audit, unseen
from stackaudit.reports.ci.json_lines import json_lines_text
from stackaudit.reports.json_report import audit_json
from stacks import audit_of


def records(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.split("\n")[:-1]]


def test_every_line_says_which_record_of_the_json_report_it_is() -> None:
    audit = nasty_audit("name")
    report = json.loads(audit_json(audit))

    found = records(json_lines_text(audit))

    assert found == [
        {
            "type": "audit",
            **{key: report[key] for key in ("stackaudit", "today", "organization", "currency")},
        },
        *({"type": "total", "name": name, "value": value} for name, value in report["totals"].items()),
        *({"type": "score", **score} for score in (*report["scores"], report["overall"])),
        *({"type": "finding", **finding} for finding in report["findings"]),
        *({"type": "excepted", **finding} for finding in report["excepted"]),
        *({"type": "exception", **exception} for exception in report["exceptions"]),
        *(
            {"type": "undetermined", **{key: value for key, value in question.items() if key != "place"}}
            for question in report["undetermined"]
        ),
    ]
    assert [each["type"] for each in found if each["type"] != "total"] == [
        *["audit", "score", "score", "finding", "finding", "excepted", "exception", "undetermined"]
    ]


def test_an_empty_inventory_has_no_findings_but_totals() -> None:
    audit = replace(audit_of("systems: {}", []), overall=None)

    assert {each["type"] for each in records(json_lines_text(audit))} == {"audit", "total"}


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_comes_through_as_it_is(word: str) -> None:
    text = NASTY[word]
    audit = nasty_audit(text)

    output = json_lines_text(audit)

    found = [each for each in records(output) if each["type"] in ("finding", "excepted", "undetermined")]
    assert [
        (each["type"], each["rule"], each.get("message"), [subject["name"] for subject in each["subjects"]])
        for each in found
    ] == [
        ("finding", f"{text}/unsafe", text, [text]),
        ("finding", f"{text}/unsafe", text, [text]),
        ("excepted", f"{text}/unsafe", text, [text]),
        ("undetermined", f"{text}/unsafe", None, [text]),
    ]
    assert unseen(output) == []
    assert output.isascii()
