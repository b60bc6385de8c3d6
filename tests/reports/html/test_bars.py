"""Bars are in proportion to the largest, and nothing that is unknown is drawn as nothing."""

from __future__ import annotations

from stackaudit.model.money import Money
from stackaudit.model.scorecard import Spending, Spent
from stackaudit.reports.html.bars import left_out, spend_charts


def spent(name: str, amount: float, *, stated: int = 1, unstated: int = 0) -> Spent:
    return Spent(name, name.capitalize(), stated + unstated, amount, stated, (), 0, unstated, 0)


def spending(*sides: Spent) -> Spending:
    total = spent("total", sum(side.amount for side in sides))
    return Spending(total, sides, (), (), (), spent("off", 0, stated=0), ())


def test_the_largest_amount_fills_its_bar() -> None:
    charts = list(spend_charts(spending(spent("it", 300), spent("marketing", 75))))

    assert [(bar.name, bar.length, bar.amount, bar.share) for bar in charts[0].bars] == [
        ("It", 100.0, "300", "80 %"),
        ("Marketing", 25.0, "75", "20 %"),
    ]
    assert [chart.heading for chart in charts] == ["By the side that pays"]


def test_what_nobody_stated_is_unknown() -> None:
    (chart,) = spend_charts(spending(spent("it", 300), spent("sales", 0, stated=0, unstated=2)))

    assert [(bar.name, bar.amount, bar.share, bar.left_out) for bar in chart.bars][1] == (
        "Sales",
        "unknown",
        "",
        "2 without a stated cost",
    )


def test_further_bars_are_counted_and_the_unnamed_one_stays() -> None:
    many = [spent(f"side {number}", 100 - number) for number in range(20)]
    (chart,) = spend_charts(spending(*many, spent("", 1)))

    assert (len(chart.bars), chart.bars[-1].name, chart.further) == (17, "not stated", 4)


def test_money_that_cannot_be_converted_is_told_apart() -> None:
    foreign = spent("it", 0)._replace(foreign=(Money(99.6, "CHF"),))

    assert left_out(foreign) == "CHF\u00a0100 not converted"
