"""The QR on the cashier's own screen: small beside the customer display, as large as it gets without one.

While it is made, its frame stands there already.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.cashier.kept_room import keep_room
from pos_app.ui.cashier.scene import Scene
from pos_app.ui.i18n import tr
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.chip import Chip
from pos_app.ui.widgets.dot import Dot
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.label import Label
from pos_app.ui.widgets.qr_matrix import QUIET_ZONE
from pos_app.ui.widgets.qr_view import QrView
from pos_app.ui.widgets.spinner import Spinner

_SMALLEST_MODULE = 3
_BAND = 24
_USUAL_MODULES = 53 + 2 * QUIET_ZONE
"""Of a side, until a shop's first QR was shown."""

_AROUND = 18
"""Pixels of the frame that the QR can't have: its lines and the space to its round corners."""


class QrBox(QWidget):
    """A frame of `side` pixels with the QR, a band above it where no money is real, a word below it."""

    def __init__(self, theme: Theme, *, is_real: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_real = is_real
        self._modules = _USUAL_MODULES
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
        self.spinner = Spinner(theme.palette.primary, theme.palette.pborder, 52, 5)
        self.spinner.hide()
        middle.addWidget(self.spinner, alignment=Qt.AlignmentFlag.AlignCenter)
        inside.addLayout(middle, 1)
        self._dot = Dot(theme.palette.info, 9)
        self._shown = Label("label")
        self.why = Chip(theme, height=28)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addStretch(1)
        below.addWidget(self._dot)
        word = QGridLayout()
        word.addWidget(self._shown, 0, 0, Qt.AlignmentFlag.AlignCenter)
        word.addWidget(self.why, 0, 0)
        below.addLayout(word)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(11)
        layout.addWidget(self.frame)
        layout.addLayout(below)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def present(self, scene: Scene, side: int, *, is_gone: bool) -> None:
        """In a frame of at most `side` pixels; `is_gone` takes the QR away whatever the till says.

        A shop's next QR has as many modules as the last one, as a rule.
        """
        language = scene.language
        code = scene.counter.qr
        if code is None or is_gone:
            self.qr.clear()
        else:
            self.qr.show_text(code.text)
        on_display, coming = scene.has_customer_display, scene.is_coming
        shown = self.qr.text != ""
        if shown:
            self._modules = self.qr.modules
        side = _snug(side, self._modules) if not on_display and (shown or coming) else side
        band = 0 if self._is_real else _BAND // 2 if on_display else _BAND
        self.frame.setFixedSize(side, side + band)
        self._band.setText(tr("payment", "QR LATIHAN", language))
        self.spinner.setVisible(coming)
        self._gone.setHidden(shown or coming)
        self.qr.setVisible(shown)
        self._dot.setVisible(shown and on_display)
        keep_room(self.why, is_kept=coming and not on_display)
        self.why.setVisible(shown and not on_display)
        self._shown.setVisible(on_display or not shown)
        if shown:
            self._shown.setText(tr("payment", "Tampil di layar pelanggan", language))
        elif coming:
            self._shown.setText(tr("payment", "Sedang disiapkan", language))
        else:
            self._shown.setText(tr("payment", "QR tidak ditampilkan lagi", language))
        why = tr("payment", "Tanpa layar pelanggan: QR tampil di sini", language)
        self.why.show_words("neutral", "monitor-off", why)

    @property
    def words(self) -> str:
        """What stands below the frame."""
        return self.why.words if self._shown.isHidden() else self._shown.text()


def _snug(side: int, modules: int) -> int:
    """The frame around the largest QR of so many modules that fits `side`, without white left over."""
    return (side - _AROUND) // modules * modules + _AROUND
