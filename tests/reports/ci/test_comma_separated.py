"""Findings as comma-separated values."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest

from reports.nasty import NASTY, nasty_audit, unseen
from stackaudit.reports.ci.comma_separated import COLUMNS, comma_separated_text
from stackaudit.reports.ci.wording import shown
from stacks import audit_of

ONE = audit_of(
    """
    organization: {currency: EUR}
    teams: {marketing: {side: marketing}, it: {side: it}}
    systems:
      mail: {name: 'Mail, "the" one', bought: {by: marketing, approved_by: []}, cost: {annual: 1200.5}}
    """,
)
ONE = replace(ONE, findings=tuple(each for each in ONE.findings if each.rule == "shadow-it/bought-without-it"))


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_a_finding_is_a_line() -> None:
    assert comma_separated_text(ONE) == (
        "rule,severity,theme,subjects,message,fix,file,line,column,money,currency,fingerprint\r\n"
        'shadow-it/bought-without-it,high,shadow-it,"Mail, ""the"" one",'
        '"Mail, ""the"" one was bought by marketing and IT has not agreed to it.",'
        '"Ask IT to review it, then name them under `bought.approved_by`; or retire it.",'
        f"inventory.yaml,5,43,1200.5,EUR,{ONE.findings[0].fingerprint}\r\n"
    )


def test_a_negative_amount_stays_a_figure_and_an_unknown_one_empty() -> None:
    refund = replace(ONE.findings[0], stakes=(("mail", -40.0),))
    unknown = replace(ONE.findings[0], stakes=())

    written = rows(comma_separated_text(replace(ONE, findings=(refund, unknown))))

    money = COLUMNS.index("money")
    assert [row[money : money + 2] for row in written[1:]] == [["-40", "EUR"], ["", ""]]


def test_names_of_many_subjects_are_cut() -> None:
    subject = ONE.findings[0].subjects[0]
    many = tuple(subject._replace(name=f"System {index}") for index in range(25))

    written = rows(comma_separated_text(replace(ONE, findings=(replace(ONE.findings[0], subjects=many),))))

    names = "; ".join(f"System {index}" for index in range(20))
    assert written[1][COLUMNS.index("subjects")] == f"{names} and 5 more"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@A1", "'@A1"),
        ("  =1+1", "'  =1+1"),
        ("\t=1+1", "' =1+1"),
        ('"=1+1"', '\'"=1+1"'),
        ("\u00a0=1+1", "'\u00a0=1+1"),
        ("＝1+1", "'＝1+1"),  # noqa: RUF001 - the sign is what is tested
        ("a;=1+1", "a;'=1+1"),
        ("a = b - c", "a = b - c"),
        ("e-mail; web", "e-mail; web"),
    ],
)
def test_no_cell_begins_as_a_formula_does(text: str, cell: str) -> None:
    finding = replace(ONE.findings[0], message=text)

    written = rows(comma_separated_text(replace(ONE, currency=text, findings=(finding,))))

    assert [written[1][COLUMNS.index(column)] for column in ("message", "currency")] == [cell, cell]


@pytest.mark.parametrize("word", NASTY)
def test_a_nasty_name_is_data_and_no_formula(word: str) -> None:
    text = NASTY[word]
    audit = nasty_audit(text)

    output = comma_separated_text(audit)

    head, *written = rows(output)
    assert head == list(COLUMNS)
    assert [[cell.replace("'", "") for cell in row] for row in written] == [
        [
            shown(f"{text}/unsafe").replace("'", ""),
            "high",
            *[shown(text, most).replace("'", "") for most in (1000, 200, 1000, 1000)],
            shown(f"stack/{text}.yaml").replace("'", ""),
            str(finding.place.line),
            str(finding.place.column),
            *(["1200", "EUR"] if finding.stakes else ["", ""]),
            finding.fingerprint,
        ]
        for finding in audit.findings
    ]
    assert not [cell for row in written for cell in row if re.match(r"\s*[\"`]*\s*[=+@-]", cell)]
    assert unseen(output) == ["\r"]
    assert output.count("\r") == output.count("\n") == 1 + len(audit.findings)
