"""What the till knows from asking and from hearing, in words."""

from __future__ import annotations

from pos_app.domain.evidence import TransactionStatus
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.states import State
from pos_app.till.snapshot import Watch
from pos_app.ui.i18n import tr
from pos_app.ui.text.moments import clock_with_seconds
from pos_app.ui.text.offers import was_made


def said(state: State | None, language: Language) -> str:
    """What the last check said."""
    match state:
        case None:
            return tr("checks", "belum ada jawaban", language)
        case State.PAID:
            return tr("checks", "sudah dibayar", language)
        case State.EXPIRED:
            return tr("checks", "sudah habis", language)
        case State.CANCELLED:
            return tr("checks", "sudah dibatalkan", language)
        case State.DENIED | State.FAILED:
            return tr("checks", "ditolak", language)
        case State.REFUNDED | State.PARTLY_REFUNDED:
            return tr("checks", "sudah dikembalikan", language)
        case State.REVERSED:
            return tr("checks", "ditarik kembali", language)
        case _:
            return tr("checks", "belum dibayar", language)


def asked(watch: Watch | None, language: Language) -> str:
    """When the gateway was asked last and what it said; empty where nobody asked."""
    if watch is None or watch.last_check_at is None:
        return ""
    at = clock_with_seconds(watch.last_check_at, language)
    return tr("checks", "Dicek {time}: {answer}.", language).format(
        time=at, answer=said(watch.last_check_said, language)
    )


def pushed(status: TransactionStatus, method: Method, language: Language) -> str:
    """What the last notification said; the gateway's own word where we have none for it."""
    match status:
        case TransactionStatus.PENDING:
            return was_made(method, language)
        case TransactionStatus.SETTLEMENT | TransactionStatus.CAPTURE:
            return tr("checks", "dibayar", language)
        case TransactionStatus.EXPIRE:
            return tr("checks", "habis", language)
        case TransactionStatus.CANCEL:
            return tr("checks", "dibatalkan", language)
        case TransactionStatus.DENY | TransactionStatus.FAILURE:
            return tr("checks", "ditolak", language)
        case _:
            return str(status.value)
