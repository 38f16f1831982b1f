"""What became of the slip with a store's code, in words."""

from __future__ import annotations

from pos_app.domain.language import Language
from pos_app.domain.printer import PrinterTrouble
from pos_app.ui.i18n import tr
from pos_app.ui.text.lights import printer_note
from pos_app.ui.text.stages import Sentence


def slip(copies: int, trouble: PrinterTrouble | None, *, can_print: bool, language: Language) -> Sentence:
    """`copies` were asked for, the first one counted; the last waits while the printer can't."""
    if not can_print:
        return Sentence(
            tr("slips", "Tanpa printer: bacakan kode.", language),
            tr("slips", "Pelanggan dapat memotret layar ini.", language),
        )
    if trouble is not None and trouble is not PrinterTrouble.PAPER_LOW:
        state = tr("slips", "Slip belum keluar: {trouble}.", language)
        return Sentence(
            state.format(trouble=printer_note(trouble, language)),
            tr("slips", "Slip keluar sendiri setelah printer siap. Sementara itu bacakan kode.", language),
        )
    state = tr("slips", "Slip dicetak, lembar {count}.", language).format(count=copies)
    return Sentence(state, tr("slips", "Berikan slip kepada pelanggan.", language))
