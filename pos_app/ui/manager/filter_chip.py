"""One way of narrowing the board, with how many it leaves."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from pos_app.ui.theme import set_property
from pos_app.ui.widgets.label import Label


class FilterChip(QPushButton):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "filter")
        self.setFixedHeight(48)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._words = Label("filter")
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(15, 0, 15, 0)
        layout.addWidget(self._words)

    @property
    def words(self) -> str:
        return self._words.text()

    def show_filter(self, word: str, count: int, key: str, *, is_chosen: bool) -> None:
        set_property(self, "chosen", is_chosen)
        set_property(self._words, "chosen", is_chosen)
        self._words.setText(f"{word} {count}")
        self.setAccessibleName(f"{word} {count} ({key})")
        self.setToolTip(key)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(layout.sizeHint().width() if layout else 0, 48)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
