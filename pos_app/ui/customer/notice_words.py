"""What the display says while there is nothing to pay from."""

from __future__ import annotations

from dataclasses import dataclass

from pos_app.domain.language import Language
from pos_app.domain.states import State
from pos_app.ui.customer.scene import Face, Scene
from pos_app.ui.i18n import tr
from pos_app.ui.text.customer import other_ways


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeWords:
    """`icon` is a Lucide name, `label` stands above the amount and `note` below it; a box may be absent."""

    icon: str
    title: str
    body: str
    label: str
    box_title: str = ""
    box_body: str = ""
    note: str = ""


def notice_words(scene: Scene) -> NoticeWords:
    """Raise ValueError for a face that is no notice."""
    match scene.face:
        case Face.PREPARING | Face.QR_COMING:
            return _preparing(scene)
        case Face.IN_DOUBT | Face.QR_IN_DOUBT:
            return _in_doubt(scene)
        case Face.WITHHELD:
            return _withheld(scene)
        case Face.CLOSING:
            return _closing(scene)
        case Face.EXPIRED:
            return _expired(scene)
        case Face.ENDED:
            return _ended(scene)
        case other:
            raise ValueError(f"{other.value} is no notice")


def _preparing(scene: Scene) -> NoticeWords:
    language = scene.language
    if _has_code(scene):
        title = tr("customer", "Kode sedang disiapkan", language)
        body = tr("customer", "Sebentar ya. Kode pembayaran akan muncul di layar ini.", language)
    else:
        title = tr("customer", "QR sedang disiapkan", language)
        body = tr("customer", "Sebentar ya. QR akan muncul di layar ini.", language)
    return NoticeWords(icon="hourglass", title=title, body=body, label=_to_pay(language))


def _in_doubt(scene: Scene) -> NoticeWords:
    language = scene.language
    return NoticeWords(
        icon="hourglass",
        title=tr("customer", "Mohon tunggu sebentar", language),
        body=tr("customer", "Kami masih menyiapkan pembayaran. Belum ada yang perlu dibayar.", language),
        label=_to_pay(language),
    )


def _withheld(scene: Scene) -> NoticeWords:
    """Nobody can ask or write down anything now, so nothing is promised; what was paid is not lost."""
    language = scene.language
    box_title, _ = _already_paid(scene)
    if _has_code(scene):
        box_body = tr("customer", "Jangan bayar lagi. Tunjukkan struknya kepada kasir.", language)
    else:
        box_body = tr("customer", "Jangan bayar lagi. Beri tahu kasir.", language)
    return NoticeWords(
        icon="message-circle",
        title=tr("customer", "Mohon tunggu kasir", language),
        body=tr("customer", "Jangan bayar dulu. Kasir akan membantu Anda.", language),
        label=tr("customer", "Total", language),
        box_title=box_title,
        box_body=box_body,
    )


def _closing(scene: Scene) -> NoticeWords:
    """Whether it was paid in the last moment is not known yet, so neither is said."""
    language = scene.language
    if _has_code(scene):
        title = tr("customer", "Kode sedang ditutup", language)
        body = tr("customer", "Jangan bayar dengan kode tadi. Kami sedang memastikannya.", language)
    else:
        title = tr("customer", "QR sedang ditutup", language)
        body = tr("customer", "Jangan pindai QR tadi lagi. Kami sedang memastikannya.", language)
    box_title, box_body = _already_paid(scene)
    return NoticeWords(
        icon="search-check",
        title=title,
        body=body,
        label=tr("customer", "Total", language),
        box_title=box_title,
        box_body=box_body,
    )


def _expired(scene: Scene) -> NoticeWords:
    language = scene.language
    if _has_code(scene):
        body = tr("customer", "Kode tadi sudah ditutup. Kasir dapat membuat kode baru untuk Anda.", language)
    else:
        body = tr("customer", "QR tadi sudah ditutup. Kasir dapat membuat QR baru untuk Anda.", language)
    box_title, box_body = _already_paid(scene)
    return NoticeWords(
        icon="timer-off",
        title=tr("customer", "Waktu pembayaran habis", language),
        body=body,
        label=_unpaid(language),
        box_title=box_title,
        box_body=box_body,
        note=other_ways(scene.methods, scene.method, language),
    )


def _ended(scene: Scene) -> NoticeWords:
    """Cancelled, denied or never made: the customer is told whom to turn to, not whose fault it was."""
    language = scene.language
    if scene.has_money:  # of another amount, or for a sale that something else paid: a manager has to decide
        return NoticeWords(
            icon="message-circle",
            title=tr("customer", "Mohon tunggu kasir", language),
            body=tr("customer", "Uang Anda sudah tercatat. Jangan bayar lagi.", language),
            label=tr("customer", "Total", language),
        )
    was_offered = scene.end not in (None, State.FAILED)
    box_title, box_body = _already_paid(scene) if was_offered else ("", "")
    return NoticeWords(
        icon="message-circle",
        title=tr("customer", "Mohon tunggu kasir", language),
        body=tr("customer", "Kasir akan membantu Anda melanjutkan pembayaran.", language),
        label=_unpaid(language),
        box_title=box_title,
        box_body=box_body,
        note=other_ways(scene.methods, None, language),
    )


def _already_paid(scene: Scene) -> tuple[str, str]:
    language = scene.language
    if _has_code(scene):
        return (
            tr("customer", "Sudah membayar di toko?", language),
            tr(
                "customer",
                "Jangan bayar lagi. Tunjukkan struknya kepada kasir, kami tanyakan sekarang juga.",
                language,
            ),
        )
    return (
        tr("customer", "Saldo Anda sudah terpotong?", language),
        tr("customer", "Jangan bayar lagi. Beri tahu kasir, kami tanyakan ke bank sekarang juga.", language),
    )


def _has_code(scene: Scene) -> bool:
    return scene.method is not None and scene.method.has_store_code


def _to_pay(language: Language) -> str:
    return tr("customer", "Total dibayar", language)


def _unpaid(language: Language) -> str:
    return tr("customer", "Belum dibayar", language)
