"""What became of the slip with a store's code, in words."""

from __future__ import annotations

from pos_app.domain.language import Language
from pos_app.domain.printer import PrinterTrouble
from pos_app.till.snapshot import Slips
from pos_app.ui.i18n import tr
from pos_app.ui.text.lights import printer_note
from pos_app.ui.text.stages import Sentence


def slip(slips: Slips | None, trouble: PrinterTrouble | None, language: Language) -> Sentence:
    """What came out, what is coming, or what does not come out and why. No `slips` where no printer is."""
    if slips is None:
        return Sentence(
            tr("slips", "Tanpa printer: bacakan kode.", language),
            tr("slips", "Pelanggan dapat memotret kodenya.", language),
        )
    if slips.are_missed:
        return Sentence(
            tr("slips", "Slip tidak dapat dibuat.", language),
            tr("slips", "Bacakan kode kepada pelanggan. Sebabnya ada di log: beri tahu manajer.", language),
        )
    if slips.are_out:
        state = tr("slips", "Slip dicetak, lembar {count}.", language)
        note = tr("slips", "Berikan slip kepada pelanggan.", language)
        return Sentence(state.format(count=slips.printed), note)
    if trouble is not None and trouble is not PrinterTrouble.PAPER_LOW:
        state = tr("slips", "Slip lembar {count} belum tercetak: {trouble}.", language)
        return Sentence(
            state.format(count=slips.printed + 1, trouble=printer_note(trouble, language)),
            tr("slips", "Slip keluar sendiri setelah printer siap. Sementara itu bacakan kode.", language),
        )
    state = tr("slips", "Slip sedang dicetak, lembar {count}.", language)
    note = tr("slips", "Tunggu sampai keluar, lalu berikan kepada pelanggan.", language)
    return Sentence(state.format(count=slips.printed + 1), note)
