"""One face gives way to the next in a moment of both."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

MILLISECONDS = 120


class Fade(QWidget):
    """The last picture of the old face, over the new one, until nothing of it is left."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture = QPixmap()
        self._opacity = 0.0
        self._fading = QVariantAnimation(self)
        self._fading.setDuration(MILLISECONDS)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.setEasingCurve(QEasingCurve.Type.OutQuad)
        self._fading.valueChanged.connect(self._faded_to)
        self._fading.finished.connect(self.stop)
        self.hide()

    def begin(self, picture: QPixmap) -> None:
        self._picture, self._opacity = picture, 1.0
        self.setGeometry(self._window.rect())
        self.show()
        self._fading.start()

    def stop(self) -> None:
        """Nothing of the old face is seen any more."""
        self._fading.stop()
        self._picture = QPixmap()
        self.hide()

    def _faded_to(self, opacity: float) -> None:
        self._opacity = opacity
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self._opacity)
        painter.drawPixmap(self.rect(), self._picture)
        painter.end()
