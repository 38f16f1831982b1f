"""A QR drawn so that every phone reads it: whole device pixels, two colours, a quiet zone, nothing over it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.widgets.qr_matrix import QUIET_ZONE, Matrix, matrix

_SHADES = bytes.maketrans(b"\0\1", b"\xff\0")


class QrView(QWidget):
    """Black on white whatever the theme, as large as whole pixels allow, in the middle of its place.

    White is the square of the symbol and its quiet zone; beside it one sees what lies below.

    `least` is the smallest module in device pixels: where a module would be smaller, nothing is drawn at
    all and `is_painted` is False, because a QR that can't be scanned only costs the customer's time.
    """

    def __init__(self, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._text = ""
        self._matrix: Matrix = ()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def text(self) -> str:
        """What is encoded; empty where nothing is shown."""
        return self._text

    @property
    def module(self) -> int:
        """Device pixels of a module's side; 0 where nothing can be drawn."""
        if not self._matrix:
            return 0
        ratio = self.devicePixelRatioF()
        short = int(min(self.width(), self.height()) * ratio)
        module = short // (len(self._matrix) + 2 * QUIET_ZONE)
        return module if module >= self._least else 0

    @property
    def side(self) -> float:
        """Logical pixels of the drawn symbol's side, its quiet zone included; 0 where nothing is drawn."""
        return self.module * (len(self._matrix) + 2 * QUIET_ZONE) / self.devicePixelRatioF()

    @property
    def is_painted(self) -> bool:
        return self.module > 0

    def set_least(self, least: int) -> None:
        """Another smallest module, for another screen."""
        if least != self._least:
            self._least = least
            self.update()

    def show_text(self, text: str) -> None:
        """Show `text` as a QR; a text that no symbol can hold shows nothing."""
        if text != self._text:
            self._matrix = matrix(text)
            self._text = text if self._matrix else ""
            self._image = _image(self._matrix)
            self.update()

    def clear(self) -> None:
        """Take the QR away."""
        self.show_text("")

    def sizeHint(self) -> QSize:
        side = len(self._matrix) + 2 * QUIET_ZONE
        return QSize(side, side) * self._least / self.devicePixelRatioF()

    def paintEvent(self, event: QPaintEvent) -> None:
        module = self.module
        if module:
            painter = QPainter(self)
            ratio = _to_device_pixels(painter)
            side = module * self._image.width()
            left = (int(self.width() * ratio) - side + 1) // 2
            top = (int(self.height() * ratio) - side + 1) // 2
            painter.drawImage(
                QRect(left, top, side, side), self._image
            )  # whole multiples keep every edge sharp
            painter.end()


def _image(modules: Matrix) -> QImage:
    """One pixel a module, the quiet zone around them, in the format of screens."""
    side = len(modules) + 2 * QUIET_ZONE
    edge, line = b"\xff" * QUIET_ZONE, b"\xff" * side
    rows = (edge + bytes(row).translate(_SHADES) + edge for row in modules)
    grey = b"".join((line * QUIET_ZONE, *rows, line * QUIET_ZONE))
    image = QImage(grey, side, side, side, QImage.Format.Format_Grayscale8)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _to_device_pixels(painter: QPainter) -> float:
    """Let one unit be one pixel of the screen, counted from a whole one; give the ratio that was in force.

    At 125 % a widget may begin between two pixels: there the origin moves to the nearest whole one, else
    modules at its edges would come out thinner.
    """
    device = painter.deviceTransform()
    origin = device.map(QPointF(0, 0))
    wanted = QTransform.fromTranslate(round(origin.x()), round(origin.y()))
    painter.setWorldTransform(wanted * device.inverted()[0], combine=False)
    return device.m11()
