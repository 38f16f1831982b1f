"""What is done with a day as errands, where the one at the counter may not do it alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from pos_app.domain.language import Language
from pos_app.domain.staff import Pin
from pos_app.domain.wib import WIB
from pos_app.till.desk_messages import PrintProof, Reconcile, ShowProof
from pos_app.till.messages import Command
from pos_app.ui.i18n import tr
from pos_app.ui.manager.errand import Errand
from pos_app.ui.manager.question import Asking, Question
from pos_app.ui.text.long_dates import full_date


def reconciling(day: date) -> Errand:
    def asking(language: Language, is_narrow: bool) -> Question:
        title, confirm = tr("days", "Rekonsiliasi", language), tr("days", "Mulai", language)
        advice = tr("days", "Hanya membaca: tidak ada uang yang berpindah.", language)
        return _question(day, title, confirm, advice, language)

    return _errand(asking, lambda pin: Reconcile(day, pin))


def looking(day: date) -> Errand:
    def asking(language: Language, is_narrow: bool) -> Question:
        title, confirm = tr("days", "Lihat bukti", language), tr("days", "Lihat", language)
        advice = tr("days", "Uang toko sehari hanya untuk pengawas dan manajer.", language)
        return _question(day, title, confirm, advice, language)

    return _errand(asking, lambda pin: ShowProof(day, pin))


def printing(day: date, begun: Callable[[], None]) -> Errand:
    """`begun` hears that it was asked for."""

    def asking(language: Language, is_narrow: bool) -> Question:
        title, confirm = tr("days", "Cetak bukti", language), tr("days", "Cetak", language)
        advice = tr("days", "Uang toko sehari hanya untuk pengawas dan manajer.", language)
        return _question(day, title, confirm, advice, language)

    def take(pin: Pin | None) -> Command:
        begun()
        return PrintProof(day, pin)

    return _errand(asking, take)


def _question(day: date, title: str, confirm: str, advice: str, language: Language) -> Question:
    return Question(
        title=title,
        subtitle=full_date(datetime.combine(day, time(12), WIB), language),
        pin_title=tr("days", "PIN pengawas atau manajer", language),
        advice=advice,
        confirm=confirm,
        keep=tr("days", "Jangan", language),
    )


def _errand(asking: Asking, command: Callable[[Pin | None], Command]) -> Errand:
    return Errand(asking, lambda answer: command(answer.pin))
