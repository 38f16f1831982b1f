"""The ways to pay that this counter has, each with its key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.method import Method
from pos_app.ui.cashier.scene import CounterSetup, Scene
from pos_app.ui.i18n import tr
from pos_app.ui.keys import CHARGE_KEYS, Action
from pos_app.ui.text.methods import method_name
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.key_button import KeyButton


class Tenders(QFrame):
    """Signals: `wanted` with the Method that was clicked."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, setup: CounterSetup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self._setup = setup
        self.qr = KeyButton(
            theme, "primary", Action.PAY_QR.value, "qr-code", height=64, icon_side=24, padding=17, gap=12
        )
        self.qr.setProperty("scale", "large")
        self.qr.clicked.connect(lambda: self.wanted.emit(setup.shop.qr_method))
        self._stores = {
            method: KeyButton(theme, "plain", CHARGE_KEYS[method].value, height=56, padding=12)
            for method in setup.store_codes
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.qr)
        if self._stores:
            row = QHBoxLayout()
            row.setSpacing(8)
            for method, button in self._stores.items():
                row.addWidget(button, 1)
                button.clicked.connect(lambda _checked=False, method=method: self.wanted.emit(method))
            layout.addLayout(row)

    def show_main(self, *, is_main: bool) -> None:
        """Whether charging is the main action now: only one button of a screen is filled."""
        kind = "primary" if is_main else "plain"
        if self.qr.property("kind") != kind:
            self.qr.show_kind(kind)

    def method_of(self, action: Action) -> Method | None:
        """The way of paying that a key stands for at this counter."""
        if action is Action.PAY_QR:
            return self._setup.shop.qr_method
        return next((method for method in self._stores if CHARGE_KEYS[method] is action), None)

    def present(self, scene: Scene) -> None:
        has_lines = not scene.counter.cart.is_empty
        self.qr.setEnabled(has_lines)
        self.qr.show_words(method_name(self._setup.shop.qr_method, scene.language))
        for method, button in self._stores.items():
            button.setEnabled(has_lines)
            note = tr("tenders", "cetak kode", scene.language)
            button.show_words(method_name(method, scene.language), note)
