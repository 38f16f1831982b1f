"""What stands where results will be: nothing typed yet, or nothing found."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.ui.i18n import tr
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.badge import Badge
from pos_app.ui.widgets.paragraph import Paragraph


class SearchEmpty(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = Badge(theme, "neutral", "scan-barcode", "text2", side=120, icon_side=44)
        self._title = Paragraph("empty-title", 24, across=0.5, down=0)
        self._note = Paragraph("empty-note", 22, across=0.5, down=0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 40)
        layout.setSpacing(6)
        layout.addStretch()
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(self._badge)
        middle.addStretch()
        layout.addLayout(middle)
        layout.addSpacing(14)
        for words in (self._title, self._note):
            layout.addWidget(words)
        layout.addStretch()

    def show_ready(self, language: Language) -> None:
        self._badge.show_kind("neutral", "scan-barcode", "text2")
        self._title.setText(tr("results", "Siap untuk barang berikutnya", language))
        self._note.setText(
            tr(
                "results",
                "Pindai kode batang, ketik nama atau kode, atau ketik harga untuk nominal bebas.",
                language,
            )
        )

    def show_nothing_found(self, text: str, language: Language) -> None:
        self._badge.show_kind("neutral", "package-search", "text2")
        title = tr("results", "Tidak ada barang yang cocok dengan “{text}”", language)
        self._title.setText(title.format(text=text))
        self._note.setText(
            tr("results", "Periksa ejaannya, ketik sebagian nama saja, atau ketik harganya.", language)
        )

    @property
    def words(self) -> tuple[str, str]:
        return self._title.text(), self._note.text()
