"""The corpus of nasty names is what the tests of all reports believe it to be."""

from __future__ import annotations

import pytest

from reports.nasty import NASTY, REFUSED, nasty_audit, nasty_audit_since, read_audit
from stackaudit.model.problems import Problems


def test_no_string_is_there_twice() -> None:
    assert len(set(NASTY.values())) == len(NASTY)


@pytest.mark.parametrize("word", NASTY)
def test_an_inventory_can_hold_every_name_but_the_refused_ones(word: str) -> None:
    text = NASTY[word]

    if word in REFUSED:
        with pytest.raises(Problems):
            read_audit(text)
    else:
        assert read_audit(text).findings == nasty_audit(text).findings


@pytest.mark.parametrize("word", NASTY)
def test_whatever_a_stranger_writes_is_in_the_audit_as_it_is(word: str) -> None:
    text = NASTY[word]

    audit = nasty_audit(text)

    assert audit.organization == text
    assert list(audit.rules) == [f"{text}/unsafe"]
    assert [
        (finding.rule, finding.theme, finding.message, finding.fix, finding.note, finding.place.file)
        for finding in (*audit.findings, audit.excepted[0].finding)
    ] == [(f"{text}/unsafe", text, text, text, text, f"stack/{text}.yaml")] * 3
    assert [finding.subjects for finding in audit.findings] == [
        (("system", "first", text),),
        (("system", "second", text),),
    ]
    assert [(item.subjects, item.place.file) for item in audit.undetermined] == [
        ((("system", "fourth", text),), f"stack/{text}.yaml")
    ]
    assert [item.exception.reason for item in audit.excepted] == [text]


def test_a_baseline_can_know_the_first_finding() -> None:
    audit = nasty_audit_since(NASTY["script"])

    assert [finding.subjects[0].id for finding in audit.findings] == ["second"]
    assert audit.baseline is not None
    assert [finding.subjects[0].id for finding in audit.baseline.known] == ["first"]
