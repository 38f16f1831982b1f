"""A payment code for a store's counter: the digits, the exact amount, and until when."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from pos_app.domain.payment import Payment
from pos_app.ui.customer.canvas import Canvas
from pos_app.ui.customer.face import FaceView
from pos_app.ui.customer.ink import CENTRE, Ink, Letters
from pos_app.ui.customer.panel import (
    PADDING,
    PanelColours,
    draw_amount,
    draw_header,
    draw_steps,
    inside,
    language_place,
)
from pos_app.ui.customer.scene import Scene
from pos_app.ui.i18n import tr
from pos_app.ui.palette import DISPLAY
from pos_app.ui.text.customer import grouped_code
from pos_app.ui.text.long_dates import full_date
from pos_app.ui.text.methods import method_name
from pos_app.ui.text.moments import clock

_TITLE = Letters(52, 800, spacing=-1)
_NOTE = Letters(32, 500)
_CODE = Letters(152, 800, spacing=-2)
_LEAST_CODE = 56
_UPRIGHT_PANEL = 1008.0
_TAKE = Letters(32, 600)
_KEPT = Letters(28, 500)
_FEE = Letters(28, 500)
_BEFORE = Letters(28, 500)
_DEADLINE = Letters(44, 700)


class StoreCodeFace(FaceView):
    def language_place(self, drawing: Canvas) -> QRectF:
        return language_place(drawing.halves(_UPRIGHT_PANEL)[1])

    def draw(self, ink: Ink, drawing: Canvas, scene: Scene) -> None:
        counter = scene.counter
        if counter is None or counter.payment is None or not counter.payment_code:
            return
        stage, panel = drawing.halves(_UPRIGHT_PANEL)
        ink.ground(stage, DISPLAY.stage)
        ink.ground(panel, DISPLAY.panel)
        store = method_name(counter.payment.method, scene.language)
        self._draw_stage(ink, stage, counter.payment_code, store, scene)
        self._draw_panel(ink, panel, counter.payment, store, scene)

    @staticmethod
    def _draw_stage(ink: Ink, stage: QRectF, code: str, store: str, scene: Scene) -> None:
        language = scene.language
        middle, width = stage.center().x(), stage.width() - 2 * PADDING
        title = tr("customer", "Bayar di kasir {store}", language).format(store=store)
        ink.write(title, _TITLE, DISPLAY.ink, middle, 122, align=CENTRE)
        note = tr("customer", "Kode pembayaran Anda", language)
        ink.write(note, _NOTE, DISPLAY.secondary, middle, 179, align=CENTRE)
        box = QRectF(middle - 460, stage.bottom() - 236, 920, 140)
        _draw_digits(ink, QRectF(middle - width / 2, 200, width, box.top() - 200), grouped_code(code))
        ink.tile(box, 16, DISPLAY.box, DISPLAY.box_line)
        ink.icon("receipt-text", "display_panel", QPointF(box.left() + 64, box.center().y()), 52)
        left, room = box.left() + 114, box.width() - 114 - 32
        take = (
            tr("customer", "Ambil slip dari kasir, atau foto layar ini.", language)
            if scene.has_slip
            else tr("customer", "Foto layar ini, atau catat kodenya.", language)
        )
        letters = _TAKE.fitted(take, room, 24, step=2)
        ink.write(take, letters, DISPLAY.panel, left, box.top() + 62)
        kept = tr("customer", "Barang disimpan sampai pembayaran diterima.", language)
        ink.write(kept, _KEPT.fitted(kept, room, 22, step=2), DISPLAY.panel, left, box.top() + 101)

    @staticmethod
    def _draw_panel(ink: Ink, panel: QRectF, payment: Payment, store: str, scene: Scene) -> None:
        language, colours, inner = scene.language, PanelColours(), inside(panel)
        draw_header(ink, panel, scene, colours)
        label = tr("customer", "Bayar tepat", language)
        draw_amount(ink, panel, label, payment.amount, baseline=panel.top() + 321, colours=colours)
        fee = tr("customer", "Gerai dapat menambah biaya layanan.", language)
        ink.write(fee, _FEE, colours.calm, inner.left(), panel.top() + 374, width=inner.width())
        draw_steps(ink, panel, panel.top() + 430, _steps(store, scene))
        if payment.expires_at is None:
            return
        box = QRectF(inner.left(), panel.bottom() - 268, inner.width(), 212)
        ink.tile(box, 20, DISPLAY.tile, DISPLAY.tile_line)
        ink.icon("calendar-clock", "display_on_panel2", QPointF(box.left() + 50, box.top() + 46), 32)
        before = tr("customer", "Bayar paling lambat", language)
        ink.write(before, _BEFORE, colours.calm, box.left() + 80, box.top() + 56)
        date = full_date(payment.expires_at, language)
        letters = _DEADLINE.fitted(date, box.width() - 68, 28, step=2)
        ink.write(date, letters, colours.strong, box.left() + 34, box.top() + 116)
        time = tr("customer", "pukul {time} WIB", language).format(time=clock(payment.expires_at, language))
        ink.write(time, letters, colours.strong, box.left() + 34, box.top() + 172)


def _draw_digits(ink: Ink, area: QRectF, lines: tuple[str, ...]) -> None:
    """All lines in one size, as large as the longest allows, one below the other and from one edge."""
    longest = max(lines, key=len)
    letters = _CODE.fitted(longest, area.width(), _LEAST_CODE)
    leading = letters.pixels * 168 / 152
    cap = letters.pixels * 0.727
    first = area.center().y() + cap / 2 - (len(lines) - 1) * leading / 2
    left = area.center().x() - letters.width(longest) / 2
    for number, line in enumerate(lines):
        ink.write(line, letters, DISPLAY.ink, left, first + number * leading)


def _steps(store: str, scene: Scene) -> tuple[tuple[str, str], ...]:
    language = scene.language
    show = (
        tr("customer", "Tunjukkan slip, bayar jumlah yang tepat", language)
        if scene.has_slip
        else tr("customer", "Tunjukkan kode, bayar jumlah yang tepat", language)
    )
    return (
        ("store", tr("customer", "Datang ke {store} mana saja", language).format(store=store)),
        ("receipt-text", show),
        ("package-check", tr("customer", "Ambil barang di toko ini dengan struknya", language)),
    )
