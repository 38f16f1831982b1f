"""What somebody is about to allow, and how much it is about."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.manager.question import Question
from pos_app.ui.theme import set_property
from pos_app.ui.widgets.amount_label import AmountLabel
from pos_app.ui.widgets.label import ElidedLabel


class ApprovalHead(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "approval-head")
        self.setFixedHeight(64)
        self._title = ElidedLabel("approval-title")
        self._subtitle = ElidedLabel("meta")
        self._amount = AmountLabel("amount-head", 18, 700, -0.2)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(12)
        layout.addLayout(words, 1)
        layout.addWidget(self._amount)

    @property
    def words(self) -> tuple[str, str]:
        return self._title.text(), self._subtitle.text()

    def show_question(self, question: Question) -> None:
        for part in (self, self._title):
            set_property(part, "red", question.is_destructive)
        self._title.setText(question.title)
        self._subtitle.setText(question.subtitle)
        self._subtitle.setVisible(bool(question.subtitle))
        self._amount.setVisible(question.amount is not None)
        if question.amount is not None:
            self._amount.show_amount(question.amount)
