"""A word over the stripes of a face without a QR, so that no picture of it passes for a real one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pos_app.domain.language import Language
from pos_app.ui.customer.canvas import Canvas
from pos_app.ui.customer.ink import CENTRE, Ink, Letters
from pos_app.ui.i18n import tr
from pos_app.ui.palette import PRACTICE
from pos_app.ui.theme import Theme

_WORDS = Letters(24, 800, spacing=1)
_HEIGHT = 46.0
_ROOM = 28.0


class PracticeTab(QWidget):
    """Hangs from the top edge, in its middle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._words = ""
        self._unit = 1.0

    def lay(self, drawing: Canvas, language: Language) -> None:
        """Take the place for this drawing and these words."""
        before = (self._words, self._unit)
        self._words = tr("customer", "BUKAN PEMBAYARAN ASLI", language)
        self._unit = drawing.unit
        width = _WORDS.width(self._words) + 2 * _ROOM
        place = QRectF((drawing.width - width) / 2, 0, width, _HEIGHT)
        self.setGeometry(drawing.on_monitor(place))
        if (self._words, self._unit) != before:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.scale(self._unit, self._unit)
        ink = Ink(painter, self._theme, self._unit * self.devicePixelRatioF())
        width = self.width() / self._unit
        ink.tile(QRectF(0, -20, width, _HEIGHT + 20), 12, PRACTICE.tab)
        ink.write(self._words, _WORDS, PRACTICE.on_tab, width / 2, 32, align=CENTRE)
        painter.end()
