"""A QR to scan, who will be paid, how much, and how long there is. Nothing else moves.

The amount and what to do stand there already while the QR is made, and while nobody knows whether it was,
so that its coming moves nothing either.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from pos_app.domain.language import Language
from pos_app.ui.customer.canvas import PORTRAIT_BOTTOM, PORTRAIT_TOP, Canvas
from pos_app.ui.customer.face import FaceView
from pos_app.ui.customer.ink import CENTRE, Ink, Letters
from pos_app.ui.customer.marks import BORDER
from pos_app.ui.customer.notice import draw_notice
from pos_app.ui.customer.notice_words import notice_words
from pos_app.ui.customer.panel import PADDING, inside, language_place
from pos_app.ui.customer.practice_bands import BAND_GAP, BAND_HEIGHT, SIDE_ROOM, draw_practice_bands
from pos_app.ui.customer.qr_panels import draw_merchant, draw_panels, merchant_place
from pos_app.ui.customer.scene import Scene
from pos_app.ui.customer.time_left import HEIGHT, INSET, UPRIGHT_HEIGHT, TimeLeft
from pos_app.ui.i18n import tr
from pos_app.ui.palette import DISPLAY
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.qr_view import QrView

LEAST_MODULE = 8
_LEAST_ON_SMALL = 4
_SMALL = 720
"""Below so many device pixels of the shorter side, and in practice, smaller modules are better than none."""

_MOST_LINES = 2
"""What is said in the place of the QR takes so many: its picture stays where it is, whatever is said."""

_CAPTION = Letters(28, 500)
_REFUSED = Letters(52, 800, spacing=-1)


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
        is_real = scene.shop.environment.is_real
        short = min(self.width(), self.height()) * self.devicePixelRatioF()
        self._view.set_least(LEAST_MODULE if is_real and short >= _SMALL else _LEAST_ON_SMALL)
        self._view.show_text(scene.qr.text if scene.qr else "")
        self._view.lie_in(drawing.on_monitor(_qr_place(drawing, is_real=is_real)))
        self._time.set_shape(upright=drawing.is_portrait, unit=drawing.unit)
        self.place(self._time, _time_place(drawing))
        self.tick(scene)

    def renew(self, before: Scene | None) -> None:
        """The amount and the steps wait for the QR, and are not painted again when it comes."""
        if before is None or self._scene is None or _around(before) != _around(self._scene):
            self.update()
            return
        within = self.canvas.whole.adjusted(BORDER, BORDER, -BORDER, -BORDER)  # stripes are there already
        for place in (_stage(self.canvas), merchant_place(self.canvas)):
            self.update(self.canvas.on_monitor(place.adjusted(-1, -1, 1, 1).intersected(within)))

    def tick(self, scene: Scene) -> None:
        self._time.show_left(scene.left if scene.qr else None, scene.language)

    def draw(self, ink: Ink, drawing: Canvas, scene: Scene) -> None:
        for panel in _panels(drawing):
            ink.ground(panel, DISPLAY.panel)
        ink.ground(_stage(drawing), DISPLAY.stage)
        draw_panels(ink, drawing, scene)
        if scene.qr is None:
            draw_notice(ink, _stage(drawing), notice_words(scene), room_for=_MOST_LINES)
            return
        draw_merchant(ink, drawing, scene.language, scene.qr)
        if not self.is_scannable:
            self._draw_refusal(ink, _stage(drawing), scene.language)
        elif not scene.shop.environment.is_real:
            middle, side = _qr_place(drawing, is_real=False).center(), self._view.side / drawing.unit
            draw_practice_bands(ink, _stage(drawing), middle, side, scene.language)
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

    @staticmethod
    def _draw_refusal(ink: Ink, stage: QRectF, language: Language) -> None:
        words = tr("customer", "Silakan pindai QR di layar kasir.", language)
        width = stage.width() - 2 * PADDING
        middle = stage.center()
        ink.write_wrapped(
            words, _REFUSED, DISPLAY.ink, middle.x(), middle.y(), width=width, leading=64, align=CENTRE
        )


def _around(scene: Scene) -> tuple[object, ...]:
    """What is drawn beside the stage, but for the merchant's name."""
    return scene.shop, scene.language, scene.amount


def _top(drawing: Canvas) -> QRectF:
    return QRectF(0, 0, drawing.width, PORTRAIT_TOP)


def _panels(drawing: Canvas) -> tuple[QRectF, ...]:
    if drawing.is_portrait:
        bottom = drawing.height - PORTRAIT_BOTTOM
        return _top(drawing), QRectF(0, bottom, drawing.width, PORTRAIT_BOTTOM)
    return drawing.halves()[1:]


def _stage(drawing: Canvas) -> QRectF:
    if drawing.is_portrait:
        return QRectF(0, PORTRAIT_TOP, drawing.width, drawing.height - PORTRAIT_TOP - PORTRAIT_BOTTOM)
    return drawing.halves()[0]


def _qr_place(drawing: Canvas, *, is_real: bool) -> QRectF:
    """Where the QR may be drawn. What is not real leaves room for its bands."""
    stage = _stage(drawing)
    if is_real:
        return stage if drawing.is_portrait else stage.adjusted(0, 14, 0, -72)
    band = BAND_HEIGHT + BAND_GAP
    top, bottom = (16 + band, 16 + band) if drawing.is_portrait else (32 + band, 44 + band)
    return stage.adjusted(SIDE_ROOM, top, -SIDE_ROOM, -bottom)


def _time_place(drawing: Canvas) -> QRectF:
    if drawing.is_portrait:
        return QRectF(
            PADDING - INSET, drawing.height - 140, drawing.width - 2 * (PADDING - INSET), UPRIGHT_HEIGHT
        )
    inner = inside(drawing.halves()[1])
    return QRectF(inner.left(), drawing.height - 56 - HEIGHT, inner.width(), HEIGHT)
