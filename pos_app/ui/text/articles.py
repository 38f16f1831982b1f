"""What is said of an article that is not in the cart."""

from __future__ import annotations

from pos_app.domain.catalog import Entry
from pos_app.domain.language import Language
from pos_app.ui.i18n import tr
from pos_app.ui.text.stages import Sentence


def unknown(sought: tuple[tuple[str, Entry], ...], language: Language) -> Sentence:
    """What was scanned or confirmed, and is no product."""
    return Sentence(
        " ".join(_unknown(text, entry, language) for text, entry in sought),
        tr("results", "Tidak ada yang ditambahkan. Ketik nama barang, atau ketik harganya.", language),
    )


def unknown_elsewhere(text: str, entry: Entry, language: Language) -> Sentence:
    """The same above a page that has no search field."""
    return Sentence(_unknown(text, entry, language), tr("results", "Tidak ada yang ditambahkan.", language))


def not_entered(text: str, language: Language) -> Sentence:
    """What stands in the search field while somebody wants to be paid."""
    return Sentence(
        tr("results", "“{text}” belum ditambahkan.", language).format(text=text),
        tr("results", "Tekan Enter untuk menambahkan, atau hapus tulisannya, lalu tagih lagi.", language),
    )


def _unknown(text: str, entry: Entry, language: Language) -> str:
    if entry is Entry.SCANNED:
        return tr("results", "Kode {barcode} belum dikenal.", language).format(barcode=text)
    return tr("results", "“{text}” tidak ditemukan.", language).format(text=text)
