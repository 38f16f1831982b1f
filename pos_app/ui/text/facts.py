"""What is known of a payment that wants a decision, in words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from pos_app.domain.language import Language
from pos_app.domain.states import Attention
from pos_app.ui.i18n import tr
from pos_app.ui.text.decisions import decision_name
from pos_app.ui.text.moments import full_moment, moment
from pos_app.ui.text.names import short_name

if TYPE_CHECKING:
    from pos_app.domain.payment import Payment


def attention_facts(
    payment: Payment, sale_label: str, now: datetime, language: Language, *, is_narrow: bool = False
) -> tuple[tuple[str, str], ...]:
    """Name and value of what is known, for somebody who has to decide."""
    found: list[tuple[str, str]] = []
    if Attention.AMOUNT_MISMATCH in payment.attention:
        found.append((tr("decisions", "Ditagih", language), payment.amount.text))
        other = payment.other_amount.text if payment.other_amount else "?"
        found.append((tr("decisions", "Dicatat gateway", language), other))
    for name, at in (
        (_end_name(payment, now, language), payment.expires_at),
        (tr("decisions", "Uang masuk", language), payment.settled_at),
    ):
        if at is not None:
            found.append((name, full_moment(at, language)))
    found.append((tr("decisions", "Diverifikasi ke gateway", language), _verified(payment, language)))
    sale = tr("decisions", "Penjualan {number}", language).format(number=sale_label)
    found.append((sale, _sale_standing(payment, language)))
    if payment.decision is not None:
        decided = _decided_by(payment.decision.by, language, is_narrow=is_narrow)
        found.append((decided, decision_name(payment.decision.decision, language)))
    return tuple(found)


def _end_name(payment: Payment, now: datetime, language: Language) -> str:
    """Money can come, and be decided about, long before the time to pay is over: by the gateway's clock, not by ours."""
    if payment.expires_at is not None and payment.expires_at > now + payment.clock_offset:
        return tr("decisions", "Batas bayar", language)
    if payment.method.has_store_code:
        return tr("decisions", "Kode habis", language)
    return tr("decisions", "QR habis", language)


def _decided_by(name: str, language: Language, *, is_narrow: bool) -> str:
    """Beside the decision, whose name says that it is one: in little room the person's name is worth more."""
    if not name:
        return tr("decisions", "Diputuskan", language)
    words = (
        tr("decisions", "Oleh {name}", language)
        if is_narrow
        else tr("decisions", "Diputuskan oleh {name}", language)
    )
    return words.format(name=short_name(name))


def _verified(payment: Payment, language: Language) -> str:
    at: datetime | None = payment.verified_at if payment.confirmed else None
    return moment(at, language) if at else tr("decisions", "belum", language)


def _sale_standing(payment: Payment, language: Language) -> str:
    if payment.attached_to is not None:
        return tr("decisions", "uangnya dipakai penjualan lain", language)
    if Attention.DUPLICATE in payment.attention:
        return tr("decisions", "sudah dibayar cara lain", language)
    if payment.pays_sale:
        return tr("decisions", "lunas oleh pembayaran ini", language)
    return tr("decisions", "belum lunas oleh ini", language)
