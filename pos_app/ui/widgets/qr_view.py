"""A QR drawn so that every phone reads it: whole device pixels, two colours, a quiet zone, nothing over it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QTransform
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
        self._image = _image(())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def text(self) -> str:
        """What is encoded; empty where nothing is shown."""
        return self._text

    @property
    def module(self) -> int:
        """Device pixels of a module's side; 0 where nothing can be drawn."""
        return self._module_in(self.size())

    @property
    def modules(self) -> int:
        """Of the symbol's side, its quiet zone included."""
        return self._image.width()

    @property
    def side(self) -> float:
        """Logical pixels of the drawn symbol's side, its quiet zone included; 0 where nothing is drawn."""
        return self.module * self.modules / self.devicePixelRatioF()

    @property
    def is_painted(self) -> bool:
        return self.module > 0

    def set_least(self, least: int) -> None:
        """Another smallest module, for another screen."""
        if least != self._least:
            self._least = least
            self._fill_place(is_filled=False)
            self.update()

    def lie_in(self, area: QRect) -> None:
        """Take the middle of `area`, as much as the symbol needs: what is below it has not to be painted then.

        Where that is no whole number of logical pixels, or there is no symbol, take all of it.
        """
        side, rest = divmod(self._module_in(area.size()) * self.modules, self.devicePixelRatioF())
        is_filled = side > 0 and rest == 0
        if is_filled:
            left, top = (area.width() - int(side) + 1) // 2, (area.height() - int(side) + 1) // 2
            area = QRect(area.left() + left, area.top() + top, int(side), int(side))
        if area != self.geometry():
            self.setGeometry(area)
        self._fill_place(is_filled=is_filled)

    def _fill_place(self, *, is_filled: bool) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, is_filled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fill_place(is_filled=False)

    def _module_in(self, size: QSize) -> int:
        if not self._text:
            return 0
        short = int(min(size.width(), size.height()) * self.devicePixelRatioF())
        module = short // self.modules
        return module if module >= self._least else 0

    def show_text(self, text: str) -> None:
        """Show `text` as a QR; a text that no symbol can hold shows nothing."""
        if text != self._text:
            self._fill_place(is_filled=False)
            modules = matrix(text)
            self._text = text if modules else ""
            self._image = _image(modules)
            self.update()

    def clear(self) -> None:
        """Take the QR away."""
        self.show_text("")

    def sizeHint(self) -> QSize:
        return QSize(self.modules, self.modules) * self._least / self.devicePixelRatioF()

    def paintEvent(self, event: QPaintEvent) -> None:
        module = self.module
        if module:
            painter = QPainter(self)
            ratio = _to_device_pixels(painter)
            side = module * self.modules
            left = (int(self.width() * ratio) - side + 1) // 2
            top = (int(self.height() * ratio) - side + 1) // 2
            # A whole multiple keeps every edge sharp.
            painter.drawImage(QRect(left, top, side, side), self._image)
            painter.end()


def _image(modules: Matrix) -> QImage:
    """One pixel a module, the quiet zone around them, in the format of screens."""
    side = len(modules) + 2 * QUIET_ZONE
    edge, line = b"\xff" * QUIET_ZONE, b"\xff" * side
    rows = (edge + row.translate(_SHADES) + edge for row in modules)
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
