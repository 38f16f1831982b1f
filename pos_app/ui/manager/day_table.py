"""How the payments of a day stand, by what the gateway and the journal both know."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.domain.money import NO_BREAK_SPACE
from pos_app.domain.reconciliation import DayProof, Standing
from pos_app.ui.i18n import tr
from pos_app.ui.text.days import by_method, payments, standing_name, standing_note
from pos_app.ui.widgets.label import ElidedLabel, Label
from pos_app.ui.widgets.paragraph import Paragraph


class DayTable(QScrollArea):
    """One row a standing, with its ways of paying below: as many lines as these need, no amount broken or cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._nothing = Paragraph("empty-note", 20)
        self.rows = {standing: _StandingRow() for standing in Standing}
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._note = QWidget()
        around = QVBoxLayout(self._note)
        around.setContentsMargins(20, 20, 20, 20)
        around.addWidget(self._nothing)
        layout.addWidget(self._note)
        for row in self.rows.values():
            layout.addWidget(row)
        layout.addStretch(1)
        self.setWidget(inside)

    def show_proof(self, proof: DayProof | None, language: Language, *, is_hidden: bool) -> None:
        """`is_hidden` where nobody has said yet that this one may see it."""
        self._note.setVisible(proof is None)
        self._nothing.setText(
            tr("days", "Uang toko sehari hanya untuk pengawas dan manajer.", language)
            if is_hidden
            else tr(
                "days", "Hari ini belum direkonsiliasi. Tekan Enter untuk membaca ulang semuanya.", language
            )
        )
        for standing, row in self.rows.items():
            row.setVisible(proof is not None)
            if proof is not None:
                row.show_standing(proof, standing, language)


class _StandingRow(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "fact")
        self._name = Label("title")
        self._note = ElidedLabel("meta")
        self._methods = Paragraph("body", 20)
        self._count = Label("body")
        self._amount = Label("title")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._note)
        words.addWidget(self._methods)
        figures = QVBoxLayout()
        figures.setSpacing(2)
        figures.addStretch(1)
        figures.addWidget(self._amount, alignment=Qt.AlignmentFlag.AlignRight)
        figures.addWidget(self._count, alignment=Qt.AlignmentFlag.AlignRight)
        figures.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(16)
        layout.addLayout(words, 1)
        layout.addLayout(figures)

    @property
    def words(self) -> tuple[str, str, str]:
        return self._name.text(), self._count.text(), self._amount.text()

    def show_standing(self, proof: DayProof, standing: Standing, language: Language) -> None:
        self._name.setText(standing_name(standing, language))
        self._note.setText(standing_note(standing, language))
        parts = (
            f"{name} {count} · {amount.text}" for name, count, amount in by_method(proof, standing, language)
        )
        methods = "    ".join(part.replace(" ", NO_BREAK_SPACE) for part in parts)
        self._methods.setText(methods)
        self._methods.setVisible(bool(methods))
        self._count.setText(payments(proof.count(standing), language))
        self._amount.setText(proof.amount(standing).text)
