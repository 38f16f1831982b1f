"""The only green face: the money came, and how much."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from pos_app.domain.language import Language
from pos_app.domain.money import NO_BREAK_SPACE
from pos_app.ui.customer.canvas import Canvas
from pos_app.ui.customer.face import FaceView
from pos_app.ui.customer.ink import CENTRE, Ink, Letters
from pos_app.ui.customer.panel import PADDING
from pos_app.ui.customer.scene import Scene
from pos_app.ui.i18n import tr
from pos_app.ui.palette import DISPLAY
from pos_app.ui.text.moments import clock
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.pattern import CELL, paint_kawung

TICK_MILLISECONDS = 240

_WORD = Letters(104, 800, spacing=-2)
_AMOUNT = Letters(184, 800, spacing=-5, tabular=False)
_LEAST_AMOUNT = 72
_NOTE = Letters(36, 500)
_DISC = 132.0
_TICK = ((-58.7, 0.0), (-22.0, 36.7), (58.7, -44.0))
_TICK_WIDTH = 22.0


class PaidFace(FaceView):
    def __init__(self, theme: Theme, parent: QWidget, *, reduce_motion: bool) -> None:
        super().__init__(theme, parent)
        self._reduce_motion = reduce_motion
        self._drawing_tick = QVariantAnimation(self)
        self._drawing_tick.setDuration(TICK_MILLISECONDS)
        self._drawing_tick.setStartValue(0.0)
        self._drawing_tick.setEndValue(1.0)
        self._drawing_tick.valueChanged.connect(self._tick_moved)
        self._drawn = 1.0

    def begin(self) -> None:
        """Draw the tick, once for each sale that was paid."""
        if not self._reduce_motion:
            self._drawn = 0.0
            self._drawing_tick.start()

    def language_place(self, drawing: Canvas) -> None:
        return None

    def draw(self, ink: Ink, drawing: Canvas, scene: Scene) -> None:
        language, middle = scene.language, drawing.width / 2
        top = (drawing.height - 1080) / 2
        ink.ground(drawing.whole, DISPLAY.paid)
        _draw_ornament(ink, drawing)
        self._draw_disc(ink, QPointF(middle, top + 296))
        width = drawing.width - 2 * PADDING
        ink.write(tr("customer", "Lunas", language), _WORD, DISPLAY.on_paid, middle, top + 566, align=CENTRE)
        amount = scene.amount.text
        letters = _AMOUNT.fitted(amount, width, _LEAST_AMOUNT)
        ink.write(amount, letters, DISPLAY.on_paid, middle, top + 757, align=CENTRE)
        thanks = tr("customer", "Terima kasih. Silakan ambil barang Anda.", language)
        baseline = top + 853
        for words in (_received(scene, language), thanks):
            last = ink.write_wrapped(
                words, _NOTE, DISPLAY.on_paid2, middle, baseline, width=width, leading=52, align=CENTRE
            )
            baseline = last + 52

    def _tick_moved(self, value: float) -> None:
        self._drawn = value
        self.update()

    def _draw_disc(self, ink: Ink, middle: QPointF) -> None:
        painter = ink.painter
        disc = QRectF(middle.x() - _DISC, middle.y() - _DISC, 2 * _DISC, 2 * _DISC)
        ink.tile(disc, _DISC, DISPLAY.on_paid)
        start, turn, end = (QPointF(middle.x() + x, middle.y() + y) for x, y in _TICK)
        stroke = QPainterPath(start)
        stroke.lineTo(turn)
        stroke.lineTo(end)
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(QColor(DISPLAY.paid), _TICK_WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(stroke.trimmed(0.0, self._drawn))
        painter.restore()


def _received(scene: Scene, language: Language) -> str:
    """`Pembayaran diterima Toko Sinar Jaya · 14.35 WIB`."""
    words = tr("customer", "Pembayaran diterima {store}", language).format(store=scene.shop.store)
    at = scene.paid_at
    return f"{words} · {clock(at, language)}{NO_BREAK_SPACE}WIB" if at else words


def _draw_ornament(ink: Ink, drawing: Canvas) -> None:
    """Kawung along the two long edges of an upright monitor's ends, or of both sides."""
    painter, colour = ink.painter, DISPLAY.paid_pattern
    columns, rows = int(drawing.width // CELL) + 1, int(drawing.height // CELL) + 1
    if drawing.is_portrait:
        paint_kawung(painter, range(columns), range(2), colour)
        far, spans = (0.0, drawing.height - 2 * CELL), (range(columns), range(2))
    else:
        paint_kawung(painter, range(2), range(rows), colour)
        far, spans = (drawing.width - 2 * CELL, 0.0), (range(2), range(rows))
    painter.save()
    painter.translate(*far)
    paint_kawung(painter, *spans, colour)
    painter.restore()
