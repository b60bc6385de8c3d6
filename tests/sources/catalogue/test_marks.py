from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stackaudit.model.marks import CatalogueMarks, Company
from stackaudit.model.problems import Problems
from stackaudit.sources.catalogue import read_catalogue, read_marks, write_packs
from stackaudit.sources.catalogue.mark_chapters import read_mark_chapters
from stackaudit.sources.catalogue.packs import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

CATEGORIES = "g: {name: G, categories: {ask: {name: A, job: a}, ads: {name: B, job: b}}}\n"
PRODUCTS = """\
one: {name: One, vendor: V, category: ads, domain: one.example}
two: {name: Two, vendor: W, category: ads, domain: w.example}
two-pro: {name: Two Pro, vendor: W, category: ask, domain: w.example}
lent: {name: Lent, vendor: L, category: ask, domain: lent.example}
east: {name: East, vendor: E, category: ask, domain: both.example}
west: {name: West, vendor: F, category: ask, domain: both.example}
"""
FILES = {
    "tags.yaml": """\
one: {hosts: [onecdn.example], cookies: [_one, "_one_*"], variables: [_oneq]}
"vendor:W": {hosts: [tags.w.example]}
"company:acme": {variables: [_acme]}
""",
    "dns.yaml": """\
one: {txt: [one-verify], spf: [_spf.one.example], mx: [mx.one.example]}
two: {cname: [c.w.example], ns: [ns-*]}
""",
    "apps.yaml": "one: {names: [The One App], keys: [one_saml]}\n",
    "statements.yaml": "one: ['ONE*SUBSCR', 'One, Inc. *']\n",
    "companies.yaml": """\
acme: {name: Acme, kind: ad, hosts: [acme.example, deep.onecdn.example, one.example]}
two-tags: {product: two, hosts: [twocdn.example, lent.example]}
""",
    "first_party_apps.txt": "# theirs\n00000002-0000-0000-C000-000000000000  # a directory\n\n",
    "shared_domains.txt": "# others'\nlent.example\n",
    "consent.yaml": """\
asks: {categories: [ask], without: [west]}
needs: {categories: [ads], kinds: [ad], products: [west]}
""",
}
EXPECTED = CatalogueMarks(
    hosts={
        "acme.example": "company:acme",
        "one.example": "one",
        "onecdn.example": "one",
        "tags.w.example": "vendor:W",
        "twocdn.example": "two",
        "w.example": "vendor:W",
    },
    cookies={"_one": "one", "_one_*": "one"},
    variables={"_acme": "company:acme", "_oneq": "one"},
    records={
        "txt": {"one-verify": "one"},
        "spf": {"_spf.one.example": "one"},
        "mx": {"mx.one.example": "one"},
        "cname": {"c.w.example": "two"},
        "ns": {"ns-*": "two"},
    },
    statements={"one inc*": "one", "one subscr": "one"},
    apps={"theoneapp": "one"},
    app_keys={"one_saml": "one"},
    first_party=frozenset({"00000002-0000-0000-c000-000000000000"}),
    companies={"acme": Company("acme", "Acme", "ad")},
    consent=frozenset({"two-pro", "lent", "east"}),
    trackers=frozenset({"one", "two", "company:acme", "west"}),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "products").mkdir()
    (tmp_path / "marks").mkdir()
    (tmp_path / "categories.yaml").write_text(CATEGORIES)
    (tmp_path / "products" / "all.yaml").write_text(PRODUCTS)
    for name, text in FILES.items():
        (tmp_path / "marks" / name).write_text(text)
    return tmp_path


def test_every_file_gives_its_marks_in_the_form_they_are_looked_up_by(folder: Path) -> None:
    assert read_marks(folder) == EXPECTED


def test_a_pack_gives_the_same_marks_as_the_files(folder: Path) -> None:
    packs = write_packs(folder)

    assert [pack.name for pack in packs] == ["packed.json", "marks.json"]
    assert read_marks(folder) == EXPECTED


def test_a_pack_is_read_in_place_of_the_files_while_these_are_what_they_were(folder: Path) -> None:
    _, pack = write_packs(folder)
    pack.write_text(pack.read_text().replace("_oneq", "_packed"))

    assert read_marks(folder).variables == {"_acme": "company:acme", "_packed": "one"}


@pytest.mark.parametrize(
    ("path", "text"),
    [("marks/statements.yaml", "two: [ONE]\n"), ("marks/first_party_apps.txt", ""), ("products/more.yaml", "")],
)
def test_a_change_of_any_file_makes_the_pack_stale(folder: Path, path: str, text: str) -> None:
    _, pack = write_packs(folder)
    pack.write_text(pack.read_text().replace("_oneq", "_packed"))
    (folder / path).write_text(text or "{}\n" * path.endswith("yaml"))

    assert read_marks(folder).variables == {"_acme": "company:acme", "_oneq": "one"}


def test_a_catalogue_without_marks_knows_its_products_by_their_domains(folder: Path) -> None:
    for name in FILES:
        (folder / "marks" / name).unlink()
    (folder / "marks").rmdir()

    hosts = {"lent.example": "lent", "one.example": "one", "w.example": "vendor:W"}
    assert read_marks(folder) == CatalogueMarks(hosts=hosts, records={kind: {} for kind in EXPECTED.records})


