from __future__ import annotations

from datetime import UTC, datetime

from pos_app.domain.language import Language
from pos_app.ui.text.long_dates import day_and_month, full_date

ID, EN = Language.INDONESIAN, Language.ENGLISH


def test_a_day_is_named_as_it_is_in_jakarta() -> None:
    late = datetime(2025, 11, 20, 17, 30, tzinfo=UTC)  # half past midnight of the 21st in WIB
    assert day_and_month(late, ID) == "Jumat, 21\u00a0November"
    assert day_and_month(late, EN) == "Friday, 21\u00a0November"
    assert full_date(late, ID) == "Jumat, 21\u00a0November\u00a02025"


def test_every_day_and_month_has_its_name() -> None:
    days = {day_and_month(datetime(2026, 2, day, tzinfo=UTC), ID).split(",")[0] for day in range(1, 8)}
    months = {day_and_month(datetime(2026, month, 1, tzinfo=UTC), ID).split()[-1] for month in range(1, 13)}
    assert (len(days), len(months)) == (7, 12)
    assert {"Senin", "Minggu"} <= days
    assert {"Agustus", "Mei"} <= months
