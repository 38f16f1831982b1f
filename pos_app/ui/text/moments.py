"""Dates, times and durations as people here write them; every moment is UTC and shown in WIB."""

from __future__ import annotations

from datetime import date, datetime

from pos_app.domain.language import Language
from pos_app.domain.money import NO_BREAK_SPACE
from pos_app.domain.wib import WIB
from pos_app.ui.i18n import tr

_DAYS = {
    Language.INDONESIAN: ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"),
    Language.ENGLISH: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS = {
    Language.INDONESIAN: (
        *("Jan", "Feb", "Mar", "Apr", "Mei", "Jun"),
        *("Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    ),
    Language.ENGLISH: (
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ),
}
_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR
_HOURS_ALONE = 6


def day(at: datetime, language: Language) -> str:
    """`Kam 20 Nov`."""
    local = at.astimezone(WIB)
    weekday, month = _DAYS[language][local.weekday()], _MONTHS[language][local.month - 1]
    return _bound(weekday, str(local.day), month)


def day_of_month(on: date, language: Language) -> str:
    """`20 Nov`."""
    return _bound(str(on.day), _MONTHS[language][on.month - 1])


def clock(at: datetime, language: Language) -> str:
    """`14.32`, in English `14:32`."""
    return _parted(f"{at.astimezone(WIB):%H:%M}", language)


def clock_with_seconds(at: datetime, language: Language) -> str:
    """`14.32.22`."""
    return _parted(f"{at.astimezone(WIB):%H:%M:%S}", language)


def moment(at: datetime, language: Language) -> str:
    """`14.45.12 WIB`."""
    return _bound(clock_with_seconds(at, language), "WIB")


def deadline(at: datetime, language: Language) -> str:
    """`Kam 20 Nov 14.45 WIB`: a moment that may be on another day."""
    return f"{day(at, language)} {_bound(clock(at, language), 'WIB')}"


def clock_wib(at: datetime, language: Language) -> str:
    """`14.45 WIB`."""
    return _bound(clock(at, language), "WIB")


def weekday_clock(at: datetime, language: Language) -> str:
    """`Kam 15.20 WIB`: a moment of this week."""
    weekday = _DAYS[language][at.astimezone(WIB).weekday()]
    return _bound(weekday, clock(at, language), "WIB")


def full_moment(at: datetime, language: Language) -> str:
    """`Kam 20 Nov 13.40.02 WIB`."""
    return f"{day(at, language)} {moment(at, language)}"


def time_left(seconds: int, language: Language) -> str:
    """`12.41`, from an hour on `1.02.03`."""
    hours, rest = divmod(seconds, _HOUR)
    minutes, last = divmod(rest, _MINUTE)
    text = f"{hours}:{minutes:02d}:{last:02d}" if hours else f"{minutes:02d}:{last:02d}"
    return _parted(text, language)


def duration(seconds: int, language: Language) -> str:
    """`2 mnt 19 dtk`, `3 jam 5 mnt`, `2 hari 4 jam`: the two largest units."""
    if seconds < _MINUTE:
        return _seconds(str(seconds), language)
    if seconds < _HOUR:
        minutes, rest = divmod(seconds, _MINUTE)
        return f"{_minutes(minutes, language)} {_seconds(str(rest), language)}"
    if seconds < _DAY:
        hours, rest = divmod(seconds, _HOUR)
        return f"{_hours(hours, language)} {_minutes(rest // _MINUTE, language)}"
    days, hours = seconds // _DAY, seconds % _DAY // _HOUR
    whole = _bound(str(days), tr("moments", "hari", language))
    return f"{whole} {_hours(hours, language)}" if hours else whole


def rough(seconds: int, language: Language) -> str:
    """`40 dtk`, `11 mnt`, `3 jam 5 mnt`, `21 jam`, `2 hari 4 jam`: as much as somebody wants to know at a glance."""
    if seconds < _MINUTE:
        return _seconds(str(seconds), language)
    if seconds < _HOUR:
        return _minutes(seconds // _MINUTE, language)
    if seconds < _DAY:
        hours, minutes = seconds // _HOUR, seconds % _HOUR // _MINUTE
        if hours >= _HOURS_ALONE or minutes == 0:
            return _hours(hours, language)
        return f"{_hours(hours, language)} {_minutes(minutes, language)}"
    return duration(seconds, language)


def tenths(seconds: float, language: Language) -> str:
    """`1,1 dtk`."""
    return _seconds(_decimal(f"{seconds:.1f}", language), language)


def hundredths(seconds: float, language: Language) -> str:
    """`0,24 dtk`."""
    return _seconds(_decimal(f"{seconds:.2f}", language), language)


def grouped(number: int, language: Language) -> str:
    """`12.480`, in English `12,480`. Money is never written by this: see `Rupiah.text`."""
    text = f"{number:,}"
    return text.replace(",", ".") if language is Language.INDONESIAN else text


def _seconds(number: str, language: Language) -> str:
    return _bound(number, tr("moments", "dtk", language))


def _minutes(number: int, language: Language) -> str:
    return _bound(str(number), tr("moments", "mnt", language))


def _hours(number: int, language: Language) -> str:
    return _bound(str(number), tr("moments", "jam", language))


def _bound(*words: str) -> str:
    return NO_BREAK_SPACE.join(words)


def _parted(text: str, language: Language) -> str:
    return text.replace(":", ".") if language is Language.INDONESIAN else text


def _decimal(text: str, language: Language) -> str:
    return text.replace(".", ",") if language is Language.INDONESIAN else text