@pytest.mark.parametrize(
    ("name", "text", "message", "line"),
    [
        ("tags.yaml", "one: {cookies: [a]}\ntwo: {cookies: [a]}\n", "`a` is claimed by `two` and by `one`", 2),
        ("tags.yaml", "ones: {cookies: [a]}\n", "`ones` is nothing that the catalogue knows", 1),
        ("tags.yaml", "'vendor:X': {cookies: [a]}\n", "`vendor:X` is nothing that the catalogue knows", 1),
        (
            "tags.yaml",
            "'company:two-tags': {cookies: [a]}\n",
            "`company:two-tags` is nothing that the catalogue knows",
            1,
        ),
        ("tags.yaml", "one: {cookie: [a]}\n", "`cookie` is no kind of mark here", 1),
        ("tags.yaml", "one: [a]\n", "`one` has no marks", 1),
        ("tags.yaml", "one: {cookies: a}\n", "expected a list of marks", 1),
        ("tags.yaml", "one: {cookies: ['a*b']}\n", "`a*b` is no mark of this kind", 1),
        ("tags.yaml", "one:\n  hosts:\n    - Upper.example\n", "`Upper.example` is no mark of this kind", 3),
        ("tags.yaml", "one: {hosts: [example]}\n", "`example` is no mark of this kind", 1),
        ("tags.yaml", "one: {hosts: [7]}\n", "`7` is no mark of this kind", 1),
        ("tags.yaml", "- one\n", "expected a mapping", 1),
        ("dns.yaml", "one: {txt: ['one-verify=']}\n", "`one-verify=` is no mark of this kind", 1),
        ("apps.yaml", "one: {names: ['!']}\n", "`!` is no mark of this kind", 1),
        ("statements.yaml", "one: ['*']\n", "`*` is no mark of this kind", 1),
        (
            "companies.yaml",
            "acme: {name: Acme, kind: odd}\n",
            "`acme` states neither a product nor a name and a kind",
            1,
        ),
        (
            "companies.yaml",
            "acme: {name: A, kind: ad}\nx: {product: three}\n",
            "`three` is nothing that the catalogue knows",
            2,
        ),
        ("first_party_apps.txt", "# a\nnot-an-id\n", "`not-an-id` cannot stand here", 2),
        ("shared_domains.txt", "all\n", "`all` cannot stand here", 1),
        ("consent.yaml", "asks: {categories: [asking]}\n", "`asking` means nothing under `categories`", 1),
        ("consent.yaml", "asks: {words: [ask]}\n", "`ask` means nothing under `words`", 1),
        ("consent.yaml", "knows: {}\n", "`knows` cannot stand here", 1),
    ],
)
def test_what_cannot_be_a_mark_is_refused_with_its_place(
    folder: Path, name: str, text: str, message: str, line: int
) -> None:
    (folder / "marks" / name).write_text(text)
    if name != "consent.yaml":
        (folder / "marks" / "consent.yaml").unlink()
    if name == "companies.yaml":
        (folder / "marks" / "tags.yaml").unlink()

    with pytest.raises(Problems) as raised:
        read_marks(folder)

    assert [(problem.message, problem.place and problem.place[:2]) for problem in raised.value.problems] == [
        (message, (name, line)),
    ]


def test_a_mark_that_two_claim_names_both_places(folder: Path) -> None:
    (folder / "marks" / "statements.yaml").write_text("one: [ACME]\ntwo: [Acme]\n")

    with pytest.raises(Problems) as raised:
        read_marks(folder)

    ((problem,),) = [raised.value.problems]
    assert [(place.line, words) for place, words in problem.related] == [(1, "claimed here first")]


def test_all_that_is_wrong_in_any_file_is_told_at_once(folder: Path) -> None:
    (folder / "marks" / "tags.yaml").write_text("three: {}\n")
    (folder / "marks" / "dns.yaml").write_text("four: {}\n")

    with pytest.raises(Problems) as raised:
        read_marks(folder)

    assert [problem.place and problem.place.file for problem in raised.value.problems] == ["dns.yaml", "tags.yaml"]


def test_our_own_marks_are_whole_and_each_chapter_is_sorted_by_target() -> None:
    marks = read_mark_chapters(FOLDER / "marks", read_catalogue())
    tagged = {*marks.hosts.values(), *marks.cookies.values(), *marks.variables.values()}
    recorded = {target for records in marks.records.values() for target in records.values()}

    assert len(tagged & read_catalogue().products.keys()) > 3000
    assert len(recorded) >= 150
    for name in ("tags.yaml", "dns.yaml", "apps.yaml"):
        lines = (FOLDER / "marks" / name).read_text(encoding="utf-8").splitlines()
        targets = [line.rpartition(": {")[0].strip('"') for line in lines if line and not line.startswith("#")]
        assert targets == sorted(targets)


def test_our_own_consent_tools_need_no_consent_themselves() -> None:
    marks = read_marks()

    assert sorted(marks.consent & marks.trackers) == []
    assert {"onetrust", "cookiebot", "usercentrics"} <= marks.consent
    assert {"hotjar", "meta-ads", "google-analytics", "company:scorecard-research"} <= marks.trackers
    assert marks.trackers.isdisjoint({"plausible", "google-tag-manager", "google-fonts"})
