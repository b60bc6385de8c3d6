"""The lists of labelled merchants are well formed, agree with each other and are counted rightly in their README."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest

HERE = Path(__file__).parent
LISTS = sorted(HERE.glob("*.csv"))
LABELS = ("software", "not", "unclear")
LEDGERS = HERE.parents[2] / "shared" / "data" / "spend"

every_list = pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)


class Row(NamedTuple):
    merchant: str
    label: str
    product: str
    note: str


class Counts(NamedTuple):
    merchants: int
    software: int
    not_software: int
    unclear: int
    left_out: int


def test_there_is_a_list_for_each_ledger() -> None:
    assert [path.stem for path in LISTS] == [
        "birmingham-2014-09",
        "birmingham-2016-09",
        "birmingham-2017-01",
        "calderdale-2020-04",
    ]


@every_list
def test_the_columns_are_those_of_the_readme(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        widths = Counter(len(row) for row in csv.reader(file))

    assert path.read_text(encoding="utf-8").splitlines()[0] == "merchant,label,product,note"
    assert list(widths) == [4]


@every_list
def test_every_label_is_known(path: Path) -> None:
    assert [row for row in read(path) if row.label not in LABELS] == []


@every_list
def test_merchants_are_sorted_and_stand_once(path: Path) -> None:
    merchants = [row.merchant for row in read(path)]

    assert merchants == sorted(set(merchants))


@every_list
def test_no_cell_is_padded_and_no_merchant_is_empty(path: Path) -> None:
    rows = read(path)

    assert [row for row in rows if any(cell != cell.strip() for cell in row)] == []
    assert [row for row in rows if not row.merchant] == []


@every_list
def test_software_and_nothing_else_names_its_product(path: Path) -> None:
    assert [row for row in read(path) if bool(row.product) != (row.label == "software")] == []


@every_list
def test_what_is_unclear_says_why(path: Path) -> None:
    assert [row for row in read(path) if row.label == "unclear" and not row.note] == []


def test_no_two_lists_disagree_on_a_merchant() -> None:
    said = defaultdict(set)
    for path in LISTS:
        for row in read(path):
            said[row.merchant.casefold()].add((row.label, row.product))

    assert {merchant: words for merchant, words in said.items() if len(words) > 1} == {}


@every_list
def test_the_readme_counts_each_label(path: Path) -> None:
    counts = stated_counts()[path.name]

    found = Counter(row.label for row in read(path))

    assert (counts.software, counts.not_software, counts.unclear) == tuple(found[label] for label in LABELS)
    assert counts.merchants == found.total() + counts.left_out


@pytest.mark.skipif(not LEDGERS.is_dir(), reason="the ledgers do not lie beside the repository")
@every_list
def test_every_merchant_stands_in_its_ledger(path: Path) -> None:
    merchants = ledger_merchants(path.stem)

    labelled = {row.merchant for row in read(path)}

    assert labelled - merchants == set()
    assert len(merchants) == stated_counts()[path.name].merchants


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return [Row(**row) for row in csv.DictReader(file)]


def stated_counts() -> dict[str, Counts]:
    text = (HERE / "README.md").read_text(encoding="utf-8")
    lines = re.findall(r"^\| `([^`]+\.csv)` \|([\d |]+)\|$", text, re.MULTILINE)
    return {name: Counts(*(int(figure) for figure in figures.split("|"))) for name, figures in lines}


def ledger_merchants(stem: str) -> set[str]:
    council, month = stem.split("-", 1)
    with (LEDGERS / f"{council}-pcard-{month}.csv").open(encoding="utf-8-sig", newline="") as file:
        return {(row.get("MERCHANT NAME") or row["Supplier Name"]).strip() for row in csv.DictReader(file)}
