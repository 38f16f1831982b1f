"""How many, with the noun in its number: English has two where Indonesian has one."""

from __future__ import annotations

from pos_app.domain.language import Language
from pos_app.ui.i18n import tr
from pos_app.ui.text.moments import grouped


def items(count: int, language: Language) -> str:
    """`9 barang`, `12.480 barang`."""
    words = tr("counts", "1 barang", language) if count == 1 else tr("counts", "{count} barang", language)
    return words.format(count=grouped(count, language))


def lines(count: int, language: Language) -> str:
    """`6 baris`."""
    words = tr("counts", "1 baris", language) if count == 1 else tr("counts", "{count} baris", language)
    return words.format(count=grouped(count, language))


def matching(text: str, count: int, language: Language) -> str:
    """What follows the count of a search: `cocok dengan “susu”`."""
    words = (
        tr("one result", "cocok dengan “{text}”", language)
        if count == 1
        else tr("results", "cocok dengan “{text}”", language)
    )
    return words.format(text=text)


def decisions(count: int, language: Language, *, has_more: bool) -> str:
    """`3 keputusan berlaku`, and how to find older ones where not all are shown."""
    if has_more:
        words = tr("counts", "{count} keputusan terbaru. Yang lebih lama: cari nomornya.", language)
    elif count == 1:
        words = tr("counts", "1 keputusan berlaku", language)
    else:
        words = tr("counts", "{count} keputusan berlaku", language)
    return words.format(count=grouped(count, language))


def orders(count: int, language: Language, *, is_whole: bool = True) -> str:
    """What the board shows: `8 pesanan tertunda, semua kasir`, or of this till where the others can't be read."""
    if not is_whole:
        words = tr("counts", "{count} di kasir ini. Kasir lain tidak terbaca sekarang.", language)
        return words.format(count=grouped(count, language))
    words = (
        tr("counts", "1 pesanan tertunda, semua kasir", language)
        if count == 1
        else tr("counts", "{count} pesanan tertunda, semua kasir", language)
    )
    return words.format(count=grouped(count, language))
