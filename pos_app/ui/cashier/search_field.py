"""Where everything is rung up: names, codes and amounts by hand, barcodes by scanner."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pos_app.ui.cashier.scanner import Burst
from pos_app.ui.cashier.scene import Room
from pos_app.ui.i18n import tr
from pos_app.ui.keys import TYPED_TOO, Action
from pos_app.ui.theme import Theme, set_property
from pos_app.ui.widgets.field import Field
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.keycap import Keycap
from pos_app.ui.widgets.label import Label

_SETTLE_MS = 40
"""A running burst is not searched for letter by letter; what was typed is, after this pause."""


class SearchField(QFrame):
    """Signals: `typed` (a new text to look for), `scanned` (a barcode), `entered` (Enter after a typed text)."""

    typed = Signal(str)
    scanned = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme, monotonic: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setProperty("awake", True)
        self.setFixedHeight(56)
        self._ready = Label("hint")
        self.edit = _Edit(theme.palette.focus, monotonic, self)
        self.setFocusProxy(self.edit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 11, 0)
        layout.setSpacing(10)
        layout.addWidget(Icon(theme, "scan-barcode", "ptext", 24))
        layout.addWidget(self.edit, 1)
        layout.addWidget(self._ready)
        layout.addWidget(Keycap(Action.SEARCH.value))
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._tell)
        self._told = ""
        self.edit.textEdited.connect(self._edited)

    @property
    def text(self) -> str:
        return self.edit.text().strip()

    def present(self, room: Room) -> None:
        language = room.language
        self._ready.setText(tr("search", "Pemindai siap", language))
        self._ready.setVisible(not room.is_narrow)
        hint = tr("search", "Pindai barang atau ketik nama, kode, harga", language)
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(hint)

    def show_awake(self, *, is_awake: bool) -> None:
        """Whether what is typed comes here: then it has the ring around it."""
        set_property(self, "awake", is_awake)

    def clear(self) -> None:
        self.edit.clear()
        self._tell()

    def take(self, event: QKeyEvent) -> bool:
        """Let the field have a key that went elsewhere; False where it has no use for it."""
        if not self.edit.hasFocus():
            self.edit.setFocus()
            self.edit.keyPressEvent(event)
            return event.isAccepted()
        return False

    def press(self, event: QKeyEvent, at: float) -> None:
        """Take a key that was pressed at this moment, before the field had the keys."""
        self.edit.press(event, at)

    def press_enter(self, scan: str) -> None:
        """Enter was pressed; `scan` is the barcode that it ended, or empty. What stood there before it stays."""
        if scan:
            self.edit.take_back(scan)
        self._tell()
        if scan:
            self.scanned.emit(scan)
        else:
            self.entered.emit()

    @Slot(str)
    def _edited(self, _text: str) -> None:
        if self.edit.burst_is_running():
            self._settle.start()
        else:
            self._tell()

    @Slot()
    def _tell(self) -> None:
        self._settle.stop()
        if self.text != self._told:
            self._told = self.text
            self.typed.emit(self.text)


class _Edit(Field):
    """Keeps what is written and leaves every other key to the window."""

    def __init__(self, caret: str, monotonic: Callable[[], float], field: SearchField) -> None:
        super().__init__(caret, field)
        self._monotonic = monotonic
        self._field = field
        self._burst = Burst()
        self._at = float("-inf")

    def burst_is_running(self) -> bool:
        """Whether it was when the last key was pressed."""
        return self._burst.is_running(self._at)

    def take_back(self, written: str) -> None:
        """Take these letters away again from before the caret, where a scanner wrote them."""
        text, caret = self.text(), self.cursorPosition()
        before = text[:caret].removesuffix(written)
        self.setText(before + text[caret:])
        self.setCursorPosition(len(before))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.press(event, self._monotonic())

    def press(self, event: QKeyEvent, at: float) -> None:
        from pos_app.ui.presses import action_of, picked

        action, self._at = action_of(event), at
        if action is Action.MAIN:
            self._field.press_enter(self._burst.ended(at))
            return
        is_ours = action is None or (action in TYPED_TOO and (self.text() or event.text().isdigit()))
        if picked(event) is not None or not is_ours:
            event.ignore()
            return
        if event.text().isprintable() and event.text():
            self._burst.feed(event.text(), at)
        super().keyPressEvent(event)
