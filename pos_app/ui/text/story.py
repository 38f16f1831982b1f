"""The evidence of a payment as sentences: what happened, and one thing to know about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from pos_app.domain.effect import EffectKind
from pos_app.domain.evidence import (
    Call,
    CameOut,
    CancelAsked,
    CancelReason,
    Decided,
    Notified,
    QrRead,
    QrRefused,
    Reading,
    RefundAsked,
    Said,
    Sent,
    Stalled,
    TransactionStatus,
    Unanswered,
)
from pos_app.domain.language import Language
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.states import State
from pos_app.till.snapshot import BoardRow, StoryStep
from pos_app.ui.countdown import seconds_until
from pos_app.ui.i18n import tr
from pos_app.ui.text.board import time_is_over
from pos_app.ui.text.checks import said
from pos_app.ui.text.decisions import decision_name
from pos_app.ui.text.methods import method_name
from pos_app.ui.text.moments import clock, tenths
from pos_app.ui.text.names import short_name
from pos_app.ui.text.problems import happened


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the timeline. `is_now` is what the till waits for, and comes last."""

    title: str
    note: str
    at: datetime
    is_now: bool = False


def story(
    payment: Payment, steps: Sequence[StoryStep], language: Language, *, is_narrow: bool = False
) -> tuple[Happening, ...]:
    """Everything that happened, oldest first; the same answer many times over is one line, every paper its own."""
    told: list[Happening] = []
    times = 1
    for step, happening in zip(steps, _each(payment, steps, language, is_narrow=is_narrow), strict=True):
        is_paper = isinstance(step.fact, CameOut)
        if told and told[-1].title == happening.title and not is_paper:
            times += 1
            often = tr("story", "{count} kali, ini yang terakhir", language).format(count=times)
            told[-1] = replace(happening, note=often)
        else:
            times = 1
            told.append(happening)
    return tuple(told)


def waiting_for(
    row: BoardRow, now: datetime, monotonic: float, language: Language, *, is_narrow: bool = False
) -> Happening:
    """What the till waits for now, and when it asks next."""
    payment = row.payment
    match payment.state:
        case State.CANCELLING:
            title = tr("story", "Menunggu gateway menutup", language)
        case State.PENDING if time_is_over(row, monotonic):
            title = tr("story", "Menunggu jawaban gateway", language)
        case State.PENDING if payment.method.has_store_code:
            store = method_name(payment.method, language)
            words = (
                tr("story", "Menunggu di {store}", language)
                if is_narrow
                else tr("story", "Menunggu dibayar di {store}", language)
            )
            title = words.format(store=store)
        case State.PENDING if is_narrow:
            title = tr("story", "Menunggu pembayaran", language)
        case State.PENDING:
            title = tr("story", "Menunggu pelanggan membayar", language)
        case _:
            title = tr("story", "Menunggu jawaban gateway", language)
    if row.held_by:
        watching = tr("story", "dipantau kasir {till}", language).format(till=row.held_by)
        return Happening(title, watching, now, is_now=True)
    next_at = now + timedelta(seconds=seconds_until(row.next_check, monotonic))
    note = tr("story", "cek berikutnya {time}", language).format(time=clock(next_at, language))
    return Happening(title, note, now, is_now=True)


def reason_name(reason: CancelReason, language: Language, *, is_narrow: bool = False) -> str:
    match reason:
        case CancelReason.CUSTOMER_LEFT if is_narrow:
            return tr("cancel", "Batal beli", language)
        case CancelReason.CUSTOMER_LEFT:
            return tr("cancel", "Pelanggan batal", language)
        case CancelReason.WRONG_ITEM:
            return tr("cancel", "Salah barang", language)
        case CancelReason.WRONG_AMOUNT if is_narrow:
            return tr("cancel, narrow", "Salah jumlah", language)
        case CancelReason.WRONG_AMOUNT:
            return tr("cancel", "Salah jumlah", language)
        case CancelReason.OTHER_METHOD if is_narrow:
            return tr("cancel", "Ganti cara", language)
        case CancelReason.OTHER_METHOD:
            return tr("cancel", "Ganti cara bayar", language)
        case CancelReason.OTHER:
            return tr("cancel", "Lainnya…", language)
        case CancelReason.UNUSABLE:
            return tr("cancel", "Tidak dapat dipakai", language)


def _each(
    payment: Payment, steps: Sequence[StoryStep], language: Language, *, is_narrow: bool
) -> Iterator[Happening]:
    asked_at: datetime | None = None
    for step in steps:
        title, note = _words(payment, step, language, is_narrow=is_narrow)
        if isinstance(step.fact, Sent):
            asked_at = step.at
        elif isinstance(step.fact, Said) and step.fact.call is Call.CHARGE and asked_at and not note:
            note = tenths(max(0.0, (step.at - asked_at).total_seconds()), language)
        yield Happening(title, note, step.at)


