"""An audit as SARIF, held against the schema of its committee."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from jsonschema import Draft202012Validator

from reports.nasty import NASTY, nasty_audit, nasty_audit_since, unseen
from reports.rendering import texts
from stackaudit import __version__
from stackaudit.model.audit import Related
from stackaudit.model.documents import Place
from stackaudit.model.rules import Severity
from stackaudit.reports.ci.sarif import MOST_RESULTS, sarif_text
from stackaudit.reports.ci.wording import shown
from stacks import audit_of, rules_of

SCHEMA = Path(__file__).parents[2] / "official" / "sarif-2.1.0.schema.json"

RULES = rules_of(
    """
    id: no-sso
    title: Systems have single sign-on
    severity: high
    why: Passwords leak.
    fix: Add it under `security.sso`.
    for: system
    expect: {security.sso: true}
    money: cost.annual
    message: "{name} has no single sign-on."
    """
)
TWO = audit_of(
    """
    organization: {name: Fjordline, currency: EUR}
    systems:
      a: {name: Mail, security: {sso: false}, cost: {annual: 1200}}
      b: {name: Shop, security: {sso: false}}
      c: {name: Poll}
    """,
    RULES,
)


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def run_of(text: str) -> Any:
    """The only run of a log that keeps to the schema."""
    log = json.loads(text)
    validator().validate(log)
    (run,) = log["runs"]
    return run


def plain(message: dict[str, str]) -> str:
    """A message as a reader of SARIF shows it, who follows 3.11.5 and 3.11.6 to the letter."""
    text = message["text"]
    assert not re.search(r"(?<!\{)\{\d+\}(?!\})", text)
    text = re.sub(r"\{\{(\d+)\}\}", r"{\1}", text)
    if "](" in text or "]\\(" in text:
        assert not re.search(r"(?<!\\)(?:\\\\)*[\[\]]", text)
        text = re.sub(r"\\([\\\[\]])", r"\1", text)
    return text


def test_a_run_holds_the_rules_and_the_results() -> None:
    run = run_of(sarif_text(TWO))

    first, second = TWO.findings
    assert run == {
        "tool": {
            "driver": {
                "name": "stackaudit",
                "version": __version__,
                "rules": [
                    {
                        "id": "own/no-sso",
                        "shortDescription": {"text": "Systems have single sign-on"},
                        "fullDescription": {"text": "Passwords leak."},
                        "help": {
                            "text": "Passwords leak. Add it under `security.sso`.",
                            "markdown": "**Why**: Passwords leak.\n\n**What to do**: Add it under `security.sso`.\n",
                        },
                        "defaultConfiguration": {"level": "error"},
                        "properties": {"tags": ["own"], "precision": "high", "security-severity": "8.0"},
                    }
                ],
            }
        },
        "automationDetails": {"id": "stackaudit/2026-11-21"},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "properties": {"organization": "Fjordline", "today": "2026-11-21", "undetermined": 1},
        "results": [
            {
                "ruleId": "own/no-sso",
                "ruleIndex": 0,
                "level": "error",
                "message": {"text": f"{name} has no single sign-on."},
                "locations": [
                    {
                        "physicalLocation": {
                            "artifactLocation": {"uri": "inventory.yaml"},
                            "region": {"startLine": line, "startColumn": 3},
                        }
                    }
                ],
                "partialFingerprints": {"stackauditFingerprint/v1": finding.fingerprint},
                "properties": {"severity": "high", "subjects": [subject], "subjectCount": 1, **money},
            }
            for name, line, subject, finding, money in (
                ("Mail", 4, "a", first, {"money": 1200, "currency": "EUR"}),
                ("Shop", 5, "b", second, {}),
            )
        ],
    }


def test_severities_become_levels() -> None:
    findings = tuple(replace(TWO.findings[0], severity=severity) for severity in reversed(Severity))

    run = run_of(sarif_text(replace(TWO, findings=findings)))

    assert [result["level"] for result in run["results"]] == ["error", "error", "warning", "note", "note"]


def test_a_finding_of_a_new_rule_warns_and_says_until_when() -> None:
    finding = replace(TWO.findings[0], fails_from=date(2027, 1, 1))

    (result,) = run_of(sarif_text(replace(TWO, findings=(finding,))))["results"]

    assert (result["level"], result["properties"]["failsFrom"]) == ("warning", "2027-01-01")


def test_findings_behind_exceptions_are_suppressed_results() -> None:
    run = run_of(sarif_text(nasty_audit("name")))

    assert [result.get("suppressions") for result in run["results"]] == [
        None,
        None,
        [
            {
                "kind": "external",
                "status": "accepted",
                "justification": "name",
                "properties": {"until": "2027-01-31", "approvers": ["it"]},
            }
        ],
    ]


def test_a_baseline_tells_new_results_from_those_that_it_knows() -> None:
    run = run_of(sarif_text(nasty_audit_since("name")))

    assert [(result["properties"]["subjects"], result.get("baselineState")) for result in run["results"]] == [
        (["second"], "new"),
        (["first"], "unchanged"),
        (["third"], None),
    ]


def test_a_finding_without_a_file_stands_at_the_beginning_of_the_first() -> None:
    finding = replace(TWO.findings[0], place=Place("", 7, 7))

    (result,) = run_of(sarif_text(replace(TWO, findings=(finding,))))["results"]

    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "inventory.yaml"},
        "region": {"startLine": 1, "startColumn": 1},
    }


def test_subjects_and_related_places_of_a_large_finding_are_cut() -> None:
    subject = TWO.findings[0].subjects[0]
    large = replace(
        TWO.findings[0],
        subjects=tuple(subject._replace(id=f"s{index}") for index in range(300)),
        related=tuple(Related(Place("a.yaml", index, 1), f"note {index}") for index in range(1, 300)),
    )

    (result,) = run_of(sarif_text(replace(TWO, findings=(large,))))["results"]

    assert result["properties"]["subjects"] == [f"s{index}" for index in range(100)]
    assert result["properties"]["subjectCount"] == 300
    assert [place["message"]["text"] for place in result["relatedLocations"]] == [
        f"note {index}" for index in range(1, 101)
    ]


def test_the_last_results_are_left_out_where_there_are_too_many_and_the_run_says_so() -> None:
    worst, least = TWO.findings[0], replace(TWO.findings[1], severity=Severity.INFO)

    text = sarif_text(replace(TWO, findings=(worst,) * (MOST_RESULTS - 1) + (least,) * 3))

    run = json.loads(text)["runs"][0]
    assert len(run["results"]) == MOST_RESULTS
    assert [result["level"] for result in run["results"][-2:]] == ["error", "note"]
    assert run["invocations"] == [
        {
            "executionSuccessful": True,
            "toolExecutionNotifications": [
                {
                    "level": "warning",
                    "message": {"text": "2 of 25002 results are left out, the last in the order of the report."},
                }
            ],
        }
    ]


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_is_text_and_no_link(word: str) -> None:
    text = NASTY[word]

    output = sarif_text(nasty_audit(text))

    run = run_of(output)
    (rule,) = run["tool"]["driver"]["rules"]
    name = shown(f"{text}/unsafe", 255)
    assert (rule["id"], rule["properties"]["tags"]) == (name, [shown(text)])
    assert run["properties"]["organization"] == shown(text)
    assert [plain(rule[key]) for key in ("shortDescription", "fullDescription")] == [shown(text)] * 2
    assert plain(rule["help"]) == shown(f"{text} {text}")
    assert texts(rule["help"]["markdown"]) == [
        f"{head}: {shown(text)}".rstrip() for head in ("**Why**", "**What to do**")
    ]
    assert [
        (result["ruleId"], plain(result["message"]), plain(result["locations"][0]["message"]))
        for result in run["results"]
    ] == [(name, shown(text), shown(text))] * 3
    assert plain({"text": run["results"][2]["suppressions"][0]["justification"]}) == shown(text)
    (path,) = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}
    assert re.fullmatch(r"stack/[A-Za-z0-9_.~/%-]*\.yaml", path)
    errors = "surrogatepass" if "\ud83d" in text else "surrogateescape"
    assert unquote_to_bytes(path).decode("utf-8", errors) == f"stack/{text}.yaml"
    assert unseen(output) == []
    assert output.isascii()
