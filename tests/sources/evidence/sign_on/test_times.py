from __future__ import annotations

from datetime import date

import pytest

from stackaudit.sources.evidence.sign_on.times import day_of


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-03-04", date(2026, 3, 4)),
        ("2026-03-04T05:06:07Z", date(2026, 3, 4)),
        ("2026-03-04T05:06:07.1234567Z", date(2026, 3, 4)),
        ("2024-01-15 10:30:00.000000000", date(2024, 1, 15)),
        ("/Date(1733963922394)/", date(2024, 12, 12)),
        (1733963922394, date(2024, 12, 12)),
        (1733963922, date(2024, 12, 12)),
        ("1733963922394", date(2024, 12, 12)),
        ("0001-01-01T00:00:00Z", None),
        ("1601-01-01", None),
        ("2026-02-30", None),
        ("2026-03-04x", None),
        ("03/04/2026", None),
        (True, None),
        (float("nan"), None),
        (float("inf"), None),
        (-1, None),
        (10**30, None),
        ("9" * 5_000, None),
        (None, None),
        ([], None),
    ],
)
def test_a_value_means_a_day_or_none(value: object, day: date | None) -> None:
    assert day_of(value) == day
