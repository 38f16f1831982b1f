"""The proof of a day, in words."""

from __future__ import annotations

from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.money import ZERO, Rupiah
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.reconciliation import DayProof, Standing
from pos_app.ui.i18n import tr
from pos_app.ui.text.light_stories import printer_story
from pos_app.ui.text.methods import method_name
from pos_app.ui.text.moments import grouped


def standing_name(standing: Standing, language: Language) -> str:
    match standing:
        case Standing.MATCHED:
            return tr("days", "Cocok", language)
        case Standing.LATE:
            return tr("days", "Terlambat", language)
        case Standing.FORCED:
            return tr("days", "Tanpa konfirmasi", language)
        case Standing.OPEN:
            return tr("days", "Belum selesai", language)
        case Standing.RETURNED:
            return tr("days", "Dikembalikan", language)


def standing_note(standing: Standing, language: Language) -> str:
    match standing:
        case Standing.MATCHED:
            return tr("days", "uang yang dipastikan gateway", language)
        case Standing.LATE:
            return tr("days", "dipastikan, tetapi datang sesudah ditutup", language)
        case Standing.FORCED:
            return tr("days", "barang keluar atas keputusan manajer", language)
        case Standing.OPEN:
            return tr("days", "belum berakhir atau belum pasti", language)
        case Standing.RETURNED:
            return tr("days", "ke pelanggan, atau ditarik gateway", language)


def printed(trouble: PrinterTrouble | None, reason: str, language: Language) -> str:
    """How printing a proof went, and what to do where it did not come out.

    `reason` is what whoever printed said; of a trouble that is known the words are ours.
    """
    if trouble is None:
        words = tr("days", "Bukti tercetak.", language)
        return f"{words} {reason}" if reason else words
    story = printer_story(trouble, reason, language)
    words = tr("days", "Bukti tidak tercetak. {trouble}", language).format(trouble=story.state)
    return f"{words} {story.note}"


def payments(count: int, language: Language) -> str:
    """`48 pembayaran`."""
    words = tr("days", "1 pembayaran", language) if count == 1 else tr("days", "{count} pembayaran", language)
    return words.format(count=grouped(count, language))


def by_method(proof: DayProof, standing: Standing, language: Language) -> tuple[tuple[str, int, Rupiah], ...]:
    """Name, count and rupiah of every way of paying that stands so; both QR ways are one."""
    found: dict[str, tuple[int, Rupiah]] = {}
    for tally in proof.tallies:
        if tally.standing is standing:
            name = method_name(tally.method, language)
            count, amount = found.get(name, (0, ZERO))
            found[name] = (count + tally.count, amount + tally.amount)
    names = dict.fromkeys(method_name(method, language) for method in Method)
    return tuple((name, *found[name]) for name in names if name in found)
