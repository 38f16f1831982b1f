"""Cancelling takes two presses: the second one says why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.evidence import CancelReason
from pos_app.ui.cashier.scene import Scene
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.paragraph import Paragraph

REASON_KEYS = {
    Action.REMOVE: CancelReason.CUSTOMER_LEFT,
    Action.FIRST: CancelReason.WRONG_ITEM,
    Action.SECOND: CancelReason.WRONG_AMOUNT,
}


class CancelStrip(QFrame):
    """Signals: `confirmed` with the CancelReason, `kept` when the payment shall go on."""

    confirmed = Signal(object)
    kept = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip-red")
        self._words = Paragraph("warning", 18)
        self._buttons = {
            reason: KeyButton(theme, "armed" if key is Action.REMOVE else "danger", key.value)
            for key, reason in REASON_KEYS.items()
        }
        self._keep = KeyButton(theme, "plain", Action.BACK.value)
        self._keep.clicked.connect(self.kept)
        row = QHBoxLayout()
        row.setSpacing(8)
        for reason, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, reason=reason: self.confirmed.emit(reason))
            row.addWidget(button, 1)
        row.addSpacing(16)
        row.addWidget(self._keep, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self._words)
        layout.addLayout(row)

    def present(self, scene: Scene) -> None:
        language = scene.language
        words = tr(
            "cancel",
            "Batalkan QR ini? Gateway kami tanya dulu. Kalau ternyata sudah dibayar, pesanan menjadi lunas.",
            language,
        )
        self._words.setText(words)
        left = (
            tr("cancel", "Batal beli", language)
            if scene.is_narrow
            else tr("cancel", "Pelanggan batal", language)
        )
        self._buttons[CancelReason.CUSTOMER_LEFT].show_words(left)
        self._buttons[CancelReason.WRONG_ITEM].show_words(tr("cancel", "Salah barang", language))
        self._buttons[CancelReason.WRONG_AMOUNT].show_words(tr("cancel", "Salah jumlah", language))
        self._keep.show_words(tr("cancel", "Jangan", language))
