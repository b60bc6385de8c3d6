"""Words that several formats write."""

from __future__ import annotations

from stackaudit.model.audit import SubjectName
from stackaudit.reports.ci.wording import shown, subject_names


def test_a_text_is_cut_after_what_is_unsafe_was_written_out() -> None:
    assert shown("abc", 3) == "abc"
    assert shown("abcd", 3) == "ab…"
    assert shown("\x1b" * 5, 10) == "<U+001B><…"
    assert shown("a\nb\tc") == "a b c"


def test_the_first_twenty_subjects_are_named() -> None:
    twenty = [SubjectName("system", f"s{index}", f"S{index}") for index in range(20)]
    names = "; ".join(subject.name for subject in twenty)

    assert subject_names(twenty) == names
    assert subject_names([*twenty, SubjectName("system", "last", "Last")]) == f"{names} and 1 more"
    assert subject_names([SubjectName("system", "long", "w" * 500)]) == f"{'w' * 199}…"
