"""What a link light means for the counter, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos_app.domain.errors import Problem
from pos_app.domain.language import Language
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.relay import RelayTrouble
from pos_app.till.stage import Glow
from pos_app.ui.i18n import tr
from pos_app.ui.text.links import Link
from pos_app.ui.text.moments import clock_wib
from pos_app.ui.text.problems import happened, to_do
from pos_app.ui.text.stages import Sentence

if TYPE_CHECKING:
    from pos_app.till.messages import LightsShown
    from pos_app.till.snapshot import Light


def is_well(link: Link, lights: LightsShown, *, has_display: bool = True) -> bool:
    if link is Link.DISPLAY:
        return has_display
    light = {Link.GATEWAY: lights.gateway, Link.RELAY: lights.relay, Link.PRINTER: lights.printer}.get(link)
    return light is None or light.glow is Glow.OK


def link_story(link: Link, lights: LightsShown, language: Language, *, has_display: bool = True) -> Sentence:
    match link:
        case Link.GATEWAY:
            return _gateway(lights.gateway, language)
        case Link.RELAY:
            return _relay(lights.relay, lights.relay_trouble, language)
        case Link.DISPLAY if not has_display:
            return Sentence(
                tr("light stories", "Layar pelanggan terputus.", language),
                tr(
                    "light stories",
                    "Periksa kabel dan listriknya. Sementara itu QR tampil besar di layar ini.",
                    language,
                ),
            )
        case Link.DISPLAY:
            return Sentence(
                tr("light stories", "Layar pelanggan tersambung.", language),
                tr("light stories", "Pelanggan melihat belanjaan, QR, dan kode di sana.", language),
            )
        case Link.PRINTER:
            return _printer(lights, language)


_HOLDS_PAPERS_UP = (PrinterTrouble.OFFLINE, PrinterTrouble.OUT_OF_PAPER, PrinterTrouble.COVER_OPEN)


def _printer(lights: LightsShown, language: Language) -> Sentence:
    story = printer_story(lights.printer_trouble, lights.printer.reason, language)
    if lights.printer_trouble not in _HOLDS_PAPERS_UP:
        return story
    later = tr("light stories", "Yang belum tercetak keluar sendiri setelah itu.", language)
    return Sentence(story.state, f"{story.note} {later}")


def printer_story(trouble: PrinterTrouble | None, reason: str, language: Language) -> Sentence:
    """`reason` is the sentence of whoever found a wrong setting: it says what to write instead."""
    match trouble:
        case None:
            return Sentence(
                tr("light stories", "Printer siap.", language),
                tr("light stories", "Cetak uji memeriksa lebar kertas, huruf, kode, dan potongan.", language),
            )
        case PrinterTrouble.OFFLINE:
            what = tr("light stories", "Printer tidak tersambung.", language)
            return Sentence(what, tr("light stories", "Nyalakan printer dan periksa kabelnya.", language))
        case PrinterTrouble.OUT_OF_PAPER:
            what = tr("light stories", "Kertas printer habis.", language)
            return Sentence(what, tr("light stories", "Pasang gulungan baru.", language))
        case PrinterTrouble.COVER_OPEN:
            what = tr("light stories", "Tutup printer terbuka.", language)
            return Sentence(what, tr("light stories", "Tutup sampai terkunci.", language))
        case PrinterTrouble.PAPER_LOW:
            return Sentence(
                tr("light stories", "Kertas printer hampir habis.", language),
                tr("light stories", "Siapkan gulungan baru.", language),
            )
        case PrinterTrouble.WRONG_SETTING:
            ask = tr("light stories", "Minta manajer memeriksa [printer] di settings.toml.", language)
            return Sentence(tr("light stories", "Pengaturan printer salah.", language), reason or ask)
        case PrinterTrouble.NOT_DRAWN:
            return Sentence(
                tr("light stories", "Kertas tidak dapat dibuat.", language),
                tr("light stories", "Bukan salah printer. Sebabnya ada di log: beri tahu manajer.", language),
            )


def _gateway(light: Light, language: Language) -> Sentence:
    problem = next((one for one in Problem if one.value == light.reason), None)
    if problem is not None:
        return Sentence(happened(problem, language), to_do(problem, language))
    if light.glow is Glow.OK:
        return Sentence(
            tr("light stories", "Gateway menjawab.", language),
            tr("light stories", "QRIS, Alfamart, dan Indomaret dapat dipakai.", language),
        )
    if light.glow is Glow.DOWN:
        return Sentence(
            _cut_off(tr("light stories", "Gateway terputus", language), light, language),
            tr(
                "light stories",
                "Periksa internet. Yang sudah ditagih tetap dipantau, jangan menagih ulang.",
                language,
            ),
        )
    return Sentence(
        tr("light stories", "Gateway lambat menjawab.", language),
        tr("light stories", "Tunggu hasilnya, jangan menagih ulang.", language),
    )


def _relay(light: Light, trouble: RelayTrouble | None, language: Language) -> Sentence:
    if light.glow is Glow.OK:
        return Sentence(
            tr("light stories", "Relay tersambung.", language),
            tr("light stories", "Kabar pembayaran datang sendiri.", language),
        )
    slower = tr(
        "light stories", "Pembayaran tetap ditanyakan ke gateway, kabarnya hanya lebih lambat.", language
    )
    if light.glow is not Glow.DOWN:
        return Sentence(tr("light stories", "Relay lambat.", language), slower)
    return Sentence(
        _cut_off(tr("light stories", "Relay terputus", language), light, language),
        f"{slower} {relay_advice(trouble, language)}" if trouble else slower,
    )


def relay_advice(trouble: RelayTrouble, language: Language) -> str:
    """What the manager would look at."""
    match trouble:
        case RelayTrouble.CUT_OFF:
            return tr("light stories", "Manajer: periksa internet, dan apakah relay berjalan.", language)
        case RelayTrouble.NOT_TRUSTED:
            return tr("light stories", "Manajer: sertifikat relay tidak dipercaya komputer ini.", language)
        case RelayTrouble.NO_RELAY:
            return tr(
                "light stories",
                "Manajer: di alamat [relay] url tidak ada relay, periksa tulisannya.",
                language,
            )
        case RelayTrouble.MOVED:
            return tr(
                "light stories", "Manajer: relay pindah, tulis alamat barunya di [relay] url.", language
            )
        case RelayTrouble.NOT_LET_IN:
            return tr(
                "light stories", "Manajer: yang menjawab di [relay] url tidak menerima kasir ini.", language
            )
        case RelayTrouble.BUSY:
            return tr("light stories", "Relay sedang penuh, dan dicoba lagi sendiri.", language)
        case RelayTrouble.NO_ECHO:
            return tr(
                "light stories",
                "Manajer: kabar uji tidak kembali, periksa relay dan notification_url.",
                language,
            )
        case RelayTrouble.NO_KEYS:
            return tr("light stories", "Manajer: keyring atau kunci toko belum siap.", language)
        case RelayTrouble.OUR_FAULT:
            return tr("light stories", "Manajer: kesalahan ada di aplikasi, sebabnya ada di log.", language)


def _cut_off(what: str, light: Light, language: Language) -> str:
    if light.since is None:
        return f"{what}."
    since = tr("light stories", "sejak {time}", language)
    return f"{what} {since.format(time=clock_wib(light.since, language))}."
