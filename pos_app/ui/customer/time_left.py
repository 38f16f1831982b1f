"""How long the QR can still be paid: calm, then amber with other words in the last minute."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from pos_app.domain.language import Language
from pos_app.ui.countdown import Countdown
from pos_app.ui.customer.ink import RIGHT, Ink, Letters
from pos_app.ui.i18n import tr
from pos_app.ui.palette import DISPLAY
from pos_app.ui.text.moments import time_left
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.countdown_bar import CountdownBar

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
    """Repaints alone each second, so that nothing near the QR moves."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._left = Countdown(None, 1.0)
        self._language = Language.INDONESIAN
        self._upright = False
        self._unit = 1.0
        self._words: tuple[str, ...] = ()
        self._bar = CountdownBar(DISPLAY.left, DISPLAY.left_track, self)

    @property
    def words(self) -> tuple[str, ...]:
        """What is written, as it was last painted."""
        return self._words

    def set_shape(self, *, upright: bool, unit: float) -> None:
        """`upright` for the panel below a QR, `unit` logical pixels a pixel of the drawing."""
        self._upright, self._unit = upright, unit
        self._lay_bar()

    def show_left(self, left: Countdown, language: Language) -> None:
        self._left, self._language = left, language
        if left.is_last_minute:
            self._bar.set_colours(DISPLAY.last_minute_left, DISPLAY.last_minute_track)
        else:
            self._bar.set_colours(DISPLAY.left, DISPLAY.left_track)
        self._bar.setVisible(left.seconds is not None)
        self._bar.show_left(left)
        self._lay_bar()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_bar()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.scale(self._unit, self._unit)
        ink = Ink(painter, self._theme, self._unit * self.devicePixelRatioF())
        row, urgent = self._row(), self._left.is_last_minute
        if urgent:
            ink.tile(self._whole(), 20, DISPLAY.last_minute_fill)
        token, icon = ("display_last_minute", "alarm-clock") if urgent else ("display_on_panel2", "hourglass")
        size = 40 if urgent else 36
        ink.icon(icon, token, QPointF(row.left() + size / 2, row.bottom() - 56), size)
        letters, colour = (_URGENT, DISPLAY.last_minute) if urgent else (_CALM, DISPLAY.on_panel2)
        ink.write(self._label(), letters, colour, row.left() + size + 16, row.bottom() - 45)
        if self._left.seconds is not None:
            time = time_left(self._left.seconds, self._language)
            strong = DISPLAY.last_minute if urgent else DISPLAY.on_panel
            ink.write(time, _TIME, strong, row.right(), row.bottom() - 38, align=RIGHT)
        painter.end()
        self._words = tuple(ink.words)

    def _label(self) -> str:
        if self._left.is_last_minute:
            return tr("customer", "Segera selesaikan", self._language)
        return tr("customer", "Menunggu pembayaran", self._language)

    def _whole(self) -> QRectF:
        return QRectF(0, 0, self.width() / self._unit, self.height() / self._unit)

    def _row(self) -> QRectF:
        """Where label, time and bar stand; inside the amber card they move in."""
        whole = self._whole()
        if self._upright:
            return whole.adjusted(INSET, 0, -INSET, -_UPRIGHT_UNDER_BAR)
        if self._left.is_last_minute:
            return whole.adjusted(INSET, 0, -INSET, -_UNDER_BAR)
        return whole

    def _lay_bar(self) -> None:
        row, unit = self._row(), self._unit
        top = (row.bottom() - _BAR) * unit
        self._bar.setGeometry(QRectF(row.left() * unit, top, row.width() * unit, _BAR * unit).toRect())
