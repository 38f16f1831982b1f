"""How long the QR can still be paid: calm, then amber with other words in the last minute."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pos_app.domain.language import Language
from pos_app.ui.countdown import Countdown
from pos_app.ui.customer.ink import RIGHT, Ink, Letters
from pos_app.ui.i18n import tr
from pos_app.ui.palette import DISPLAY
from pos_app.ui.text.moments import time_left
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.countdown_bar import draw_bar

HEIGHT = 130.0
UPRIGHT_HEIGHT = 116.0
INSET = 28.0

_CALM = Letters(30, 500)
_URGENT = Letters(32, 700)
_TIME = Letters(52, 700)
_BAR = 14.0
_UNDER_BAR = 22.0
_UPRIGHT_UNDER_BAR = 20.0


class TimeLeft(QWidget):
    """Repaints alone each second, so that nothing near the QR moves.

    It is empty rather than hidden where there is no QR: a widget that is shown asks the screen for the mouse,
    and the QR would wait for the answer.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._left: Countdown | None = None
        self._language = Language.INDONESIAN
        self._upright = False
        self._unit = 1.0
        self._words: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """What is written, as it was last painted."""
        return self._words

    def set_shape(self, *, upright: bool, unit: float) -> None:
        """`upright` for the panel below a QR, `unit` logical pixels a pixel of the drawing."""
        if (upright, unit) != (self._upright, self._unit):
            self._upright, self._unit = upright, unit
            self.update()

    def show_left(self, left: Countdown | None, language: Language) -> None:
        """None shows nothing."""
        if (left, language) != (self._left, self._language):
            self._left, self._language = left, language
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._words = ()
        if self._left is not None:
            painter = QPainter(self)
            painter.scale(self._unit, self._unit)
            ink = Ink(painter, self._theme, self._unit * self.devicePixelRatioF())
            self._draw(ink, self._left)
            painter.end()
            self._words = tuple(ink.words)

    def _draw(self, ink: Ink, left: Countdown) -> None:
        urgent = left.is_last_minute
        row = self._row(is_urgent=urgent)
        if urgent:
            ink.tile(self._whole(), 20, DISPLAY.last_minute_fill)
        token, icon = ("display_last_minute", "alarm-clock") if urgent else ("display_on_panel2", "hourglass")
        size = 40 if urgent else 36
        ink.icon(icon, token, QPointF(row.left() + size / 2, row.bottom() - 56), size)
        letters, colour = (_URGENT, DISPLAY.last_minute) if urgent else (_CALM, DISPLAY.on_panel2)
        label = self._label(is_urgent=urgent)
        ink.write(label, letters, colour, row.left() + size + 16, row.bottom() - 45)
        if left.seconds is not None:
            time = time_left(left.seconds, self._language)
            strong = DISPLAY.last_minute if urgent else DISPLAY.on_panel
            ink.write(time, _TIME, strong, row.right(), row.bottom() - 38, align=RIGHT)
            fill = DISPLAY.last_minute_left if urgent else DISPLAY.left
            track = DISPLAY.last_minute_track if urgent else DISPLAY.left_track
            bar = QRectF(row.left(), row.bottom() - _BAR, row.width(), _BAR)
            draw_bar(ink.painter, bar, left.fraction, fill, track)

    def _label(self, *, is_urgent: bool) -> str:
        if is_urgent:
            return tr("customer", "Segera selesaikan", self._language)
        return tr("customer", "Menunggu pembayaran", self._language)

    def _whole(self) -> QRectF:
        return QRectF(0, 0, self.width() / self._unit, self.height() / self._unit)

    def _row(self, *, is_urgent: bool) -> QRectF:
        """Where label, time and bar stand; inside the amber card they move in."""
        whole = self._whole()
        if self._upright:
            return whole.adjusted(INSET, 0, -INSET, -_UPRIGHT_UNDER_BAR)
        if is_urgent:
            return whole.adjusted(INSET, 0, -INSET, -_UNDER_BAR)
        return whole
