"""Searching the catalogue: every word must stand somewhere, and the most telling place comes first."""

from __future__ import annotations

from stackaudit.analysis.searching import search
from stackaudit.model.catalogue import Catalogue, Category, Product

CATEGORIES = {
    "crm": Category("crm", "CRM", "social", "Social", "CRM", "keeping customers", True),
    "email-marketing": Category(
        "email-marketing", "E-mail marketing", "content", "Content", "Email", "newsletters", True
    ),
}


def product(name: str, vendor: str = "Acme", category: str = "crm", *also: str) -> Product:
    return Product(name.lower().replace(" ", "-"), name, vendor, category, also, "", ())


def names_found(words: str, *products: Product) -> list[str]:
    catalogue = Catalogue({each.id: each for each in products}, CATEGORIES, {})
    return [each.name for each in search(catalogue, [words])]


def test_the_name_itself_comes_first_then_names_that_begin_so() -> None:
    found = names_found("act", product("Fact Finder Act"), product("Act On"), product("Act"))

    assert found == ["Act", "Act On", "Fact Finder Act"]


def test_a_name_tells_more_than_another_name_the_category_or_the_vendor() -> None:
    found = names_found(
        "mailer",
        product("Post", "Mailer Ltd"),
        product("Letters", "Acme", "crm", "Mailer Pro"),
        product("Big Mailer"),
    )

    assert found == ["Big Mailer", "Letters", "Post"]


def test_a_whole_word_of_a_name_tells_more_than_a_part_of_one() -> None:
    assert names_found("mailer", product("Big Mailers"), product("Wide Mailer")) == ["Wide Mailer", "Big Mailers"]


def test_every_word_must_stand_somewhere() -> None:
    found = names_found("zeta crm", product("Zeta", "Acme", "crm"), product("Zeta Mail", "Acme", "email-marketing"))

    assert found == ["Zeta"]


def test_case_accents_and_punctuation_do_not_matter() -> None:
    assert names_found("BÜRO e-mail", product("Buro-Plus", "Acme", "email-marketing")) == ["Buro-Plus"]


def test_a_short_word_is_no_part_of_a_longer_one() -> None:
    assert names_found("ads", product("Spreadsheets"), product("Adsmith")) == ["Adsmith"]


def test_equals_are_sorted_by_name() -> None:
    assert names_found("crm", product("Beta"), product("Alpha"), product("gamma")) == ["Alpha", "Beta", "gamma"]


def test_no_words_find_nothing() -> None:
    assert names_found(" ?! ", product("Alpha")) == []
