from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pos_app.domain.language import Language
from pos_app.ui.text import moments

ID, EN = Language.INDONESIAN, Language.ENGLISH
AT = datetime(2025, 11, 20, 7, 45, 12, tzinfo=UTC)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_day_has_its_weekday() -> None:
    assert plain(moments.day(AT, ID)) == "Kam 20 Nov"
    assert plain(moments.day(AT, EN)) == "Thu 20 Nov"


def test_the_day_is_the_day_in_wib() -> None:
    assert plain(moments.day(datetime(2025, 11, 20, 17, 0, tzinfo=UTC), ID)) == "Jum 21 Nov"


@pytest.mark.parametrize(
    ("month", "indonesian", "english"), [(5, "Mei", "May"), (8, "Agu", "Aug"), (12, "Des", "Dec")]
)
def test_months_have_their_own_short_names(month: int, indonesian: str, english: str) -> None:
    at = datetime(2025, month, 1, 3, tzinfo=UTC)
    assert moments.day(at, ID).endswith(indonesian)
    assert moments.day(at, EN).endswith(english)


def test_clocks_have_dots_in_indonesian() -> None:
    assert moments.clock(AT, ID) == "14.45"
    assert moments.clock(AT, EN) == "14:45"
    assert moments.clock_with_seconds(AT, ID) == "14.45.12"
    assert plain(moments.moment(AT, EN)) == "14:45:12 WIB"


@pytest.mark.parametrize(
    ("seconds", "indonesian", "english"),
    [(0, "00.00", "00:00"), (761, "12.41", "12:41"), (3723, "1.02.03", "1:02:03")],
)
def test_time_left(seconds: int, indonesian: str, english: str) -> None:
    assert moments.time_left(seconds, ID) == indonesian
    assert moments.time_left(seconds, EN) == english


@pytest.mark.parametrize(
    ("seconds", "indonesian", "english"),
    [
        (6, "6 dtk", "6 s"),
        (139, "2 mnt 19 dtk", "2 min 19 s"),
        (11_100, "3 jam 5 mnt", "3 h 5 min"),
        (187_200, "2 hari 4 jam", "2 d 4 h"),
        (86_400, "1 hari", "1 d"),
    ],
)
def test_durations_have_two_units(seconds: int, indonesian: str, english: str) -> None:
    assert plain(moments.duration(seconds, ID)) == indonesian
    assert plain(moments.duration(seconds, EN)) == english


def test_number_and_unit_never_break() -> None:
    assert moments.duration(6, ID) == "6\u00a0dtk"
    assert moments.tenths(1.1, ID) == "1,1\u00a0dtk"
    assert moments.hundredths(0.24, EN) == "0.24\u00a0s"


def test_large_numbers_are_grouped() -> None:
    assert moments.grouped(12_480, ID) == "12.480"
    assert moments.grouped(12_480, EN) == "12,480"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (40, "40 dtk"),
        (719, "11 mnt"),
        (3 * 3600 + 300, "3 jam 5 mnt"),
        (3 * 3600, "3 jam"),
        (21 * 3600 + 1800, "21 jam"),
        (24 * 3600, "1 hari"),
        (52 * 3600, "2 hari 4 jam"),
    ],
)
def test_at_a_glance(seconds: int, words: str) -> None:
    assert plain(moments.rough(seconds, ID)) == words
