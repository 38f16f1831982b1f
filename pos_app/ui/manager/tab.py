"""A tab with a count: what wants somebody is amber."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from pos_app.ui.theme import set_property
from pos_app.ui.widgets.label import Label


class Tab(QPushButton):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "tab")
        self.setFixedHeight(48)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._word = Label("tab")
        self.count = Label("tab-count")
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count.setFixedHeight(22)
        self.count.setMinimumWidth(22)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(8)
        for part in (self._word, self.count):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part)

    def show_tab(self, word: str, count: int | None, *, is_open: bool, is_amber: bool = False) -> None:
        for part in (self, self._word, self.count):
            set_property(part, "open", is_open)
        set_property(self.count, "amber", is_amber)
        self._word.setText(word)
        self.count.setText("" if count is None else str(count))
        self.count.setVisible(count is not None)
        self.setAccessibleName(word if count is None else f"{word} {count}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(layout.sizeHint().width() if layout else 0, 48)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
