"""Asks for the customer's name before a store code is made, where the shop wants one. Empty is an answer too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.ui.cashier.scanner import Burst
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.presses import action_of
from pos_app.ui.text.methods import method_name
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.field import Field
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import Label

LONGEST_NAME = 60


class NameBar(QFrame):
    """Signals: `given` with the Method and the name; `scanned` with a barcode that came instead; `closed`."""

    given = Signal(object, str)
    scanned = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, monotonic: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("banner", "indigo")
        self._method: Method | None = None
        self._words = Label("banner-strong")
        self._words.setProperty("banner", "indigo")
        self.edit = _Edit(theme.palette.focus, monotonic, self)
        self.edit.setProperty("role", "field")
        self.edit.setFixedHeight(44)
        self._make = KeyButton(theme, "primary", Action.MAIN.value, height=44)
        self._back = KeyButton(theme, "ghost", Action.BACK.value, height=44, padding=9)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.setSpacing(12)
        layout.addWidget(self._words)
        layout.addWidget(self.edit, 1)
        for button in (self._make, self._back):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            layout.addWidget(button)
        self._make.clicked.connect(self.give)
        self._back.clicked.connect(self.close_bar)
        self.hide()

    @property
    def is_open(self) -> bool:
        return self._method is not None

    def ask(self, method: Method, language: Language) -> None:
        """Another store asked for meanwhile keeps what was typed."""
        if not self.is_open:
            self.edit.clear()
        self._method = method
        self.present(language)
        self.show()
        self.edit.setFocus()

    def present(self, language: Language) -> None:
        if self._method is None:
            return
        words = tr("customer name", "Nama pelanggan untuk {store} (boleh kosong)", language)
        self._words.setText(words.format(store=method_name(self._method, language)))
        self.edit.setAccessibleName(self._words.text())
        self._make.show_words(tr("customer name", "Buat kode", language))
        self._back.show_words(tr("customer name", "Kembali", language))

    def give(self) -> None:
        method = self._method
        self.close_bar()
        if method is not None:
            self.given.emit(method, " ".join(self.edit.text().split()))

    def take_scan(self, barcode: str) -> None:
        """An article was scanned: the customer goes on buying."""
        self.close_bar()
        self.scanned.emit(barcode)

    def close_bar(self) -> None:
        self._method = None
        self.hide()
        self.closed.emit()


class _Edit(Field):
    """Tells Enter after a name from a scanner's."""

    def __init__(self, caret: str, monotonic: Callable[[], float], bar: NameBar) -> None:
        super().__init__(caret, bar)
        self.setMaxLength(LONGEST_NAME)
        self._monotonic = monotonic
        self._bar = bar
        self._burst = Burst()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match action_of(event):
            case Action.MAIN:
                barcode = self._burst.ended(self._monotonic())
                if barcode:
                    self._bar.take_scan(barcode)
                else:
                    self._bar.give()
            case Action.BACK:
                self._bar.close_bar()
            case _ if event.text().isprintable() and event.text():
                self._burst.feed(event.text(), self._monotonic())
                super().keyPressEvent(event)
            case _:
                super().keyPressEvent(event)
