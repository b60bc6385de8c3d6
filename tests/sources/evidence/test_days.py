"""Days as people and machines write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stackaudit.sources.evidence.days import DAY_FIRST, MONTH_FIRST, YEAR_FIRST, Days, read_day, read_days

DAY = date(2014, 9, 26)


@pytest.mark.parametrize(
    "text",
    [
        "2014-09-26",
        " 2014-09-26 ",
        "2014/9/26",
        "2014.09.26",
        "20140926",
        "2014-09-26T10:11:12Z",
        "2014-09-26 10:11:12.123456+01:00",
        "2014-09-26 10:11",
        "2014/09/26 05:00:00+00",
        "26/09/2014",
        "26/9/14",
        "26.9.2014",
        "26. 9. 2014",
        "26-09-2014 23:59",
        "26/09/2014 11:59 PM",
        "26-Sep-14",
        "26Sep2014",
        "26 September 2014",
        "26th September 2014",
        "Sep 26, 2014",
        "Sept 26 2014",
        "Fri, 26 Sep 2014",
        "Friday 26 September 2014",
        "26. September 2014",
        "26 septembre 2014",
        "26 de septiembre de 2014",
        "41908",
        "41908.5",
    ],
)
def test_one_day_in_many_writings(text: str) -> None:
    assert read_day(text) == DAY


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("3. Jänner 2020", None),
        ("3. Mär. 2020", 3),
        ("3 mrt 2020", 3),
        ("3 Mai 2020", 5),
        ("3 mei 2020", 5),
        ("3. maj 2020", 5),
        ("3 juin 2020", 6),
        ("3 juil. 2020", 7),
        ("3 jui 2020", None),
        ("3 août 2020", 8),
        ("3 oktober 2020", 10),
        ("3 dez 2020", 12),
        ("3. desember 2020", 12),
        ("3 dic 2020", 12),
        ("3 Marvel 2020", None),
    ],
)
def test_months_of_eight_languages(text: str, month: int | None) -> None:
    assert read_day(text) == (month and date(2020, month, 3))


@pytest.mark.parametrize(
    ("order", "day"),
    [(DAY_FIRST, date(2014, 3, 2)), (MONTH_FIRST, date(2014, 2, 3)), (YEAR_FIRST, date(2002, 3, 14))],
)
def test_numbers_are_read_in_the_order_given(order: str, day: date) -> None:
    assert read_day("02/03/14", order) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "99/99/9999",
        "31/02/2020",
        "0/0/0000",
        "00/00/00",
        "2014",
        "54.20",
        "1.2.3",
        "9999-12-31",
        "0001-01-01",
        "12345",
        "٢٦/٠٩/٢٠١٤",
        "26/09/2014 and then",
        "=TODAY()",
        "1" * 10_000,
        "26" + " " * 10_000 + "Sep 2014",
    ],
)
def test_what_names_no_day(text: str) -> None:
    assert read_day(text) is None


def test_one_day_after_the_twelfth_decides_for_all() -> None:
    assert read_days(["01/02/2020", "13/02/2020", "x"]) == Days(
        {"01/02/2020": date(2020, 2, 1), "13/02/2020": date(2020, 2, 13)}, DAY_FIRST, decided=True
    )
    assert read_days(["01/02/2020", "02/13/2020"]) == Days(
        {"01/02/2020": date(2020, 1, 2), "02/13/2020": date(2020, 2, 13)}, MONTH_FIRST, decided=True
    )


def test_days_against_the_order_of_the_column_are_not_read() -> None:
    days = read_days(["13/02/2020", "14/02/2020", "02/15/2020"])

    assert days == Days({"13/02/2020": date(2020, 2, 13), "14/02/2020": date(2020, 2, 14)}, DAY_FIRST, decided=True)


def test_where_nothing_tells_the_usual_order_is_taken_and_told_as_undecided() -> None:
    assert read_days(["01/02/2020"], usual=MONTH_FIRST) == Days(
        {"01/02/2020": date(2020, 1, 2)}, MONTH_FIRST, decided=False
    )
    assert read_days(["01/02/2020"], DAY_FIRST, MONTH_FIRST) == Days(
        {"01/02/2020": date(2020, 2, 1)}, DAY_FIRST, decided=True
    )


@pytest.mark.parametrize("text", ["1.2.2020", "05/05/2020", "2020-01-02", "1 Feb 2020"])
def test_points_equal_numbers_and_names_leave_nothing_open(text: str) -> None:
    days = read_days([text], usual=MONTH_FIRST)

    assert days.decided
    assert list(days.by_text.values()) == [read_day(text, DAY_FIRST)]


@given(st.text(st.sampled_from("0123456789/-. :,TZaepmSo\n\0٣"), max_size=30))
@settings(deadline=None)
def test_any_text_names_a_day_or_none(text: str) -> None:
    assert all(
        day is None or 1900 <= day.year <= 2100
        for day in (read_day(text, order) for order in (DAY_FIRST, MONTH_FIRST, YEAR_FIRST))
    )


@given(
    st.dates(date(1970, 1, 1), date(2069, 12, 31)), st.sampled_from(["%d/%m/%Y", "%d.%m.%y", "%Y-%m-%d", "%d %b %Y"])
)
@settings(deadline=None)
def test_what_was_written_day_first_is_read_again(day: date, form: str) -> None:
    assert read_day(day.strftime(form), DAY_FIRST) == day
