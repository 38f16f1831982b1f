"""How *Cetak uji* went, in words."""

from __future__ import annotations

from pos_app.domain.language import Language
from pos_app.till.messages import PrinterTried
from pos_app.ui.i18n import tr
from pos_app.ui.text.light_stories import printer_story
from pos_app.ui.text.stages import Sentence


def trying(language: Language) -> Sentence:
    return Sentence(
        tr("printer trials", "Halaman uji sedang dicetak.", language),
        tr("printer trials", "Hasilnya muncul di sini.", language),
    )


def tried(event: PrinterTried, language: Language) -> Sentence:
    """A page that came out can have something to mend all the same: then the note says it."""
    if event.trouble is None:
        look = tr("printer trials", "Periksa lebar, huruf, kode, dan potongan di kertas.", language)
        return Sentence(tr("printer trials", "Halaman uji sudah keluar.", language), event.reason or look)
    story = printer_story(event.trouble, event.reason, language)
    head = tr("printer trials", "Halaman uji tidak keluar. {trouble}", language).format(trouble=story.state)
    return Sentence(head, story.note)
