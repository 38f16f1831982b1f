"""Dates written out, as a customer reads them from across a counter; every moment is UTC and shown in WIB."""

from __future__ import annotations

from datetime import datetime

from pos_app.domain.language import Language
from pos_app.domain.money import NO_BREAK_SPACE
from pos_app.domain.wib import WIB

_DAYS = {
    Language.INDONESIAN: ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    Language.ENGLISH: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    Language.INDONESIAN: (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
    Language.ENGLISH: (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}


def day_and_month(at: datetime, language: Language) -> str:
    """`Kamis, 20 November`."""
    local = at.astimezone(WIB)
    weekday, month = _DAYS[language][local.weekday()], _MONTHS[language][local.month - 1]
    return f"{weekday}, {local.day}{NO_BREAK_SPACE}{month}"


def full_date(at: datetime, language: Language) -> str:
    """`Jumat, 21 November 2025`."""
    return f"{day_and_month(at, language)}{NO_BREAK_SPACE}{at.astimezone(WIB).year}"
