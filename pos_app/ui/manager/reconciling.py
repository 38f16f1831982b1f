"""Reading a day once more as an errand, where the one at the counter may not do it alone."""

from __future__ import annotations

from datetime import date, datetime, time

from pos_app.domain.language import Language
from pos_app.domain.sale import WIB
from pos_app.till.desk_messages import Reconcile
from pos_app.ui.i18n import tr
from pos_app.ui.manager.errand import Errand
from pos_app.ui.manager.question import Question
from pos_app.ui.text.long_dates import full_date


def reconciling(day: date) -> Errand:
    def asking(language: Language, is_narrow: bool) -> Question:
        return Question(
            title=tr("days", "Rekonsiliasi", language),
            subtitle=full_date(datetime.combine(day, time(12), WIB), language),
            pin_title=tr("days", "PIN pengawas atau manajer", language),
            advice=tr("days", "Hanya membaca: tidak ada uang yang berpindah.", language),
            confirm=tr("days", "Mulai", language),
            keep=tr("days", "Jangan", language),
        )

    return Errand(asking, lambda answer: Reconcile(day, answer.pin))
