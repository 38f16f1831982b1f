"""The manager's right side: what it is about, what there is to know of it, and the buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

_HEAD = 64


class SidePanel(QFrame):
    """A card in three parts for its kinds to fill: the row `head`, the columns `body` and `foot`; `card` holds them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        head = QFrame()
        head.setProperty("role", "card-head")
        head.setFixedHeight(_HEAD)
        self.head = QHBoxLayout(head)
        self.head.setContentsMargins(20, 0, 20, 0)
        self.head.setSpacing(12)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        foot = QFrame()
        foot.setProperty("role", "strip")
        self.foot = QVBoxLayout(foot)
        self.foot.setContentsMargins(20, 12, 20, 16)
        self.foot.setSpacing(8)
        self.card = QVBoxLayout(self)
        self.card.setContentsMargins(0, 0, 0, 0)
        self.card.setSpacing(0)
        self.card.addWidget(head)
        self.card.addLayout(self.body, 1)
        self.card.addWidget(foot)

    def head_with(self, *lines: QWidget) -> None:
        """The lines of the head, one below the other."""
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        for line in lines:
            words.addWidget(line)
        words.addStretch(1)
        self.head.addLayout(words, 1)
