from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import pytest

from stackaudit.model.problems import Problems
from stackaudit.sources.evidence.reading import read_evidence

if TYPE_CHECKING:
    from pathlib import Path

LEDGER = "Date,Merchant,Amount,Currency\n2026-10-01,MAILCHIMP,49.00,EUR\n2026-10-02,SHELL 587,30.00,EUR\n"
APPS = "Application,Users\nMiro,14\nFigma,3\n"


def folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        tmp_path.joinpath(name.replace("__", ".")).write_text(text, encoding="utf-8")
    return tmp_path


def problems(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(Problems) as raised:
        read_evidence([path])
    return [(problem.message, problem.help) for problem in raised.value.problems]


def test_files_are_known_by_what_is_in_them_and_not_by_their_names(tmp_path: Path) -> None:
    found = read_evidence([folder(tmp_path, apps__csv=LEDGER, ledger__csv=APPS)])

    assert [(file.name.rsplit("/", 1)[-1], file.reader) for file in found.files] == [
        ("apps.csv", "ledger"),
        ("ledger.csv", "app-list"),
    ]


def test_traces_come_in_order_of_file_and_line_with_their_places(tmp_path: Path) -> None:
    found = read_evidence([folder(tmp_path, b__csv=APPS, a__csv=LEDGER)])

    assert [(trace.text, trace.place.line) for trace in found.traces] == [
        ("MAILCHIMP", 2),
        ("SHELL 587", 3),
        ("Miro", 2),
        ("Figma", 3),
    ]
    assert found.documents[found.traces[0].place.file].line(2) == "2026-10-01 · MAILCHIMP · 49.00 · EUR"


def test_a_file_that_no_reader_knows_is_told_and_keeps_nobody_from_the_others(tmp_path: Path) -> None:
    found = read_evidence([folder(tmp_path, a__csv=LEDGER, b__json='{"weather": "fine"}', c__pdf="%PDF")])

    assert len(found.traces) == 2
    assert [(name.rsplit("/", 1)[-1], reason) for name, reason in found.unread] == [
        ("b.json", "JSON that no reader knows; export the list as a table (.csv)"),
        ("c.pdf", "a PDF holds no table that could be read safely; export it as .csv"),
    ]


def test_what_lies_about_in_folders_harms_nothing(tmp_path: Path) -> None:
    tmp_path.joinpath("Thumbs.db").write_bytes(b"\xd0\xcf\x11\xe0\0\0")
    tmp_path.joinpath("~$AP list.xlsx").write_bytes(b"\x05Somebody\0")
    tmp_path.joinpath("receipt.jpeg").write_bytes(b"\xff\xd8\xff\0")
    tmp_path.joinpath("cache.dat").write_bytes(b"\1\0\2")
    tmp_path.joinpath("desktop.ini").write_text("[.ShellClassInfo]\n", encoding="utf-8")
    tmp_path.joinpath("settings.cfg").write_text("[section]\nkey=value\n", encoding="utf-8")

    found = read_evidence([folder(tmp_path, a__csv=LEDGER)])

    assert [trace.text for trace in found.traces] == ["MAILCHIMP", "SHELL 587"]
    assert [(name.rsplit("/", 1)[-1], reason) for name, reason in found.unread] == [
        ("cache.dat", "it is no text"),
        ("receipt.jpeg", "a picture"),
        ("settings.cfg", "no reader knows what this is"),
    ]


def test_traces_noted_by_hand_are_evidence(tmp_path: Path) -> None:
    found = read_evidence([folder(tmp_path, notes__yaml="traces:\n  - {paid: MAILCHIMP, amount: 9, on: 2026-10-01}\n")])

    (trace,) = found.traces
    assert (trace.kind, trace.text, trace.amount, trace.on) == ("payment", "MAILCHIMP", 9, date(2026, 10, 1))
    assert [(file.reader, file.kinds) for file in found.files] == [("stated", ("payment",))]


def test_columns_that_headers_do_not_tell_are_declared(tmp_path: Path) -> None:
    rows = "K1,K2,K3\n2026-10-01,MAILCHIMP,49.00\n2026-10-02,SHELL,30.00\n"
    said = "files:\n  odd*.csv: {reader: ledger, columns: {date: K1, merchant: K2, amount: K3}, currency: SEK}\n"

    found = read_evidence([folder(tmp_path, odd1__csv=rows, evidence__yaml=said)])

    assert [(trace.text, trace.amount, trace.currency) for trace in found.traces] == [
        ("MAILCHIMP", 49, "SEK"),
        ("SHELL", 30, "SEK"),
    ]


def test_a_file_is_left_out_where_evidence_yaml_says_so(tmp_path: Path) -> None:
    found = read_evidence([folder(tmp_path, a__csv=LEDGER, evidence__yaml="files: {a.csv: {reader: none}}\n")])

    assert (found.traces, found.unread) == ((), ())


def test_hidden_files_and_readmes_are_passed_over(tmp_path: Path) -> None:
    found = read_evidence([folder(tmp_path, __a__csv=LEDGER, README__md="# What lies here")])

    assert (found.files, found.unread) == ((), ())


def test_every_problem_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    said = """
        files:
          a.csv: {reader: leger}
          b.csv: {reader: ledger}
        traces:
          - {paid: X, listed: Y}
          - {amount: 3}
    """

    told = problems(folder(tmp_path, a__csv=LEDGER, evidence__yaml=said, c__json='{"a": '))

    assert told == [
        ("broken JSON: Expecting value", "Export the file again, whole."),
        ("there is no reader `leger`", "Did you mean `ledger`?"),
        ("no file of evidence is called `b.csv`", "Did you mean `a.csv`?"),
        (
            "a trace says one thing that was seen",
            "Use exactly one of: paid, signed_in, granted, tag, record, listed.",
        ),
        (
            "a trace says one thing that was seen",
            "Use exactly one of: paid, signed_in, granted, tag, record, listed.",
        ),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n", "expected `files:` or `traces:`"),
        ("trace: []\n", "unknown key `trace`"),
        ("traces: {paid: X}\n", "expected a list of traces"),
        ("traces: [MAILCHIMP]\n", "expected the keys of a trace"),
        ("traces: [{paid: X, amount: much}]\n", "`amount`: expected a number, found `much`"),
        ("files: [a.csv]\n", "expected names of files"),
        ("files: {a.csv: ledger}\n", "expected what is to be known"),
        ("traces: [{paid: X, paid: Y}]\n", "the key `paid` stands twice in one mapping"),
    ],
)
def test_what_is_wrong_in_a_yaml_file_is_said(tmp_path: Path, text: str, message: str) -> None:
    told = problems(folder(tmp_path, a__csv=LEDGER, evidence__yaml=text))

    assert message in [said for said, _ in told]


def test_deeply_nested_json_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    told = problems(folder(tmp_path, a__json="[" * 200_000))

    assert [message for message, _ in told] == ["JSON that is nested too deeply"]


def test_a_link_that_leads_out_is_a_problem(tmp_path: Path) -> None:
    outside = tmp_path / "secret.csv"
    outside.write_text(LEDGER, encoding="utf-8")
    inside = tmp_path / "evidence"
    inside.mkdir()
    inside.joinpath("a.csv").symlink_to(outside)

    assert problems(inside) == [("this link leads out of its folder", "Copy the file into the folder of evidence.")]


def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.csv")

    assert problems(tmp_path) == [("not a regular file", "Name a file or a folder.")]


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    assert problems(tmp_path / "no") == [("there is no such file or folder", "Name a file or a folder of evidence.")]


def test_an_empty_ledger_is_a_source_that_shows_nothing(tmp_path: Path) -> None:
    found = read_evidence([folder(tmp_path, a__csv="Date,Merchant,Amount,Currency\n")])

    assert [(file.reader, file.kinds, file.traces) for file in found.files] == [("ledger", ("payment",), 0)]
