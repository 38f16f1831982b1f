"""How a paper went that was asked for: one sentence, red where it did not come out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.till.desk_messages import ProofPrinted
from pos_app.ui.text.days import printed
from pos_app.ui.theme import Theme, set_property
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.paragraph import Paragraph


class PrintNote(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon(theme, "check", "text2", 16)
        self._words = Paragraph("advice", 16)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_outcome(self, outcome: ProofPrinted | None, language: Language) -> None:
        self.setVisible(outcome is not None)
        if outcome is not None:
            went_wrong = outcome.trouble is not None
            self._words.setText(printed(outcome.trouble, outcome.reason, language))
            set_property(self._words, "wrong", went_wrong)
            self._icon.show_icon("circle-alert" if went_wrong else "check", "red" if went_wrong else "text2")
