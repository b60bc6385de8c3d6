from __future__ import annotations

from datetime import date

import pytest

from stackaudit.model.catalogue import SignOnPrice
from stacks import TODAY, catalogue, facts_of_system


@pytest.mark.parametrize(
    ("cost", "share", "per_seat", "unused"),
    [
        ("annual: 12_000, seats: 100, seats_used: 80", 80, 120, 2400),
        ("annual: 1000, seats: 3, seats_used: 2", 200 / 3, 1000 / 3, 333.33),
        ("annual: 12_000, seats: 100, seats_used: 120", 120, 120, 0),
        ("annual: 0, seats: 10, seats_used: 1", 10, 0, 0),
        ("annual: 12_000, seats: 0, seats_used: 0", None, None, None),
        ("annual: 12_000, seats: 100", None, 120, None),
        ("seats: 100, seats_used: 50", 50, None, None),
        ("annual: {amount: 12_000, currency: XYZ}, seats: 100, seats_used: 50", 50, None, None),
        ("annual: 12_000", None, None, None),
    ],
)
def test_seats_are_priced_and_counted(
    cost: str, share: float | None, per_seat: float | None, unused: float | None
) -> None:
    facts = facts_of_system(f"cost: {{{cost}}}", "organization: {currency: EUR}")

    assert facts.get("cost.seats_used_share") == share
    assert facts.get("cost.per_seat") == per_seat
    assert facts.get("cost.unused") == unused


@pytest.mark.parametrize(
    ("cost", "notice_by", "days", "renewal"),
    [
        ("renews: 2027-01-20, notice: 60d", date(2026, 11, 21), 0, 60),
        ("renews: 2027-01-19, notice: 60d", date(2026, 11, 20), -1, 59),
        ("renews: 2026-11-01, notice: 0d", date(2026, 11, 1), -20, -20),
        ("renews: 2027-01-20", None, None, 60),
        ("notice: 60d", None, None, None),
        ("renews: 0001-02-01, notice: 60d", None, None, (date(1, 2, 1) - TODAY).days),
    ],
)
def test_notice_is_due_so_long_before_the_contract_renews(
    cost: str, notice_by: date | None, days: int | None, renewal: int | None
) -> None:
    facts = facts_of_system(f"cost: {{{cost}}}")

    assert facts.get("cost.notice_by") == notice_by
    assert facts.get("cost.days_to_notice") == days
    assert facts.get("cost.days_to_renewal") == renewal


def test_the_end_of_life_is_counted_in_days() -> None:
    assert facts_of_system("end_of_life: 2026-11-30")["days_to_end_of_life"] == 9
    assert facts_of_system("end_of_life: 2026-11-20")["days_to_end_of_life"] == -1
    assert "days_to_end_of_life" not in facts_of_system("brand: x")


@pytest.mark.parametrize(
    ("stated", "side"),
    [
        ("bought: {by: web}", "marketing"),
        ("bought: {by: web}, cost: {paid_by: it}", "it"),
        ("cost: {paid_by: it}", "it"),
        ("bought: {by: odd}", None),
        ("brand: x", None),
    ],
)
def test_the_budget_that_is_named_pays_and_else_the_buyers_own(stated: str, side: str | None) -> None:
    teams = "teams: {web: {side: marketing}, it: {side: it}, odd: {lead: somebody}}"

    assert facts_of_system(stated, teams).get("cost.payer_side") == side


class TestPricesOfSignOn:
    def test_a_product_with_a_published_price_has_its_increase_its_offer_and_its_day(self) -> None:
        facts = facts_of_system("product: Canva")

        price = catalogue().sso_prices["canva"]
        assert price == SignOnPrice(10, 40, "USD", "user and month", date(2024, 6, 17))
        assert facts["security.sso_increase"] == 300
        assert facts["security.sso_priced"] == price.on
        offer = str(facts["security.sso_offer"]).replace("\u00a0", " ")
        assert offer == "USD 40 instead of USD 10 per user and month"

    def test_a_unit_that_nobody_names_is_not_made_up(self) -> None:
        offer = str(facts_of_system("product: Intercom")["security.sso_offer"]).replace("\u00a0", " ")

        assert offer == "USD 132 instead of USD 29"

    @pytest.mark.parametrize("stated", ["product: Salesforce Sales Cloud", "product: Fernweh Canvas", "brand: Canva"])
    def test_other_products_have_none(self, stated: str) -> None:
        assert not {fact for fact in facts_of_system(stated) if fact.startswith("security.sso_")}
