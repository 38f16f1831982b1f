"""What a customer is offered, a QR or a store's code, in words: the sentences differ, the pages are the same."""

from __future__ import annotations

from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.ui.i18n import tr


def being_made(method: Method, language: Language) -> str:
    if method.has_store_code:
        return tr("preparing", "Kode sedang disiapkan.", language)
    return tr("preparing", "QR sedang disiapkan.", language)


def nothing_to_pay_yet(method: Method, language: Language) -> str:
    if method.has_store_code:
        return tr("offers", "Belum ada kode yang dicetak, jadi belum ada yang bisa dibayar.", language)
    return tr("offers", "Belum ada QR yang ditampilkan, jadi belum ada yang bisa dibayar.", language)


def how_doubt_ends(method: Method, language: Language) -> str:
    if method.has_store_code:
        return tr("offers", "Sudah tercatat: kode ditampilkan. Belum: kode baru dibuat.", language)
    return tr("offers", "Sudah tercatat: QR ditampilkan. Belum: QR baru dibuat.", language)


def to_say(method: Method, language: Language) -> str:
    if method.has_store_code:
        return tr("offers", "“Sebentar ya, kode sedang kami siapkan.”", language)
    return tr("offers", "“Sebentar ya, QR sedang kami siapkan.”", language)


def closed_first(method: Method, language: Language) -> str:
    if method.has_store_code:
        return tr("offers", "kode ditutup dulu", language)
    return tr("offers", "QR ditutup dulu", language)


def age_name(method: Method, language: Language) -> str:
    if method.has_store_code:
        return tr("waiting", "Umur kode", language)
    return tr("waiting", "Umur QR", language)


def was_made(method: Method, language: Language) -> str:
    """What the first notification says."""
    if method.has_store_code:
        return tr("checks", "kode dibuat", language)
    return tr("checks", "QR dibuat", language)


def taken_away(method: Method, language: Language) -> str:
    if method.has_store_code:
        return tr("closing", "Kode tidak berlaku lagi. Kami menutupnya di gateway.", language)
    return tr("closing", "QR sudah ditarik. Kami menutupnya di gateway.", language)


def closed_then_again(method: Method, language: Language) -> str:
    """What came can't be offered: it goes first."""
    if method.has_store_code:
        return tr(
            "closing", "Tagihan itu sedang ditutup di gateway. Setelah itu kode baru dapat dibuat.", language
        )
    return tr("closing", "Tagihan itu sedang ditutup di gateway. Setelah itu QR baru dapat dibuat.", language)


def closed_try_again(method: Method, language: Language) -> str:
    """After the time was over."""
    if method.has_store_code:
        return tr(
            "ended", "Kode tadi sudah ditutup. Pilih cara bayar lagi, atau ubah isi keranjang.", language
        )
    return tr("ended", "QR tadi sudah ditutup. Tekan F5 untuk QR baru, atau ubah isi keranjang.", language)


def cancelled_try_again(method: Method, language: Language) -> str:
    if method.has_store_code:
        return tr(
            "ended",
            "Kode sudah ditutup di gateway. Pilih cara bayar lagi, atau ubah isi keranjang.",
            language,
        )
    return tr(
        "ended", "QR sudah ditutup di gateway. Tekan F5 untuk QR baru, atau ubah isi keranjang.", language
    )


def denied_try_again(method: Method, language: Language) -> str:
    if method.has_store_code:
        return tr("ended", "Keranjang terbuka lagi. Pilih cara bayar lagi.", language)
    return tr("ended", "Keranjang terbuka lagi. Tekan F5 untuk QR baru.", language)


def cancel_note(language: Language, *, needs_pin: bool) -> str:
    """What giving it up asks for."""
    return tr("offers", "perlu PIN", language) if needs_pin else tr("offers", "pilih alasan", language)
