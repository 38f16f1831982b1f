"""A QR to scan, who will be paid, how much, and how long there is. Nothing else moves."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget

from pos_app.domain.evidence import QrCode
from pos_app.ui.customer.canvas import PORTRAIT_BOTTOM, PORTRAIT_TOP, Canvas
from pos_app.ui.customer.face import FaceView
from pos_app.ui.customer.ink import CENTRE, RIGHT, Ink, Letters
from pos_app.ui.customer.panel import (
    PADDING,
    PanelColours,
    draw_amount,
    draw_header,
    draw_step_icon,
    draw_steps,
    inside,
    language_place,
)
from pos_app.ui.customer.scene import Scene
from pos_app.ui.customer.time_left import HEIGHT, INSET, UPRIGHT_HEIGHT, TimeLeft
from pos_app.ui.i18n import Language, tr
from pos_app.ui.palette import DISPLAY, PRACTICE
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.qr_view import QrView

LEAST_MODULE = 8
_LEAST_ON_SMALL = 4
_SMALL = 720
"""Below so many device pixels of the shorter side, and in practice, smaller modules are better than none."""

_CAPTION = Letters(28, 500)
_REFUSED = Letters(52, 800, spacing=-1)
_MERCHANT_LABEL = Letters(26, 400)
_MERCHANT = Letters(34, 700)
_MERCHANT_UPRIGHT = Letters(30, 700)
_LEAST_MERCHANT = 22
_NMID = Letters(26, 400)
_NMID_UPRIGHT = Letters(28, 400)
_STEP_UPRIGHT = Letters(28, 500)
_AMOUNT_UPRIGHT = Letters(136, 800, spacing=-3, tabular=False)
_BAND = Letters(42, 800, spacing=1)
_SIDE = Letters(40, 800, spacing=3)
_BAND_HEIGHT = 64.0
_BAND_GAP = 16.0
_SIDE_ROOM = 110.0


class QrFace(FaceView):
    """The QR itself is a widget of its own, so that a second that goes by repaints nothing near it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._view = QrView(LEAST_MODULE, self)
        self._time = TimeLeft(theme, self)

    @property
    def is_scannable(self) -> bool:
        """Whether a QR is drawn, and large enough."""
        return self._view.is_painted

    def forget(self) -> None:
        super().forget()
        self._view.clear()

    def language_place(self, drawing: Canvas) -> QRectF:
        if drawing.is_portrait:
            return language_place(_top(drawing), 49)
        return language_place(drawing.halves()[1])

    def arrange(self, scene: Scene) -> None:
        drawing = self.canvas
        qr = scene.counter.qr if scene.counter else None
        is_real = scene.shop.environment.is_real
        short = min(self.width(), self.height()) * self.devicePixelRatioF()
        self._view.set_least(LEAST_MODULE if is_real and short >= _SMALL else _LEAST_ON_SMALL)
        self.place(self._view, _qr_place(drawing, is_real=is_real))
        self._view.show_text(qr.text if qr else "")
        self._view.setVisible(self._view.is_painted)
        self._time.set_shape(upright=drawing.is_portrait, unit=drawing.unit)
        self.place(self._time, _time_place(drawing))
        self.tick(scene)

    def tick(self, scene: Scene) -> None:
        self._time.show_left(scene.left, scene.language)

    def draw(self, ink: Ink, drawing: Canvas, scene: Scene) -> None:
        if scene.counter is None or scene.counter.qr is None:
            return
        ink.fill(drawing.whole, DISPLAY.panel)
        ink.fill(_stage(drawing), DISPLAY.stage)
        if not self.is_scannable:
            self._draw_refusal(ink, _stage(drawing), scene.language)
        elif not scene.shop.environment.is_real:
            self._draw_bands(ink, drawing, scene.language)
        elif not drawing.is_portrait:
            stage = _stage(drawing)
            caption = tr("customer", "Semua aplikasi yang mendukung QRIS, termasuk GoPay", scene.language)
            width = stage.width() - 2 * PADDING
            ink.write(
                caption,
                _CAPTION,
                DISPLAY.secondary,
                stage.center().x(),
                stage.bottom() - 50,
                align=CENTRE,
                width=width,
            )
        if drawing.is_portrait:
            self._draw_upright_panels(ink, drawing, scene, scene.counter.qr)
        else:
            self._draw_panel(ink, drawing.halves()[1], scene, scene.counter.qr)

    @staticmethod
    def _draw_panel(ink: Ink, panel: QRectF, scene: Scene, qr: QrCode) -> None:
        colours = PanelColours()
        draw_header(ink, panel, scene, colours)
        label = tr("customer", "Total dibayar", scene.language)
        draw_amount(ink, panel, label, scene.amount, baseline=panel.top() + 321, colours=colours)
        draw_steps(ink, panel, panel.top() + 382, _steps(scene.language))
        if qr.merchant_name or qr.nmid:
            inner = inside(panel)
            box = QRectF(inner.left(), panel.top() + 670, inner.width(), 156)
            ink.tile(box, 20, DISPLAY.tile, DISPLAY.tile_line)
            left, width = box.left() + 30, box.width() - 60
            name_label = tr("customer", "Nama yang tampil di aplikasi Anda", scene.language)
            ink.write(name_label, _MERCHANT_LABEL, colours.calm, left, box.top() + 49, width=width)
            name = _MERCHANT.fitted(qr.merchant_name, width, _LEAST_MERCHANT, step=2)
            ink.write(qr.merchant_name, name, colours.strong, left, box.top() + 90, width=width)
            ink.write(_nmid(qr), _NMID, colours.calm, left, box.top() + 125, width=width)

    @staticmethod
    def _draw_upright_panels(ink: Ink, drawing: Canvas, scene: Scene, qr: QrCode) -> None:
        colours, top = PanelColours(), _top(drawing)
        inner = inside(top)
        draw_header(ink, top, scene, colours, 49)
        label = tr("customer", "Total dibayar", scene.language)
        ink.write(label, Letters(30, 500), colours.calm, inner.left(), 203)
        amount = scene.amount.text
        letters = _AMOUNT_UPRIGHT.fitted(amount, inner.width(), 72)
        ink.write(amount, letters, colours.strong, inner.left() - 6, 333)
        y = drawing.height - PORTRAIT_BOTTOM
        column = inner.width() / 2.9
        for number, (icon, words) in enumerate(_steps(scene.language)):
            left = inner.left() + number * column
            draw_step_icon(ink, QPointF(left + 36, y + 72), icon)
            ink.write_wrapped(
                words, _STEP_UPRIGHT, colours.strong, left, y + 150, width=column - 40, leading=36
            )
        baseline = y + 283
        nmid_width = _NMID_UPRIGHT.width(_nmid(qr))
        width = inner.width() - nmid_width - 32
        name = _MERCHANT_UPRIGHT.fitted(qr.merchant_name, width, _LEAST_MERCHANT, step=2)
        ink.write(qr.merchant_name, name, colours.strong, inner.left(), baseline, width=width)
        ink.write(_nmid(qr), _NMID_UPRIGHT, colours.calm, inner.right(), baseline, align=RIGHT)

    def _draw_bands(self, ink: Ink, drawing: Canvas, language: Language) -> None:
        """What says that the QR is not real: above, below and beside it, never inside its quiet zone."""
        words = tr("customer", "BUKAN PEMBAYARAN ASLI", language)
        place, side = _qr_place(drawing, is_real=False), self._view.side / drawing.unit
        middle, half = place.center(), side / 2
        for top in (middle.y() - half - _BAND_GAP - _BAND_HEIGHT, middle.y() + half + _BAND_GAP):
            ink.tile(QRectF(middle.x() - half, top, side, _BAND_HEIGHT), 12, PRACTICE.band)
            letters = _BAND.fitted(words, side - 48, 20, step=2)
            ink.write(words, letters, PRACTICE.on_band, middle.x(), top + 47, align=CENTRE)
        letters = _SIDE.fitted(words, side, 20, step=2)
        for baseline in (_SIDE_ROOM - 23, _stage(drawing).right() - 57):
            ink.painter.save()
            ink.painter.translate(baseline, middle.y() - 4)
            ink.painter.rotate(-90)
            ink.write(words, letters, PRACTICE.side_text, 0, 0, align=CENTRE)
            ink.painter.restore()

    @staticmethod
    def _draw_refusal(ink: Ink, stage: QRectF, language: Language) -> None:
        words = tr("customer", "Silakan pindai QR di layar kasir.", language)
        width = stage.width() - 2 * PADDING
        middle = stage.center()
        ink.write_wrapped(
            words, _REFUSED, DISPLAY.ink, middle.x(), middle.y(), width=width, leading=64, align=CENTRE
        )


