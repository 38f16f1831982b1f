"""Which payments of the board are on show."""

from __future__ import annotations

from enum import Enum

from pos_app.domain.language import Language
from pos_app.till.snapshot import BoardRow
from pos_app.ui.countdown import countdown_to
from pos_app.ui.i18n import tr
from pos_app.ui.text.board import SOON


class Filter(Enum):
    """In the order of their chips."""

    ALL = "all"
    QR = "qr"
    CODES = "codes"
    MINE = "mine"
    SOON = "soon"


def waits(row: BoardRow) -> bool:
    """Whether the customer can still pay it."""
    return row.payment.can_be_paid


def wants_somebody(row: BoardRow) -> bool:
    return row.payment.wants_a_person


def passes(row: BoardRow, kind: Filter, cashier: str, monotonic: float) -> bool:
    match kind:
        case Filter.ALL:
            return True
        case Filter.QR:
            return row.payment.method.shows_qr
        case Filter.CODES:
            return row.payment.method.has_store_code
        case Filter.MINE:
            return bool(cashier) and row.payment.cashier == cashier
        case Filter.SOON:
            left = countdown_to(row.ends, monotonic)
            return left is not None and left < SOON


def matches(row: BoardRow, text: str) -> bool:
    """Whether a number, a code or an amount has these letters; blanks and dots in between don't matter."""
    wanted = _bare(text)
    payment = row.payment
    fields = (payment.order_id, row.sale_label, payment.payment_code, str(int(payment.amount)))
    return any(wanted in _bare(field) for field in fields)


def filter_name(kind: Filter, language: Language) -> str:
    match kind:
        case Filter.ALL:
            return tr("board", "Semua", language)
        case Filter.QR:
            return tr("board", "QR", language)
        case Filter.CODES:
            return tr("board", "Kode toko", language)
        case Filter.MINE:
            return tr("board", "Kasir saya", language)
        case Filter.SOON:
            return tr("board", "Habis < 1 jam", language)


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
