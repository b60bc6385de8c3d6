"""The Markdown summary of a job on GitHub."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.nasty import NASTY, nasty_audit, nasty_audit_since, unseen
from reports.rendering import blocks, texts
from stackaudit.reports.ci.job_summary import job_summary
from stackaudit.reports.ci.wording import shown
from stacks import audit_of, rules_of

RULES = rules_of(
    """
    id: no-sso
    title: Systems have single sign-on
    severity: high
    why: Passwords leak.
    fix: Add it.
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


def test_a_summary_has_counts_findings_and_scores() -> None:
    assert job_summary(TWO) == (
        "## stackaudit: Fjordline\n"
        "\n"
        "**2 findings**: 2 high · 1 question undetermined · EUR\u00a01\u00a0200 a year at stake\n"
        "\n"
        "| Severity | What is wrong | Rule | Where | A year |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| high | Mail has no single sign-on. | own/no-sso | inventory.yaml:4 | EUR\u00a01\u00a0200 |\n"
        "| high | Shop has no single sign-on. | own/no-sso | inventory.yaml:5 |  |\n"
        "\n"
        "| Theme | Score | Fails | Undetermined |\n"
        "| --- | --- | --- | --- |\n"
        "| own | 0–33 | 2 | 1 |\n"  # noqa: RUF001 - a range takes an en dash
        "| overall | 0–33 | 2 | 1 |\n"  # noqa: RUF001
    )


def test_the_worst_twenty_are_listed_and_the_rest_is_counted() -> None:
    findings = tuple(replace(TWO.findings[0], message=f"Finding {number}") for number in range(23))

    shown_texts = texts(job_summary(replace(TWO, findings=findings)))

    assert [text for text in shown_texts if text.startswith("Finding")] == [f"Finding {n}" for n in range(20)]
    assert "… and 3 more findings." in shown_texts


def test_exceptions_and_the_baseline_are_counted() -> None:
    counts = texts(job_summary(nasty_audit_since("name")))[1]

    assert counts == (
        "**1 finding**: 1 high · 1 question undetermined · 1 finding behind exceptions · 1 finding in the baseline"
    )


def test_an_empty_inventory_is_told_in_two_lines() -> None:
    assert job_summary(audit_of("systems: {}", [])) == "## stackaudit\n\n**0 findings**\n\n"


@pytest.mark.parametrize("sign", ["@a", "<", "\x1b", "\U000e0041", "😀", "|"])
def test_a_summary_stays_under_half_of_what_github_takes(sign: str) -> None:
    audit = nasty_audit(sign * 5_000)
    findings = tuple(replace(audit.findings[0], stakes=(("first", 1e300),)) for _ in range(60))
    crowd = replace(audit, findings=findings, currency=sign * 5_000, scores=audit.scores * 80)

    assert len(job_summary(crowd).encode()) < 512 * 1024


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_shows_and_does_nothing(word: str) -> None:
    text = NASTY[word]
    audit = nasty_audit(text)

    output = job_summary(audit)

    found = texts(output)
    assert found[0] == ("stackaudit" if text.isspace() else f"stackaudit: {shown(text, 60).strip()}")
    assert [found[row : row + 5] for row in (7, 12)] == [
        [
            "high",
            shown(text, 300).strip(),
            shown(f"{text}/unsafe", 300).strip(),
            f"{shown(f'stack/{text}.yaml', 300)}:{finding.place.line}",
            "EUR\u00a01\u00a0200" if finding.stakes else "",
        ]
        for finding in audit.findings
    ]
    kinds = blocks(output)
    assert (kinds.count("table_open"), kinds.count("tr_open"), set(kinds) - BLOCKS) == (2, 3 + 3, set())
    assert unseen(output) == []


BLOCKS = {
    f"{name}_{end}"
    for name in ("heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td")
    for end in ("open", "close")
}
"""What a summary is built of."""