def _words(payment: Payment, step: StoryStep, language: Language, *, is_narrow: bool) -> tuple[str, str]:
    match step.fact:
        case Sent():
            return _asked(payment, language), ""
        case Unanswered(was_sent=was_sent):
            note = (
                tr("story", "terkirim, hasilnya belum diketahui", language)
                if was_sent
                else tr("story", "tidak ada yang terkirim", language)
            )
            return tr("story", "Gateway belum menjawab", language), note
        case Said():
            return _answered(payment, step.fact, step.state, language)
        case Notified(reading=reading, signed=signed):
            news = tr("story", "Kabar push: {news}", language)
            note = (
                tr("story", "tanda tangan sah", language)
                if signed
                else tr("story", "tanda tangan tidak sah, tidak dipercaya", language)
            )
            wallet = _wallet(reading, language) if signed else ""
            words = " · ".join(part for part in (note, wallet) if part)
            other = _another_amount(payment, reading) if signed else None
            told = _pushed(reading.status, language)
            return news.format(news=f"{told} {other.text}" if other else told), words
        case QrRead():
            return tr("story", "QR diperiksa, isinya benar", language), ""
        case QrRefused(problem=problem):
            return tr("story", "QR tidak dapat dipakai", language), happened(problem, language)
        case CancelAsked() as asked:
            return _cancel(asked, language)
        case Stalled():
            return tr("story", "Terlalu lama tanpa hasil", language), ""
        case Decided() as decided:
            name = decision_name(decided.decision, language)
            title = tr("story", "Keputusan: {decision}", language).format(decision=name)
            return name if is_narrow else title, " · ".join(
                part for part in (short_name(decided.by), decided.reason) if part
            )
        case RefundAsked(amount=amount, by=by):
            title = tr("story", "Pengembalian diminta", language)
            return title, " · ".join(part for part in (amount.text, short_name(by)) if part)
        case CameOut(kind=EffectKind.DRAWER):
            return tr("story", "Laci uang dibuka", language), ""
        case CameOut(kind=kind, copy=copy):
            slip, receipt = tr("story", "Slip tercetak", language), tr("story", "Struk tercetak", language)
            note = tr("story", "salinan ke-{number}", language).format(number=copy) if copy else ""
            return slip if kind is EffectKind.SLIP else receipt, note


def _asked(payment: Payment, language: Language) -> str:
    name = short_name(payment.cashier)
    if payment.method.has_store_code:
        by = tr("story", "Kode diminta oleh {name}", language)
        return by.format(name=name) if name else tr("story", "Kode diminta", language)
    by = tr("story", "QR diminta oleh {name}", language)
    return by.format(name=name) if name else tr("story", "QR diminta", language)


def _answered(payment: Payment, fact: Said, state: State, language: Language) -> tuple[str, str]:
    reading = fact.reading
    refused = reading.code >= 300
    words = f"{reading.code} · {reading.message}" if reading.message else str(reading.code)
    match fact.call:
        case Call.CHARGE if refused:
            return tr("story", "Tagihan tidak dibuat gateway", language), words
        case Call.CHARGE if payment.method.has_store_code:
            return tr("story", "Gateway membuat kode", language), ""
        case Call.CHARGE:
            return tr("story", "Gateway membuat QR", language), ""
        case Call.STATUS if reading.status is TransactionStatus.ABSENT:
            return tr("story", "Cek: tagihan tidak ditemukan", language), words
        case Call.STATUS if other := _another_amount(payment, reading):
            paid = tr("story", "Cek: dibayar {amount}", language).format(amount=other.text)
            charged = tr("story", "bukan yang ditagih", language)
            return paid, " · ".join(part for part in (charged, _wallet(reading, language)) if part)
        case Call.STATUS:
            title = tr("story", "Cek: {answer}", language).format(answer=said(state, language))
            return title, _wallet(reading, language) or _approval(reading, language)
        case Call.CANCEL | Call.EXPIRE:
            note = words if refused else said(state, language)
            return tr("story", "Jawaban atas pembatalan", language), note
        case Call.REFUND:
            note = words if refused else tr("story", "diterima", language)
            return tr("story", "Jawaban atas pengembalian", language), note


def _another_amount(payment: Payment, reading: Reading) -> Rupiah | None:
    """What came, where it is not what was charged: such money leaves the payment's state as it was."""
    is_another = reading.status.says_money_came and reading.gross_amount != payment.amount
    return reading.gross_amount if is_another else None


def _wallet(reading: Reading, language: Language) -> str:
    """Which wallet the money came from, where the gateway names it: for QRIS, once it is paid."""
    return tr("story", "lewat {wallet}", language).format(wallet=reading.issuer) if reading.issuer else ""


def _approval(reading: Reading, language: Language) -> str:
    """By which Indomaret finds the payment again, once it is paid there."""
    code = reading.approval_code
    return tr("story", "kode persetujuan {code}", language).format(code=code) if code else ""


def _cancel(asked: CancelAsked, language: Language) -> tuple[str, str]:
    said = (short_name(asked.by), asked.note or reason_name(asked.reason, language))
    return tr("story", "Pembatalan diminta", language), " · ".join(part for part in said if part)


def _pushed(status: TransactionStatus, language: Language) -> str:
    match status:
        case TransactionStatus.PENDING:
            return tr("story", "menunggu", language)
        case TransactionStatus.SETTLEMENT | TransactionStatus.CAPTURE:
            return tr("story", "dibayar", language)
        case TransactionStatus.EXPIRE:
            return tr("story", "habis", language)
        case TransactionStatus.CANCEL:
            return tr("story", "dibatalkan", language)
        case TransactionStatus.DENY | TransactionStatus.FAILURE:
            return tr("story", "ditolak", language)
        case _:
            return str(status.value)
