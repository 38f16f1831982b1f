"""The QR on the cashier's own screen: small beside the customer display, as large as it gets without one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.cashier.scene import Scene
from pos_app.ui.i18n import tr
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.chip import Chip
from pos_app.ui.widgets.dot import Dot
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.label import Label
from pos_app.ui.widgets.qr_matrix import QUIET_ZONE, matrix
from pos_app.ui.widgets.qr_view import QrView

_SMALLEST_MODULE = 3
_BAND = 24
_AROUND = 18
"""Pixels of the frame that the QR can't have: its lines and the space to its round corners."""


class QrBox(QWidget):
    """A frame of `side` pixels with the QR, a band above it where no money is real, a word below it."""

    def __init__(self, theme: Theme, *, is_real: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_real = is_real
        self.qr = QrView(_SMALLEST_MODULE)
        self.frame = QFrame()
        self.frame.setProperty("role", "qr-frame")
        self._band = Label("qr-band")
        self._band.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._band.setFixedHeight(_BAND)
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(0, 0, 0, 8)
        inside.setSpacing(7)
        inside.addWidget(self._band)
        self._band.setVisible(not is_real)
        middle = QHBoxLayout()
        middle.setContentsMargins(8, 0 if not is_real else 7, 8, 0)
        middle.addWidget(self.qr)
        self._gone = Icon(theme, "timer-off", "text3", 48)
        self._gone.hide()
        middle.addWidget(self._gone, alignment=Qt.AlignmentFlag.AlignCenter)
        inside.addLayout(middle, 1)
        self._dot = Dot(theme.palette.info, 9)
        self._shown = Label("label")
        self.why = Chip(theme, height=28)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addStretch(1)
        for part in (self._dot, self._shown, self.why):
            below.addWidget(part)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(11)
        layout.addWidget(self.frame)
        layout.addLayout(below)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def present(self, scene: Scene, side: int, *, is_gone: bool) -> None:
        """In a frame of at most `side` pixels; `is_gone` takes the QR away whatever the till says."""
        language = scene.language
        code = scene.counter.qr
        if code is None or is_gone:
            self.qr.clear()
        else:
            self.qr.show_text(code.text)
        on_display = scene.has_customer_display
        side = side if on_display else _snug(side, self.qr.text)
        band = 0 if self._is_real else _BAND // 2 if on_display else _BAND
        self.frame.setFixedSize(side, side + band)
        self._band.setText(tr("payment", "QR LATIHAN", language))
        shown = self.qr.text != ""
        self.qr.setVisible(shown)
        self._gone.setHidden(shown)
        self._dot.setVisible(shown and on_display)
        self._shown.setVisible(not (shown and not on_display))
        self.why.setVisible(shown and not on_display)
        self._shown.setText(
            tr("payment", "Tampil di layar pelanggan", language)
            if shown
            else tr("payment", "QR tidak ditampilkan lagi", language)
        )
        why = tr("payment", "Tanpa layar pelanggan: QR tampil di sini", language)
        self.why.show_words("neutral", "monitor-off", why)


def _snug(side: int, text: str) -> int:
    """The frame around the largest QR that fits `side`, without white left over."""
    modules = len(matrix(text)) + 2 * QUIET_ZONE if text else 0
    return (side - _AROUND) // modules * modules + _AROUND if modules else side