def _steps(language: Language) -> tuple[tuple[str, str], ...]:
    return (
        ("smartphone", tr("customer", "Buka aplikasi bank atau dompet digital", language)),
        ("scan-line", tr("customer", "Pindai QR di layar ini", language)),
        ("shield-check", tr("customer", "Cocokkan nama dan jumlah, lalu bayar", language)),
    )


def _nmid(qr: QrCode) -> str:
    return f"NMID {qr.nmid}" if qr.nmid else ""


def _top(drawing: Canvas) -> QRectF:
    return QRectF(0, 0, drawing.width, PORTRAIT_TOP)


def _stage(drawing: Canvas) -> QRectF:
    if drawing.is_portrait:
        return QRectF(0, PORTRAIT_TOP, drawing.width, drawing.height - PORTRAIT_TOP - PORTRAIT_BOTTOM)
    return drawing.halves()[0]


def _qr_place(drawing: Canvas, *, is_real: bool) -> QRectF:
    """Where the QR may be drawn. What is not real leaves room for its bands."""
    stage = _stage(drawing)
    if is_real:
        return stage if drawing.is_portrait else stage.adjusted(0, 14, 0, -72)
    band = _BAND_HEIGHT + _BAND_GAP
    top, bottom = (16 + band, 16 + band) if drawing.is_portrait else (32 + band, 44 + band)
    return stage.adjusted(_SIDE_ROOM, top, -_SIDE_ROOM, -bottom)


def _time_place(drawing: Canvas) -> QRectF:
    if drawing.is_portrait:
        return QRectF(
            PADDING - INSET, drawing.height - 140, drawing.width - 2 * (PADDING - INSET), UPRIGHT_HEIGHT
        )
    inner = inside(drawing.halves()[1])
    return QRectF(inner.left(), drawing.height - 56 - HEIGHT, inner.width(), HEIGHT)
