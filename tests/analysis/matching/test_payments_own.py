"""What the inventory calls its systems goes before everything that the catalogue knows."""

from __future__ import annotations

from stackaudit.analysis.matching.payments import match_payments
from stackaudit.model.catalogue import Catalogue, Category, Product
from stackaudit.model.marks import CatalogueMarks
from stackaudit.model.matches import Match, Sureness

CATALOGUE = Catalogue(
    {"mailchimp": Product("mailchimp", "Mailchimp", "Intuit", "email", (), "mailchimp.com", ())},
    {"email": Category("email", "Email", "content", "Content", "Content", "sends mail", True)},
    {"mailchimp": "mailchimp"},
)
MARKS = CatalogueMarks(hosts={"mailchimp.com": "mailchimp"}, statements={"mailchimp": "mailchimp"})


def test_an_own_name_wins_over_the_catalogue() -> None:
    matches = match_payments(["MAILCHIMP *MONTHLY"], CATALOGUE, MARKS, {"Mailchimp": "newsletter"})

    assert matches == {"MAILCHIMP *MONTHLY": Match("system:newsletter", Sureness.CERTAIN, "named like Mailchimp")}


def test_an_alias_may_end_in_a_star() -> None:
    merchants = ["ACMECLOUD 123", "ACME-CLOUDHOSTING LTD", "ACM TRAINING"]

    matches = match_payments(merchants, CATALOGUE, MARKS, {"ACME*": "hosting"})

    assert matches == {
        "ACMECLOUD 123": Match("system:hosting", Sureness.CERTAIN, "named like ACME*"),
        "ACME-CLOUDHOSTING LTD": Match("system:hosting", Sureness.CERTAIN, "named like ACME*"),
    }


def test_an_own_name_is_known_by_its_beginning_and_by_its_spelling() -> None:
    merchants = ["PAYPAL *WINTERGART", "WINTERGARTEN PORTAL", "WINTERGRATEN PORTAL GMBH"]

    matches = match_payments(merchants, CATALOGUE, MARKS, {"Wintergarten Portal": "portal"})

    assert matches == {
        "PAYPAL *WINTERGART": Match("system:portal", Sureness.LIKELY, "named like Wintergarten Portal, cut short"),
        "WINTERGARTEN PORTAL": Match("system:portal", Sureness.CERTAIN, "named like Wintergarten Portal"),
        "WINTERGRATEN PORTAL GMBH": Match("system:portal", Sureness.LIKELY, "spelt like Wintergarten Portal (94)"),
    }


def test_an_ordinary_own_name_needs_to_stand_alone() -> None:
    merchants = ["THE BRIDGE", "BRIDGE", "BRIDGE LTD 0042", "BRIDGE STREET GARAGE", "BRIDGE OF ORCHY"]

    matches = match_payments(merchants, CATALOGUE, MARKS, {"Bridge": "integration"})

    assert matches == {
        "BRIDGE": Match("system:integration", Sureness.CERTAIN, "named like Bridge"),
        "BRIDGE LTD 0042": Match("system:integration", Sureness.GUESS, "named like Bridge"),
    }


def test_a_word_for_the_thing_itself_is_at_most_a_guess_beside_anything_else() -> None:
    merchants = [
        "SHOP KINGS 587",
        "SHOP 24 LONDON",
        "SQ *SHOP 1",
        "PARKING EYE LIMITED",
        "PARKING 24 LONDON",
        "PARKINGS LTD",
    ]

    matches = match_payments(merchants, CATALOGUE, MARKS, {"Shop": "shop", "Parking": "parking"})

    assert matches == {
        "SHOP 24 LONDON": Match("system:shop", Sureness.GUESS, "named like Shop"),
        "PARKING 24 LONDON": Match("system:parking", Sureness.GUESS, "named like Parking"),
    }


def test_a_name_that_somebody_made_up_is_known_with_noise_about_it() -> None:
    names = {"nShift": "shipping", "Quilliam": "rates"}
    merchants = ["NSHIFT DELIVERY 2026 OSLO", "NSHIFT AS", "QUILLIAM LTD", "QUILLIAM 24 LONDON", "QUILLIAM ROAD GARAGE"]

    matches = match_payments(merchants, CATALOGUE, MARKS, names)

    assert matches == {
        "NSHIFT DELIVERY 2026 OSLO": Match("system:shipping", Sureness.LIKELY, "named like nShift"),
        "NSHIFT AS": Match("system:shipping", Sureness.CERTAIN, "named like nShift"),
        "QUILLIAM LTD": Match("system:rates", Sureness.LIKELY, "named like Quilliam"),
        "QUILLIAM 24 LONDON": Match("system:rates", Sureness.GUESS, "named like Quilliam"),
    }


def test_an_alias_means_what_it_says_also_where_it_is_an_ordinary_word() -> None:
    matches = match_payments(["SHOP 24 LONDON"], CATALOGUE, MARKS, {"Shop": "shop"}, aliases=["Shop"])

    assert matches == {"SHOP 24 LONDON": Match("system:shop", Sureness.CERTAIN, "named like Shop")}


def test_what_stands_on_statements_goes_before_a_plain_own_name() -> None:
    marks = CatalogueMarks(statements={"bridge": "mailchimp"})

    matches = match_payments(["BRIDGE LTD 0042"], CATALOGUE, marks, {"Bridge": "integration"})

    assert matches == {"BRIDGE LTD 0042": Match("mailchimp", Sureness.CERTAIN, "on card statements as BRIDGE")}


def test_an_own_system_may_be_paid_at_a_till() -> None:
    matches = match_payments(["SQ *WINTERGARTEN"], CATALOGUE, MARKS, {"SQ *Wintergarten": "tickets"})

    assert matches == {"SQ *WINTERGARTEN": Match("system:tickets", Sureness.CERTAIN, "named like SQ *Wintergarten")}


def test_names_without_letters_match_nobody() -> None:
    assert match_payments(["", "*", "42"], CATALOGUE, MARKS, {"": "a", "*": "b", "{0}": "c", "-": "d"}) == {}
