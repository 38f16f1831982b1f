"""The link lights, in words."""

from __future__ import annotations

from datetime import datetime

from pos_app.domain.language import Language
from pos_app.domain.printer import PrinterTrouble
from pos_app.till.snapshot import Light
from pos_app.till.stage import Glow
from pos_app.ui.i18n import tr
from pos_app.ui.text.moments import duration, hundredths, tenths


def light_note(light: Light, now: datetime, language: Language) -> str:
    """A round trip while all is well, else what is wrong and since when."""
    match light.glow:
        case Glow.OK:
            return hundredths(light.seconds, language) if light.seconds is not None else ""
        case Glow.SLOW if light.seconds is not None:
            return tr("lights", "lambat, {seconds}", language).format(seconds=tenths(light.seconds, language))
        case Glow.SLOW:
            return tr("lights", "belum menjawab", language)
        case Glow.DOWN:
            return _down(light, now, language)
        case Glow.OFF:
            return ""


def _down(light: Light, now: datetime, language: Language) -> str:
    if light.since is None:
        return tr("lights", "terputus", language)
    age = duration(max(0, int((now - light.since).total_seconds())), language)
    return tr("lights", "terputus {duration}", language).format(duration=age)


def printer_note(trouble: PrinterTrouble, language: Language) -> str:
    match trouble:
        case PrinterTrouble.OFFLINE:
            return tr("lights", "tidak tersambung", language)
        case PrinterTrouble.OUT_OF_PAPER:
            return tr("lights", "kertas habis", language)
        case PrinterTrouble.PAPER_LOW:
            return tr("lights", "kertas tipis", language)
        case PrinterTrouble.COVER_OPEN:
            return tr("lights", "tutup terbuka", language)
        case PrinterTrouble.WRONG_SETTING:
            return tr("lights", "pengaturan salah", language)
        case PrinterTrouble.NOT_DRAWN:
            return tr("lights", "kertas tidak dapat dibuat", language)
