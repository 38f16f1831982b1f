"""A payment on the board, in words: how old it is, how long it can be paid, how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pos_app.domain.language import Language
from pos_app.domain.states import State
from pos_app.till.snapshot import BoardRow
from pos_app.ui.countdown import LAST_MINUTE, countdown_to
from pos_app.ui.i18n import tr
from pos_app.ui.text.moments import clock_wib, rough, time_left, weekday_clock
from pos_app.ui.text.names import short_name

SOON = 60 * 60
"""Seconds: a code that ends within the hour is worth a word."""


@dataclass(frozen=True, slots=True)
class Status:
    """A chip: its kind, its icon (may be empty) and its words."""

    kind: str
    icon: str
    words: str


def status(row: BoardRow, monotonic: float, language: Language) -> Status:
    match row.payment.state:
        case State.CANCELLING:
            return Status("neutral", "loader-circle", tr("board", "Membatalkan", language))
        case State.INTENDED | State.CHARGING | State.IN_DOUBT:
            return Status("amber", "search", tr("board", "Diperiksa", language))
        case State.PENDING if time_is_over(row, monotonic):
            return Status("amber", "search", tr("board", "Diperiksa", language))
        case State.PENDING if ends_soon(row, monotonic):
            return Status("amber", "alarm-clock", tr("board", "Segera habis", language))
        case State.PENDING:
            return Status("neutral", "", tr("board", "Menunggu bayar", language))
        case State.PAID:
            return Status("paid", "check", tr("board", "Lunas", language))
        case State.EXPIRED:
            return Status("neutral", "timer-off", tr("board", "Habis", language))
        case State.CANCELLED:
            return Status("neutral", "ban", tr("board", "Batal", language))
        case State.REFUNDED | State.PARTLY_REFUNDED:
            return Status("neutral", "undo-2", tr("board", "Dikembalikan", language))
        case State.REVERSED:
            return Status("amber", "undo-2", tr("board", "Ditarik kembali", language))
        case State.DENIED | State.FAILED:
            return Status("neutral", "x", tr("board", "Ditolak", language))


def ends_soon(row: BoardRow, monotonic: float) -> bool:
    """A QR in its last minute, a store's code in its last hour."""
    left = countdown_to(row.ends, monotonic)
    return left is not None and left <= (LAST_MINUTE if row.payment.method.shows_qr else SOON)


def time_is_over(row: BoardRow, monotonic: float) -> bool:
    """Nobody can pay any more, and the gateway has not said yet whether somebody did."""
    return countdown_to(row.ends, monotonic) == 0


def age(row: BoardRow, monotonic: float, language: Language) -> str:
    return rough(max(0, int(monotonic - row.began)), language)


def validity(row: BoardRow, monotonic: float, language: Language) -> str:
    """`12.41 lagi`, `5 jam 58 mnt lagi`, or why nothing runs."""
    if row.payment.state is State.CANCELLING:
        return tr("board", "sedang ditutup", language)
    left = countdown_to(row.ends, monotonic)
    if row.payment.state is not State.PENDING or left is None:
        return tr("board", "belum terbit", language)
    if time_is_over(row, monotonic):
        return tr("board", "habis, dipastikan", language)
    counts_down = row.payment.method.shows_qr
    text = time_left(left, language) if counts_down else rough(left, language)
    return tr("board", "{time} lagi", language).format(time=text)


def valid_until(row: BoardRow, language: Language) -> str:
    """`14.45 WIB`, for a code that may end on another day `Kam 15.20 WIB`; empty where nothing runs."""
    payment = row.payment
    if payment.state is not State.PENDING or payment.expires_at is None:
        return ""
    if payment.method.shows_qr:
        return clock_wib(payment.expires_at, language)
    return weekday_clock(payment.expires_at, language)


def till_name(till: str, language: Language) -> str:
    return tr("board", "Kasir {till}", language).format(till=till)


def held_elsewhere(till: str, language: Language) -> str:
    return tr("board", "Kasir {till} memegang pembayaran ini.", language).format(till=till)


def held_elsewhere_note(language: Language) -> str:
    return tr("board", "Di sini hanya dapat dilihat. Cek, batalkan, dan putuskan di kasir itu.", language)


def undecided_for(row: BoardRow, now: datetime, language: Language) -> str:
    """`34 mnt belum diputuskan`: since the money came, or since the payment began; who decided where somebody did."""
    payment = row.payment
    if payment.decision is not None and not payment.wants_decision:
        by = short_name(payment.decision.by)
        return tr("board", "oleh {name}", language).format(name=by) if by else ""
    since = payment.verified_at or payment.ended_at or payment.created_at
    text = rough(max(0, int((now - since).total_seconds())), language)
    return tr("board", "{time} belum diputuskan", language).format(time=text)
